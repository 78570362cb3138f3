import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptiedPart } from './support/emptied-part.ts';
import { gatedNxWorkspace } from './support/gated-nx-workspace.ts';
import { type KeptPart, keptParts, replacePart } from './support/nx-cache-entry.ts';
import { type NxCacheServer, nxCacheServer } from './support/nx-cache-server.ts';
import type { NxWorkspace } from './support/nx-workspace.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { EVAL_JS, GUARDED_JS } from './support/sources.ts';
import { HUMAN_JSON, withoutTimings } from './support/verdict-of.ts';

const atTheEnd = removedAfterAll();
const PROJECTS = 4;
/** The part of the project that the change makes worse. */
const CHANGED = 'libs%2Fjs-0.json';
const RUN_KEY = 'a key of this run alone, and of nobody else';

let first: NxWorkspace;
let second: NxWorkspace;
let server: NxCacheServer;
/** What a check without any parts says. */
let answer: string;
/** What the cache holds when nobody has touched it. */
let honest: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  server = await nxCacheServer(atTheEnd);
  const workspace = await gatedNxWorkspace({ projects: PROJECTS, files: 4 }, atTheEnd, {
    'libs/js-0/src/a.js': GUARDED_JS,
  });
  await workspace.git('switch', '--quiet', '--create', 'agent/change');
  await workspace.commit('a change that nobody may accept', { 'libs/js-0/src/calculate.js': EVAL_JS });
  const alone = await workspace.clone('alone');
  answer = withoutTimings(await alone.pawl(['check', '--head', 'HEAD', '--tier', 'full', ...HUMAN_JSON]));
  [first, second] = await Promise.all([workspace.clone('first'), workspace.clone('second')]);
  mustSucceed(await makeParts(first, server.writer));
  honest = new Map(server.entries);
});

beforeEach(async () => {
  for (const [hash, archive] of honest) server.entries.set(hash, archive);
  server.answered.length = 0;
  // As a machine that has never seen this workspace.
  for (const folder of [join(second.dir, '.nx'), join(second.root, 'home/.cache')])
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

describe('when two machines share a cache', () => {
  it('makes no part again that the other has made, and comes to the same verdict', async () => {
    const parts = mustSucceed(await makeParts(second, server.reader));
    expect(parts.match(/\[remote cache\]/gu)).toHaveLength(PROJECTS);
    expect(server.answered).toEqual(Array.from({ length: PROJECTS }, () => 'GET 200'));
    const ran = await judge(second, server.reader);
    expect(verdictOf(ran)).toBe(answer);
    expect(unused(ran)).toEqual([]);
  });

  it('never asks the cache for a verdict, and gives it none to keep', async () => {
    await judge(second, server.writer);
    await judge(second, server.writer);
    expect(server.answered).toEqual(Array.from({ length: PROJECTS }, () => 'GET 200'));
    expect(server.entries.size).toBe(PROJECTS);
  });

  it('lets a machine read that may not write, and goes on', async () => {
    server.entries.clear();
    mustSucceed(await makeParts(second, server.reader));
    expect(server.answered).toContain('PUT 403');
    expect(server.entries.size).toBe(0);
  });
});

describe('when somebody has written to the cache', () => {
  const part = async (file: string): Promise<KeptPart> => {
    const found = (await keptParts(server, second.root)).find((each) => each.file === file);
    if (found === undefined) throw new Error(`no ${file} is kept`);
    return found;
  };

  it.each<[string, (text: string) => Promise<string>]>([
    ['its findings are gone', async (text) => emptiedPart(text, { isDigestRight: false })],
    ['it ends too early', async (text) => text.slice(0, text.length / 2)],
    ['it is empty', async () => ''],
    ['it is that of another project', async () => (await part('libs%2Fts-0.json')).text],
    ['it was made before the change', partBefore],
  ])('finds out again what a part says of which %s, and reports it', async (_what, forge) => {
    const kept = await part(CHANGED);
    await replacePart(server, kept, await forge(kept.text), second.root);
    const ran = await judge(second, server.reader);
    expect(ran.stdout).toMatch(/@acme\/js-0:security\s+\[remote cache\]/u);
    expect(verdictOf(ran)).toBe(answer);
    expect(unused(ran)).toEqual(['@acme/js-0']);
  });

  it('does not get by an archive that is none: Nx gives up, and without the cache the verdict is the same', async () => {
    const { hash } = await part(CHANGED);
    server.entries.set(hash, Buffer.from('no archive'));
    const ran = await judge(second, server.reader);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain('tarball');
    expect(verdictOf(await judge(second, server.reader, '--skip-remote-cache'))).toBe(answer);
  });

  it('believes, as a verifier, no part that its own run has not signed: emptied, and its digest right', async () => {
    const run = { ...server.writer, PAWL_RUN_KEY: RUN_KEY };
    mustSucceed(await makeParts(first, run));
    expect(server.entries.size).toBe(2 * PROJECTS);
    const signed = (await keptParts(server, second.root)).filter(({ hash }) => !honest.has(hash));
    for (const each of signed.filter(({ file }) => file === CHANGED))
      await replacePart(server, each, emptiedPart(each.text, { isDigestRight: true }), second.root);
    const ran = await judge(second, { ...run, ...server.reader }, '--verifier');
    expect(ran.stdout.match(/\[remote cache\]/gu)).toHaveLength(PROJECTS);
    expect(verdictOf(ran)).toBe(answer);
    expect(unused(ran)).toEqual(['@acme/js-0']);
  });

  it('believes, as a verifier, no part that is right and that another run has made', async () => {
    const ran = await judge(second, server.reader, '--verifier');
    expect(verdictOf(ran)).toBe(answer);
    expect(unused(ran)).toHaveLength(PROJECTS);
  });
});

function makeParts(workspace: NxWorkspace, env: NodeJS.ProcessEnv): Promise<Ran> {
  return workspace.nx(['run-many', '-t', 'security'], { env });
}

/** Gets the parts and judges over them. */
function judge(workspace: NxWorkspace, env: NodeJS.ProcessEnv, ...more: readonly string[]): Promise<Ran> {
  return workspace.nx(['security-verdict', '--format=json', '--audience=human', ...more], { env });
}

/** What was made of the same project, with nothing wrong about it, at the commit before. */
async function partBefore(): Promise<string> {
  const file = join('.nx/pawl', CHANGED);
  await first.git('switch', '--quiet', '--detach', 'HEAD~1');
  mustSucceed(await first.nx(['run', '@acme/js-0:security']));
  const text = await first.read(file);
  await first.git('switch', '--quiet', 'agent/change');
  return text;
}

/** What the verdict says, out of all that Nx prints around it. */
function verdictOf({ stdout, stderr, status }: Ran): string {
  const json = /^\{$[\s\S]*?^\}$\n/mu.exec(stdout)?.[0];
  if (json === undefined) throw new Error(`no verdict: ${stdout}${stderr}`);
  return withoutTimings({ stdout: json, stderr, status });
}

/** The projects of whose parts a person is told that they were not used. */
function unused({ stdout, stderr }: Ran): readonly (string | undefined)[] {
  const told = (stdout + stderr).matchAll(/the part of (?<project>\S+) was not used/gu);
  return [...told].map(({ groups }) => groups?.['project']).toSorted();
}
