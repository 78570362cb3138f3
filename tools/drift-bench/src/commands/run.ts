import { writeFile } from 'node:fs/promises';
import { CASE_KINDS, type CaseKind } from '../dataset/case.ts';
import { DEFAULT_CACHE } from '../dataset/mirrors.ts';
import type { Io } from '../io.ts';
import { LANGS, SETS } from '../manifest/vocabulary.ts';
import { OWN_MANIFEST, readManifest } from '../manifest/read-manifest.ts';
import { progress } from '../progress.ts';
import { resultsText } from '../run/results-file.ts';
import { MAX_JOBS, runBench } from '../run/run-bench.ts';
import type { RunRequest } from '../run/run-shard.ts';
import { COMMAND_THRESHOLDS, OWN_THRESHOLDS, parseThreshold } from '../run/threshold.ts';
import { chosenRows } from './chosen-rows.ts';
import type { Command } from './command.ts';
import { list } from './list.ts';
import { publish } from './publish.ts';

interface RunOptions {
  readonly mirrors: string | undefined;
  readonly fetch: boolean;
  readonly cache: string;
  readonly manifest: string;
  readonly set: string | undefined;
  readonly lang: string | undefined;
  readonly kinds: string | undefined;
  readonly only: string | undefined;
  readonly gate: string | undefined;
  readonly timeout: number;
  readonly jobs: number;
  readonly threshold: readonly string[];
  readonly out: string | undefined;
  readonly docs: string | undefined;
}

export const runCommand: Command<RunOptions> = (io) => ({
  command: 'run',
  describe: 'Judge all cases and report what was stopped',
  builder: (yargs) =>
    yargs
      .option('mirrors', { type: 'string', requiresArg: true, describe: 'Folder with <owner>+<name>/repo; only read' })
      .option('fetch', {
        type: 'boolean',
        default: false,
        describe: 'Clone projects that are nowhere yet into the cache',
      })
      .option('cache', { type: 'string', requiresArg: true, default: DEFAULT_CACHE, describe: 'Where clones are kept' })
      .option('manifest', { type: 'string', requiresArg: true, default: OWN_MANIFEST, describe: 'The rows to run' })
      .option('set', { choices: SETS, describe: 'Only rows of this set' })
      .option('lang', { choices: LANGS, describe: 'Only rows of this language' })
      .option('kinds', { type: 'string', requiresArg: true, describe: `Only these kinds, of ${CASE_KINDS.join(',')}` })
      .option('only', { type: 'string', requiresArg: true, describe: 'Only these ids, as ID,ID' })
      .option('gate', {
        type: 'string',
        requiresArg: true,
        describe: 'A command with {repo} {base} {head} instead of the engine',
      })
      .option('timeout', { type: 'number', default: 120, describe: 'Seconds that a command may take for a case' })
      .option('jobs', { type: 'number', default: MAX_JOBS, describe: `Processes, at most ${MAX_JOBS}` })
      .option('threshold', {
        type: 'string',
        array: true,
        default: [],
        describe: 'Offered threshold, as name=score; the first one stops',
      })
      .option('out', { type: 'string', requiresArg: true, describe: 'Write a line of JSON for each case' })
      .option('docs', {
        type: 'string',
        requiresArg: true,
        describe: 'Write drift.md and drift-roc.svg into this folder',
      })
      .example('$0 run --mirrors DIR --set dev --out rows.jsonl', 'Judge the set dev in process')
      .example(
        "$0 run --mirrors DIR --gate 'pawl check --repo {repo} --base {base} --head {head}'",
        'Judge by a command',
      ),
  handler: async (options) => {
    const { gate, out, docs, jobs } = options;
    const [first, ...others] = options.threshold.map(parseThreshold);
    const own = gate === undefined ? OWN_THRESHOLDS : COMMAND_THRESHOLDS;
    const thresholds = first === undefined ? own : ([first, ...others] as const);
    const request = await requestOf(options, thresholds[0].value);
    const rows = await judgeAll(request, jobs, io);
    if (out !== undefined) await writeFile(out, resultsText(rows));
    await publish({ rows, thresholds, gate: gate === undefined ? 'the engine in process' : `\`${gate}\``, docs }, io);
  },
});

async function requestOf(options: RunOptions, threshold: number): Promise<RunRequest> {
  const { mirrors: folder, cache, fetch, manifest, set, lang, only, kinds, gate: command, timeout } = options;
  const rows = chosenRows(await readManifest(manifest), { set, lang, only: only?.split(',') });
  const wanted = kinds === undefined ? CASE_KINDS : list<CaseKind>(kinds, CASE_KINDS, 'kind');
  return { rows, mirrors: { folder, cache, fetch }, kinds: wanted, command, timeoutSeconds: timeout, threshold };
}

async function judgeAll(request: RunRequest, jobs: number, io: Io): ReturnType<typeof runBench> {
  const perRow = (label: string): number =>
    request.kinds.filter((kind) => (label === 'benign') === (kind === 'benign' || kind === 'revert')).length;
  const total = request.rows.reduce((sum, { label }) => sum + perRow(label), 0);
  const shown = await progress('Judging', total, io.terminal, io.err);
  try {
    return await runBench(request, jobs, shown.step);
  } finally {
    shown.stop();
  }
}
