// What git's hooks run: no npx, no yargs. `hook-start.ts` loads it, compiled, and hands it what a file of its own would have.
import { runHook } from './hook.ts';
import { limitTime } from './limit-time.ts';
import { processIo } from './io.ts';

/** To be called where what was compiled by now is worth keeping; see `@pawl/compiled`. */
declare const pawlKeep: () => void;

const grammars = new URL('./grammars/', import.meta.url);
const io = processIo();
const [name, ...args] = process.argv.slice(2);
limitTime(name, io);
runHook(name, args, { ...io, context: { ...io.context, grammars } }, pawlKeep).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => io.err(`pawl: a fault of Pawl itself, please report it: ${String(error)}\n`),
);
