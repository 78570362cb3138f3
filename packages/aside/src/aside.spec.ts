import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aside } from './aside.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'pawl-aside-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A thread that writes down what it is asked, and ends where a text tells it to. */
function thread(): () => URL {
  const program = join(folder, 'thread.cjs');
  writeFileSync(
    program,
    `const { parentPort } = require('node:worker_threads');
     const { appendFileSync } = require('node:fs');
     appendFileSync(${JSON.stringify(join(folder, 'log'))}, 'start\\n');
     parentPort.on('message', ({ id, files }) => {
       appendFileSync(${JSON.stringify(join(folder, 'log'))}, files.map(({ file, text }) => (file + ' ' + text).trim() + '\\n').join(''));
       if (files.some(({ text }) => text === 'end')) process.exit(3);
       parentPort.postMessage({ id, examinations: files.map(() => ({ kind: 'examined', hits: [] })) });
     });`,
  );
  return () => pathToFileURL(program);
}

const log = (): readonly string[] => readFileSync(join(folder, 'log'), 'utf8').trim().split('\n');
const file = (name: string, text = '') => ({ file: name, blob: 'b', text });

it('one thread answers all that is asked', async () => {
  const engine = aside('one', thread());
  expect(await engine.examine([file('a.ts'), file('b.ts')])).toHaveLength(2);
  expect(await engine.examine([file('c.ts')])).toEqual([{ kind: 'examined', hits: [] }]);
  expect(log()).toEqual(['start', 'a.ts', 'b.ts', 'c.ts']);
});

it('it is prepared once for each kind of file, by the sample', async () => {
  const engine = aside('sampled', thread(), 'sample');
  engine.prepare([]);
  engine.prepare(['src/a.ts', 'src/b.ts', 'c.js']);
  engine.prepare(['d.js']);
  await engine.examine([file('e.ts', 'text')]);
  expect(log()).toEqual(['start', 'nothing.ts sample', 'nothing.js sample', 'e.ts text']);
});

it('a thread that ended is an error for who asked, and the next one is prepared anew', async () => {
  const engine = aside('ended', thread());
  engine.prepare(['a.ts']);
  await expect(engine.examine([file('a.ts', 'end')])).rejects.toThrow('its thread ended with status 3');
  engine.prepare(['a.ts']);
  expect(await engine.examine([file('a.ts', 'again')])).toHaveLength(1);
  expect(log()).toEqual(['start', 'nothing.ts', 'a.ts end', 'start', 'nothing.ts', 'a.ts again']);
});

it('whoever else has the engine of this name has the same thread, as another bundle in the process would', async () => {
  const program = thread();
  aside('shared', program).prepare(['a.ts']);
  const other = aside('shared', program);
  other.prepare(['b.ts']);
  await other.examine([file('c.ts', 'text')]);
  expect(log()).toEqual(['start', 'nothing.ts', 'c.ts text']);
});
