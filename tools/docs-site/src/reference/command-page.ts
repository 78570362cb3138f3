import type { CommandFacts, OptionFacts } from './describe-command.ts';
import { code, page, prose, section, table } from './markdown.ts';

export interface CommandContext {
  /** What each exit status means that it can have, by the status. */
  readonly exitStatus: Readonly<Record<string, string>>;
  /** The page of the schema of what it prints as JSON. */
  readonly schema: string | undefined;
}

export function commandPage(command: CommandFacts, { exitStatus, schema }: CommandContext): string {
  const options = [
    ...optionTable(command.options),
    '`--help` and [what every command takes](../README.md#every-command).',
  ];
  return page(
    `# pawl ${command.name}`,
    `${prose(command.description)}.`,
    `\`\`\`text\npawl ${command.synopsis} [options]\n\`\`\``,
    section('## Arguments', ...argumentTable(command.arguments)),
    section('## Options', ...options),
    section('## Examples', examplesOf(command)),
    section('## Exit status', statusTable(exitStatus)),
    section(
      '## For programs',
      schema === undefined ? '' : `With \`--format json\` it prints one [document](../schemas/${schema}.md).`,
    ),
  );
}

export function optionTable(options: readonly OptionFacts[]): readonly string[] {
  const rows = options.map((option) => [code(optionText(option)), prose(option.description), valuesText(option)]);
  return [table(['option', 'what it does', 'values'], rows)].filter((part) => part !== '');
}

export function statusTable(exitStatus: Readonly<Record<string, string>>): string {
  return table(
    ['status', 'meaning'],
    Object.entries(exitStatus).map(([status, meaning]) => [status, prose(meaning)]),
  );
}

function argumentTable(positionals: readonly OptionFacts[]): readonly string[] {
  const rows = positionals.map((one) => [code(one.name), prose(one.description), valuesText(one)]);
  return [table(['argument', 'what it is', 'values'], rows)].filter((part) => part !== '');
}

function optionText({ name, kind, isOnByDefault }: OptionFacts): string {
  if (kind !== 'switch') return `--${name} ${kind === 'number' ? 'NUMBER' : 'VALUE'}`;
  return isOnByDefault ? `--no-${name}` : `--${name}`;
}

function valuesText({ choices, default: given, isList, isRequired, description }: OptionFacts): string {
  const parts = [
    choices.map(code).join(', '),
    given === undefined ? '' : `default ${code(given)}`,
    isList && !description.includes('again') ? 'may be given again' : '',
    isRequired ? 'has to be given' : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function examplesOf({ examples }: CommandFacts): string {
  return examples.map(({ line, description }) => `- ${code(line)}: ${prose(description)}`).join('\n');
}
