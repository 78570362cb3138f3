import type { ContractPromise } from './contract.ts';

export type ContractRule =
  'contract-flow' | 'contract-must-have' | 'contract-must-not' | 'contract-must-stay' | 'contract-lost-its-subject';

/** Every rule that a finding may have, and what it means. */
export const CONTRACT_RULES: Readonly<Record<ContractRule, string>> = {
  'contract-flow': 'Values that a contract names newly reach a sink that it names, and pass none of its guards.',
  'contract-must-have': 'Code that a contract speaks of newly lacks the guard, decorator or option that it must have.',
  'contract-must-not': 'Code or an import that a contract forbids newly stands in files where it must not.',
  'contract-must-stay': 'Code, a call or an order of middleware that a contract says must stay is gone.',
  'contract-lost-its-subject':
    'A contract no longer speaks of anything: what it guarded was removed, renamed or rewritten past it.',
};

export const RULE_OF: Readonly<Record<ContractPromise['kind'], ContractRule>> = {
  flow: 'contract-flow',
  mustHave: 'contract-must-have',
  mustNot: 'contract-must-not',
  mustStay: 'contract-must-stay',
};
