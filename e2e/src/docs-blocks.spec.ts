import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeBlocks } from './support/code-blocks.ts';
import { docPages } from './support/docs/doc-pages.ts';
import { OWN_SPECS } from './support/docs/own-specs.ts';
import { LANGUAGES, waysOf } from './support/docs/ways-of-block.ts';
import { WORKSPACE } from './support/workspace.ts';

/**
 * The sentence before a block that is not run says what it needs, how long it takes or what it is a part of. This holds it to
 * one of the words that such a sentence has.
 */
const REASON = /\b(?:needs?|wants?|takes?|fetch(?:es)?|part of|beginning of|picture|stands? for)\b/u;

const PAGES = docPages();
const BLOCKS = PAGES.flatMap((page) =>
  page.blocks.map((block) => ({ page, block, at: `${page.path}:${block.line}`, name: block.language })),
);

/** The places of the blocks that are wrong, so that a failure names all of them. */
const placesOf = (isWrong: (each: (typeof BLOCKS)[number]) => boolean): readonly string[] =>
  BLOCKS.filter(isWrong).map(({ at, block }) => `${at} ${block.language} ${block.rest}`.trimEnd());

describe('when a page has a block', () => {
  it('it says its language, and it is one that is known', () => {
    expect(BLOCKS.length).toBeGreaterThan(200);
    expect(placesOf(({ block }) => !LANGUAGES.includes(block.language))).toEqual([]);
  });

  it('nothing stands after the language but that it is a fragment', () => {
    expect(placesOf(({ block }) => !['', 'fragment'].includes(block.rest))).toEqual([]);
  });

  it('it is tested in exactly one way', () => {
    const told = BLOCKS.map(({ at, page, block }) => ({ at, ways: waysOf(page, block), language: block.language }));
    expect(told.filter(({ ways }) => ways.length !== 1)).toEqual([]);
  });

  it('what is a fragment has a reason in the sentence before it', () => {
    expect(placesOf(({ block }) => block.rest === 'fragment' && !REASON.test(block.before))).toEqual([]);
  });

  it('what shows a change is one', () => {
    const isChange = (text: string): boolean => /^(?:[-+ @].*\n|\n)+$/u.test(text) && /^[-+]/mu.test(text);
    expect(placesOf(({ block }) => block.language === 'diff' && !isChange(block.text))).toEqual([]);
  });
});

describe('when a page has a spec of its own', () => {
  it.each(OWN_SPECS)('$spec follows $page', ({ page, spec, headings }) => {
    const text = readFileSync(join(WORKSPACE, 'e2e/src', spec), 'utf8');
    const quoted = [page, ...headings].map((name) => `'${name}'`);
    expect(quoted.filter((name) => !text.includes(name))).toEqual([]);
    const found = PAGES.find(({ path }) => path === page)?.blocks.map(({ heading }) => heading);
    expect(headings.filter((heading) => found?.includes(heading) !== true)).toEqual([]);
  });
});

describe('when a new page comes', () => {
  it.each([
    ['no language', '', 'npm test\n', []],
    ['a language that nothing tests', 'powershell', 'pawl lock\n', []],
    ['a word that means nothing after it', 'sh broken', 'pawl lock\n', []],
    ['a configuration that nothing reads', 'json', '{ "a": 1 }\n', []],
    ['text that no command prints', 'text', 'clean\n', []],
    ['code that is no example of a package', 'ts', 'f();\n', []],
    ['a command', 'sh', 'pawl lock\n', ['run']],
    ['a command and what it prints', 'console', '$ pawl lock\n', ['run']],
    ['a configuration', 'jsonc', '// pawl.config.jsonc\n{}\n', ['config']],
    ['a fragment', 'sh fragment', 'pawl lock\n', ['fragment']],
  ])('a block with %s is taken as it should be', (_, info, code, ways) => {
    const text = `\`\`\`${info}\n${code}\`\`\`\n`;
    const page = { path: 'docs/new.md', text, blocks: codeBlocks(text) };
    expect(page.blocks.flatMap((block) => waysOf(page, block))).toEqual(ways);
  });
});

describe('when blocks are looked for', () => {
  it('none is overlooked: a longer fence, one of tildes, one in a list', () => {
    const page = '# A\n\nWhy:\n\n````sh fragment\n```\n````\n\n1. B\n\n   ~~~text\n   c\n     d\n   ~~~\n\n```\nlast\n';
    expect(codeBlocks(page)).toEqual([
      { language: 'sh', rest: 'fragment', line: 5, end: 7, heading: 'A', before: 'Why:', text: '```\n' },
      { language: 'text', rest: '', line: 11, end: 14, heading: 'A', before: '1. B', text: 'c\n  d\n' },
      { language: '', rest: '', line: 16, end: 18, heading: 'A', before: '', text: 'last\n' },
    ]);
  });

  it('the pages of all folders are there', () => {
    const paths = PAGES.map(({ path }) => path);
    for (const path of ['README.md', 'CONTRIBUTING.md', 'docs/rules/lost-guard.md', 'tools/nodes/README.md'])
      expect(paths).toContain(path);
    expect(paths.filter((path) => !existsSync(join(WORKSPACE, path)))).toEqual([]);
    expect(paths.length).toBeGreaterThan(150);
  });
});
