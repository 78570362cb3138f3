import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '@astral-sh/ruff-wasm-nodejs';
import type { NotExaminedCode } from '@pawl/findings';
import { type Examination, foreignEncoding, type SourceFile } from '@pawl/scanner';
import { type Engine, loadEngine } from './engine.ts';
import { neutralise } from './neutralise.ts';
import { LEFT_OUT, RULES } from './rules.ts';
import { type Range, wholeCall } from './whole-call.ts';

export interface Hit extends Range {
  readonly rule: string;
  readonly message: string;
}

const MAX_CHARACTERS = 2_000_000;

/** One examination for each file, in the order of the files. */
export async function examineAll(files: readonly SourceFile[]): Promise<readonly Examination<Hit>[]> {
  const engine = await loadEngine();
  const examinations: Examination<Hit>[] = [];
  for (const { text } of files) {
    examinations.push(examine(engine, text));
    // Lets the caller's own time limit have a say. Ruff itself is linear in the length of a file, which is bounded.
    await setImmediate();
  }
  return examinations;
}

function examine(engine: Engine, text: string): Examination<Hit> {
  if (text.length > MAX_CHARACTERS)
    return notExamined('too-large', `it is longer than ${String(MAX_CHARACTERS)} characters`);
  const encoding = foreignEncoding(text);
  if (encoding !== undefined)
    return notExamined('not-utf8', `it declares the encoding ${encoding}, in which Python reads other code`);
  try {
    return judge(engine.check(neutralise(text)), text);
  } catch (error) {
    if (error instanceof RangeError && /call stack/u.test(error.message))
      return notExamined('too-deep', 'its code is nested too deeply');
    return notExamined(
      'tool-failed',
      `Ruff stopped with an error: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function judge(diagnostics: readonly Diagnostic[], text: string): Examination<Hit> {
  const broken = diagnostics.find(({ code }) => code === null || code === 'invalid-syntax');
  if (broken) return notExamined('syntax-error', `${broken.message} (line ${String(broken.start_location.row)})`);
  const unknown = diagnostics.find(({ code }) => !isKnown(code));
  if (unknown) return notExamined('tool-failed', `Ruff reported ${String(unknown.code)}, which is in no table of ours`);
  const lines = text.split(/\r\n|\r|\n/u);
  const judged = diagnostics.filter(({ code }) => Object.hasOwn(RULES, code ?? ''));
  return { kind: 'examined', hits: judged.map((diagnostic) => toHit(diagnostic, lines)).sort(byPosition) };
}

function isKnown(code: string | null): boolean {
  return Object.hasOwn(RULES, code ?? '') || Object.hasOwn(LEFT_OUT, code ?? '');
}

function toHit({ code, message, start_location: start, end_location: end }: Diagnostic, lines: readonly string[]): Hit {
  const range = { line: start.row, column: start.column, endLine: end.row, endColumn: end.column };
  return { rule: String(code), message, ...wholeCall(range, lines) };
}

function byPosition(a: Hit, b: Hit): number {
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1);
}

function notExamined(code: NotExaminedCode, why: string): Examination<Hit> {
  return { kind: 'not-examined', code, why };
}
