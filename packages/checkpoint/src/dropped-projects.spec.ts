import { expect, it } from 'vitest';
import { droppedProjects } from './dropped-projects.ts';
import type { ChangedFile } from './read-change.ts';
import type { Tree } from './tree.ts';

const GATED = '{"plugins":["@pawl/nx/plugin"]}';
const BASE = { 'nx.json': GATED, 'libs/pay/package.json': '{}', 'libs/pay/src/pay.ts': 'pay();\n' };

type Texts = Readonly<Record<string, string>>;

const version = (file: string, text: string) => ({ kind: 'text', file, blob: text, text }) as const;

function treeOf(texts: Texts): Tree {
  return {
    id: '',
    entries: Object.keys(texts).map((path) => ({ path, mode: '100644', blob: '' })),
    read: (entries) => Promise.resolve(entries.map(({ path }) => version(path, texts[path] ?? ''))),
    texts: () => Promise.reject(new Error('not asked for')),
  };
}

async function dropped(base: Texts, head: Texts): Promise<readonly string[]> {
  const gone = Object.keys(base).filter((path) => !(path in head));
  const files: readonly ChangedFile[] = gone.map((path) => ({ base: version(path, base[path] ?? '') }));
  const side = (texts: Texts) => () => Promise.resolve(treeOf(texts));
  const changes = await droppedProjects(files, { base: side(base), head: side(head) });
  expect(changes.every(({ rule, change }) => rule === 'gate-target' && change === 'deleted')).toBe(true);
  return changes.map(({ file }) => file);
}

const without = (texts: Texts, ...paths: readonly string[]): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([path]) => !paths.includes(path)));

it('C05 a project that is none any more, while its code stays, is told', async () => {
  expect(await dropped(BASE, without(BASE, 'libs/pay/package.json'))).toEqual(['libs/pay/package.json']);
});

it.each<readonly [string, Texts, Texts]>([
  ['a project that goes as a whole', BASE, { 'nx.json': GATED }],
  ['one that has another manifest', { ...BASE, 'libs/pay/project.json': '{}' }, BASE],
  [
    'one whose code moves with it',
    BASE,
    { 'nx.json': GATED, 'libs/till/package.json': '{}', 'libs/till/src/pay.ts': '' },
  ],
  ['a manifest beside which there is no code', without(BASE, 'libs/pay/src/pay.ts'), { 'nx.json': GATED }],
  [
    'a workspace without our plugin',
    { ...BASE, 'nx.json': '{}' },
    { ...without(BASE, 'libs/pay/package.json'), 'nx.json': '{}' },
  ],
  ['a repository without Nx', without(BASE, 'nx.json'), without(BASE, 'nx.json', 'libs/pay/package.json')],
])('%s is nobody’s concern', async (_what, base, head) => {
  expect(await dropped(base, head)).toEqual([]);
});
