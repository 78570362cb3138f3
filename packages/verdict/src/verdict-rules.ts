/** Reasons that are about no finding and no file of the gate, and what they mean. Each has a page in `docs/rules`. */
export const VERDICT_RULES: Readonly<Record<string, string>> = {
  'severity-total': 'The findings of the change weigh more than those of the locked version, each by its severity.',
  'lost-coverage': 'A file was examined at the locked version and is not any more.',
  'unscanned-code': 'The change brings or touches code in a language that no part of Pawl can read.',
  drift: 'What was accepted on the protected branch since it was locked weighs more than the lock allows.',
  latched: 'A case of this loop waits for a person.',
};
