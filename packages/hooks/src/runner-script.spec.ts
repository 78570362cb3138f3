import { expect, it } from 'vitest';
import { runnerScript, runnerTarget } from './runner-script.ts';

it.each(['/plain', "/it's/two''quotes", '/a b/$HOME/`x`/"y"\\', '/new\nline'])(
  'the target of a runner reads back as %j',
  (hookFile) => {
    expect(runnerTarget(runnerScript({ hookFile, nodeFile: "/n'ode" }))).toBe(hookFile);
  },
);

it('a script that is none of ours has no target', () => {
  expect(runnerTarget('exit 0\n')).toBeUndefined();
});
