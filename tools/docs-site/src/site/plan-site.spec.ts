import { describe, expect, it } from 'vitest';
import { planSite } from './plan-site.ts';

/** A small set of pages without a fault, changed by a test. */
const PAGES: Readonly<Record<string, string>> = {
  'README.md':
    '# Pawl\n\nThe catch.\n\n[All](docs) and [guide](docs/guide.md#second-part), [code](packages/a/src/x.ts)\n',
  'CONTRIBUTING.md': '# Contributing\n\n[Decisions](docs/decisions)\n',
  'docs/README.md':
    '# All\n\n## Start\n\n- [Guide](guide.md)\n\n## More\n\n- [Rules](rules/README.md)\n- [Decisions](decisions)\n- [Packages](../packages)\n- [Take part](../CONTRIBUTING.md)\n',
  'docs/guide.md': '# Guide\n\nHow.\n\n## First\n\n![A curve](curve.svg)\n\n## Second part\n\nText\n',
  'docs/rules/README.md': '# Rules\n\n- [b](b.md)\n- [a](a.md)\n',
  'docs/rules/a.md': '# a\n\n[up](../guide.md)\n',
  'docs/rules/b.md': '# b\n',
  'docs/decisions/0001-x.md': '# 1. X\n',
  'packages/a/README.md': '# @pawl/a\n\n[Guide](../../docs/guide.md)\n',
};
const FILES: readonly string[] = ['docs/curve.svg', 'packages/a/src/x.ts'];

function plan(changed: Readonly<Record<string, string>> = {}, repository?: string): ReturnType<typeof planSite> {
  const pages = new Map(Object.entries({ ...PAGES, ...changed }));
  const known = [...pages.keys(), ...FILES];
  const kindOf = (path: string): 'file' | 'folder' | undefined => {
    if (known.includes(path)) return 'file';
    return known.some((one) => one.startsWith(`${path}/`)) ? 'folder' : undefined;
  };
  return planSite({ pages, kindOf }, { repository, version: '1.2.3' });
}

function fileOf(address: string, ...given: Parameters<typeof plan>): string {
  return plan(...given).files.get(address) ?? '';
}

describe('when nothing is wrong', () => {
  it('there is no warning, and every page has an address', () => {
    const { warnings, files, pictures } = plan();
    expect(warnings).toEqual([]);
    expect([...files.keys()].sort()).toEqual([
      'contents.html',
      'contributing.html',
      'decisions/0001-x.html',
      'decisions/index.html',
      'guide.html',
      'index.html',
      'llms.txt',
      'packages/a.html',
      'packages/index.html',
      'rules/a.html',
      'rules/b.html',
      'rules/index.html',
      'search-index.js',
    ]);
    expect([...pictures]).toEqual([['docs/curve.svg', 'pictures/docs/curve.svg']]);
  });

  it('every address in a page is relative to the page', () => {
    const page = fileOf('rules/a.html');
    expect(page).toContain('<a href="../guide.html">up</a>');
    expect(page).toContain('<link rel="stylesheet" href="../site.css">');
    expect(page).not.toMatch(/(?:href|src)="(?:\/|[a-z]+:(?!,))/u);
  });

  it('a link to a folder leads to its list, and one to a heading to the heading', () => {
    expect(fileOf('index.html')).toContain('<a href="contents.html">All</a>');
    expect(fileOf('index.html')).toContain('<a href="guide.html#second-part">guide</a>');
    expect(fileOf('contributing.html')).toContain('<a href="decisions/index.html">Decisions</a>');
  });

  it('a link to a source leads to the repository, and is text where nobody said which', () => {
    const linked = fileOf('index.html', {}, 'https://forge.example/o/pawl');
    expect(linked).toContain('<a href="https://forge.example/o/pawl/blob/HEAD/packages/a/src/x.ts">code</a>');
    expect(fileOf('index.html')).toContain(', code</p>');
  });

  it('the pages of a folder stand in the order in which its own page names them', () => {
    const page = fileOf('rules/a.html');
    expect(page.indexOf('href="b.html"')).toBeLessThan(page.indexOf('href="a.html"'));
    expect(page).toContain('<a rel="prev" href="b.html">← b</a>');
    expect(page).toContain('<a href="a.html" aria-current="page">a</a>');
  });

  it('where the folder has no page of its own, the one above it says the order', () => {
    const files = fileOf('decisions/index.html', {
      'docs/decisions/0002-y.md': '# 2. Y\n',
      'docs/README.md': `${PAGES['docs/README.md'] ?? ''}\n[two](decisions/0002-y.md), [one](decisions/0001-x.md)\n`,
    });
    expect(files.indexOf('href="0002-y.html"')).toBeLessThan(files.indexOf('href="0001-x.html"'));
  });

  it('the pages of a folder are shown only inside it', () => {
    expect(fileOf('guide.html')).not.toContain('rules/b.html');
  });

  it('a script holds what is searched, because a page from a file may load nothing else', () => {
    const index = fileOf('search-index.js');
    expect(index).toMatch(/^globalThis\.pawlPages=\[/u);
    expect(JSON.parse(index.slice('globalThis.pawlPages='.length, -2))).toContainEqual({
      ...{ address: 'guide.html', title: 'Guide', words: 'guide how first curve second part text' },
      headings: [
        ['first', 'First'],
        ['second-part', 'Second part'],
      ],
    });
  });

  it('a plain list names every page with its first words', () => {
    expect(fileOf('llms.txt')).toContain('- [Guide](guide.html): How.\n');
  });
});

describe('when a page is wrong', () => {
  it.each([
    ['broken-link', '# G\n\n[x](gone.md)\n', 3],
    ['broken-link', '# G\n\n[x](../packages/a/src/gone.ts)\n', 3],
    ['broken-link', '# G\n\n[x](../../outside.md)\n', 3],
    ['broken-link', '# G\n\n[x](/docs/guide.md)\n', 3],
    ['broken-link', '# G\n\n- one\n- | no\n\n| a |\n| --- |\n| [x](gone.md) |\n', 6],
    ['missing-anchor', '# G\n\n[x](rules/a.md#nowhere)\n', 3],
    ['missing-anchor', '# G\n\n[x](#nowhere)\n', 3],
    ['missing-picture', '# G\n\n![x](gone.svg)\n', 3],
    ['missing-picture', '# G\n\n![x](https://example.com/x.svg)\n', 3],
    ['picture-without-text', '# G\n\n![](curve.svg)\n', 3],
    ['heading-jump', '# G\n\n### Third\n', 3],
    ['heading-jump', '# G\n\n# Again\n', 3],
    ['heading-jump', '## No title\n', 1],
    ['duplicate-id', '# G\n\n## Same\n\n## Same!\n', 5],
    ['raw-html', '# G\n\nText with <b>marks</b>\n', 3],
    ['machine-path', '# G\n\nSee /home/alice/pawl\n', 3],
    ['machine-path', '# G\n\n```sh\ncd /Users/alice/pawl\n```\n', 4],
    ['flow-chart', '# G\n\n```mermaid\npie\n```\n', 3],
  ] as const)('it says %s: %j', (kind, markdown, line) => {
    const about = plan({ 'docs/guide.md': markdown, 'README.md': '# Pawl\n' }).warnings;
    expect(about).toContainEqual(expect.objectContaining({ kind, page: 'docs/guide.md', line }));
    expect(new Set(about.map((one) => one.kind))).toEqual(new Set([kind]));
  });

  it('it says not-in-navigation of a page that no list names', () => {
    expect(plan({ 'docs/lonely.md': '# Lonely\n' }).warnings).toEqual([
      { kind: 'not-in-navigation', page: 'docs/lonely.md', line: 1, text: 'no list of docs/README.md links to it' },
    ]);
  });

  it('a link in a block of code is none', () => {
    expect(plan({ 'docs/rules/b.md': '# b\n\n```md\n[x](gone.md)\n```\n\n`[x](gone.md)`\n' }).warnings).toEqual([]);
  });
});
