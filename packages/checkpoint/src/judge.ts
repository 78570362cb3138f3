import { type Delta, delta } from '@pawl/baseline';
import { CONFIG_FILE, type Config, parseConfig } from '@pawl/config';
import { isPawlError } from '@pawl/errors';
import { type Coverage, joinCoverage, NO_COVERAGE } from '@pawl/findings';
import type { INDEX, Repository } from '@pawl/git';
import type { Scanner } from '@pawl/scanner';
import type { Syntax } from '@pawl/syntax';
import { decide, type Fault, type Verdict } from '@pawl/verdict';
import { withoutAccepted } from './accepted.ts';
import { gateChanges } from './gate.ts';
import { judgeStructure } from './judge-structure.ts';
import { type ChangedFile, compare, languagesOf, readFiles } from './read-change.ts';
import { type Means, scan } from './scan.ts';
import { scannersOf, type Tier } from './scanners.ts';
import { stopwatch } from './stopwatch.ts';
import { surrounder } from './surroundings.ts';
import { toolFaults, toolsOf, type Tool } from './tools.ts';

export { openSyntaxFor } from './open-syntax-for.ts';

export type Only = 'invariants' | 'scanners';

/** The whole question. The same question gets the same verdict wherever it is asked. */
export interface Question {
  /** The commit or tree to compare with, and the one that is judged, or the index. */
  readonly base: string;
  /** What git compares: the tree of `base` where the lock names it, so that git need not be asked for it first. */
  readonly baseTree: string;
  readonly head: string | typeof INDEX;
  readonly tier: Tier;
  readonly only: Only | undefined;
  readonly config: Config;
  /** What the lock pins; absent when two revisions are compared without one. */
  readonly locked:
    { readonly tools: readonly Tool[]; readonly gateFiles: Readonly<Record<string, string | null>> } | undefined;
}

/** A verdict before it is known what the judged tree is called: the index has no name until git has written it. */
export type Judged = Omit<Verdict, 'head'>;

export async function judge(repository: Repository, syntax: Syntax, question: Question): Promise<Judged> {
  const { base, tier, only, config, locked } = question;
  const watch = stopwatch();
  const { files, engines } = await watch.time('read', () => read(repository, syntax, question));
  const means = { scanners: engines, surround: surrounder(syntax), timeoutMs: config.limits.timeoutMs };
  const structure =
    only === 'scanners'
      ? undefined
      : await watch.time('invariants', () => judgeStructure(files, syntax, config.sensitivity));
  const scanners = only === 'invariants' ? undefined : await watch.time('scanners', () => scanBothSides(files, means));
  const judgement = decide(
    {
      ...(structure ? { invariants: structure.findings, suppressions: structure.introducedSuppressions } : {}),
      ...(scanners ? { delta: scanners.delta } : {}),
      gateChanges: gateChanges(files, locked?.gateFiles),
      faults: [
        ...(await configFaults(files)),
        ...(locked ? toolFaults(scanners?.tools ?? toolsOf([]), locked.tools) : []),
      ],
      coverage: {
        base: joinCoverage([structure?.baseCoverage ?? NO_COVERAGE, scanners?.base ?? NO_COVERAGE]),
        head: withoutAccepted(
          joinCoverage([structure?.headCoverage ?? NO_COVERAGE, scanners?.head ?? NO_COVERAGE]),
          config,
        ),
        renames: renamesOf(files),
        deleted: deletedOf(files),
      },
    },
    config.policy,
  );
  return { schema: 'pawl/verdict@1', base, tier, assurance: 'unsigned', ...judgement, timings: watch.timings() };
}

interface Read {
  readonly files: readonly ChangedFile[];
  readonly engines: readonly Scanner[];
}

/** Reads the change, and makes ready what will look at it while git answers. */
async function read(repository: Repository, syntax: Syntax, question: Question): Promise<Read> {
  const { baseTree, head, tier, only, config } = question;
  const [changes, engines] = await Promise.all([
    compare(repository, baseTree, head, config),
    only === 'invariants' ? [] : scannersOf(tier, config.scanners),
  ]);
  const languages = only === 'scanners' ? [] : languagesOf(changes);
  const [files] = await Promise.all([
    readFiles(repository, changes, config),
    ...languages.map((language) => syntax.load(language)),
  ]);
  return { files, engines };
}

interface BothSides {
  readonly delta: Delta;
  readonly base: Coverage;
  readonly head: Coverage;
  readonly tools: readonly Tool[];
}

/** Base and head are always scanned by the same tool and rules, or a new version would look like a fix. */
async function scanBothSides(files: readonly ChangedFile[], means: Means): Promise<BothSides> {
  const before = await scan(
    means,
    files.flatMap(({ base }) => base ?? []),
  );
  const after = await scan(
    means,
    files.flatMap(({ head }) => head ?? []),
  );
  return {
    delta: delta(before.findings, after.findings),
    base: before.coverage,
    head: after.coverage,
    tools: toolsOf(means.scanners),
  };
}

function renamesOf(files: readonly ChangedFile[]): ReadonlyMap<string, string> {
  const moved = files.filter(({ base, head }) => base && head && base.file !== head.file);
  return new Map(moved.map(({ base, head }) => [head?.file ?? '', base?.file ?? '']));
}

function deletedOf(files: readonly ChangedFile[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ base, head }) => (base && !head ? [base.file] : [])));
}

/** A configuration that is broken in head decides nothing today, but it would break the next lock: say so now. */
async function configFaults(files: readonly ChangedFile[]): Promise<readonly Fault[]> {
  const config = files.find(({ head }) => head?.file === CONFIG_FILE)?.head;
  if (config === undefined) return [];
  try {
    if (config.kind === 'text') await parseConfig(config.text, CONFIG_FILE);
    return [];
  } catch (error) {
    if (!isPawlError(error)) throw error;
    return [{ code: error.code, message: error.message, next: error.next ?? `mend ${CONFIG_FILE}` }];
  }
}
