import type { OpenCase } from '@pawl/checkpoint';
import { nextLines, type Paint, shortName } from '@pawl/report';
import { blocks } from './blocks.ts';
import { countText } from './count-text.ts';
import { headline } from './headline.ts';
import { someOf } from './some-of.ts';
import { tableLines } from './table-lines.ts';
import { whenText } from './when-text.ts';

/** The open cases; a person reads one at a time. */
export function casesText(cases: readonly OpenCase[], paint: Paint, columns: number): string {
  const [newest] = cases;
  if (newest === undefined)
    return blocks(
      headline({ how: 'well', says: 'no case is open' }, paint, columns),
      nextLines('judge what is staged: pawl check', columns),
    );
  const rows = cases.map(({ id, openedAt, loops }) => [
    { text: id, paint: paint.red },
    { text: whenText(openedAt), paint: paint.dim },
    {
      text:
        loops.length === 0
          ? 'told, and nobody was stopped'
          : `stopped: ${someOf(
              loops.map((loop) => shortName(loop)),
              SHOWN,
            )}`,
    },
  ]);
  return blocks(
    headline({ how: 'ill', says: `${countText(cases.length, 'open case')}, newest first` }, paint, columns),
    tableLines(rows, columns),
    nextLines(`read one: pawl review ${newest.id}`, columns),
  );
}

/** A case that stops more loops than this is not about any one of them. */
const SHOWN = 5;
