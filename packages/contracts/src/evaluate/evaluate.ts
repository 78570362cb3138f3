import type { Node } from '../ast/node.ts';
import type { SyntaxTree } from '@pawl/syntax';
import { parseCode } from '../ast/engine.ts';
import { languageIn } from '../ast/language.ts';
import { findKind } from '../ast/nodes.ts';
import type { Contract, ContractLanguage, Contracts } from '../contract.ts';
import type { ContractEvaluation, FileEvaluation, SideFile } from '../file-evaluation.ts';
import { evaluateFlow } from './flow.ts';
import { evaluateMustHave } from './must-have.ts';
import { evaluateMustNot } from './must-not.ts';
import { evaluateMustStay } from './must-stay.ts';

/** What a contract's promise is judged on. */
export interface Subject {
  readonly file: string;
  readonly root: Node;
  readonly language: ContractLanguage;
  readonly tree: SyntaxTree | undefined;
}

/** A generated or hostile file may be any size; what people write is a tenth of this. */
const MAX_LENGTH = 1_048_576;
/** Patterns that look around a node walk its ancestors: brackets that nest like this make them walk for minutes. */
const MAX_NESTING = 400;

export interface EvaluateOptions {
  /** The file's tree of `@pawl/syntax`, errors tolerated: only `flow` contracts need it, see {@link needsTree}. */
  readonly tree?: SyntaxTree;
}

/** What each contract that speaks of a file says of it. Throws a `ContractError` where the engine does not run. */
export function evaluate(
  contracts: Contracts,
  { file, text }: SideFile,
  { tree }: EvaluateOptions = {},
): FileEvaluation {
  const speaking = contracts.contracts.flatMap((contract) => {
    const language = languageIn(contract, file);
    return language === undefined ? [] : [{ contract, language }];
  });
  if (speaking.length === 0) return { file, contracts: [] };
  const refused = refusal(text);
  if (refused !== undefined) return { file, contracts: [], notExamined: refused };
  const roots = new Map<ContractLanguage, Node>();
  const evaluations = speaking.map(({ contract, language }) => {
    const root = roots.get(language) ?? parseCode(text, language);
    roots.set(language, root);
    return evaluateContract(contract, { file, root, language, tree });
  });
  const notExamined = broken([...roots.values()]) ?? flowProblem(evaluations) ?? treeMissing(speaking, tree);
  return { file, contracts: evaluations, ...(notExamined === undefined ? {} : { notExamined }) };
}

/** Whether a contract of flow speaks of a file, so that its tree must be given. */
export function needsTree(contracts: Contracts, file: string): boolean {
  return contracts.contracts.some(
    (contract) => contract.promise.kind === 'flow' && languageIn(contract, file) !== undefined,
  );
}

function evaluateContract(contract: Contract, subject: Subject): ContractEvaluation {
  const { promise, id } = contract;
  switch (promise.kind) {
    case 'flow':
      return { id, ...evaluateFlow(promise, subject) };
    case 'mustHave':
      return { id, ...evaluateMustHave(promise, subject) };
    case 'mustNot':
      return { id, ...evaluateMustNot(promise, subject) };
    case 'mustStay':
      return { id, ...evaluateMustStay(promise, subject) };
  }
}

/** Why a text is not read at all. */
export function refusal(text: string): FileEvaluation['notExamined'] {
  if (text.length > MAX_LENGTH) return { code: 'too-large', why: `it is longer than ${MAX_LENGTH} characters` };
  let level = 0;
  for (const { 0: bracket } of text.matchAll(/[([{)\]}]/gu)) {
    if (bracket === '(' || bracket === '[' || bracket === '{') level++;
    else if (level > 0) level--;
    if (level > MAX_NESTING) return { code: 'too-deep', why: `its brackets nest deeper than ${MAX_NESTING} levels` };
  }
  return undefined;
}

function broken(roots: readonly Node[]): FileEvaluation['notExamined'] {
  for (const root of roots) {
    const error = findKind(root, 'ERROR')[0];
    if (error !== undefined)
      return { code: 'syntax-error', why: `line ${error.range().start.line + 1} does not parse` };
  }
  return undefined;
}

function flowProblem(evaluations: readonly ContractEvaluation[]): FileEvaluation['notExamined'] {
  return evaluations.find(({ flow }) => flow?.notExamined !== undefined)?.flow?.notExamined;
}

function treeMissing(
  speaking: readonly { readonly contract: Contract }[],
  tree: SyntaxTree | undefined,
): FileEvaluation['notExamined'] {
  const isFlow = speaking.some(({ contract }) => contract.promise.kind === 'flow');
  return isFlow && tree === undefined ? { code: 'no-profile', why: 'the way of its data was not read' } : undefined;
}
