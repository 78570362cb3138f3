export type {
  Contract,
  ContractLanguage,
  ContractPromise,
  Contracts,
  FlowPromise,
  Have,
  MustHavePromise,
  MustNotPromise,
  MustStayPromise,
  Pattern,
} from './contract.ts';
export { ContractError, type ContractErrorCode, type ContractMistake } from './contracts-error.ts';
export { CONTRACTS_FILE, parseContracts, type ParseOptions } from './document/parse-contracts.ts';
export { evaluate, type EvaluateOptions, needsTree } from './evaluate/evaluate.ts';
export { explain, type Explained, type Explanation } from './explain.ts';
export type { ContractEvaluation, FileEvaluation, Match, SideFile } from './file-evaluation.ts';
export { CONTRACTS_DIGEST, CONTRACTS_VERSION, contractsDigest } from './identity.ts';
export {
  type ContractJudgement,
  type ContractWarning,
  judgeContracts,
  type JudgeOptions,
} from './judge/judge-contracts.ts';
export { CONTRACTS } from './judge/tell.ts';
export { CONTRACT_RULES, type ContractRule } from './rules.ts';
export { type Scope, scopeOf, stillNeeded } from './scope.ts';
export { suggest } from './suggest/suggest.ts';
export type { Suggestion } from './suggest/suggestion.ts';
export { writeSuggestions } from './suggest/write-suggestions.ts';
