import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { FLAGS } from './optimise-late.ts';

it('this node takes the flags without a word: it would say it at every check', () => {
  const program = `for (const flag of ${JSON.stringify(FLAGS)}) require('node:v8').setFlagsFromString(flag);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--eval', program], { encoding: 'utf8', env: {} });
  expect(FLAGS).toHaveLength(2);
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});
