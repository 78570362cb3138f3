import { expect, it } from 'vitest';
import { outputsText } from './output-file.ts';

it('when outputs are written › each is a block with a delimiter that nobody knew', () => {
  expect(outputsText({ case: '', head: 'a\nb' }, '7')).toBe('case<<pawl_7\n\npawl_7\nhead<<pawl_7\na\nb\npawl_7\n');
});

it('O08 when an output holds its own delimiter › nothing is written', () => {
  expect(() => outputsText({ loop: 'x\npawl_7\ncase=1' }, '7')).toThrow('loop');
});
