import { describe, expect, it } from 'vitest';
import { codeBlocks } from './support/code-blocks.ts';
import { configReader, isWorkflow } from './support/docs/config-readers.ts';
import { docPages } from './support/docs/doc-pages.ts';
import { waysOf } from './support/docs/ways-of-block.ts';
import { describeWithLinters, linter } from './support/linters.ts';
import { run } from './support/run.ts';
import { emptyFolder } from './support/temporary-repository.ts';

const CONFIGS = docPages().flatMap((page) =>
  page.blocks
    .filter((block) => waysOf(page, block).includes('config'))
    .map((block) => ({ at: `${page.path}:${block.line}`, block })),
);
const WORKFLOWS = CONFIGS.filter(({ block }) => isWorkflow(block));

const read = async (language: string, text: string): Promise<unknown> => {
  const [block] = codeBlocks(`\`\`\`${language}\n${text}\`\`\`\n`);
  if (block === undefined) throw new Error('no block');
  const reader = configReader(block);
  if (reader === undefined) throw new Error('nothing reads this block');
  return reader(block.text);
};

describe('when a page shows a configuration', () => {
  it.each(CONFIGS)('$at is taken by what reads such a file', async ({ block }) => {
    await read(block.language, block.text);
  });

  describeWithLinters('and it is a workflow', () => {
    it.each(WORKFLOWS)('actionlint has nothing to say of $at', async ({ block }) => {
      const { root, env, write } = await emptyFolder();
      await write({ 'workflow.yml': block.text });
      const args = ['-no-color', '-shellcheck', linter('shellcheck'), '-pyflakes', '', 'repository/workflow.yml'];
      expect(await run(linter('actionlint'), args, { cwd: root, env })).toEqual({ status: 0, stdout: '', stderr: '' });
    });
  });
});

describe('when a configuration in a page is wrong', () => {
  it.each([
    ['a key that nobody knows', 'jsonc', '// pawl.config.jsonc\n{ "targt": "main" }\n'],
    [
      'a contract without a promise',
      'jsonc',
      '// pawl.contracts.jsonc\n{ "contracts": [{ "id": "a", "why": "b" }] }\n',
    ],
    ['a setting of the server that is none', 'json', '{ "schema": "pawl/receive@1", "ful": "run" }\n'],
    ['a document that its schema does not know', 'json', '{ "schema": "pawl/error@1", "reason": "x" }\n'],
    ['a key that Nx does not know', 'jsonc', '// nx.json\n{ "plugin": [] }\n'],
    [
      'an option that the plugin does not have',
      'jsonc',
      '// nx.json\n{ "plugins": [{ "plugin": "@pawl/nx/plugin", "options": { "name": "a" } }] }\n',
    ],
    ['a target that is none', 'jsonc', '// project.json\n{ "targets": { "a": { "dependsOn": 1 } } }\n'],
    ['a script that is none', 'json', '// package.json\n{ "scripts": { "a": 1 } }\n'],
    ['a list that does not end', 'yaml', '# .gitlab-ci.yml\na: [1\n'],
    ['a table that does not end', 'toml', '# .codex/config.toml\n[a\n'],
    ['a variable that nothing reads', 'ini', '# ci.env\nNX_SELF_HOSTED_REMOTE=1\n'],
    ['a file that nobody knows', 'jsonc', '// other.jsonc\n{}\n'],
  ])('it is told: %s', async (_, language, text) => {
    await expect(read(language, text)).rejects.toThrow();
  });
});
