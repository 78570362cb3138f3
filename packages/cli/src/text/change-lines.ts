import { columnsOf, padded, type Paint, shortPath, wrap } from '@pawl/report';

/** What was or would be done to a file. */
export interface FileChange {
  readonly path: string;
  readonly action: string;
  readonly why: string;
}

const INDENT = '  ';
/** `unchanged` is the longest. */
const ACTION = 9;
const MARGIN = INDENT.length + ACTION + INDENT.length;
/** A reason is readable only where it has some columns of its own. */
const NARROWEST = 30;

/** Each file with what was done to it and why: beside it where there is room, and else below it, so that no path is cut. */
export function changeLines(changes: readonly FileChange[], paint: Paint, columns: number): readonly string[] {
  const widest = Math.max(0, ...changes.map(({ path }) => columnsOf(shortPath(path))));
  const room = columns - MARGIN - widest - INDENT.length;
  return changes.flatMap(({ path, action, why }) => {
    const begin = `${INDENT}${colourOf(action, paint)(action.padEnd(ACTION))}${INDENT}`;
    if (room < NARROWEST)
      return [
        `${begin}${shortPath(path)}`,
        ...wrap(why, columns - MARGIN).map((line) => `${' '.repeat(MARGIN)}${paint.dim(line)}`),
      ];
    const [first = '', ...more] = wrap(why, room);
    const below = ' '.repeat(columns - room);
    return [
      `${begin}${padded(shortPath(path), widest)}${INDENT}${paint.dim(first)}`,
      ...more.map((line) => `${below}${paint.dim(line)}`),
    ];
  });
}

function colourOf(action: string, { green, yellow, dim }: Paint): (text: string) => string {
  return action === 'unchanged' ? dim : action === 'created' ? green : yellow;
}

const NOTE = '  note: ';

export function noteLines(notes: readonly string[], { yellow }: Paint, columns: number): readonly string[] {
  return notes.flatMap((note) =>
    wrap(note, columns - NOTE.length).map((line, at) =>
      at === 0 ? `${yellow(NOTE)}${line}` : `${' '.repeat(NOTE.length)}${line}`,
    ),
  );
}
