// What git's hooks run, bundled into one file: no npx, no yargs. It is on the path of every commit, so it loads only what
// it needs; what only a push needs is loaded then.
import { setFlagsFromString } from 'node:v8';
import { runHook } from './hook.ts';
import { limitTime } from './limit-time.ts';
import { processIo } from './io.ts';

// The grammars are compiled once per process and run briefly: the optimising compiler costs more than it gives back.
setFlagsFromString('--liftoff-only');

// Whatever ends the process early is not an answer.
process.exitCode = 2;
const grammars = new URL('./grammars/', import.meta.url);
const io = processIo();
const [name, ...args] = process.argv.slice(2);
limitTime(name, io);
process.exitCode = await runHook(name, args, { ...io, context: { ...io.context, grammars } });
