import type { CheckedContracts } from '@pawl/checkpoint';
import { type Paint, visible } from '@pawl/report';

type Match = CheckedContracts['matches'][number];

/** Each contract with what it speaks of: what is broken, and with `all` what is held, too. */
export function contractsText(
  checked: CheckedContracts,
  { all }: { readonly all: boolean },
  paint: Pick<Paint, 'bold' | 'green' | 'red' | 'yellow'>,
): string {
  const { contracts, notExamined } = checked;
  return [
    ...contracts.flatMap((contract) => contractLines(contract, checked, all, paint)),
    ...notExamined.map(({ file, why }) => paint.yellow(`not examined  ${visible(file)}: ${visible(why)}`)),
    contracts.length === 0
      ? '  next: write down what must hold, or see what holds already: pawl contracts suggest'
      : '  next: let them count: pawl lock',
    '',
  ].join('\n');
}

function contractLines(
  { id, why }: CheckedContracts['contracts'][number],
  { matches, warnings }: CheckedContracts,
  all: boolean,
  { bold, green, red, yellow }: Pick<Paint, 'bold' | 'green' | 'red' | 'yellow'>,
): readonly string[] {
  const mine = matches.filter(({ contract }) => contract === id);
  const broken = mine.filter(({ held }) => !held).length;
  const held = mine.length === 0 ? 'held' : `${mine.length - broken} held`;
  const state = warnings.some(({ contract }) => contract === id)
    ? yellow('speaks of nothing: look at its patterns and globs')
    : [green(held), ...(broken > 0 ? [red(`${broken} broken`)] : [])].join(', ');
  const shown = all ? mine : mine.filter(({ held }) => !held);
  return [
    `${bold(visible(id))}  ${state}`,
    `    ${visible(why)}`,
    ...shown.map((match) => `    ${match.held ? green('held  ') : red('broken')} ${placeOf(match)}`),
  ];
}

function placeOf({ file, line, code, why }: Match): string {
  const short = code.length > 80 ? `${code.slice(0, 79)}…` : code;
  return `${visible(file)}:${line} ${visible(short)}: ${visible(why)}`;
}

export function contractsJson(checked: CheckedContracts): string {
  return `${JSON.stringify({ schema: 'pawl/contracts-check@1', ...checked }, undefined, 2)}\n`;
}
