// The same thread, bundled: ESLint and TypeScript's parser are 400 files, and to find, parse and compile them takes longer than what they are asked.
import { parentPort } from 'node:worker_threads';
import { runCompiled } from '@pawl/compiled';
import type * as program from './answer.ts';

/** Put in when the programs are bundled. */
declare const pawlDigests: { readonly thread: string; readonly parser: string };

/** What is kept once it was used: V8 compiles a function when it is called. */
const toKeep: (() => void)[] = [];

if (parentPort) {
  const { answer } = run('thread') as typeof program;
  answer(parentPort, () => {
    for (const keep of toKeep.splice(0)) keep();
  });
}

function run(name: keyof typeof pawlDigests): unknown {
  const file = new URL(`./${name}.cjs`, import.meta.url);
  return runCompiled({ file, digest: pawlDigests[name] }, load, (keep) => toKeep.push(keep));
}

let parser: unknown;

/** The parser comes once, as any module does: to run it again costs as much as to examine a file. */
function load(name: string): Promise<unknown> {
  return name === '@typescript-eslint/parser' ? Promise.resolve((parser ??= run('parser'))) : import(name);
}
