import type { CommandModule } from 'yargs';
import type { Io } from '../io.ts';

/** A command declares its options, makes its calls and prints. That it returns is its success. */
export type Command<Options> = (io: Io) => CommandModule<object, Options>;
