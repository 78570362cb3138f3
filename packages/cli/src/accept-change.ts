import type { AcceptChange } from '@pawl/checkpoint';
import type { Paint } from '@pawl/report';
import type { Io } from './io.ts';
import { askAtTerminal, isYes } from './terminal.ts';
import { changeText } from './text/change-text.ts';

/** Has the person at the terminal accept one change after the other; `undefined` where there is none. */
export function acceptChangeAtTerminal({ err }: Pick<Io, 'err'>, paint: Paint): AcceptChange | undefined {
  const ask = askAtTerminal();
  if (ask === undefined) return undefined;
  return (change, at, of) => {
    err(`\n[${at} of ${of}] ${changeText(change, paint)}\n`);
    return isYes(ask, 'accept this?');
  };
}
