import type { CheckedContracts } from '@pawl/checkpoint';
import { columnsOf, cut, documentText, nextLines, type Paint, visible, wrap } from '@pawl/report';
import { blocks } from './blocks.ts';
import { brief, briefRows } from './brief.ts';
import { countText } from './count-text.ts';
import { type Headline, headline } from './headline.ts';
import { tableLines } from './table-lines.ts';

type Match = CheckedContracts['matches'][number];

export interface ToldContracts extends CheckedContracts {
  /** What is held is shown, too. */
  readonly all: boolean;
}

/** Each contract with what it speaks of: what is broken, and with `all` what is held, too. */
export function contractsText(checked: ToldContracts, paint: Paint, columns: number): string {
  const { contracts, notExamined } = checked;
  return blocks(
    headline(headlineOf(checked), paint, columns),
    ...contracts.map((contract) => contractLines(contract, checked, paint, columns)),
    unseenLines(notExamined, paint, columns),
    nextLines(nextStep(checked), columns),
  );
}

/** For machines; `schema` changes when a field does. */
export function contractsJson({ contracts, matches, warnings, notExamined }: CheckedContracts): string {
  return documentText('pawl/contracts@1', { action: 'check', contracts, matches, warnings, notExamined });
}

/** Places of one contract, and files; more are not read. */
const SHOWN = 20;

function headlineOf({ contracts, matches, warnings, notExamined }: CheckedContracts): Headline {
  const broken = matches.filter(({ held }) => !held).length;
  const all = countText(contracts.length, 'contract');
  if (contracts.length === 0) return { how: 'unsure', says: 'there is no contract yet' };
  if (broken > 0) return { how: 'ill', says: `${all}, broken in ${countText(broken, 'place')}` };
  if (notExamined.length > 0)
    return { how: 'unsure', says: `${all}, and ${countText(notExamined.length, 'file')} that could not be read` };
  if (warnings.length > 0) return { how: 'unsure', says: `${all}, of which ${warnings.length} say nothing` };
  return { how: 'well', says: `${all}, held in ${countText(matches.length, 'place')}` };
}

function contractLines(
  { id, why }: CheckedContracts['contracts'][number],
  { matches, warnings, all }: ToldContracts,
  paint: Paint,
  columns: number,
): readonly string[] {
  const { bold, green, red, yellow } = paint;
  const mine = matches.filter(({ contract }) => contract === id);
  const broken = mine.filter(({ held }) => !held);
  const isSilent = warnings.some(({ contract }) => contract === id);
  const state = isSilent
    ? { says: 'speaks of nothing: look at its patterns and globs', colour: yellow }
    : broken.length > 0
      ? { says: `${mine.length - broken.length} held, ${broken.length} broken`, colour: red }
      : { says: mine.length === 0 ? 'held' : `${mine.length} held`, colour: green };
  const shown = all ? mine : broken.slice(0, SHOWN);
  const more = all || broken.length <= SHOWN ? [] : [`  and ${broken.length - SHOWN} more: pawl contracts check --all`];
  return [
    ...titleLines(brief(id, columns), state, bold, columns),
    ...wrap(brief(why, columns - 2), columns - 2).map((line) => `  ${line}`),
    ...shown.flatMap((match) => matchLines(match, paint, columns)),
    ...more,
  ];
}

function titleLines(
  id: string,
  { says, colour }: { readonly says: string; readonly colour: (text: string) => string },
  bold: Paint['bold'],
  columns: number,
): readonly string[] {
  if (columnsOf(`${id}  ${says}`) <= columns) return [`${bold(id)}  ${colour(says)}`];
  return [...wrap(id, columns).map(bold), ...wrap(says, columns - 2).map((line) => `  ${colour(line)}`)];
}

function matchLines(
  { held, file, line, code, why }: Match,
  { green, red, dim }: Paint,
  columns: number,
): readonly string[] {
  const inner = columns - MARGIN;
  const rows = [
    { name: held ? 'held' : 'broken', says: `${file}:${line}` },
    { name: '', says: cut(visible(code), inner), paint: dim },
    { name: '', says: why },
  ];
  const width = 'broken'.length;
  return briefRows(
    rows.map((row) => ({ ...row, name: row.name.padEnd(width) })),
    columns - 2,
    held ? green : red,
  ).map((text) => `  ${text}`);
}

/** Of what stands behind `broken`. */
const MARGIN = 10;

function unseenLines(
  notExamined: CheckedContracts['notExamined'],
  { yellow }: Paint,
  columns: number,
): readonly string[] {
  if (notExamined.length === 0) return [];
  const rows = notExamined
    .slice(0, SHOWN)
    .map(({ file, why }) => [{ text: 'not examined', paint: yellow }, { text: `${file}: ${why}` }]);
  const more = notExamined.length > SHOWN ? [`  and ${countText(notExamined.length - SHOWN, 'more file')}`] : [];
  return [...tableLines(rows, columns), ...more];
}

function nextStep({ contracts, warnings }: CheckedContracts): string {
  if (contracts.length === 0) return 'see what holds already, and choose: pawl contracts suggest';
  if (warnings.length > 0) return 'mend what speaks of nothing, then let them count: pawl lock';
  return 'let them count: pawl lock';
}
