import { GitError } from './git-error.ts';
import { checkObjectId } from './object-id.ts';
import { unreadableObject, withObjects, type ObjectReader } from './object-reader.ts';
import { MAX_OBJECT_BYTES } from './parse-cat-file.ts';
import type { Place } from './run-git.ts';

export type BlobContent =
  { readonly kind: 'content'; readonly bytes: Buffer } | { readonly kind: 'too-large'; readonly size: number };

/**
 * The contents by id. The size is asked first, so that a blob over the limit costs neither time nor memory.
 *
 * @throws GitError `missing-object`, `not-a-file` (a submodule's commit, a tree), `invalid-argument`
 */
export async function readBlobs(
  place: Place,
  ids: Iterable<string>,
  { maxBytes }: { readonly maxBytes: number },
): Promise<ReadonlyMap<string, BlobContent>> {
  const wanted = [...new Set(ids)].map(checkObjectId);
  if (wanted.length === 0) return new Map();
  const limit = Math.min(maxBytes, MAX_OBJECT_BYTES);
  return withObjects(place, async (reader) => {
    const contents = await Promise.all(wanted.map((id) => readBlob(reader, id, limit)));
    return new Map(contents.map((content, at) => [wanted[at] as string, content]));
  });
}

async function readBlob(reader: ObjectReader, id: string, limit: number): Promise<BlobContent> {
  const info = await reader.info(id);
  if (info === undefined) throw unreadableObject(`${id} is missing or damaged`);
  if (info.type !== 'blob')
    throw new GitError('not-a-file', `object ${id} is a ${info.type}, not the content of a file`);
  if (info.size > limit) return { kind: 'too-large', size: info.size };
  const object = await reader.contents(id);
  if (object?.type !== 'blob') throw unreadableObject(`${id} is missing or damaged`);
  return { kind: 'content', bytes: object.bytes };
}
