import { describe, expect, it } from 'vitest';
import { parseMoved } from './reference-transaction.ts';

const [a, b, none] = ['a'.repeat(40), 'b'.repeat(40), '0'.repeat(40)];

describe('what a transaction brings to branches', () => {
  it('is every branch that gets another commit', () => {
    const lines = [`${a} ${b} HEAD`, `${a} ${b} refs/heads/main`, `${none} ${b} refs/heads/agent/x`];
    expect(parseMoved(`${lines.join('\n')}\n`)).toEqual([
      { branch: 'main', to: b },
      { branch: 'agent/x', to: b },
    ]);
  });

  it.each([
    ['a tag', `${none} ${b} refs/tags/v1`],
    ['the stash', `${none} ${b} refs/stash`],
    ['a ref of our own', `${none} ${b} refs/pawl/loop/x`],
    ['a deletion', `${a} ${none} refs/heads/main`],
    ['the commit that it has', `${a} ${a} refs/heads/main`],
    ['another name for a branch', `${none} ref:refs/heads/main refs/heads/alias`],
    ['nothing', ''],
  ])('is not %s', (_, line) => {
    expect(parseMoved(line)).toEqual([]);
  });

  it('is what a name stands for that newer git gives a branch', () => {
    expect(parseMoved(`${none} ref:refs/tags/v1 refs/heads/x`)).toEqual([{ branch: 'x', to: 'refs/tags/v1' }]);
  });

  it.each(['refs/heads/main', `${a} ${b}`, `${a} ${b} refs/heads/x y`])('is unknown from the line %j', (line) => {
    expect(() => parseMoved(line)).toThrow(expect.objectContaining({ code: 'malformed-hook-input' }));
  });
});
