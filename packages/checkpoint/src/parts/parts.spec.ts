import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PartsGiven } from './parts-given.ts';
import { forged, PROJECTS, projects, type Projects, verdictText } from './projects.fixture.ts';

const KEY = 'a key of this run that nobody guesses';

const GUARDED = `import { run } from './run.js';
export function show(req, res) {
  if (!/^[a-z]+$/.test(req.query.name)) return res.sendStatus(400);
  run(req.query.name, res);
}
`;
const UNGUARDED = GUARDED.replace(/ {2}if .*\n/u, '');

const FILES = {
  'app/index.js': `import { show } from '../lib/show.js';\nexport const routes = (app) => app.get('/show', show);\n`,
  'lib/show.js': GUARDED,
  'lib/run.js': `import { exec } from 'node:child_process';\nexport const run = (name, res) => exec('ls ' + name, (e, out) => res.send(out));\n`,
  'README.md': '# Example\n',
};

const EVAL = `export const calculate = (req, res) => res.json(eval(req.query.x));\n`;

let here: Projects;
beforeEach(() => {
  here = projects();
});

/** Locked, and changed since. */
async function changed(change: Readonly<Record<string, string>>): Promise<void> {
  here.commit(FILES);
  await here.lock({ cache: false });
  here.commit(change);
}

async function judged(parts?: PartsGiven): Promise<{ readonly text: string; readonly states: readonly string[] }> {
  const checked = await here.check({ head: 'HEAD', cache: false, ...(parts ? { parts } : {}) });
  return {
    text: verdictText(checked),
    states: checked.parts?.map(({ project, state }) => `${project} ${state}`) ?? [],
  };
}

function edit(parts: PartsGiven, project: string, change: (text: string) => string | undefined): PartsGiven {
  const edited = parts.parts.map((one) => {
    if (one.project !== project || one.text === undefined) return one;
    const text = change(one.text);
    expect(text).not.toBe(one.text);
    return { ...one, text };
  });
  return { ...parts, parts: edited };
}

/** By somebody who takes everything out that was found. */
function emptied(text: string): string {
  return forged(text, (content) =>
    content.replace(/\\"findings\\":\[\{.*?\}\],\\"coverage/gu, '\\"findings\\":[],\\"coverage'),
  );
}

describe('when every project has its part', () => {
  it('the verdict is the one without parts, and nothing is found out again', async () => {
    await changed({ 'lib/show.js': UNGUARDED, 'app/calculate.js': EVAL });
    const alone = await judged();
    expect(alone.text).toContain('"unguarded-path"');
    const parts = await here.makeAll();
    const asked: string[] = [];
    const checked = await here.check(
      { head: 'HEAD', cache: true, parts },
      { ...here.context, scanning: (name) => void asked.push(name) },
    );
    expect(verdictText(checked)).toBe(alone.text);
    expect(checked.parts).toEqual([
      { project: 'app', state: 'used', why: undefined },
      { project: 'lib', state: 'used', why: undefined },
    ]);
    expect(asked).toEqual([]);
    expect(kept()).toEqual([]);
  });

  it('what is committed is no other than what stood in the work tree', async () => {
    await changed({});
    here.write({ 'lib/show.js': UNGUARDED, 'lib/new.js': EVAL });
    const parts = await here.makeAll();
    here.commit();
    expect(await judged(parts)).toEqual({ ...(await judged()), states: ['app used', 'lib used'] });
  });

  it('C05: a project that is dropped hides nothing', async () => {
    await changed({ 'lib/show.js': UNGUARDED, 'app/calculate.js': EVAL });
    const alone = await judged();
    const [app] = PROJECTS;
    const parts = await here.makeAll(app ? [app] : []);
    expect(await judged(parts)).toEqual({ text: alone.text, states: ['app used'] });
    expect(await judged({ ...parts, parts: [] })).toEqual({ text: alone.text, states: [] });
  });
});

describe('when a part is missing', () => {
  it('that is “could not tell” where a file of the project changed', async () => {
    await changed({ 'lib/show.js': `${GUARDED}\n` });
    expect((await here.check({ head: 'HEAD' })).verdict.outcome).toBe('clean');
    const parts = edit(await here.makeAll(), 'lib', () => undefined);
    const { verdict, evidence, parts: reports } = await here.check({ head: 'HEAD', parts });
    expect(verdict.outcome).toBe('inconclusive');
    expect(evidence.faults).toMatchObject([{ code: 'part-missing', next: 'make it: nx run lib:security' }]);
    expect(reports?.map(({ state }) => state)).toEqual(['used', 'missing']);
  });

  it('a regression stays one', async () => {
    await changed({ 'lib/show.js': UNGUARDED });
    const { verdict } = await here.check({ head: 'HEAD', parts: edit(await here.makeAll(), 'lib', () => undefined) });
    expect(verdict.outcome).toBe('regression');
  });

  it('it is owed by both projects that a file moved between', async () => {
    await changed({});
    here.git('mv', 'lib/run.js', 'app/run.js');
    here.commit({ 'lib/show.js': GUARDED.replace('./run.js', '../app/run.js') });
    const parts = await here.makeAll();
    const without = { ...parts, parts: parts.parts.map((one) => ({ ...one, text: undefined })) };
    const { evidence } = await here.check({ head: 'HEAD', parts: without });
    expect(evidence.faults).toHaveLength(2);
  });

  it('it is not owed where nothing of the project changed', async () => {
    await changed({ 'app/index.js': `${FILES['app/index.js']}\n` });
    const alone = await judged();
    const parts = edit(await here.makeAll(), 'lib', () => undefined);
    expect(await judged(parts)).toEqual({ text: alone.text, states: ['app used', 'lib missing'] });
  });
});

describe('when a cache hands out another part', () => {
  it('C06: a stale one is found out again and reported', async () => {
    await changed({ 'lib/new.js': '' });
    const old = await here.makeAll();
    here.commit({ 'lib/show.js': UNGUARDED });
    expect(await judged(old)).toEqual({ ...(await judged()), states: ['app used', 'lib recomputed'] });
  });

  it('C06: one that another lock decided is found out again and reported', async () => {
    await changed({});
    const old = await here.makeAll();
    await here.lock({ cache: false });
    here.commit({ 'README.md': '# Examples\n' });
    expect(await judged(old)).toEqual({ ...(await judged()), states: ['app recomputed', 'lib recomputed'] });
  });

  it('C06: a poisoned one is found out again and reported', async () => {
    await changed({ 'app/calculate.js': EVAL });
    const poisoned = edit(await here.makeAll(), 'app', (text) =>
      text.replace(/\\"severity\\":\\"\w+/u, '\\"severity\\":\\"info'),
    );
    expect(await judged(poisoned)).toEqual({ ...(await judged()), states: ['app recomputed', 'lib used'] });
  });

  it('C06: one that was emptied and has right digests is believed where nobody verifies', async () => {
    await changed({ 'app/calculate.js': EVAL });
    const found = '"kind": "introduced-finding"';
    expect((await judged()).text).toContain(found);
    const { text, states } = await judged(edit(await here.makeAll(), 'app', emptied));
    expect(text).not.toContain(found);
    expect(states).toEqual(['app used', 'lib used']);
  });

  it('C06: a verifier finds out again, and reports, what was emptied and has right digests', async () => {
    await changed({ 'app/calculate.js': EVAL });
    const alone = await judged();
    const signed = { ...(await here.makeAll(PROJECTS, { runKey: KEY })), runKey: KEY, verifier: true };
    expect(await judged(signed)).toEqual({ text: alone.text, states: ['app used', 'lib used'] });
    const some = edit(signed, 'app', emptied);
    expect(await judged(some)).toEqual({ text: alone.text, states: ['app recomputed', 'lib used'] });
    const unsigned = { ...(await here.makeAll()), runKey: KEY, verifier: true };
    expect(await judged(unsigned)).toEqual({ text: alone.text, states: ['app recomputed', 'lib recomputed'] });
  });

  it('C06: who signs believes no more than a verifier does', async () => {
    await changed({ 'app/calculate.js': EVAL });
    const alone = await judged();
    const parts = edit(await here.makeAll(), 'app', emptied);
    const key = sshKey(here.root);
    const checked = await here.check({ head: 'HEAD', cache: false, parts, signAs: key });
    expect(verdictText(checked)).toBe(alone.text);
    expect(checked.parts?.map(({ state }) => state)).toEqual(['recomputed', 'recomputed']);
    const locked = await here.lock({
      cache: false,
      parts: await here.makeAll(PROJECTS, { whole: true }),
      signWith: key,
    });
    expect(locked.parts?.map(({ state }) => state)).toEqual(['recomputed', 'recomputed']);
  });

  it('C06: one whose words nobody can work with is found out again and reported', async () => {
    await changed({ 'lib/show.js': UNGUARDED });
    const alone = await judged();
    const hostile = edit(await here.makeAll(), 'lib', (text) =>
      forged(text, (content) => content.replaceAll('\\"functions\\":[', '\\"functions\\":[null,')),
    );
    const { text, states } = await judged(hostile);
    expect(text).toBe(alone.text);
    expect(states).toContain('lib recomputed');
  });
});

describe('when a person locks with parts', () => {
  it('the stored inventory is the one without parts', async () => {
    const change = { 'app/calculate.js': EVAL, 'lib/show.js': `// eslint-disable-next-line\n${UNGUARDED}` };
    here.commit({ ...FILES, ...change });
    const { inventory, parts } = await here.lock({ cache: false, parts: await here.makeAll() });
    const alone = projects();
    alone.commit({ ...FILES, ...change });
    const expected = await alone.lock({ cache: false });
    expect(inventory).toEqual(expected.inventory);
    expect(inventory.findings.length).toBeGreaterThan(0);
    expect(parts?.map(({ state }) => state)).toEqual(['used', 'used']);
  });

  it('a lock that follows one wants parts that are whole', async () => {
    await changed({ 'app/calculate.js': EVAL });
    const changes = await here.lock({ cache: false, parts: await here.makeAll() });
    expect(changes.parts?.map(({ state }) => state)).toEqual(['recomputed', 'recomputed']);
    const whole = await here.lock({ cache: false, parts: await here.makeAll(PROJECTS, { whole: true }) });
    expect(whole.parts?.map(({ state }) => state)).toEqual(['used', 'used']);
    expect(whole.inventory).toEqual(changes.inventory);
  });

  it('C06: what was emptied is found out again by a verifier', async () => {
    here.commit({ ...FILES, 'app/calculate.js': EVAL });
    const parts = edit(await here.makeAll(PROJECTS, { runKey: KEY }), 'app', emptied);
    const { inventory, parts: reports } = await here.lock({
      cache: false,
      parts: { ...parts, runKey: KEY, verifier: true },
    });
    expect(inventory.findings.map(({ location }) => location.file)).toContain('app/calculate.js');
    expect(reports?.map(({ state }) => state)).toEqual(['recomputed', 'used']);
  });

  it('a part that is missing refuses the lock and says what makes it', async () => {
    here.commit(FILES);
    const parts = edit(await here.makeAll(), 'lib', () => undefined);
    await expect(here.lock({ cache: false, parts })).rejects.toMatchObject({
      name: 'PartsError',
      code: 'part-missing',
      next: 'make it: nx run lib:security --configuration=lock',
    });
  });
});

it('where two revisions are compared without a lock, parts of the whole serve as well', async () => {
  const base = here.commit(FILES);
  here.commit({ 'lib/show.js': UNGUARDED });
  const parts = await here.makeAll();
  const alone = await here.check({ base, head: 'HEAD', cache: false });
  const merged = await here.check({ base, head: 'HEAD', cache: false, parts });
  expect(verdictText(merged)).toBe(verdictText(alone));
  expect(merged.parts?.map(({ state }) => state)).toEqual(['used', 'used']);
});

function sshKey(folder: string): string {
  const key = join(folder, 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  return key;
}

/** What lies in the cache of this machine. */
function kept(): readonly string[] {
  const folder = join(here.root, 'cache');
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{40}/u.test(name))
    : [];
}
