import { columnsOf, padded, wrap } from './columns.ts';
import { visible } from './visible.ts';

/** One fact of a text: what it is about, and what is to be said of it. */
export interface Row {
  /** Empty where it goes on with what the row above is about. */
  readonly name: string;
  /** Made safe to print here; broken at its blanks. */
  readonly says: string;
  /** Stands at its end, or on a line of its own where there is no room: it is pasted from here, and never broken. */
  readonly command?: string;
  readonly paint?: (text: string) => string;
}

const same = (text: string): string => text;

/** Columns between a name and what is said, which is readable only where it has some of its own. */
const GAP = 2;
const NARROWEST = 24;

/** Names on the left, what is said of them on the right, each within its own column. */
export function rowLines(
  rows: readonly Row[],
  columns: number,
  paintName: (text: string) => string = same,
): readonly string[] {
  const width = Math.max(0, ...rows.map(({ name }) => columnsOf(name)));
  return rows.flatMap((row) =>
    saidLines(row, Math.max(NARROWEST, columns - width - GAP)).map((line, at) => {
      const begin = at === 0 && row.name !== '' ? paintName(padded(row.name, width)) : ' '.repeat(width);
      return `${begin}${' '.repeat(GAP)}${(row.paint ?? same)(line)}`;
    }),
  );
}

function saidLines({ says, command }: Row, columns: number): readonly string[] {
  if (command === undefined) return wrap(says, columns);
  if (says === '') return [visible(command)];
  const whole = visible(`${says} ${command}`);
  return columnsOf(whole) <= columns ? [whole] : [...wrap(says, columns), visible(command)];
}
