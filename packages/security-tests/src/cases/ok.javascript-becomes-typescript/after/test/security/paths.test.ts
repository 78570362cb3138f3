import test from 'node:test';
import assert from 'node:assert';
import { within } from '../../src/paths.ts';
test('stays within the folder', (): void => {
  assert.throws(() => within('/srv', '../etc'), { code: 'EOUTSIDE' });
});
