import { findDuplicates, type Mistake, nodeValue, placeOf, toldMistakes } from '@pawl/document';
import { findNodeAtLocation, type Node, parseTree, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { patternMistakes } from '../ast/check-patterns.ts';
import type { Contracts } from '../contract.ts';
import { ContractError, type ContractMistake } from '../contracts-error.ts';
import { documentRule } from './contract-rules.ts';
import { resolve } from './resolve.ts';

/** Where a project writes its contracts, at the top of its repository. */
export const CONTRACTS_FILE = 'pawl.contracts.jsonc';

/** Larger than any that people write, and small enough to be read at once. */
const MAX_LENGTH = 262_144;
/** A rule object in a list in a contract is ten levels down; the parser calls itself for each. */
const MAX_NESTING = 64;

interface Found {
  readonly offset: number;
  readonly message: string;
}

export interface ParseOptions {
  /** `trusted` for a text whose patterns were checked before, as a lock's were: the pattern engine is not loaded. */
  readonly patterns?: 'checked' | 'trusted';
}

/**
 * Reads a contracts file: JSON with comments and trailing commas, data and never code. `file` names it in messages.
 * Throws one {@link ContractError} with every mistake, each with its line and column.
 */
export function parseContracts(text: string, file: string, { patterns = 'checked' }: ParseOptions = {}): Contracts {
  const found = [...checkText(text)];
  if (found.length > 0) throw invalid(file, text, found);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: false });
  const syntax = errors.map(({ error, offset }) => ({ offset, message: sentence(printParseErrorCode(error)) }));
  if (root === undefined || syntax.length > 0) throw invalid(file, text, syntax);
  const value = nodeValue(root);
  const mistakes = documentRule(value, []).map((mistake) => locate(mistake, root));
  const all = [...findDuplicates(root), ...mistakes];
  if (all.length > 0) throw invalid(file, text, all);
  const contracts = resolve(value as { readonly contracts: readonly unknown[] });
  const bad = patterns === 'trusted' ? [] : patternMistakes(contracts).map((mistake) => locate(mistake, root));
  if (bad.length > 0) throw invalid(file, text, bad);
  return contracts;
}

function* checkText(text: string): Generator<Found> {
  if (text.length > MAX_LENGTH) yield { offset: 0, message: `is longer than ${MAX_LENGTH} characters` };
  if (text.startsWith('\ufeff'))
    yield { offset: 0, message: 'starts with a byte order mark; save it as UTF-8 without one' };
  const broken = text.search(/\ufffd|\p{Surrogate}/u);
  if (broken >= 0) yield { offset: broken, message: 'holds a character that is not UTF-8' };
  const deep = nestingOver(text);
  if (deep !== undefined) yield { offset: deep, message: `is nested deeper than ${MAX_NESTING} levels` };
}

/** Where brackets nest too deep, those in texts and comments left out. */
function nestingOver(text: string): number | undefined {
  let level = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\/|[[{]|[\]}]/gu)) {
    if (token === '[' || token === '{') level++;
    else if (token === ']' || token === '}') level--;
    if (level > MAX_NESTING) return index;
  }
  return undefined;
}

/** `PropertyNameExpected` as a person would say it. */
function sentence(code: string): string {
  return code.replace(/(?<=[a-z])[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}

function locate({ path, at, message }: Mistake, root: Node): Found {
  const value = nearestNode(root, path);
  const node = at === 'key' ? value.parent?.children?.[0] : value;
  return { offset: (node ?? root).offset, message };
}

/** A pattern that stands alone where a list might has no index of its own. */
function nearestNode(root: Node, path: Mistake['path']): Node {
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(root, [...path.slice(0, length)]);
    if (node !== undefined) return node;
  }
  return root;
}

function invalid(file: string, text: string, found: readonly Found[]): ContractError {
  const mistakes: readonly ContractMistake[] = found
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, message }) => ({ ...placeOf(text, offset), message }));
  const told = toldMistakes(file, text, mistakes);
  return new ContractError('invalid-contracts', told, `Mend ${file}, then run: pawl contracts check`, mistakes);
}
