import yargs, { type Argv, type CommandModule, type Options } from 'yargs';

export interface OptionFacts {
  readonly name: string;
  readonly description: string;
  readonly kind: 'text' | 'number' | 'switch';
  readonly choices: readonly string[];
  /** Nothing where it has none, or where it says nothing: an empty list, a switch that is off. */
  readonly default: string | undefined;
  readonly isOnByDefault: boolean;
  readonly isList: boolean;
  readonly isRequired: boolean;
}

export interface CommandFacts {
  /** With what may be left out in square brackets. */
  readonly synopsis: string;
  readonly name: string;
  readonly description: string;
  readonly arguments: readonly OptionFacts[];
  readonly options: readonly OptionFacts[];
  readonly examples: readonly { readonly line: string; readonly description: string }[];
}

/** What every command takes, by its name. */
export type Everywhere = Readonly<Record<string, Options>>;

/** What yargs knows of a parser, which its types do not show. */
interface Declared {
  readonly key: Readonly<Record<string, unknown>>;
  readonly array: readonly string[];
  readonly boolean: readonly string[];
  readonly number: readonly string[];
  readonly hiddenOptions: readonly string[];
  readonly choices: Readonly<Record<string, readonly string[] | undefined>>;
  readonly default: Readonly<Record<string, unknown>>;
  readonly demandedOptions: Readonly<Record<string, unknown>>;
}

interface Inside {
  readonly getOptions: () => Declared;
  readonly getGroups: () => Readonly<Record<string, readonly string[] | undefined>>;
  readonly getInternalMethods: () => {
    readonly getUsageInstance: () => { readonly getDescriptions: () => Readonly<Record<string, string | undefined>> };
  };
}

/** A command as yargs holds it once it is declared. */
export function describeCommand(command: CommandModule, everywhere: Everywhere): CommandFacts {
  const parser = yargs().options(everywhere).version(false).help(false);
  const examples = examplesOf(parser);
  if (typeof command.builder === 'function') command.builder(parser);
  const inside = parser as unknown as Inside;
  const positionals = inside.getGroups()['Positionals:'] ?? [];
  const synopsis = String(command.command);
  const facts = Object.keys(inside.getOptions().key)
    .filter((name) => !inside.getOptions().hiddenOptions.includes(name))
    .map((name) => optionFacts(name, inside));
  const plain = optionsEverywhere(everywhere);
  return {
    synopsis,
    name: synopsis.split(' ')[0] ?? synopsis,
    description: String(command.describe),
    // Whether it has to be given, yargs knows of an argument only from here.
    arguments: facts
      .filter(({ name }) => positionals.includes(name))
      .map((one) => ({ ...one, isRequired: synopsis.includes(`<${one.name}`) })),
    options: facts.filter((one) => !positionals.includes(one.name) && !plain.some((other) => isSame(one, other))),
    examples,
  };
}

export function optionsEverywhere(everywhere: Everywhere): readonly OptionFacts[] {
  const inside = yargs().options(everywhere).version(false).help(false) as unknown as Inside;
  return Object.keys(everywhere).map((name) => optionFacts(name, inside));
}

/** Yargs keeps its examples to itself. */
function examplesOf(parser: Argv): CommandFacts['examples'] {
  const examples: CommandFacts['examples'][number][] = [];
  const declare = parser.example.bind(parser) as (line: string, description: string) => Argv;
  parser.example = ((line: string, description: string) => {
    examples.push({ line: line.replaceAll('$0', 'pawl'), description });
    return declare(line, description);
  }) as Argv['example'];
  return examples;
}

function optionFacts(name: string, inside: Inside): OptionFacts {
  const declared = inside.getOptions();
  const value = declared.default[name];
  return {
    name,
    description: inside.getInternalMethods().getUsageInstance().getDescriptions()[name] ?? '',
    kind: declared.boolean.includes(name) ? 'switch' : declared.number.includes(name) ? 'number' : 'text',
    choices: declared.choices[name] ?? [],
    default: typeof value === 'string' || typeof value === 'number' ? String(value) : undefined,
    isOnByDefault: value === true,
    isList: declared.array.includes(name),
    isRequired: name in declared.demandedOptions,
  };
}

/** A command may know one more choice of what every command takes; then it is told with the command. */
function isSame(one: OptionFacts, other: OptionFacts): boolean {
  return one.name === other.name && one.choices.length === other.choices.length;
}
