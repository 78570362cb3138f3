import { afterAll } from 'vitest';
import type { AtTheEnd } from './temporary-repository.ts';

/** For what several tests share. To be called where tests are declared, and handed to what makes the folder. */
export function removedAfterAll(): AtTheEnd {
  const removals: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const remove of removals) await remove();
  });
  return (remove) => void removals.push(remove);
}
