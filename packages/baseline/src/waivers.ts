import type { Waiver } from './decision.ts';
import type { Lock } from './lock.ts';
import { compareText } from './order.ts';

/** Long enough to mend what was accepted, and short enough that somebody looks at it again. */
export const MOST_DAYS = 90;
export const DAY_MS: number = 24 * 60 * 60 * 1000;
const DEFAULT_MAX = 20;

/** The waivers of a lock that count at an instant. An expired one counts as if it had never been. */
export function liveWaivers({ waivers }: Pick<Lock, 'waivers'>, now: Date): readonly Waiver[] {
  return waivers.filter((waiver) => isLive(waiver, now));
}

/** Whoever writes a lock by other means may not write a waiver that outlives what this program would have given. */
export function isLive({ since, expires }: Waiver, now: Date): boolean {
  const end = Date.parse(expires);
  return now.getTime() < end && end - Date.parse(since) <= MOST_DAYS * DAY_MS;
}

/** How many may be live at once; a pile of waivers is a baseline that nobody locked (D07). */
export function mostWaivers({ configuration }: Pick<Lock, 'configuration'>): number {
  const settings = configuration['waivers'];
  const max = typeof settings === 'object' && settings !== null && 'max' in settings ? settings.max : undefined;
  return typeof max === 'number' && Number.isSafeInteger(max) && max >= 0 ? max : DEFAULT_MAX;
}

/** One order for one set, so that a lock has one text. */
export function sortedWaivers(waivers: readonly Waiver[]): readonly Waiver[] {
  const keyOf = (waiver: Waiver): string =>
    JSON.stringify([waiver.fingerprint, waiver.snippet, waiver.file, waiver.since]);
  return waivers.toSorted(
    (a, b) => compareText(keyOf(a), keyOf(b)) || compareText(JSON.stringify(a), JSON.stringify(b)),
  );
}
