import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { Model } from '@pawl/invariants';
import { BenchError } from '../bench-error.ts';
import type { MissingCase } from '../dataset/case.ts';
import { cases } from '../dataset/cases.ts';
import { DEFAULT_CACHE, openMirrors } from '../dataset/mirrors.ts';
import { collect, collectMade } from '../fit/collect.ts';
import type { Example } from '../fit/example.ts';
import { leaveProjectsOut, thresholdsOf } from '../fit/leave-projects-out.ts';
import { nestedLines, unseen } from '../fit/nested.ts';
import { train } from '../fit/train.ts';
import { weightsText } from '../fit/weights-text.ts';
import { inProcessGate } from '../gate/in-process-gate.ts';
import type { Io } from '../io.ts';
import type { ManifestRow } from '../manifest/manifest-row.ts';
import { OWN_MANIFEST, readManifest } from '../manifest/read-manifest.ts';
import { openLocalSyntax } from '../open-local-syntax.ts';
import { progress } from '../progress.ts';
import { judgeCase } from '../run/judge-case.ts';
import { caseFacts, type ResultRow } from '../run/result-row.ts';
import { resultsText } from '../run/results-file.ts';
import type { Command } from './command.ts';
import { publish } from './publish.ts';

interface FitOptions {
  readonly mirrors: string | undefined;
  readonly cache: string;
  readonly manifest: string;
  readonly made: string | undefined;
  readonly examples: string | undefined;
  readonly weights: string | undefined;
  readonly out: string | undefined;
  readonly docs: string | undefined;
}

export const fitCommand: Command<FitOptions> = (io) => ({
  command: 'fit',
  describe: 'Fit the weights, and measure them on projects that were left out',
  builder: (yargs) =>
    yargs
      .option('mirrors', { type: 'string', requiresArg: true, describe: 'Folder with <owner>+<name>/repo; only read' })
      .option('cache', { type: 'string', requiresArg: true, default: DEFAULT_CACHE, describe: 'Where clones are kept' })
      .option('manifest', {
        type: 'string',
        requiresArg: true,
        default: OWN_MANIFEST,
        describe: 'The rows to learn from',
      })
      .option('made', {
        type: 'string',
        requiresArg: true,
        describe: 'Generated cases to learn from, of tools/rewrites',
      })
      .option('examples', {
        type: 'string',
        requiresArg: true,
        describe: 'Keep the features in this file, or read them',
      })
      .option('weights', { type: 'string', requiresArg: true, describe: 'Write the weights into this file' })
      .option('out', { type: 'string', requiresArg: true, describe: 'Write a line of JSON for each left-out case' })
      .option('docs', {
        type: 'string',
        requiresArg: true,
        describe: 'Write drift.md and drift-roc.svg into this folder',
      })
      .example('$0 fit --mirrors DIR --made FILE --weights weights.ts', 'Fit on the whole manifest'),
  handler: async (options) => {
    const rows = await readManifest(options.manifest);
    const examples = await examplesOf(options, rows, io);
    const folds = await fitFolds(examples, io);
    const lines = nestedLines(unseen(examples, folds), ['default', 'strict', 'paranoid']);
    io.out(
      `Models and thresholds chosen without the projects that they judge, set dev:\n\n${lines.map((line) => `- ${line}\n`).join('')}\n`,
    );
    const thresholds = thresholdsOf(examples);
    if (options.weights !== undefined) {
      const measured = { examples: examples.length, projects: projectsIn(examples), lines };
      await writeFile(options.weights, weightsText(train(examples), thresholds, measured));
    }
    if (options.out === undefined && options.docs === undefined) return;
    const judged = await judgeLeftOut(options, rows, folds, io);
    if (options.out !== undefined) await writeFile(options.out, resultsText(judged));
    const [first, ...others] = [...thresholds].map(([name, value]) => ({ name, value }));
    if (first === undefined) return;
    const gate = 'the engine in process, fitted without the project of the case';
    await publish({ rows: judged, thresholds: [first, ...others], gate, docs: options.docs }, io);
  },
});

type Folds = ReturnType<typeof leaveProjectsOut>;

function projectsIn(examples: readonly Example[]): number {
  return new Set(examples.flatMap(({ set, repo }) => (set === 'made' ? [] : [repo]))).size;
}

async function examplesOf(options: FitOptions, rows: readonly ManifestRow[], io: Io): Promise<readonly Example[]> {
  const { examples: file, made } = options;
  if (file !== undefined && existsSync(file)) {
    return (await readFile(file, 'utf8'))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Example);
  }
  const syntax = openLocalSyntax();
  const shown = await progress('Reading', 2 * rows.length, io.terminal, io.err);
  const onMissing = (id: string, why: string): void => io.err(`${id} was left out: ${why}\n`);
  const mirrors = openMirrors({ folder: options.mirrors, cache: options.cache });
  const real = await collect({ rows, mirrors, syntax, onCase: shown.step, onMissing }).finally(shown.stop);
  const all = [
    ...real,
    ...(made === undefined
      ? []
      : await collectMade(
          made,
          syntax,
          rows.map(({ repo }) => repo),
        )),
  ];
  if (file !== undefined) await writeFile(file, all.map((example) => `${JSON.stringify(example)}\n`).join(''));
  return all;
}

async function fitFolds(examples: readonly Example[], io: Io): Promise<Folds> {
  const shown = await progress('Fitting', 10, io.terminal, io.err);
  try {
    return leaveProjectsOut(examples, shown.step);
  } finally {
    shown.stop();
  }
}

/** Judges the set dev, each case by the model that did not learn from its project, so that its reasons are told as well. */
async function judgeLeftOut(
  options: FitOptions,
  rows: readonly ManifestRow[],
  folds: Folds,
  io: Io,
): Promise<readonly ResultRow[]> {
  const syntax = openLocalSyntax();
  const dev = rows.filter(({ set }) => set === 'dev');
  const shown = await progress('Judging', 2 * dev.length, io.terminal, io.err);
  const judged: ResultRow[] = [];
  const mirrors = openMirrors({ folder: options.mirrors, cache: options.cache });
  const onMissing = ({ row, kind, why }: MissingCase): void => {
    judged.push({ ...caseFacts(row, kind), state: 'missing', why });
    shown.step();
  };
  try {
    for await (const testCase of cases(dev, mirrors, { onMissing })) {
      const { model, threshold } = foldOf(testCase.row, folds);
      const gate = inProcessGate(syntax, { model, threshold });
      judged.push(await judgeCase(testCase, { gate, syntax, threshold }));
      shown.step();
    }
  } finally {
    shown.stop();
  }
  return judged;
}

/** A case of no fold has no model that did not see it, and none will do in its stead. */
function foldOf({ id, repo }: ManifestRow, folds: Folds): { readonly model: Model; readonly threshold: number } {
  const fold = folds.find(({ projects }) => projects.has(repo));
  const threshold = fold?.thresholds.get('default');
  if (fold !== undefined && threshold !== undefined) return { model: fold.model, threshold };
  throw new BenchError('no-examples', `${id} cannot be judged: no example is of ${repo}, so none was left out`, {
    next: 'Delete the file of --examples, so that it is made from this manifest.',
  });
}
