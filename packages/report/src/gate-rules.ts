import type { ReasonKind } from '@pawl/verdict';
import type { RuleText } from './rule-text.ts';

/** Reasons that are about a finding have the rule of that finding; `not-examined` is no result but a failure of the run. */
export type GateKind = Exclude<
  ReasonKind,
  | 'introduced-finding'
  | 'worsened-finding'
  | 'lost-defence'
  | 'weakened-defence'
  | 'unguarded-path'
  | 'disguised-code'
  | 'not-examined'
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
    title: 'A file of the gate or of a scanner was changed',
    description:
      'The change touches a file that decides how Pawl judges, when it runs, or what a scanner looks at and says.',
    why: 'Whoever changes the judge need not change the code. Pawl scans as it was locked, but the same tools run elsewhere by these files.',
    mend: 'Read the change. If it is wanted, a person commits it and locks again.',
  },
  'protected-path': {
    title: 'A protected file was changed',
    description: 'The change touches a file that says how code is run: an image, a manifest, a server, an environment.',
    why: 'Such a file can take away what the code relies on, and hardly any rule says whether it does.',
    mend: 'Read the change. If it is wanted, a person commits it and locks again.',
  },
  'unscanned-code': {
    title: 'Code that nothing reads',
    description: 'The change brings or touches code in a language that no part of Pawl can read.',
    why: 'What nobody reads has no findings. Code that moves into such a language leaves every scanner behind.',
    mend: 'Read the code. A person who wants it names its files in `acceptUnexamined` of pawl.config.jsonc and locks again.',
  },
  drift: {
    title: 'The protected branch has drifted past its limit',
    description: 'What was accepted on the protected branch since it was locked weighs more than the lock allows.',
    why: 'The protected branch is what loops start from, so its slips add up unseen behind every clean verdict.',
    mend: 'Look at what drifted with pawl status. A person mends it, or accepts it by locking again.',
  },
  latched: {
    title: 'The loop is stopped',
    description: 'A case of this loop waits for a person.',
    why: 'An agent that goes on after a stop learns what passes, and works on top of what slipped.',
    mend: 'A person reads the case with pawl review and lets the loop go on with pawl release.',
  },
  'lost-coverage': {
    title: 'A file is no longer examined',
    description: 'A file was examined at the locked version and is not any more.',
    why: 'Silence is not health: what nobody reads has no findings.',
    mend: 'Mend what the message says keeps the file from being read: its syntax, size or encoding.',
  },
};
