import { ReportError } from './report-error.ts';

export interface KnownLoop {
  readonly name: string;
  /** When it was judged last, in ISO 8601; empty where that cannot be read. */
  readonly at: string;
}

export interface ChosenLoop {
  /** `undefined` where nothing was judged yet. */
  readonly name: string | undefined;
  /** The loops that the report is not about, sorted. */
  readonly others: readonly string[];
}

/**
 * The loop that a report is about: the one that was named, else that of the branch, else the one that was judged last.
 *
 * @throws ReportError `no-such-loop`
 */
export function chooseLoop(loops: readonly KnownLoop[], wanted: string | undefined, own: string): ChosenLoop {
  const names = loops.map(({ name }) => name).sort();
  const [newest] = loops.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
  const name = wanted ?? (names.includes(own) ? own : newest?.name);
  if (wanted !== undefined && !names.includes(wanted))
    throw new ReportError('no-such-loop', `nothing was judged under the name ${JSON.stringify(wanted)}`, {
      next: 'see which loops there are: pawl log',
    });
  return { name, others: names.filter((one) => one !== name) };
}
