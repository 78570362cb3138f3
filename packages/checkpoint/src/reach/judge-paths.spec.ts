import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Cache } from '@pawl/cache';
import { openSyntaxFor } from '../open-syntax-for.ts';
import type { ChangedFile } from '../read-change.ts';
import type { Tier } from '../scanners.ts';
import type { Tree } from '../tree.ts';
import type { Version } from '../version.ts';
import { judgePaths } from './judge-paths.ts';
import { summariesBy } from './project-summaries.ts';

type Files = Readonly<Record<string, string>>;

const ROUTES = `const { find } = require('./store');
const { checked } = require('./checked');
module.exports = (app) => app.get('/users', async (req, res) => res.json(await find(checked(req.query.name))));
`;
const STORE = `const db = require('pg');
exports.find = (name) => db.query("SELECT * FROM users WHERE name = '" + name + "'");
`;
const CHECKED = `exports.checked = (name) => {
  if (!/^[a-z]+$/.test(name)) throw new Error('no such name');
  return name;
};
`;
const PROJECT: Files = { 'src/routes.js': ROUTES, 'src/store.js': STORE, 'src/checked.js': CHECKED };
const UNCHECKED: Files = { ...PROJECT, 'src/routes.js': ROUTES.replace('checked(req.query.name)', 'req.query.name') };

function version(file: string, text: string): Extract<Version, { readonly kind: 'text' }> {
  return { kind: 'text', file, text, blob: createHash('sha1').update(text).digest('hex') };
}

interface Seen extends Tree {
  readonly wasRead: string[];
}

function tree(files: Files): Seen {
  const versions = Object.entries(files).map(([file, text]) => version(file, text));
  const wasRead: string[] = [];
  return {
    id: '',
    wasRead,
    entries: versions.map(({ file: path, blob }) => ({ path, blob, mode: '100644' })),
    read: (entries) => {
      wasRead.push(...entries.map(({ path }) => path));
      return Promise.resolve(versions.filter(({ file }) => entries.some(({ path }) => path === file)));
    },
    texts: () => Promise.resolve([]),
  };
}

function changesOf(base: Files, head: Files): readonly ChangedFile[] {
  const names = [...new Set([...Object.keys(base), ...Object.keys(head)])].filter((name) => base[name] !== head[name]);
  return names.map((name) => ({
    ...(base[name] === undefined ? {} : { base: version(name, base[name]) }),
    ...(head[name] === undefined ? {} : { head: version(name, head[name]) }),
  }));
}

function kept(): Cache & { readonly values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    get: (key) => Promise.resolve(values.get(key.join('\0'))),
    put: (key, value) => Promise.resolve(void values.set(key.join('\0'), structuredClone(value))),
    close: () => Promise.resolve(),
  };
}

const syntax = openSyntaxFor({ cwd: '', env: {}, now: () => new Date(0), terminal: false });

async function judged(base: Files, head: Files, { tier = 'full', cache }: { tier?: Tier; cache?: Cache } = {}) {
  const trees = { base: tree(base), head: tree(head) };
  const result = await judgePaths(
    changesOf(base, head),
    { base: () => Promise.resolve(trees.base), head: () => Promise.resolve(trees.head) },
    summariesBy(syntax, () => Promise.resolve(cache)),
    tier,
  );
  return { ...result, trees, told: result.findings.map(({ rule, location }) => `${rule} ${location.file}`) };
}

describe('when a change opens a way through files that it does not touch', () => {
  it('it is told where the change is', async () => {
    expect((await judged(PROJECT, UNCHECKED)).told).toEqual(['path-to-sql src/routes.js']);
  });

  it('it is not told the other way, which closes it', async () => {
    expect((await judged(UNCHECKED, PROJECT)).told).toEqual([]);
  });
});

describe('when a commit is judged', () => {
  const direct = ROUTES.replace('find(checked(req.query.name))', 'eval(req.query.name)');

  it('a way inside the changed files is told', async () => {
    const { told } = await judged(PROJECT, { ...PROJECT, 'src/routes.js': direct }, { tier: 'fast' });
    expect(told).toEqual(['path-to-code src/routes.js']);
  });

  it('nothing but the change is read where nothing looks suspicious', async () => {
    const { trees } = await judged(PROJECT, { ...PROJECT, 'src/routes.js': `${ROUTES}\n` }, { tier: 'fast' });
    expect([...trees.base.wasRead, ...trees.head.wasRead]).toEqual([]);
  });

  it('a guard in a file that nobody touched counts', async () => {
    const guarded = ROUTES.replace('find(checked(req.query.name))', 'eval(checked(req.query.name))');
    const { told } = await judged(PROJECT, { ...PROJECT, 'src/routes.js': guarded }, { tier: 'fast' });
    expect(told).toEqual([]);
  });
});

describe('when the files were summarised before', () => {
  it('nothing but the change is read, and the answer is the same', async () => {
    const cache = kept();
    const first = await judged(PROJECT, UNCHECKED, { cache });
    const second = await judged(PROJECT, UNCHECKED, { cache });
    expect(first.trees.base.wasRead).toHaveLength(3);
    expect([...second.trees.base.wasRead, ...second.trees.head.wasRead]).toEqual([]);
    expect(second.findings).toEqual(first.findings);
  });

  it.each([
    ['no list', 'x'],
    ['half a summary', [{ file: 'src/routes.js', functions: [] }]],
    ['of other files', [{ file: 'src/other.js' }]],
  ])('what is kept and cannot be one is made anew: %s', async (_what, value) => {
    const cache = kept();
    await judged(PROJECT, UNCHECKED, { cache });
    for (const key of cache.values.keys()) cache.values.set(key, value);
    expect((await judged(PROJECT, UNCHECKED, { cache })).told).toEqual(['path-to-sql src/routes.js']);
  });
});

describe('when a file cannot be followed to its end', () => {
  const deep = `${'['.repeat(600)}1${']'.repeat(600)}`;

  it('it is not examined, and so not clean', async () => {
    const { head, findings } = await judged(PROJECT, { ...PROJECT, 'src/deep.js': `exports.a = ${deep};\n` });
    expect(findings).toEqual([]);
    expect(head.notExamined).toMatchObject([{ file: 'src/deep.js', by: 'reach', code: 'too-deep' }]);
  });
});

it('tests and what nobody serves are not followed', async () => {
  const test = { 'test/a.test.js': "require('./app').get('/', (req) => eval(req.query.a));\n" };
  expect((await judged(PROJECT, { ...PROJECT, ...test })).told).toEqual([]);
});
