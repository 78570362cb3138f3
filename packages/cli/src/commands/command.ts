import type { CommandModule } from 'yargs';
import type { Io } from '../io.ts';

/** A command declares its options, makes one call, prints, and reports its exit status through `done`. */
export type Command<Options> = (io: Io, done: (status: number) => void) => CommandModule<object, Options>;
