import { pathToFileURL } from 'node:url';
import { type Delta, delta } from '@pawl/baseline';
import { type Coverage, joinCoverage } from '@pawl/findings';
import { INDEX } from '@pawl/git';
import type { Fault } from '@pawl/verdict';
import { compareLogs } from './compare-logs.ts';
import type { Subject } from './given-logs.ts';
import type { OpenedScanners } from './open-scanners.ts';
import type { Question, Workshop } from './question.ts';
import type { ChangedFile } from './read-change.ts';
import { joinSides, scan } from './scan.ts';
import type { Sides } from './sides.ts';
import { surrounder } from './surroundings.ts';
import { type Tool, toolsOf } from './tools.ts';
import { openTree } from './tree.ts';
import { pathsOfSides, treeOf, type Trees } from './trees-of.ts';

/** What the scanners and the logs say of a change. */
export interface BothSides {
  readonly delta: Delta;
  readonly base: Coverage;
  readonly head: Coverage;
  readonly tools: readonly Tool[];
  readonly faults: readonly Fault[];
}

/** Base and head are always scanned by the same tool and rules, or a new version would look like a fix. */
export async function scanBothSides(
  files: readonly ChangedFile[],
  { embedded, installed, faults }: OpenedScanners,
  trees: Trees,
  workshop: Workshop,
  question: Question,
): Promise<BothSides> {
  const versions = { base: files.flatMap(({ base }) => base ?? []), head: files.flatMap(({ head }) => head ?? []) };
  const changed = pathsOfSides(files);
  const { run, results, scanning, syntax } = workshop;
  const surround = surrounder(syntax);
  const means = { run, results, scanning, surround, trees };
  // One line tells what is waited for, and that is the tool.
  const quietly = installed.length > 0 ? { scanning: () => undefined } : {};
  // A tool has a process of its own, and an engine may have a thread: this one would only wait for them.
  const scanned = joinSides(
    await Promise.all([
      scan(installed, versions, means),
      ...embedded.map((scanner) => scan([scanner], versions, { ...means, ...quietly })),
    ]),
  );
  const subjects = {
    base: () => subjectOf('base', workshop, question),
    head: () => subjectOf('head', workshop, question),
  };
  const told = await compareLogs(question.logs, { config: question.config, surround, subjects, changed });
  return {
    delta: delta([...scanned.base.findings, ...told.base.findings], [...scanned.head.findings, ...told.head.findings]),
    base: joinCoverage([scanned.base.coverage, told.base.coverage]),
    head: joinCoverage([scanned.head.coverage, told.head.coverage]),
    tools: toolsOf([...embedded, ...installed]),
    faults: [...faults, ...told.faults],
  };
}

/** What a log may speak of: what a person excluded from being judged is there all the same. */
async function subjectOf(side: keyof Sides<unknown>, workshop: Workshop, question: Question): Promise<Subject> {
  const { repository } = workshop;
  const everything = { ...question.config, exclude: [] };
  const tree = await openTree(repository, await treeOf(side, workshop, question), everything, new Set());
  const revision = question[side];
  return {
    files: await tree.texts(),
    commit: revision === INDEX ? undefined : revision,
    root: repository.topLevel && pathToFileURL(repository.topLevel).href,
  };
}
