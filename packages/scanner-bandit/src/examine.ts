import type { Examination } from '@pawl/scanner';
import { type Place, placesIn } from './place.ts';
import { type Metrics, RANKS, type Result } from './report.ts';
import { unfit } from './unfit.ts';

/** What there is about one file. */
export interface Evidence {
  readonly results: readonly Result[];
  readonly error: string | undefined;
  readonly metrics: Metrics | undefined;
  readonly hasBrokenTest: boolean;
}

export interface Hit {
  readonly result: Result;
  readonly place: Place;
}

/**
 * Whether Bandit read a file to its end, and what it found there.
 *
 * @throws Error where its count and its results differ, or a result stands where the file has no line.
 */
export function examine(text: string, evidence: Evidence): Examination<Hit> {
  const { results, error, metrics, hasBrokenTest } = evidence;
  const reason = unfit(text);
  if (reason !== undefined) return { kind: 'not-examined', ...reason };
  if (error !== undefined) return unreadable(error);
  if (metrics?.severity === undefined) return failed('Bandit does not list it among the files that it read');
  verifyCounts(metrics, results);
  if (hasBrokenTest) return failed('a test of Bandit broke down on it');
  const placeOf = placesIn(text);
  return { kind: 'examined', hits: results.map((result) => ({ result, place: placeOf(result) })) };
}

function unreadable(reason: string): Examination<Hit> {
  if (reason === 'syntax error while parsing AST from file')
    return { kind: 'not-examined', code: 'syntax-error', why: 'it does not parse as the Python that runs Bandit' };
  return failed(`Bandit gave up on it: ${reason}`);
}

function failed(why: string): Examination<Hit> {
  return { kind: 'not-examined', code: 'tool-failed', why };
}

/** A report from which a result was cut, or in which a comment silenced one, does not add up. */
function verifyCounts({ severity, silenced }: Metrics, results: readonly Result[]): void {
  if (silenced > 0) throw new Error('Bandit obeyed a comment in the judged code');
  const wrong = RANKS.find((rank) => results.filter((result) => result.severity === rank).length !== severity?.[rank]);
  if (wrong !== undefined) throw new Error(`Bandit counted other results of severity ${wrong} than it lists`);
}
