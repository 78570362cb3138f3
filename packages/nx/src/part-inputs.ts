// What Nx asks before it looks into a cache: one line that says what a part depends on beside its files. Nx takes whatever is printed for an answer, and
// its exit status for nothing: where there is no answer it has to be another one each time, or a cache would answer for it.
import { randomUUID } from 'node:crypto';
import { partInputs } from '@pawl/checkpoint';

const target = process.argv[2];
const context = { cwd: process.cwd(), env: process.env, now: () => new Date(), terminal: false };
partInputs({ directory: undefined, target }, context)
  .catch(() => `unknown ${randomUUID()}`)
  .then((line) => process.stdout.write(`${line}\n`));
