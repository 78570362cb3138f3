import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { saidBy, suiteOf } from '../testing/suite-of.ts';

const workTree = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-link-')));
afterAll(() => rmSync(workTree, { recursive: true, force: true }));

const MANIFEST = '{"name":"@shop/roles","type":"module","exports":"./index.js"}';
const SAFE = 'export const may = () => false;\n';

/** A main checkout with one package of its own and one from outside; its own code is not what is judged. */
function makeWorkTree(): void {
  mkdirSync(join(workTree, 'packages/roles'), { recursive: true });
  mkdirSync(join(workTree, 'node_modules/@shop'), { recursive: true });
  mkdirSync(join(workTree, 'node_modules/outside'), { recursive: true });
  writeFileSync(join(workTree, 'packages/roles/package.json'), MANIFEST);
  writeFileSync(join(workTree, 'packages/roles/index.js'), SAFE);
  writeFileSync(join(workTree, 'node_modules/outside/index.js'), 'module.exports = 1;\n');
  symlinkSync('../../packages/roles', join(workTree, 'node_modules/@shop/roles'));
}

describe('when the dependencies of the main checkout are borrowed', () => {
  it('a package of the project is the judged one, whatever lies in the main checkout', async () => {
    makeWorkTree();
    const suite = { files: ['test/**'], framework: 'node', link: ['node_modules'] } as const;
    const locked = {
      'packages/roles/package.json': MANIFEST,
      'packages/roles/index.js': SAFE,
      'test/roles.test.mjs': `import assert from 'node:assert';
import { test } from 'node:test';
import { may } from '@shop/roles';
import one from 'outside';
test('a guest may nothing', () => {
  assert.strictEqual(one, 1);
  assert.strictEqual(may('guest'), false);
});
`,
    };
    const opened = { 'packages/roles/index.js': 'export const may = () => true;\n' };
    expect(saidBy(await suiteOf(suite, locked, {}, { workTree }))).toBe('passed');
    expect(saidBy(await suiteOf(suite, locked, opened, { workTree }))).toBe('security-test-failed');
  });
});
