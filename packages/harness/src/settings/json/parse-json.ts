import {
  createScanner,
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { HarnessError } from '../../harness-error.ts';

/** Token numbers of the scanner, which its type declares as a `const enum` that no file of its own can import. */
const OPENS = new Set([1, 3]);
const CLOSES = new Set([2, 4]);
const END = 17;
const DEEPEST = 100;

/** A settings file as a tree with offsets. Comments and trailing commas are let pass: most harnesses do, and they stay. */
export function parseJson(text: string, file: string): Node {
  refuseDepth(text, file);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (root === undefined || error !== undefined) {
    const where = error === undefined ? '' : `, line ${text.slice(0, error.offset).split('\n').length}`;
    const what = error === undefined ? 'it is empty' : printParseErrorCode(error.error);
    throw broken(`${file} does not parse as JSON${where}: ${what}.`, file);
  }
  if (root.type !== 'object') throw misshapen(`${file} holds something other than a JSON object.`, file);
  return root;
}

/** The parser calls itself for every level, so depth is counted before it can exhaust the stack. */
function refuseDepth(text: string, file: string): void {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    if (OPENS.has(token)) depth += 1;
    if (CLOSES.has(token)) depth -= 1;
    if (depth > DEEPEST) throw broken(`${file} is nested more than ${DEEPEST} levels deep.`, file);
  }
}

/** The value under a key of an object, which must be of that type where it is there at all, and there only once. */
export function childOf(parent: Node, key: string, type: 'object' | 'array', file: string): Node | undefined {
  const named = (parent.children ?? []).filter((property) => property.children?.[0]?.value === key);
  if (named.length > 1) throw misshapen(`${file} names "${key}" twice, and only one of the two is read.`, file);
  const node = findNodeAtLocation(parent, [key]);
  if (node !== undefined && node.type !== type) {
    throw misshapen(`"${key}" in ${file} is not ${type === 'object' ? 'an object' : 'a list'}.`, file);
  }
  return node;
}

/** What a node says, as `JSON.parse` would give it. The parser's own objects have no prototype, so they equal nothing. */
export function valueOf(node: Node): unknown {
  return JSON.parse(JSON.stringify(getNodeValue(node)));
}

export function broken(message: string, file: string): HarnessError {
  return new HarnessError('broken-settings', message, { next: `Mend or remove ${file}, then run this again.` });
}

export function misshapen(message: string, file: string): HarnessError {
  return new HarnessError('unexpected-shape', message, { next: `Mend the hooks in ${file}, then run this again.` });
}
