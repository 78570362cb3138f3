import { setImmediate } from 'node:timers/promises';
import type { NotExaminedCode } from '@pawl/findings';
import { type Examination, positionsIn, type SourceFile } from '@pawl/scanner';
import { type Engine, loadEngine, type Report } from './engine.ts';
import { type Range, rangeOf } from './range.ts';
import { LEFT_OUT, RULES } from './rules.ts';
import { OutOfTime, withinTime } from './within-time.ts';

/** Where a secret is, without the secret. */
export interface Hit extends Range {
  readonly rule: string;
}

const MAX_CHARACTERS = 10_000_000;
const MILLISECONDS_A_FILE = 10_000;

/** One examination for each file, in the order of the files. */
export async function examineAll(files: readonly SourceFile[]): Promise<readonly Examination<Hit>[]> {
  const engine = await loadEngine();
  const examinations: Examination<Hit>[] = [];
  for (const source of files) {
    examinations.push(examine(engine, source));
    // Lets the caller's own time limit have a say.
    await setImmediate();
  }
  return examinations;
}

function examine(engine: Engine, { file, text }: SourceFile): Examination<Hit> {
  if (text.length > MAX_CHARACTERS)
    return notExamined('too-large', `it is longer than ${String(MAX_CHARACTERS)} characters`);
  try {
    return judge(
      withinTime(MILLISECONDS_A_FILE, () => engine.lint(text, file)),
      text,
    );
  } catch (error) {
    if (error instanceof OutOfTime)
      return notExamined('timed-out', `it took longer than ${String(MILLISECONDS_A_FILE)} ms`);
    // An error of secretlint may repeat the text on which it fell, and so is not passed on.
    return notExamined('tool-failed', 'secretlint stopped with an error');
  }
}

function judge(reports: readonly Report[], text: string): Examination<Hit> {
  const unknown = reports.find(({ id }) => !Object.hasOwn(RULES, id) && !Object.hasOwn(LEFT_OUT, id));
  if (unknown) return notExamined('tool-failed', `secretlint reported ${unknown.id}, which is in no table of ours`);
  const at = positionsIn(text);
  const judged = reports.filter(({ id }) => Object.hasOwn(RULES, id));
  return {
    kind: 'examined',
    hits: judged.map((report) => ({ rule: report.id, ...rangeOf(report, text, at) })).sort(byPosition),
  };
}

function byPosition(a: Hit, b: Hit): number {
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1);
}

function notExamined(code: NotExaminedCode, why: string): Examination<Hit> {
  return { kind: 'not-examined', code, why };
}
