import type { RawFinding } from '@pawl/findings';
import type { Command, CommandResult, Scanner, ScanRequest, ScanResult } from '@pawl/scanner';
import type { HonestRun, LyingToolSubject } from './subject.ts';

/** A tool that does not exist: `todo --version`, then `todo <folder>`, which lists the lines that say TODO. */
const LIMITS = { timeoutMs: 20_000, maxOutputBytes: 20_000_000, maxMemoryBytes: 1_000_000_000 };

export const request: ScanRequest = {
  files: [
    { file: 'a.js', blob: 'blob-a', text: 'one\n// TODO check\n' },
    { file: 'lib/b.js', blob: 'blob-b', text: '// TODO escape\n' },
  ],
};

export function planWith(changes: Partial<Command> = {}): Scanner['plan'] {
  return ({ files }) => ({
    kind: 'command',
    steps: [
      { argv: ['todo', '--version'], okStatus: [0] },
      { argv: ['todo', '--json', '{files}'], okStatus: [0, 1] },
    ],
    files,
    own: [],
    ...LIMITS,
    ...changes,
  });
}

export function scannerWith(read: Scanner['read'], changes: Partial<Command> = {}): Scanner {
  return {
    name: 'todo',
    scope: 'file',
    version: '1.2.3',
    rulesDigest: 'd',
    owes: (file) => file.endsWith('.js'),
    plan: planWith(changes),
    read,
  };
}

export function honest({ files }: ScanRequest): HonestRun {
  const paths = files.map(({ file }) => `{files}/${file}`);
  const results = paths.map((path) => ({ path, line: 1, rule: 'todo', message: 'Somebody wanted to come back.' }));
  return {
    result: written({ ok: true, scanned: paths, errors: [], results }),
    steps: [{ stdout: 'todo 1.2.3\n' }, { status: files.length > 0 ? 1 : 0 }],
  };
}

function written(run: object): string {
  return JSON.stringify({ runs: [run] });
}

export function subjectOf(scanner: Scanner): LyingToolSubject {
  return { scanner, request, honest, namesScanned: true, admissions };
}

function admissions(asked: ScanRequest): Readonly<Record<string, HonestRun>> {
  const nothing = { ok: true, scanned: asked.files.map(({ file }) => `{files}/${file}`), errors: [], results: [] };
  const saying = (change: object): HonestRun => ({
    ...honest(asked),
    result: written({ ...nothing, ...change }),
  });
  return {
    'it could not read a file': saying({ errors: ['a.js: unexpected token'] }),
    'it did not succeed': saying({ ok: false }),
  };
}

interface Run {
  readonly ok: boolean;
  readonly scanned: readonly string[];
  readonly errors: readonly string[];
  readonly results: readonly { path: string; line: number; rule: string; message: string }[];
}

/** Reads like somebody who has only ever seen the tool at its best. */
export function sloppyRead(output: unknown, { files }: ScanRequest): ScanResult {
  const { result, folder } = output as CommandResult;
  const runs = JSON.parse(result).runs as readonly Partial<Run>[];
  const findings = runs
    .flatMap((each) => each.results ?? [])
    .map(({ path, line, rule, message }): RawFinding => {
      const file = path.replace(`${folder}/`, '');
      return { tool: 'todo', rule, severity: 'low', message, cwe: [], file, line };
    });
  return {
    findings,
    coverage: { examined: files.map(({ file, blob }) => ({ file, blob, by: 'todo' })), notExamined: [] },
  };
}

/** Reads as an adapter should: exact shapes, the pinned version, and only what the tool says that it scanned. */
export function strictRead(output: unknown, asked: ScanRequest): ScanResult {
  const { steps, result, folder } = output as CommandResult;
  if (steps[0]?.stdout !== 'todo 1.2.3\n') throw new Error('this is not todo 1.2.3');
  const scanned = new Set(strictRun(result).scanned);
  if (scanned.size !== asked.files.length) throw new Error('not every file was scanned, or another one was');
  const all = sloppyRead(output, asked);
  const examined = all.coverage.examined.filter(({ file }) => scanned.has(`${folder}/${file}`));
  return { ...all, coverage: { ...all.coverage, examined } };
}

function strictRun(text: string): Run {
  const document = JSON.parse(text) as { readonly runs: readonly [Run] };
  // What is there twice, or under a name like `__proto__`, does not come out as it went in.
  if (JSON.stringify(document) !== text) throw new Error('the result is not written as the tool writes it');
  const [{ ok, scanned, errors, results, ...others }, ...more] = document.runs;
  const isComplete = ok === true && Array.isArray(errors) && errors.length === 0;
  const isExact = more.length + Object.keys(others).length === 0 && Object.keys(document).length === 1;
  if (!isComplete || !isExact || !Array.isArray(scanned)) throw new Error('the tool did not do its work');
  for (const each of results) {
    const isText = [each.path, each.rule, each.message].every((value) => typeof value === 'string');
    if (!isText || typeof each.line !== 'number') throw new Error('a result has another shape');
  }
  return { ok, scanned, errors, results };
}
