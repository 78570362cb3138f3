import { BenchError } from '../bench-error.ts';
import { groupBy } from '../group-by.ts';
import { type BlobReader, blobReader } from '../git/blob-reader.ts';
import { changedEntries } from '../git/changed-entries.ts';
import { putBack } from '../git/put-back.ts';
import { GitFailure } from '../git/run-git.ts';
import { scratchRepository } from '../git/scratch-repository.ts';
import type { ManifestRow } from '../manifest/manifest-row.ts';
import { type Case, CASE_KINDS, type CaseKind, type MissingCase, type Revisions } from './case.ts';
import type { Mirrors } from './mirrors.ts';
import { MissingBlob, readPairs, type ReadPairs, reversed } from './read-pairs.ts';

export interface CasesOptions {
  /** Default: all four. */
  readonly kinds?: readonly CaseKind[];
  /** Told of every case that cannot be read. Without it the first one is thrown: nothing is left out silently. */
  readonly onMissing?: (missing: MissingCase) => void;
}

interface Project {
  readonly dir: string;
  readonly blobs: BlobReader;
}

const KINDS_OF = { regression: ['regression', 'fix'], benign: ['benign', 'revert'] } as const;

/**
 * Reads every case of a manifest as pairs of files, project by project in the order in which they first appear.
 *
 * @throws BenchError `missing-case`, see {@link CasesOptions.onMissing}
 */
export async function* cases(
  manifest: readonly ManifestRow[],
  mirrors: Mirrors,
  { kinds = CASE_KINDS, onMissing = refuse }: CasesOptions = {},
): AsyncGenerator<Case, void, void> {
  const wantedOf = (row: ManifestRow): readonly CaseKind[] =>
    KINDS_OF[row.label].filter((kind) => kinds.includes(kind));
  for (const [repo, rows] of groupBy(manifest, (row) => row.repo)) {
    const mirror = await mirrors(repo);
    if ('why' in mirror) {
      for (const row of rows) for (const kind of wantedOf(row)) onMissing({ row, kind, why: mirror.why });
      continue;
    }
    const scratch = await scratchRepository(mirror.objects);
    const blobs = blobReader(scratch.dir);
    try {
      for (const row of rows) yield* casesOf(row, wantedOf(row), { dir: scratch.dir, blobs }, onMissing);
    } finally {
      blobs.close();
      await scratch.dispose();
    }
  }
}

async function* casesOf(
  row: ManifestRow,
  wanted: readonly CaseKind[],
  project: Project,
  onMissing: (missing: MissingCase) => void,
): AsyncGenerator<Case, void, void> {
  let forward: Promise<ReadPairs> | undefined;
  const asMade = (): Promise<ReadPairs> => (forward ??= readChange(row.parent, row.commit, project));
  for (const kind of wanted) {
    let read: ReadPairs;
    try {
      read = await readKind(kind, row, project, asMade);
    } catch (error) {
      onMissing({ row, kind, why: whyMissing(error) });
      continue;
    }
    yield { row, kind, ...read, revisions: () => revisionsOf(kind, row, project.dir) };
  }
}

async function readKind(
  kind: CaseKind,
  row: ManifestRow,
  project: Project,
  asMade: () => Promise<ReadPairs>,
): Promise<ReadPairs> {
  if (kind === 'revert') return reversed(await asMade());
  if (kind !== 'regression') return asMade();
  const read = await readChange(row.commit, row.parent, project, row.files);
  if (read.pairs.length === 0) throw new MissingBlob('none of its files differs between the commit and its parent');
  return read;
}

async function readChange(
  base: string,
  head: string,
  { dir, blobs }: Project,
  paths: readonly string[] = [],
): Promise<ReadPairs> {
  return readPairs(await changedEntries(dir, base, head, paths), blobs);
}

async function revisionsOf(kind: CaseKind, row: ManifestRow, repo: string): Promise<Revisions> {
  const { commit, parent } = row;
  if (kind === 'regression') return { repo, base: commit, head: await putBack(repo, row) };
  return kind === 'revert' ? { repo, base: commit, head: parent } : { repo, base: parent, head: commit };
}

/** Anything but an object that is not there is a fault, and not the mirror's. */
function whyMissing(error: unknown): string {
  if (error instanceof MissingBlob) return error.message;
  if (error instanceof GitFailure && error.status === 128) return error.words;
  throw error;
}

function refuse({ row, kind, why }: MissingCase): never {
  throw new BenchError('missing-case', `${row.id} (${kind}) cannot be read: ${why}`, {
    next: 'Give a complete mirror, or take note of missing cases.',
  });
}
