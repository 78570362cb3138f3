import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeBlocks } from './support/code-blocks.ts';
import { docPages } from './support/docs/doc-pages.ts';
import { runPage } from './support/docs/page-run.ts';
import { readSetUp, setUpFile, setUpOf } from './support/docs/page-set-up.ts';
import { comparable } from './support/docs/same-output.ts';
import { isRun } from './support/docs/ways-of-block.ts';
import { HAS_SCRIPT } from './support/terminal.ts';

const PAGES = docPages().filter(isRun);

describe('when a stranger types what a page says', () => {
  for (const page of PAGES)
    it(`${page.path}: every command works and prints what the page shows`, async ({ skip }) => {
      const noTerminal = setUpOf(page.path).isAtTerminal && !HAS_SCRIPT && !process.env['CI'];
      skip(noTerminal, 'no script (util-linux) to make a terminal with');
      for (const { line, command, shows, printed } of await runPage(page)) {
        if (shows === undefined) continue;
        const compared = comparable(shows, printed);
        expect({ line, command, printed: compared.printed }).toEqual({ line, command, printed: compared.shown });
      }
    });

  it('every set-up is the one of such a page, and each heading and placeholder in it is in the page', () => {
    const known = PAGES.map(({ path }) => setUpFile(path));
    const files = readdirSync(dirname(setUpFile('x.md')));
    expect(files.filter((name) => !known.some((file) => file.endsWith(`/${name}`)))).toEqual([]);
    for (const { path, text } of PAGES.filter((page) => existsSync(setUpFile(page.path)))) {
      const { before, instead, exits } = setUpOf(path);
      const named = [...before.keys()].map((line) => ` ${line}\n`);
      expect(
        [...named, ...instead.keys(), ...exits.keys()].filter((name) => !text.replaceAll('\n', '\n ').includes(name)),
      ).toEqual([]);
    }
  });
});

describe('when a page is wrong', () => {
  const pageOf = (...lines: readonly string[]) => {
    const text = `# A page\n\n${lines.join('\n')}\n`;
    return { path: 'docs/none.md', text, blocks: codeBlocks(text) };
  };

  it.each([
    ['a command that fails', ['```sh', 'echo a', 'false', '```']],
    ['a command that succeeds and should not', ['```sh', 'test 1 = 1', '```']],
    ['a command that ends with another status', ['```sh', 'sh -c "exit 2"', '```']],
    ['a flag that there is not', ['```sh', 'npx pawl status --colour', '```']],
    ['output before any command', ['```console', 'a', '$ echo a', '```']],
  ])('it is told: %s', async (_, lines) => {
    const setUp = readSetUp('#! exits: test 1 -> 1\n#! exits: sh -> 1\n');
    await expect(runPage(pageOf(...lines), setUp)).rejects.toThrow('docs/none.md');
  });

  it.each([
    ['another line', 'a\nb\n', 'a\nc\n'],
    ['one line too many', 'a\n', 'a\nb\n'],
    ['one line too few', 'a\nb\n', 'a\n'],
    ['what follows the lines left out', 'a\n…\nd\n', 'a\nb\nc\n'],
    ['another word beside a case', 'stopped, case 7a494716\n', 'clean, case 7a494716\n'],
  ])('it is told: %s', (_, shown, printed) => {
    const compared = comparable(shown, printed);
    expect(compared.printed).not.toBe(compared.shown);
  });
});

describe('when a page is right', () => {
  it('ids, cases, times and what it leaves out may be others', () => {
    const shown = 'case 7a494716  0.3 s\n…\ncommit 948cf0eb9c24 on agent/loop, 2026-11-23 14:57\n';
    const printed = 'case 1b2c3d4e  12 s\n\nmore\ncommit 0123456789ab on agent/loop, 2027-01-02 03:04\n';
    const compared = comparable(shown, printed);
    expect(compared.printed).toBe(compared.shown);
  });

  it('a console block shows each command, its lines and what it prints', async () => {
    const text = '# A\n\n```console\n$ for i in a b\n> do echo $i; done\na\nb\n$ x=1\n$ echo $x; false\n1\n```\n';
    const typed = await runPage({ path: 'docs/none.md', text, blocks: codeBlocks(text) });
    expect(typed.map(({ line, shows, printed }) => ({ line, shows, printed }))).toEqual([
      { line: 4, shows: 'a\nb\n', printed: 'a\nb\n' },
      { line: 8, shows: '', printed: '' },
      { line: 9, shows: '1\n', printed: '1\n' },
    ]);
  });
});
