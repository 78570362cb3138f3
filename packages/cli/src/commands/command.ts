import type { Argv, CommandModule } from 'yargs';
import type { Io } from '../io.ts';

/** What yargs is told of a command. */
export interface Declared<Options> extends Omit<CommandModule<object, Options>, 'builder'> {
  readonly builder: (yargs: Argv) => Argv<Options>;
}

/** A command declares its options, makes one call, prints, and reports its exit status through `done`. */
export type Command<Options> = (io: Io, done: (status: number) => void) => Declared<Options>;
