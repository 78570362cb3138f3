import { Parser } from 'yargs/helpers';
import type { Io } from './io.ts';

/** What every command takes. `check` knows one more format. */
export const EVERYWHERE = {
  format: { choices: ['text', 'json'] as const, default: 'text' as const, describe: 'How to answer' },
  quiet: { type: 'boolean', default: false, describe: 'Only what is asked for: no progress and no notes' },
  color: { type: 'boolean', describe: 'Colours, or with --no-color none, whatever the terminal is' },
} as const;

/**
 * How the answer is wanted. It is read before anything else is, because a command line that is wrong gets an answer, too;
 * by the same parser, so that both understand the same.
 */
export function askedIo(argv: readonly string[], io: Io): Io {
  const { format, quiet, color } = Parser([...argv], {
    boolean: ['quiet', 'color'],
    string: ['format'],
    configuration: { 'duplicate-arguments-array': false },
  }) as Readonly<Record<string, unknown>>;
  return {
    ...io,
    format: format === 'json' ? 'json' : 'text',
    colour: typeof color === 'boolean' ? color : io.colour,
    ...(quiet === true && { quiet, progress: false, note: () => undefined }),
  };
}
