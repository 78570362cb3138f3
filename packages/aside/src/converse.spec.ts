import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { converse } from './converse.ts';

const FILES = [{ file: 'a.js', blob: 'b', text: 'eval(x)' }];
const EXAMINED = { kind: 'examined', hits: [] } as const;

/** A thread that runs this for every request, of which it knows `id` and `files`. */
function threadThat(does: string): Worker {
  const program = `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ id, files }) => { ${does} });`;
  const thread = new Worker(program, { eval: true });
  onTestFinished(async () => void (await thread.terminate()));
  return thread;
}

it('each question gets its own answer, in whatever order they come', async () => {
  const { ask } = converse(
    threadThat(`
      const examinations = files.map(() => ({ kind: 'not-examined', code: 'too-deep', why: files[0].file }));
      setTimeout(() => parentPort.postMessage({ id, examinations }), id === 1 ? 50 : 0);`),
  );
  const named = (file: string): typeof FILES => [{ ...FILES[0], file, blob: 'b', text: '' }];
  expect(await Promise.all([ask(named('a.js')), ask(named('b.js'))])).toMatchObject([
    [{ why: 'a.js' }],
    [{ why: 'b.js' }],
  ]);
});

it('it is asked again after it answered', async () => {
  const { ask } = converse(
    threadThat(`parentPort.postMessage({ id, examinations: [{ kind: 'examined', hits: [] }] })`),
  );
  expect(await ask(FILES)).toEqual([EXAMINED]);
  expect(await ask(FILES)).toEqual([EXAMINED]);
});

it.each([
  ['throws', `throw new Error('broken')`, 'broken'],
  ['ends itself', `process.exit(0)`, 'its thread ended with status 0'],
  ['says what went wrong', `parentPort.postMessage({ id, error: new Error('no parser') })`, 'no parser'],
])('a thread that %s gives no answer', async (_, does, message) => {
  await expect(converse(threadThat(does)).ask(FILES)).rejects.toThrow(message);
});

it('a thread that is gone is not waited for', async () => {
  const { ask } = converse(threadThat(`process.exit(7)`));
  await expect(ask(FILES)).rejects.toThrow('status 7');
  await expect(ask(FILES)).rejects.toThrow('status 7');
});

it('what it is told is heard, and its answer is nobody’s', async () => {
  const { ask, tell } = converse(
    threadThat(`
      globalThis.heard = [...(globalThis.heard ?? []), files[0].file];
      parentPort.postMessage({ id, examinations: [{ kind: 'not-examined', code: 'too-deep', why: heard.join() }] });`),
  );
  tell([{ file: 'nothing.ts', blob: '', text: '' }]);
  expect(await ask(FILES)).toMatchObject([{ why: 'nothing.ts,a.js' }]);
});
