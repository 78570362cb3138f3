import { type AcceptedItem, digest, matchWaivers, type Pin, type Waiver } from '@pawl/baseline';
import type { InvariantFinding } from '@pawl/findings';
import type { ChangedFile } from '../read-change.ts';
import { fileAt, hunkNear, type ReadFile, readFile } from './hunk.ts';
import type { LineChange } from './line-changes.ts';

export interface Losses {
  /** What no waiver covers. */
  readonly findings: readonly InvariantFinding[];
  readonly accepted: readonly AcceptedItem[];
}

/**
 * Compares structure with what people accepted. What is told of a loss depends on all that changed, so to leave one
 * finding out could hide another loss behind it, now or later. Therefore the lines of an accepted loss are put into the
 * base as they now are, and the rest is compared anew. That is done only where everything told of these lines is
 * accepted, and no longer once they are edited.
 */
export async function acceptLosses(
  files: readonly ChangedFile[],
  waivers: readonly Waiver[],
  compare: (files: readonly ChangedFile[]) => Promise<readonly InvariantFinding[]>,
): Promise<Losses> {
  const settled: AcceptedItem[] = [];
  const hunks = new Map<string, Hunk>();
  const left = new Set(waivers);
  for (;;) {
    const findings = await compare(settledFiles(files, [...hunks.values()]));
    const { accepted, others } = matchWaivers(findings.map(candidateIn(files)), [...left]);
    const open = new Set(others.map((finding) => hunkOf(files, finding)?.key));
    const news = accepted.flatMap(({ item, waiver }) => {
      const hunk = hunkOf(files, item);
      return hunk === undefined || open.has(hunk.key) || hunks.has(hunk.key) ? [] : [{ item, waiver, hunk }];
    });
    if (news.length === 0)
      return {
        findings: others,
        accepted: [...settled, ...accepted.map(({ item, waiver }) => ({ waiver, what: item }))],
      };
    for (const { item, waiver, hunk } of news) {
      settled.push({ waiver, what: item });
      hunks.set(hunk.key, hunk);
      left.delete(waiver);
    }
  }
}

/** What a waiver of a loss is bound to: the lines that went and those that came, as a person is shown them. */
export function pinOfLoss(files: readonly ChangedFile[], finding: InvariantFinding): Pin | undefined {
  const found = hunkOf(files, finding);
  if (found === undefined) return undefined;
  const { read, change } = found;
  const lines = [read.base.slice(change.base.from, change.base.to), read.head.slice(change.head.from, change.head.to)];
  return { fingerprint: finding.fingerprint, snippet: digest(JSON.stringify(lines)) };
}

interface Hunk {
  readonly key: string;
  readonly read: ReadFile;
  readonly change: LineChange;
}

function candidateIn(files: readonly ChangedFile[]) {
  return (item: InvariantFinding) => ({ pin: pinOfLoss(files, item), file: item.location.file, item });
}

function hunkOf(files: readonly ChangedFile[], { location }: InvariantFinding): Hunk | undefined {
  const file = fileAt(files, location.file);
  const read = file && readFile(file);
  const change = read && hunkNear(read, location.line);
  return change && { key: JSON.stringify([location.file, change]), read, change };
}

/** The files with each accepted change in the base too. A file that then differs nowhere is no change at all. */
function settledFiles(files: readonly ChangedFile[], hunks: readonly Hunk[]): readonly ChangedFile[] {
  if (hunks.length === 0) return files;
  return files.flatMap((file) => {
    const here = hunks.filter(({ read }) => read.file === file);
    const read = here[0]?.read;
    if (read === undefined) return [file];
    if (here.length === read.hunks.length) return [];
    const changes = here.map(({ change }) => change).sort((a, b) => b.base.from - a.base.from);
    const lines = changes.reduce<readonly string[]>(
      (base, { base: { from, to }, head }) => base.toSpliced(from, to - from, ...read.head.slice(head.from, head.to)),
      read.base,
    );
    return file.base?.kind === 'text' ? [{ ...file, base: { ...file.base, text: lines.join('\n') } }] : [file];
  });
}
