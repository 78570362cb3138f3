// What the pre-receive hook of a bare repository runs, bundled into one folder that works wherever it is copied to.
import { setFlagsFromString } from 'node:v8';
import { parseArgs } from 'node:util';
import { processIo } from './io.ts';
import { runPreReceive } from './pre-receive.ts';

setFlagsFromString('--liftoff-only');

// Whatever ends the process early is not an answer.
process.exitCode = 2;
const { values } = parseArgs({ options: { anchor: { type: 'string' }, settings: { type: 'string' } } });
const io = processIo();
const grammars = new URL('./grammars/', import.meta.url);
const served = { anchor: values.anchor ?? '', settings: values.settings };
const status = await runPreReceive(served, { ...io, context: { ...io.context, grammars } });
// Not waited for: what went over its time may still be at work.
process.exit(status);
