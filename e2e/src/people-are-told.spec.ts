import { chmod, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { eventually, type Listener, startListener } from './support/listener.ts';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn, stopped } from './support/stopped.ts';

let server: Listener;
const TOKEN = 'ghp_0123456789';
const env = { PAWL_GITHUB_TOKEN: TOKEN };

/** Programs of the machine that keep what they are given beside themselves. */
const PROGRAM = '#!/bin/sh\nprintf "%s\\n" "$@" > "$0.args"\ncat > "$0.input.draft"\nmv "$0.input.draft" "$0.input"\n';

const shared = sharedLockedRepository({ 'app.js': GUARDED_JS }, async ({ root, write }) => {
  server = await startListener();
  for (const name of ['sendmail', 'notify-send']) {
    await write({ [`../programs/${name}`]: PROGRAM });
    await chmod(join(root, 'programs', name), 0o755);
  }
  await write({ 'pawl.config.jsonc': JSON.stringify({ notify: settings(server.origin, root) }) });
});

function settings(origin: string, root: string) {
  const webhook = (kind: string) => ({ kind, url: `${origin}/${kind}`, private: true });
  const forge = { project: 'acme/shop', token: { env: 'PAWL_GITHUB_TOKEN' }, api: `${origin}/api`, private: true };
  return {
    repository: 'acme/shop',
    // Longer than any test may take: who waits for it is found out.
    budgetMs: 30_000,
    channels: {
      chat: webhook('slack'),
      team: webhook('teams'),
      own: webhook('webhook'),
      tracker: { kind: 'github', ...forge },
      post: {
        kind: 'mail',
        from: 'pawl@acme.example',
        to: ['security@acme.example'],
        program: join(root, 'programs/sendmail'),
      },
      desk: { kind: 'desktop', program: join(root, 'programs/notify-send') },
    },
  };
}

const CHANNELS = 6;

async function outbox(end: string): Promise<readonly string[]> {
  const names = await readdir(join(shared().root, 'state/pawl/outbox'), { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith(end)).sort();
}

async function allTold(): Promise<void> {
  await eventually(async () => (await outbox('.sent')).length === CHANNELS && (await outbox('.claim.1')).length === 0);
}

async function agentCommits(app: string): Promise<Ran> {
  const { git, stage, tryGit } = shared();
  await git('switch', '--quiet', '--create', 'agent/x');
  await stage({ 'app.js': app });
  return tryGit(['commit', '--quiet', '-m', 'x'], { env });
}

afterEach(async () => {
  server.received.length = 0;
  for (const file of await readdir(join(shared().root, 'programs')))
    if (/\.(?:args|input)$/u.test(file)) await rm(join(shared().root, 'programs', file));
});
afterAll(() => server.stop());

describe('when an agent is stopped', () => {
  it('every channel gets the number of the case, and nothing of what it is about', async () => {
    const { status, stderr } = await agentCommits(UNGUARDED_JS);
    expect(status).toBe(1);
    const number = caseNumberIn(stderr);
    expect(stderr).toBe(stopped(number));
    await allTold();

    const bodies = new Map(server.received.map(({ path, body }) => [path, body]));
    const { time, ...notice } = JSON.parse(bodies.get('/webhook') ?? '') as Record<string, string>;
    expect(notice).toEqual({
      schema: 'pawl-notice@v1',
      repository: 'acme/shop',
      loop: 'agent/x',
      case: number,
      outcome: 'stopped',
      next: `pawl review ${number}`,
    });
    const lines = [
      ...['Repository: acme/shop', 'Loop: agent/x', `Case: ${number}`, 'Outcome: stopped'],
      ...[`Time: ${time}`, `Next: pawl review ${number}`],
    ];
    const title = `Pawl: case ${number} is waiting for you`;
    const slack = JSON.parse(bodies.get('/slack') ?? '') as { text: string; blocks: { text: { text: string } }[] };
    expect([slack.text, ...slack.blocks.map((block) => block.text.text)]).toEqual(
      Array<string>(2).fill([title, ...lines].join('\n')),
    );
    expect(textsOf(JSON.parse(bodies.get('/teams') ?? ''))).toEqual([title, ...lines]);
    expect(JSON.parse(bodies.get('/api/repos/acme/shop/issues') ?? '')).toEqual({
      title: `Pawl: case ${number} is waiting for a person`,
      body: `Next: \`pawl review ${number}\``,
    });
    const { read } = shared();
    const [head = '', text] = (await read('../programs/sendmail.input')).split('\n\n');
    expect(text).toBe(`${lines.join('\n')}\n`);
    expect(head).toContain(`\nSubject: ${title}\n`);
    expect(await read('../programs/sendmail.args')).toBe('-i\n-f\npawl@acme.example\nsecurity@acme.example\n');
    expect(await read('../programs/notify-send.args')).toBe(
      `--app-name=Pawl\n--urgency=critical\n--\n${title}\n${lines.join('\n')}\n`,
    );
    const told = [...bodies.values(), head, await read('../programs/notify-send.args')].join('\n');
    expect(told).not.toMatch(
      /app\.js|readAttachment|startsWith|guard|defence|regression|escalated|high|critical\b(?!\n--)/u,
    );
    const tracker = server.received.find(({ path }) => path.startsWith('/api'));
    expect(tracker?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it('people are told once, however often it is stopped', async () => {
    const number = caseNumberIn((await agentCommits(UNGUARDED_JS)).stderr);
    await allTold();
    for (let again = 0; again < 5; again += 1) {
      const { status, stderr } = await shared().tryGit(['commit', '--quiet', '-m', 'x'], { env });
      expect([status, stderr]).toEqual([1, stopped(number)]);
    }
    mustSucceed(await shared().pawl(['notify', '--audience', 'human'], { env }));
    expect(server.received.map(({ path }) => path).sort()).toEqual([
      '/api/repos/acme/shop/issues',
      '/slack',
      '/teams',
      '/webhook',
    ]);
  });

  it('git has its answer while a server still thinks about its own', async () => {
    server.hold(true);
    const { status, stdout, stderr } = await agentCommits(UNGUARDED_JS);
    expect([status, stdout, stderr]).toEqual([1, '', stopped(caseNumberIn(stderr))]);
    await eventually(() => server.received.length === 4);
    expect((await outbox('.sent')).filter((name) => /\.(?:chat|team|own|tracker)\./u.test(name))).toEqual([]);
    server.hold(false);
    await allTold();
  });

  it('a server that is down changes nothing for git, is shown to a person, and is told later', async () => {
    await server.stop();
    const { status, stdout, stderr } = await agentCommits(UNGUARDED_JS);
    const number = caseNumberIn(stderr);
    expect([status, stdout, stderr]).toEqual([1, '', stopped(number)]);
    await eventually(async () => (await outbox('.sent')).length === 2 && (await haveFailed(4)));

    const down = await shared().pawl(['status', '--audience', 'human'], { env });
    expect([down.status, down.stdout]).toEqual([
      0,
      expect.stringContaining(`notice  chat: case ${number} is not told yet: its host cannot be reached\n`),
    ]);
    await server.start();
    // An agent could ask all day: for it the pause after a failure counts, and it is told nothing.
    const agent = await shared().pawl(['status'], { env });
    expect(agent.stdout).not.toContain('notice');
    expect(server.received).toEqual([]);

    const later = await shared().pawl(['status', '--audience', 'human'], { env });
    expect(later.stdout).toContain(`notice  chat: case ${number} is told now\n`);
    expect(server.received).toHaveLength(4);
    expect(await outbox('.json')).toEqual([]);
    expect((await shared().pawl(['status', '--audience', 'human'], { env })).stdout).not.toContain('notice');
  });
});

describe('when an agent edits whom to tell', () => {
  it('those of the lock are told, and the edit is for a person to decide', async () => {
    const { root, stage, pawl } = shared();
    const edited = JSON.stringify({ notify: settings(`${server.origin}/agents`, root) });
    await stage({ 'pawl.config.jsonc': edited });
    const { status, stderr } = await agentCommits(GUARDED_JS);
    expect([status, stderr]).toEqual([1, stopped(caseNumberIn(stderr))]);
    await allTold();
    expect(server.received.map(({ path }) => path)).toContain('/webhook');
    expect(server.received.filter(({ path }) => path.startsWith('/agents'))).toEqual([]);

    const { stdout } = await pawl(['check', '--base', 'main', '--audience', 'human', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'escalated',
      reasons: [{ kind: 'gate-integrity', file: 'pawl.config.jsonc' }],
    });
  });
});

describe('when nothing slipped', () => {
  it('nobody is told, and nothing is kept for later', async () => {
    mustSucceed(await agentCommits(EDITED_JS));
    expect(server.received).toEqual([]);
    await expect(readdir(join(shared().root, 'state/pawl/outbox'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('when a person tries the channels', () => {
  it('each gets a test that says so', async () => {
    const { status, stdout } = await shared().pawl(['notify', '--test', '--audience', 'human'], { env });
    expect([status, stdout]).toEqual([
      0,
      ['chat', 'desk', 'own', 'post', 'team', 'tracker'].map((name) => `${name.padEnd(7)}  sent\n`).join(''),
    ]);
    const bodies = new Map(server.received.map(({ path, body }) => [path, body]));
    expect(JSON.parse(bodies.get('/webhook') ?? '')).toMatchObject({ outcome: 'test', next: 'nothing' });
    expect(bodies.get('/api/repos/acme/shop/issues')).toContain('Pawl: this is a test and nothing was stopped');
    expect(await outbox('.json')).toEqual([]);
  });

  it('one that fails is told with its mend, and with status 2', async () => {
    const { status, stdout } = await shared().pawl(['notify', '--test', '--audience', 'human']);
    expect(status).toBe(2);
    expect(stdout).toContain(
      'tracker  failed: the environment variable PAWL_GITHUB_TOKEN is not set\n         next: set PAWL_GITHUB_TOKEN where the gate runs\n',
    );
  });

  it('an agent cannot', async () => {
    const { status, stderr } = await shared().pawl(['notify', '--test'], { env });
    expect([status, stderr]).toEqual([2, expect.stringContaining('only a person is told how people are told')]);
    expect(server.received).toEqual([]);
  });
});

/** Every line of the card, in order. */
function textsOf(card: unknown): readonly string[] {
  const texts: string[] = [];
  JSON.stringify(card, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts;
}

/** Whether so many notices were tried in vain, and nobody tries one now. */
async function haveFailed(count: number): Promise<boolean> {
  const folder = join(shared().root, 'state/pawl/outbox');
  const texts = await Promise.all((await outbox('.json')).map((name) => readFile(join(folder, name), 'utf8')));
  const tries = texts.map((text) => (JSON.parse(text) as { readonly tries: number }).tries);
  return tries.length === count && tries.every((number) => number === 1) && (await outbox('.claim.1')).length === 0;
}
