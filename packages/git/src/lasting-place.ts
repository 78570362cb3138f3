import type { OpenedPlace } from './opened-place.ts';

/** How git tells a pre-receive hook where the objects of the push wait: https://git-scm.com/docs/git-receive-pack#_quarantine_environment */
const QUARANTINE: ReadonlySet<string> = new Set([
  'GIT_QUARANTINE_PATH',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
]);

/**
 * The same repository without what is only being pushed. What a hook writes among the objects of a push is gone when the
 * push is refused, and the record of a stop must not be; and git skips what the pusher has put there already, so that who
 * guesses what we are about to write could have it vanish.
 */
export function lastingPlace(place: OpenedPlace): OpenedPlace {
  if (place.env['GIT_QUARANTINE_PATH'] === undefined) return place;
  const env = Object.fromEntries(Object.entries(place.env).filter(([name]) => !QUARANTINE.has(name)));
  return { ...place, env };
}
