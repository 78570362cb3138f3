import { setImmediate } from 'node:timers/promises';
import type { NotExaminedCode } from '@pawl/findings';
import { type Examination, positionsIn, type SourceFile } from '@pawl/scanner';
import { type Engine, type Linted, loadEngine } from './engine.ts';
import { type Language, languageOf } from './language.ts';
import { type Range, rangeOf } from './range.ts';
import { RULES } from './rules.ts';
import { OutOfTime, withinTime } from './within-time.ts';

/** A match of one of our rules. */
export interface Hit extends Range {
  readonly rule: string;
}

const MAX_CHARACTERS = 1_000_000;
const MILLISECONDS_A_FILE = 20_000;

const idByRule = new Map(RULES.flatMap(({ id, how }) => ('rule' in how ? [[how.rule, id] as const] : [])));

/** One examination for each file, in the order of the files. */
export async function examineAll(files: readonly SourceFile[]): Promise<readonly Examination<Hit>[]> {
  const engine = await loadEngine({ typescript: files.some(({ file }) => languageOf(file)?.grammar !== 'javascript') });
  const examinations: Examination<Hit>[] = [];
  for (const source of files) {
    examinations.push(examine(engine, source));
    // Lets the caller's own time limit have a say.
    await setImmediate();
  }
  return examinations;
}

function examine(engine: Engine, { file, text }: SourceFile): Examination<Hit> {
  const language = languageOf(file);
  if (language === undefined) return notExamined('no-profile', 'it is neither JavaScript nor TypeScript');
  if (text.length > MAX_CHARACTERS)
    return notExamined('too-large', `it is longer than ${String(MAX_CHARACTERS)} characters`);
  try {
    return withinTime(MILLISECONDS_A_FILE, () => examineInTime(engine, language, text));
  } catch (error) {
    if (error instanceof OutOfTime)
      return notExamined('timed-out', `it took longer than ${String(MILLISECONDS_A_FILE)} ms`);
    if (isStackOverflow(error)) return notExamined('too-deep', 'its code is nested too deeply');
    return notExamined(
      'tool-failed',
      `ESLint stopped with an error: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function examineInTime(engine: Engine, { grammar, goals }: Language, text: string): Examination<Hit> {
  const hits = new Map<string, Hit>();
  let failure: Examination<Hit> | undefined;
  let parsed = false;
  for (const goal of goals) {
    if (parsed && !dependsOnGoal(text)) break;
    const linted = engine.lint(text, grammar, goal);
    const refusal = linted.messages.find(({ fatal }) => fatal === true);
    if (refusal) {
      failure ??= refused(refusal.message, refusal.line);
      continue;
    }
    parsed = true;
    for (const hit of hitsOf(linted, text)) hits.set(JSON.stringify(hit), hit);
  }
  return parsed || failure === undefined ? { kind: 'examined', hits: [...hits.values()].sort(byPosition) } : failure;
}

/**
 * `<!--` and `-->` begin a comment in a script and are operators in a module, so the same text can be code in the one and
 * a comment in the other. Who wrote it knows how it will be loaded and we do not: it is read both ways.
 */
function dependsOnGoal(text: string): boolean {
  return /<!--|-->/u.test(text);
}

function refused(message: string, line: number): Examination<Hit> {
  if (/stack s/u.test(message)) return notExamined('too-deep', 'its code is nested too deeply');
  return notExamined('syntax-error', `${message.replace(/^Parsing error: /u, '')} (line ${String(line)})`);
}

function hitsOf({ messages, sourceCode }: Linted, text: string): readonly Hit[] {
  const at = positionsIn(text);
  return messages.map((message) => {
    const rule = message.ruleId === 'no-restricted-syntax' ? message.message : idByRule.get(message.ruleId ?? '');
    if (rule === undefined || sourceCode === null)
      throw new Error(`ESLint reported ${String(message.ruleId)}, which it was not asked for`);
    return { rule, ...rangeOf(message, sourceCode, at) };
  });
}

function byPosition(a: Hit, b: Hit): number {
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1);
}

function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/u.test(error.message);
}

function notExamined(code: NotExaminedCode, why: string): Examination<Hit> {
  return { kind: 'not-examined', code, why };
}
