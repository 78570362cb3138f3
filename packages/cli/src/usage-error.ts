import { PawlError } from '@pawl/errors';

/** A wrong flag, a missing command, a wrong choice: nothing was judged. */
export class UsageError extends PawlError<'usage'> {}

/** What yargs complains of, in words that say what is wrong with which command, and where its help is. */
export function usageErrorOf(complaint: string, argv: readonly string[], commands: readonly string[]): UsageError {
  const [first = ''] = argv;
  if (commands.includes(first))
    return new UsageError('usage', aboutOptions(complaint, argv), { next: `pawl ${first} --help` });
  const isCommand = first !== '' && !first.startsWith('-');
  const message = isCommand ? aboutCommand(complaint, first) : aboutOptions(complaint, argv);
  return new UsageError('usage', message, { next: 'pawl --help' });
}

function aboutCommand(complaint: string, first: string): string {
  const [, meant] = /^Did you mean (\S+)\?$/u.exec(complaint) ?? [];
  // Yargs takes `loop` for what somebody meant who wrote `foo`.
  const isNear = meant?.startsWith(first.slice(0, 1)) === true;
  return `there is no command ${JSON.stringify(first)}${isNear ? `; did you mean ${meant}?` : ''}`;
}

function aboutOptions(complaint: string, argv: readonly string[]): string {
  const [, unknown] = /^Unknown arguments?: (.+)$/su.exec(complaint) ?? [];
  if (unknown !== undefined) return unknownText(unknown.split(', '), argv);
  const [, name, given, choices] =
    /^Invalid values:\s+Argument: (.+), Given: (.+), Choices: (.+)$/su.exec(complaint) ?? [];
  if (choices !== undefined) return `--${name} is one of ${choices}, not ${given}`;
  const [, lonely] = /^Not enough arguments following: (.+)$/su.exec(complaint) ?? [];
  if (lonely !== undefined) return `--${lonely} needs a value`;
  const [, missing] = /^Missing required arguments?: (.+)$/su.exec(complaint) ?? [];
  if (missing !== undefined)
    return `there has to be ${missing
      .split(', ')
      .map((each) => `--${each}`)
      .join(' and ')}`;
  if (complaint.startsWith('Not enough non-option arguments')) return `something is missing behind ${argv.join(' ')}`;
  return complaint;
}

/** Yargs names an option with a hyphen twice, the second time in its own spelling, and does not say what is an option. */
function unknownText(names: readonly string[], argv: readonly string[]): string {
  const again = new Set(names.filter((name) => name.includes('-')).map(camelCased));
  const written = names.filter((name) => !again.has(name)).map((name) => writtenAs(name, argv));
  return `it is not known what is meant by ${written.join(', ')}`;
}

function writtenAs(name: string, argv: readonly string[]): string {
  // Yargs takes `--no-x` for `x` that is off.
  const options = [`--${name}`, `--no-${name}`];
  const option = options.find((each) => argv.some((word) => word === each || word.startsWith(`${each}=`)));
  return option ?? JSON.stringify(name);
}

function camelCased(name: string): string {
  return name.replaceAll(/-(.)/gu, (_, letter: string) => letter.toUpperCase());
}
