import type { ReasonKind } from '@pawl/verdict';
import type { RuleText } from './rule-text.ts';

/** Reasons that are about a finding have the rule of that finding; `not-examined` is no result but a failure of the run. */
export type GateKind = Exclude<
  ReasonKind,
  'introduced-finding' | 'worsened-finding' | 'lost-defence' | 'weakened-defence' | 'unguarded-path' | 'not-examined'
>;

/** What the gate itself says, beside what scanners and the structural comparison found. */
export const GATE_RULES: Readonly<Record<GateKind, RuleText>> = {
  'severity-total': {
    title: 'The weighted total rose',
    description: 'The findings of the change weigh more than those of the locked version, each by its severity.',
    why: 'Many small findings are as bad as one big one, and each of them alone may pass.',
    mend: 'Resolve the new findings, or others of the same weight in the same files.',
  },
  'broken-contract': {
    title: 'A declared contract is broken',
    description: 'A promise that the project declared and locked no longer holds.',
    why: 'Code elsewhere relies on the promise and does not check again.',
    mend: 'Restore what the contract demands. Changing the contract is a decision of the people who declared it.',
  },
  suppression: {
    title: 'A scanner is newly silenced',
    description: 'A comment or a setting keeps a scanner from reporting something that it would have reported.',
    why: 'A silenced finding is still there. Silencing is the cheapest way to make a gate pass.',
    mend: 'Remove the suppression and mend what it hides. If the scanner is wrong, a person accepts it by locking again.',
  },
  'security-test-failed': {
    title: 'A security test failed',
    description: 'A test of the locked security suite fails.',
    why: 'The suite says what must not be possible, and now it is.',
    mend: 'Mend the code and leave the test as it is.',
  },
  'test-floor': {
    title: 'Fewer security tests ran',
    description: 'Fewer security tests ran than at the locked version.',
    why: 'A test that does not run finds nothing.',
    mend: 'Bring the missing tests back, or find out why they were skipped.',
  },
  unreachable: {
    title: 'A finding became unreachable',
    description: 'A finding is gone because nothing reaches its code any more, and the code itself is unchanged.',
    why: 'Dead code comes back to life with its hole. Unreachable is not fixed.',
    mend: 'Remove the code, or mend it.',
  },
  'gate-integrity': {
    title: 'A file of the gate was changed',
    description: 'The change touches a file that decides how Pawl judges or when it runs.',
    why: 'Whoever changes the judge need not change the code.',
    mend: 'Read the change. If it is wanted, a person commits it and locks again.',
  },
  'lost-coverage': {
    title: 'A file is no longer examined',
    description: 'A file was examined at the locked version and is not any more.',
    why: 'Silence is not health: what nobody reads has no findings.',
    mend: 'Mend what the message says keeps the file from being read: its syntax, size or encoding.',
  },
};
