import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addressesIn, docsSite, idsIn, pagesOf, targetOf } from './support/built-site.ts';
import { codeBlocks } from './support/code-blocks.ts';
import { describeWithLinters, linter } from './support/linters.ts';
import { run } from './support/run.ts';
import { emptyFolder } from './support/temporary-repository.ts';
import type { Workflow } from './support/workflow.ts';
import { WORKSPACE } from './support/workspace.ts';

const FOLDER = await mkdtemp(join(tmpdir(), 'pawl-docs-'));
afterAll(() => rm(FOLDER, { recursive: true, force: true }));
const OUT = join(FOLDER, 'site');
const WORKFLOW = join(WORKSPACE, '.github/workflows/docs.yml');

describe('when the documentation is built', () => {
  it('there is no warning', async () => {
    const repository = 'https://forge.example/acme/pawl';
    const built = await docsSite('site', '--out', OUT, '--repository', repository);
    expect(built).toEqual({ status: 0, stdout: expect.stringContaining(OUT), stderr: '' });
  });

  it('every address in it leads to something, on every page', async () => {
    const pages = await pagesOf(OUT);
    const files = new Set((await readdir(OUT, { recursive: true })).map((name) => name.replaceAll('\\', '/')));
    expect(pages.size).toBeGreaterThan(150);
    const dead = [...pages].flatMap(([page, html]) =>
      addressesIn(html)
        .filter((address) => !/^(?:https?:|mailto:|data:,$)/u.test(address))
        .map((address) => ({ page, address, ...targetOf(page, address) }))
        .filter(({ file, id }) => !files.has(file) || (id !== '' && !idsIn(pages.get(file) ?? '').includes(id))),
    );
    expect(dead).toEqual([]);
  });

  it('no page has an id twice, loads anything from elsewhere, or names a place of this machine', async () => {
    for (const [page, html] of await pagesOf(OUT)) {
      expect(new Set(idsIn(html)).size, page).toBe(idsIn(html).length);
      expect(html, page).not.toMatch(/<(?:script|img|link|iframe)\b[^>]*(?:src|href)="(?:https?:)?\/\//u);
      expect(html, page).not.toContain(WORKSPACE);
    }
  });

  it('every page can be reached from the front page', async () => {
    const pages = await pagesOf(OUT);
    const reached = new Set<string>(['index.html']);
    for (const page of reached) {
      for (const address of addressesIn(pages.get(page) ?? '')) {
        const { file } = targetOf(page, address);
        if (pages.has(file)) reached.add(file);
      }
    }
    expect([...pages.keys()].filter((page) => !reached.has(page))).toEqual([]);
  });

  it('a folder that holds something else is left alone', async () => {
    const other = join(FOLDER, 'other');
    await write(other, { 'mine.txt': 'mine' });
    const built = await docsSite('site', '--out', other);
    expect([built.status, built.stderr]).toEqual([2, expect.stringContaining('something else than a site')]);
    expect(await readFile(join(other, 'mine.txt'), 'utf8')).toBe('mine');
  });
});

describe('when pages are wrong', () => {
  it('the build says of each what and where, fails, and writes nothing', async () => {
    const { status, stderr, out } = await buildOf({ ...WRONG, 'docs/README.md': contentsOf(Object.keys(WRONG)) });
    const lines = stderr.trimEnd().split('\n');
    const said = lines.slice(0, -1).map((line) => /^(docs\/[^:]+:\d+): .+ \(([a-z-]+)\)$/u.exec(line)?.slice(1));
    expect(said).toEqual([
      ['docs/broken-link.md:3', 'broken-link'],
      ['docs/duplicate-id.md:5', 'duplicate-id'],
      ['docs/flow-chart.md:3', 'flow-chart'],
      ['docs/heading-jump.md:3', 'heading-jump'],
      ['docs/machine-path.md:3', 'machine-path'],
      ['docs/missing-anchor.md:3', 'missing-anchor'],
      ['docs/missing-picture.md:3', 'missing-picture'],
      ['docs/picture-without-text.md:3', 'picture-without-text'],
      ['docs/raw-html.md:3', 'raw-html'],
      ['docs/lonely.md:1', 'not-in-navigation'],
    ]);
    expect([status, lines.at(-1), existsSync(out)]).toEqual([1, 'docs-site: 10 warnings, nothing was written', false]);
  });

  it('without them the same site is built', async () => {
    expect((await buildOf({ 'docs/README.md': contentsOf([]) })).status).toBe(0);
  });
});

describe('when the reference is compared with the program', () => {
  it('it says what the program says', async () => {
    expect(await docsSite('reference', '--check')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('a page that was changed, one that is gone and one too many are each named', async () => {
    const copy = join(FOLDER, 'reference');
    expect((await docsSite('reference', '--out', copy)).status).toBe(0);
    await write(copy, { 'commands/check.md': '# Something else\n', 'commands/gone-for-long.md': '# Gone\n' });
    await rm(join(copy, 'errors.md'));
    const { status, stderr } = await docsSite('reference', '--check', '--out', copy);
    expect([status, ...stderr.split('\n').slice(0, 3)]).toEqual([
      1,
      'docs/reference/commands/check.md: not what the program says',
      'docs/reference/commands/gone-for-long.md: not what the program says',
      'docs/reference/errors.md: not what the program says',
    ]);
  });
});

describe('when a stranger follows the page of the tool', () => {
  it('its commands are those that are tried here, beside the build', async () => {
    const text = await readFile(join(WORKSPACE, 'tools/docs-site/README.md'), 'utf8');
    const block = codeBlocks(text).find(({ language, heading }) => language === 'sh' && heading === 'The docs site');
    expect(block?.text.split('\n').map((line) => line.replace(/ *#.*/u, ''))).toEqual([
      'npx tsc -b tools/docs-site packages/cli',
      'node tools/docs-site/dist/reference.js',
      'node tools/docs-site/dist/site.js',
      '',
    ]);
  });
});

describe('in the workflow that publishes', async () => {
  const { jobs, ...workflow } = parse(await readFile(WORKFLOW, 'utf8')) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);

  it('the token may do nothing but what a job says, and only the job that publishes may publish', () => {
    expect(workflow.permissions).toEqual({});
    expect(jobs['build']?.permissions).toEqual({ contents: 'read' });
    expect(jobs['publish']).toMatchObject({
      ...{ needs: 'build', if: "github.event_name == 'push'" },
      permissions: { pages: 'write', 'id-token': 'write' },
    });
    expect(workflow.on).toEqual({ push: { branches: ['main'] }, pull_request: null });
    expect(Object.keys(jobs)).toEqual(['build', 'publish']);
  });

  it('what it uses is pinned to a commit, and no script has an expression in it', () => {
    for (const { uses, run: script = '' } of steps) {
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@[\da-f]{40}$/u);
      expect(script).not.toContain('${{');
    }
  });

  it('it builds and checks as the page of the tool says', () => {
    const scripts = steps.flatMap(({ run: script }) => script ?? []);
    expect(scripts).toContain('node tools/docs-site/dist/reference.js --check');
    expect(scripts.at(-1)).toMatch(/^node tools\/docs-site\/dist\/site\.js .* --out site$/u);
  });
});

describeWithLinters('when a real linter reads the workflow that publishes', () => {
  it('actionlint has nothing to say of it', async () => {
    const { root, env } = await emptyFolder();
    const args = ['-no-color', '-shellcheck', linter('shellcheck'), '-pyflakes', '', WORKFLOW];
    expect(await run(linter('actionlint'), args, { cwd: root, env })).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

/** Each has the one fault that it is named for. */
const WRONG = {
  'docs/broken-link.md': '# Page\n\n[on](gone.md)\n',
  'docs/duplicate-id.md': '# Page\n\n## Same\n\n## Same\n',
  'docs/flow-chart.md': '# Page\n\n```mermaid\ngantt\n```\n',
  'docs/heading-jump.md': '# Page\n\n### Too deep\n',
  'docs/lonely.md': '# Page\n',
  'docs/machine-path.md': '# Page\n\nIt lies in /home/alice/pawl.\n',
  'docs/missing-anchor.md': '# Page\n\n[on](README.md#gone)\n',
  'docs/missing-picture.md': '# Page\n\n![a curve](gone.svg)\n',
  'docs/picture-without-text.md': '# Page\n\n![](there.svg)\n',
  'docs/raw-html.md': '# Page\n\n<center>Look</center>\n',
};

function contentsOf(paths: readonly string[]): string {
  const listed = paths.filter((path) => !path.includes('lonely'));
  return `# All\n\n## Start\n\n- [Back](../README.md)\n${listed.map((path) => `- [Page](../${path})\n`).join('')}`;
}

async function buildOf(
  changed: Readonly<Record<string, string>>,
): Promise<{ status: number | null; stderr: string; out: string }> {
  const root = await mkdtemp(join(FOLDER, 'root-'));
  const out = join(root, 'site');
  await write(root, { 'README.md': '# Small\n', 'docs/there.svg': '<svg/>', 'packages/README.txt': '', ...changed });
  return { ...(await docsSite('site', '--root', root, '--out', out)), out };
}

async function write(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}
