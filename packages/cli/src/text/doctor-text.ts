import { type CheckUp, CHECKS, type Found, type Level, STATUS, WORST_FIRST } from '@pawl/doctor';
import { type Paint, visible } from '@pawl/report';

const WIDTH = 80;
/** `unknown` is the longest. */
const LEVEL_WIDTH = 7;
const INDENT = ' '.repeat(LEVEL_WIDTH + 4);

/** What was looked at, group by group, each failure with its mend; `quiet` leaves out what is well. */
export function doctorText(checkUp: CheckUp, { quiet }: { readonly quiet: boolean }, paint: Paint): string {
  const shown = quiet ? checkUp.found.filter(({ level }) => STATUS[level] !== 0) : checkUp.found;
  if (quiet && shown.length === 0) return '';
  const groups = [...new Set(shown.map(({ check }) => CHECKS[check].group))];
  return [
    ...groups.flatMap((group) => [
      paint.bold(group),
      ...shown.filter(({ check }) => CHECKS[check].group === group).flatMap((found) => linesOf(found, paint)),
      '',
    ]),
    summary(checkUp, paint),
    '',
  ].join('\n');
}

/** The same for a program. The schema says what a reader may rely on. */
export function doctorJson({ found, worst }: CheckUp, { quiet }: { readonly quiet: boolean }): string {
  const shown = quiet ? found.filter(({ level }) => STATUS[level] !== 0) : found;
  const checks = shown.map(({ check, level, said, next }) => ({
    group: CHECKS[check].group,
    check,
    level,
    said,
    ...(next !== undefined && { next }),
  }));
  return `${JSON.stringify({ schema: 'pawl/doctor@1', worst, status: STATUS[worst], checks }, null, 2)}\n`;
}

function linesOf({ check, level, said, next }: Found, paint: Paint): readonly string[] {
  const [first = '', ...rest] = wrapped(`${check}: ${visible(said)}`);
  return [
    `  ${colourOf(level, paint)(level.padEnd(LEVEL_WIDTH))}  ${first}`,
    ...rest.map((line) => `${INDENT}${line}`),
    // A command is pasted from here, so it stays on one line however long it is.
    ...(next === undefined ? [] : [`${INDENT}${paint.dim('mend:')} ${visible(next)}`]),
  ];
}

function colourOf(level: Level, { green, red, yellow, dim }: Paint): (text: string) => string {
  switch (level) {
    case 'ok':
      return green;
    case 'note':
      return dim;
    case 'weak':
    case 'unknown':
      return yellow;
    case 'broken':
      return red;
  }
}

function summary({ found, worst }: CheckUp, { bold, green }: Paint): string {
  const counts = WORST_FIRST.map((level) => [level, found.filter((each) => each.level === level).length] as const);
  const said = counts.filter(([, count]) => count > 0).map(([level, count]) => `${count} ${level}`);
  const text = said.length === 0 ? 'nothing was looked at' : said.join(', ');
  return STATUS[worst] === 0 ? green(text) : bold(text);
}

/** By words; one that is longer than a line, such as a path, has a line of its own. */
function wrapped(text: string): readonly string[] {
  const width = WIDTH - INDENT.length;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
