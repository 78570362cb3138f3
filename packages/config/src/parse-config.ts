import { findDuplicates, isRecord, type Mistake, nodeValue, placeOf, toldMistakes } from '@pawl/document';
import type { Node, ParseError } from 'jsonc-parser';
import { ConfigError, type LocatedMistake } from './config-error.ts';
import { writtenRule } from './config-rules.ts';
import { decodeText } from './decode-text.ts';
import { withoutSecrets } from './without-secrets.ts';
import type { WrittenConfig } from './written-config.ts';

/** Larger than any that people write, and small enough to be read at once. */
const MAX_LENGTH = 65_536;

interface Found {
  readonly offset: number;
  readonly message: string;
}

/**
 * Reads `pawl.config.jsonc`: JSON with comments and trailing commas, data and never code. `where` names it in messages.
 * Throws one `ConfigError` with every mistake. The parser is loaded only here, as hooks read the lock's copy instead.
 */
export async function parseConfig(source: string | Uint8Array, where: string): Promise<WrittenConfig> {
  const text = typeof source === 'string' ? source : decodeText(source);
  const found = text === undefined ? [{ offset: 0, message: 'is not UTF-8' }] : [...checkText(text)];
  if (text === undefined || found.length > 0) throw invalid(where, text ?? '', found);
  const jsonc = await import('jsonc-parser');
  const errors: ParseError[] = [];
  const root = parseSafely(() => jsonc.parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: false }));
  if (root === 'too deep') throw invalid(where, text, [{ offset: 0, message: 'is nested too deeply' }]);
  const syntax = errors.map(({ error, offset }) => ({ offset, message: sentence(jsonc.printParseErrorCode(error)) }));
  if (root === undefined || syntax.length > 0) throw invalid(where, text, syntax);
  const value = nodeValue(root);
  const mistakes = [...writtenRule(value, []), ...(await mistakesOfNotify(value))].map((mistake) =>
    locate(mistake, root, jsonc.findNodeAtLocation),
  );
  const all = [...findDuplicates(root), ...mistakes];
  if (all.length > 0) throw invalid(where, text, all);
  return value as WrittenConfig;
}

/** An object under the key is what the rules of that package are for; anything else has been told. */
async function mistakesOfNotify(value: unknown): Promise<readonly Mistake[]> {
  const notify = isRecord(value) ? value['notify'] : undefined;
  if (!isRecord(notify)) return [];
  const { notifyMistakes } = await import('@pawl/notify');
  return notifyMistakes(notify).map(({ path, at, message }) => ({ path: ['notify', ...path], at, message }));
}

function* checkText(text: string): Generator<Found> {
  if (text.length > MAX_LENGTH) yield { offset: 0, message: `is longer than ${MAX_LENGTH} characters` };
  if (text.startsWith('\ufeff'))
    yield { offset: 0, message: 'starts with a byte order mark; save it as UTF-8 without one' };
  const broken = text.search(/\ufffd|\p{Surrogate}/u);
  if (broken >= 0) yield { offset: broken, message: 'holds a character that is not UTF-8' };
}

/** The parser calls itself for every level, so what is nested deeply enough ends the stack instead of the text. */
function parseSafely(parse: () => Node | undefined): Node | undefined | 'too deep' {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) return 'too deep';
    throw error;
  }
}

/** `PropertyNameExpected` as a person would say it. */
function sentence(code: string): string {
  return code.replace(/(?<=[a-z])[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}

function locate(
  { path, at, message }: Mistake,
  root: Node,
  find: (root: Node, path: (string | number)[]) => Node | undefined,
): Found {
  const value = find(root, [...path]);
  const node = at === 'key' ? value?.parent?.children?.[0] : value;
  return { offset: (node ?? root).offset, message };
}

function invalid(where: string, text: string, found: readonly Found[]): ConfigError {
  const placed = found
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, message }) => ({ ...placeOf(text, offset), message }));
  const mistakes: readonly LocatedMistake[] = placed.map(({ line, column, message }) => ({
    where: `${line}:${column}`,
    message,
  }));
  return new ConfigError(
    'invalid-config',
    where,
    mistakes,
    `Mend ${where}.`,
    toldMistakes(where, withoutSecrets(text), placed),
  );
}
