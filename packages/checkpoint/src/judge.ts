import { CONFIG_FILE, parseConfig } from '@pawl/config';
import { isPawlError } from '@pawl/errors';
import { joinCoverage, NO_COVERAGE } from '@pawl/findings';
import { decide, type Evidence, type Fault, type Verdict } from '@pawl/verdict';
import { withoutAccepted } from './accepted.ts';
import { gateChanges } from './gate.ts';
import { judgeStructure } from './judge-structure.ts';
import { type OpenedScanners, openScanners } from './open-scanners.ts';
import type { Question, Workshop } from './question.ts';
import { type ChangedFile, compare, languagesOf, readFiles } from './read-change.ts';
import { scanBothSides } from './scan-both-sides.ts';
import { stopwatch } from './stopwatch.ts';
import { toolFaults, toolsOf } from './tools.ts';

export { openWorkshop, startSyntax } from './open-workshop.ts';

export interface Judged {
  /** Before it is known what the judged tree is called: the index has no name until git has written it. */
  readonly verdict: Omit<Verdict, 'head'>;
  /** What it was made from: for people, who want to see what stayed and what went, too. */
  readonly evidence: Evidence;
}

export async function judge(workshop: Workshop, question: Question): Promise<Judged> {
  const { base, tier, only, config, locked } = question;
  const watch = stopwatch();
  const { files, opened } = await watch.time('read', () => read(workshop, question));
  // A tool is another process: while it runs there is time for the structure.
  const [structure, scanners] = await Promise.all([
    only === 'scanners'
      ? undefined
      : watch.time('invariants', () => judgeStructure(files, workshop.syntax, config.sensitivity)),
    opened && watch.time('scanners', () => scanBothSides(files, opened, workshop, question)),
  ]);
  const evidence: Evidence = {
    ...(structure ? { invariants: structure.findings, suppressions: structure.introducedSuppressions } : {}),
    ...(scanners ? { delta: scanners.delta } : {}),
    gateChanges: gateChanges(files, locked?.gateFiles),
    faults: [
      ...(await configFaults(files)),
      ...(locked ? toolFaults(scanners?.tools ?? toolsOf([]), locked.tools) : []),
      ...(scanners?.faults ?? []),
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
  };
  const judgement = decide(evidence, config.policy);
  return {
    verdict: { schema: 'pawl/verdict@1', base, tier, assurance: 'unsigned', ...judgement, timings: watch.timings() },
    evidence,
  };
}

interface Read {
  readonly files: readonly ChangedFile[];
  /** Absent where scanners are not judged. */
  readonly opened: OpenedScanners | undefined;
}

/** Reads the change, and makes ready what will look at it while git answers. */
async function read({ repository, syntax, pinOf }: Workshop, question: Question): Promise<Read> {
  const { baseTree, head, tier, only, config } = question;
  const [changes, opened] = await Promise.all([
    compare(repository, baseTree, head, config),
    only === 'invariants' ? undefined : openScanners(tier, config.scanners, pinOf),
  ]);
  const languages = only === 'scanners' ? [] : languagesOf(changes);
  const [files] = await Promise.all([
    readFiles(repository, changes, config),
    ...languages.map((language) => syntax.load(language)),
  ]);
  return { files, opened };
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
