import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerAll } from './answer-all.ts';

let here: MessagePort;
let there: MessagePort;
beforeEach(() => {
  ({ port1: here, port2: there } = new MessageChannel());
});
afterEach(() => here.close());

const file = (text: string) => ({ file: 'a.ts', blob: 'b', text });
const asked = (message: object): Promise<unknown> =>
  new Promise((answered) => {
    here.once('message', answered);
    here.postMessage(message);
  });

it('each request is answered under its number, with an examination of each file', async () => {
  answerAll(there, (files) => Promise.resolve(files.map(({ text }) => ({ kind: 'examined', hits: [text] }))));
  const examinations = [
    { kind: 'examined', hits: ['one'] },
    { kind: 'examined', hits: ['two'] },
  ];
  expect(await asked({ id: 7, files: [file('one'), file('two')] })).toEqual({ id: 7, examinations });
});

it('an engine that fails is an answer, too', async () => {
  answerAll(there, () => Promise.reject(new Error('out of order')));
  expect(await asked({ id: 1, files: [file('one')] })).toMatchObject({ id: 1, error: new Error('out of order') });
});

it('it is told when something was examined, and not when nothing was', async () => {
  let told = 0;
  answerAll(
    there,
    () => Promise.resolve([]),
    () => (told += 1),
  );
  await asked({ id: 1, files: [file('')] });
  expect(told).toBe(0);
  await asked({ id: 2, files: [file('one')] });
  expect(told).toBe(1);
});
