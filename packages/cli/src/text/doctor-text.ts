import { type CheckUp, CHECKS, type Found, type Level, STATUS, WORST_FIRST } from '@pawl/doctor';
import { columnsOf, documentText, padded, type Paint, visible, wrap } from '@pawl/report';
import { blocks } from './blocks.ts';
import { brief, briefRows } from './brief.ts';
import { countText } from './count-text.ts';
import { type Headline, headline } from './headline.ts';

export interface ToldCheckUp extends CheckUp {
  /** Only what is not well. */
  readonly quiet: boolean;
  /** What each check found, even where all is well. */
  readonly all: boolean;
}

/** What has to be mended and how, then what is worth knowing, then what is well. */
export function doctorText(checkUp: ToldCheckUp, paint: Paint, columns: number): string {
  const { found, quiet, all } = checkUp;
  const ill = worstFirst(found.filter(isIll));
  if (quiet && ill.length === 0) return '';
  const notes = quiet ? [] : found.filter(({ level }) => level === 'note');
  const well = quiet ? [] : found.filter(({ level }) => level === 'ok');
  const told = [...ill, ...notes, ...(all ? well : [])];
  const width = Math.max(0, ...told.map(({ check }) => columnsOf(check)));
  const linesOf = (some: readonly Found[]): readonly string[] =>
    some.flatMap((each) => foundLines(each, width, paint, columns));
  return blocks(
    headline(headlineOf({ ...checkUp, found: quiet ? ill : found }), paint, columns),
    linesOf(ill),
    linesOf(notes),
    all ? linesOf(well) : wellLines(well, paint, columns),
  );
}

/** The same for a program. The schema says what a reader may rely on. */
export function doctorJson({ found, worst, quiet }: ToldCheckUp): string {
  const shown = quiet ? found.filter(isIll) : found;
  return documentText('pawl/doctor@1', {
    worst,
    status: STATUS[worst],
    checks: shown.map(({ check, level, said, next }) => {
      return { group: CHECKS[check].group, check, level, said, next: next ?? null };
    }),
  });
}

function isIll({ level }: Found): boolean {
  return STATUS[level] !== 0;
}

function worstFirst(found: readonly Found[]): readonly Found[] {
  return WORST_FIRST.flatMap((worst) => found.filter(({ level }) => level === worst));
}

function headlineOf({ found, worst }: CheckUp): Headline {
  const counts = WORST_FIRST.map((level) => [level, found.filter((each) => each.level === level).length] as const);
  const said = counts.filter(([, number]) => number > 0).map(([level, number]) => COUNTED[level](number));
  const how = worst === 'broken' || worst === 'weak' ? 'ill' : worst === 'unknown' ? 'unsure' : 'well';
  return { how, says: said.length === 0 ? 'nothing was looked at' : said.join(', ') };
}

const COUNTED: Readonly<Record<Level, (number: number) => string>> = {
  broken: (number) => `${number} broken`,
  weak: (number) => `${number} weak`,
  unknown: (number) => `${number} unknown`,
  note: (number) => countText(number, 'note'),
  ok: (number) => `${number} well`,
};

/** `unknown` is the longest. */
const LEVEL_WIDTH = 7;

function foundLines(
  { check, level, said, next }: Found,
  width: number,
  paint: Paint,
  columns: number,
): readonly string[] {
  const margin = LEVEL_WIDTH + width + 4;
  const [first = '', ...more] = wrap(brief(said, columns - margin), columns - margin);
  const begin = `${colourOf(level, paint)(padded(level, LEVEL_WIDTH))}  ${padded(check, width)}`;
  const indent = ' '.repeat(margin);
  return [
    `${begin}  ${first}`,
    ...more.map((line) => `${indent}${line}`),
    ...(next === undefined ? [] : mendLines(next, indent, paint, columns)),
  ];
}

/** A command is pasted from here, so it stays on one line however long it is. */
function mendLines(next: string, indent: string, { dim }: Paint, columns: number): readonly string[] {
  const [label, blank] = [dim('mend:'), '     '];
  const room = columns - indent.length - blank.length - 1;
  const safe = visible(next);
  if (columnsOf(safe) <= room) return [`${indent}${label} ${safe}`];
  if (COMMAND.test(next)) return [`${indent.slice(0, LEVEL_WIDTH + 2)}${label} ${safe}`];
  return wrap(brief(next, room), room).map((line, at) => `${indent}${at === 0 ? label : blank} ${line}`);
}

const COMMAND = /^(?:npx|git|rm|chmod|unset) /u;

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

/** What is well is one thing to know of a group; `--all` tells what was found. */
function wellLines(well: readonly Found[], { green }: Paint, columns: number): readonly string[] {
  const groups = [...new Set(well.map(({ check }) => CHECKS[check].group))];
  const rows = groups.map((group) => ({
    name: group,
    says: well
      .map(({ check }) => check)
      .filter((check) => CHECKS[check].group === group)
      .join(', '),
  }));
  const label = padded('ok', LEVEL_WIDTH + 2);
  return briefRows(rows, columns - label.length).map(
    (line, at) => `${at === 0 ? green(label) : ' '.repeat(label.length)}${line}`,
  );
}
