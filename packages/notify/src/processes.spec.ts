import { execFile } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Delivery } from './delivery.ts';
import { flushOutbox } from './flush-outbox.ts';
import { readNotifySettings } from './settings/read-notify-settings.ts';
import { selfSigned } from './system/certificate.fixture.ts';
import { systemMeans } from './system/system-means.ts';
import { scratch } from './world.fixture.ts';

const run = promisify(execFile);

interface Teller {
  readonly outbox: string;
  readonly script: string;
  readonly tell: (settings: object, number: string, env?: NodeJS.ProcessEnv) => Promise<readonly Delivery[]>;
}

async function teller(): Promise<Teller> {
  const folder = scratch();
  const outfile = join(folder, 'tell.mjs');
  const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  await build({
    entryPoints: [source('notify-process.fixture.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    alias: { '@pawl/errors': source('../../errors/src/index.ts') },
    logLevel: 'error',
  });
  const outbox = join(folder, 'outbox');
  const tell: Teller['tell'] = async (settings, number, env = {}) => {
    const { stdout } = await run(process.execPath, [outfile, JSON.stringify(settings), outbox, number], { env });
    return JSON.parse(stdout) as readonly Delivery[];
  };
  return { outbox, script: outfile, tell };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

interface Heard {
  readonly key: string | undefined;
  readonly body: string;
}

/** A server that remembers what it was sent, and answers as it is told. */
async function hearing(
  statusOf: (heard: number) => number,
): Promise<{ readonly url: string; readonly heard: readonly Heard[] }> {
  const heard: Heard[] = [];
  const listener: RequestListener = (request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      heard.push({ key: request.headers['idempotency-key'] as string | undefined, body });
      response.writeHead(statusOf(heard.length)).end('ok');
    });
  };
  return { url: `http://127.0.0.1:${await listening(createServer(listener))}/T0KEN`, heard };
}

function fakeSendmail(): { readonly program: string; readonly mails: () => readonly string[] } {
  const folder = scratch();
  const program = join(folder, 'sendmail');
  writeFileSync(program, `#!/bin/sh\n{ printf '%s\\n' "$*"; /bin/cat; } > "${folder}/$$.mail"\n`);
  chmodSync(program, 0o755);
  const files = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.mail'));
  return { program, mails: () => files().map((name) => readFileSync(join(folder, name), 'utf8')) };
}

/** Without what tells two stops of one number apart. */
function namesIn(outbox: string): readonly string[] {
  return readdirSync(outbox)
    .map((name) => name.replace(/\.[0-9a-f]{16}/u, ''))
    .sort();
}

describe('with a real server, a real program and processes of their own', () => {
  it('a chat and an inbox are told', async () => {
    const { tell, outbox } = await teller();
    const { url, heard } = await hearing(() => 200);
    const { program, mails } = fakeSendmail();
    const channels = {
      team: { kind: 'slack', url: { env: 'PAWL_SLACK_URL' }, private: true },
      mail: { kind: 'mail', from: 'pawl@acme.example', to: ['alice@acme.example'], program },
    };
    expect(await tell({ repository: 'shop', channels }, '1a2b3c4d', { PAWL_SLACK_URL: url })).toEqual([
      { kind: 'sent', channel: 'mail', case: '1a2b3c4d' },
      { kind: 'sent', channel: 'team', case: '1a2b3c4d' },
    ]);
    expect(heard).toMatchObject([{ key: '"1a2b3c4d"', body: expect.stringContaining('pawl review 1a2b3c4d') }]);
    expect(mails()).toHaveLength(1);
    expect(mails()[0]).toMatch(/^-i -f pawl@acme\.example alice@acme\.example\nFrom: pawl@acme\.example\nTo: /u);
    expect(namesIn(outbox)).toEqual(['1a2b3c4d.mail.sent', '1a2b3c4d.team.sent']);
  });

  it('a server that is busy is asked again', async () => {
    const { tell } = await teller();
    const { url, heard } = await hearing((count) => (count < 3 ? 503 : 202));
    const channels = { own: { kind: 'webhook', url, private: true } };
    expect(await tell({ repository: 'shop', channels }, '1a2b3c4d')).toMatchObject([{ kind: 'sent' }]);
    expect(heard.map(({ key }) => key)).toEqual(['"1a2b3c4d"', '"1a2b3c4d"', '"1a2b3c4d"']);
  });

  it('many processes that are stopped for one case tell it once', { timeout: 60_000 }, async () => {
    const { tell, outbox } = await teller();
    const { url, heard } = await hearing(() => 200);
    const channels = { own: { kind: 'webhook', url, private: true } };
    const all = await Promise.all(
      Array.from({ length: 12 }, () => tell({ repository: 'shop', channels, budgetMs: 30_000 }, '1a2b3c4d')),
    );
    expect(all.flat().filter(({ kind }) => kind === 'sent')).toHaveLength(1);
    expect(all.flat().filter(({ kind }) => kind === 'skipped')).toHaveLength(11);
    expect(heard).toHaveLength(1);
    expect(namesIn(outbox)).toEqual(['1a2b3c4d.own.sent']);
  });

  it(
    'one that was killed while it told owes it still, and a minute later another tells',
    { timeout: 60_000 },
    async () => {
      const { outbox, script } = await teller();
      const first = new AbortController();
      // The first one is killed when it has sent everything and knows nothing of an answer.
      const { url, heard } = await hearing((count) => (count === 1 ? (first.abort(), 500) : 200));
      const channels = { own: { kind: 'webhook', url, private: true } };
      const settings = JSON.stringify({ repository: 'shop', channels });
      const killed = run(process.execPath, [script, settings, outbox, '1a2b3c4d'], {
        env: {},
        signal: first.signal,
        killSignal: 'SIGKILL',
      });
      await expect(killed).rejects.toMatchObject({ name: 'AbortError' });
      await vi.waitFor(() => expect(namesIn(outbox)).toContain('1a2b3c4d.own.claim.1'));
      expect(namesIn(outbox)).toEqual(['1a2b3c4d.own.claim.1', '1a2b3c4d.own.json']);
      const later = {
        ...systemMeans({ env: {}, outbox, workTree: undefined, budgetMs: 10_000 }),
        now: () => Date.now() + 61_000,
      };
      const { deliveries } = await flushOutbox(readNotifySettings(JSON.parse(settings)).channels, later);
      expect(deliveries).toMatchObject([{ kind: 'sent', case: '1a2b3c4d' }]);
      expect([heard.length, namesIn(outbox)]).toEqual([2, ['1a2b3c4d.own.sent']]);
    },
  );

  it('a proxy that the environment names is not asked', async () => {
    const { tell } = await teller();
    const [server, proxy] = [await hearing(() => 200), await hearing(() => 502)];
    const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];
    const env = { ...Object.fromEntries(names.map((name) => [name, proxy.url])), NODE_USE_ENV_PROXY: '1' };
    const channels = { own: { kind: 'webhook', url: server.url, private: true } };
    expect(await tell({ repository: 'shop', channels }, '1a2b3c4d', env)).toMatchObject([{ kind: 'sent' }]);
    expect([server.heard.length, proxy.heard.length]).toEqual([1, 0]);
  });

  it('a certificate counts that the system trusts, and no other', async () => {
    const { tell } = await teller();
    const pair = selfSigned('localhost');
    const trusted = join(scratch(), 'ca.pem');
    writeFileSync(trusted, pair.cert);
    const port = await listening(createTlsServer(pair, (_, response) => response.writeHead(200).end()));
    const channels = { own: { kind: 'webhook', url: `https://localhost:${port}/T0KEN`, private: true } };
    const off = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    expect(await tell({ repository: 'shop', channels }, '00000001', off)).toMatchObject([
      { kind: 'failed', why: expect.stringContaining('TLS') },
    ]);
    const known = { NODE_EXTRA_CA_CERTS: trusted };
    expect(await tell({ repository: 'shop', channels }, '00000002', known)).toMatchObject([{ kind: 'sent' }]);
  });
});
