import type { Repository } from '@pawl/git';
import { once } from './once.ts';

const OWN = 'refs/pawl/';

/**
 * A repository whose refs of ours are listed once, and stay as they were then: a check asks for the lock, its loop and those beside it one
 * after the other, and starting git for each is felt at every commit. For reading only: what is written is compared with the refs anew.
 */
export function withOwnRefs(repository: Repository): Repository {
  const own = once(() => repository.listRefs(OWN).catch(() => undefined));
  const listRefs: Repository['listRefs'] = async (prefix) => {
    // With one that is broken, whoever asks is told of those alone that they asked for.
    const all = prefix.startsWith(OWN) ? await own() : undefined;
    return all === undefined ? repository.listRefs(prefix) : new Map([...all].filter(([ref]) => isUnder(ref, prefix)));
  };
  return { ...repository, listRefs, readRef: async (ref) => (await listRefs(ref)).get(ref) };
}

/** As git matches: a whole name, or its beginning up to a slash. */
function isUnder(ref: string, prefix: string): boolean {
  return ref === prefix || ref.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}
