import type { ObjectSource } from '../ports.ts';

/** The folder in which a chain's questions are looked up, in 256 buckets so that an append writes two small trees of it. */
export const INDEX = 'questions';

export const bucketOf = (question: string): string => question.slice(0, 2);
export const nameIn = (question: string): string => question.slice(2);
export const indexPath = (question: string): string => `${INDEX}/${bucketOf(question)}/${nameIn(question)}`;

/** The blob of the newest statement that answers a question, in the index whose tree is named. */
export async function lookUp(objects: ObjectSource, index: string, question: string): Promise<string | undefined> {
  const bucket = (await objects.tree(index)).get(bucketOf(question));
  if (bucket === undefined) return undefined;
  return (await objects.tree(bucket.id)).get(nameIn(question))?.id;
}

/**
 * Requires of an index that it is the one before it and one question more, or one that is answered anew: an entry that
 * answers another question with what was said of this one would be believed for ever.
 *
 * @throws Error
 */
export async function requireOneAnswer(
  objects: ObjectSource,
  before: string | undefined,
  after: string,
  question: string,
): Promise<void> {
  const bucket = bucketOf(question);
  const [old, now] = [await itemsOf(objects, before, '040000'), await itemsOf(objects, after, '040000')];
  requireSameBut(bucket, old, now);
  const [oldBucket, nowBucket] = [old.get(bucket)?.id, now.get(bucket)?.id];
  requireSameBut(
    nameIn(question),
    await itemsOf(objects, oldBucket, '100644'),
    await itemsOf(objects, nowBucket, '100644'),
  );
}

type Items = ReadonlyMap<string, { readonly mode: string; readonly id: string }>;

async function itemsOf(objects: ObjectSource, tree: string | undefined, mode: string): Promise<Items> {
  const items = tree === undefined ? new Map<string, never>() : await objects.tree(tree);
  for (const [name, item] of items)
    if (item.mode !== mode) throw new Error(`its index holds something strange: ${JSON.stringify(name)}`);
  return items;
}

function requireSameBut(name: string, old: Items, now: Items): void {
  if (now.size !== old.size + (old.has(name) ? 0 : 1) || !now.has(name)) throw new Error('its index gained or lost');
  for (const [other, { id }] of now)
    if (other !== name && old.get(other)?.id !== id) throw new Error(`its index differs at ${JSON.stringify(other)}`);
}
