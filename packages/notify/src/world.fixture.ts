import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { HttpReply, HttpRequest, Means, ProgramEnd, ProgramRun } from './means.ts';
import type { Notice } from './notice.ts';
import { keyOf } from './outbox/task.ts';
import { sleep } from './system/sleep.ts';

export const NOON = Date.parse('2026-11-23T12:00:00Z');

export const NOTICE: Notice = {
  repository: 'acme/shop',
  loop: 'agent/login',
  case: '1a2b3c4d',
  outcome: 'stopped',
  at: '2026-11-23T11:59:42Z',
};

/** The name of what belongs to the notice on a channel. */
export function fileOf(channel: string, end: string, notice: Notice = NOTICE): string {
  return `${keyOf(channel, notice)}.${end}`;
}

/** As a hostile agent calls its branch: for each place that interprets something, what it would interpret. */
export const HOSTILE_NAMES: readonly string[] = [
  'x\r\nBcc: all@evil.example\r\n\r\n<b>hi</b>',
  'x\nFrom: ceo@acme.example',
  '<!channel> <!here> <@U012AB3CD> @here @channel @everyone',
  '<https://evil.example|click here>',
  '[click here](https://evil.example) **bold** `code`',
  'www.evil.example/login',
  '{{DATE(2026-01-01T00:00:00Z)}} ${title} #{x} %s %n',
  '<img src=x onerror=alert(1)><script>alert(1)</script>&amp;',
  '$(touch /tmp/pwned) `touch /tmp/pwned`; touch /tmp/pwned | x && y "quoted" \'quoted\'',
  '" with title "x" & (do shell script "id") & "',
  '--hint=string:image-path:/etc/passwd',
  '-e do shell script "id"',
  '\u001b]0;owned\u0007\u001b[2J',
  '\u202egnp.exe\u2066',
  'ｅvil \u0430dmin \ud800',
  '::error::x ##vso[task.complete] /close @dependabot merge',
  'a'.repeat(900),
];

/** The alphabet that nothing interprets, and what we put between: a colon, and a line end. */
export const HARMLESS = /^[A-Za-z0-9._/%: \n-]*$/u;

export interface World {
  readonly means: Means;
  readonly sent: readonly HttpRequest[];
  readonly ran: readonly ProgramRun[];
  /** How long was waited between tries, in milliseconds. */
  readonly waits: readonly number[];
  readonly files: () => readonly string[];
  readonly textOf: (file: string) => string;
}

interface Script {
  /** One answer for each request; the last one stays. */
  readonly replies?: readonly (HttpReply | 'never' | 'throws')[];
  readonly end?: (run: ProgramRun) => ProgramEnd | 'never';
  readonly means?: Partial<Means>;
  /** The budget ends once so many hang: first for whoever sends, and then, where `forAll`, for everybody. */
  readonly over?: { readonly hanging: number; readonly forAll: boolean };
}

export function status(code: number, retryAfter?: string): HttpReply {
  return { kind: 'reply', status: code, retryAfter };
}

export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pawl-notify-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Means without a network: waiting between tries takes no time, and the budget lasts for ever unless a spec ends it. */
export function world({
  replies = [status(200)],
  end = () => ({ kind: 'ended', status: 0 }),
  means = {},
  over,
}: Script = {}): World {
  const sent: HttpRequest[] = [];
  const ran: ProgramRun[] = [];
  const waits: number[] = [];
  const outbox = join(scratch(), 'outbox');
  const budgetMs = 10_000;
  const hanging = new EventEmitter();
  const enough = new Promise<void>((isEnough) => {
    let count = 0;
    hanging.on('one', () => (count += 1) === over?.hanging && isEnough());
  });
  const all: Means = {
    send: async (request) => {
      const reply = replies[Math.min(sent.push(request), replies.length) - 1] ?? status(500);
      if (reply === 'throws') throw new Error(`connect ECONNREFUSED ${request.url}`);
      if (reply === 'never') hanging.emit('one');
      return reply === 'never' ? untilAborted(request.signal) : reply;
    },
    run: async (run) => {
      ran.push(run);
      const ended = end(run);
      if (ended === 'never') hanging.emit('one');
      return ended === 'never' ? new Promise(() => undefined) : ended;
    },
    env: {},
    platform: 'linux',
    now: () => NOON,
    sleep: async (ms, signal) => {
      if (ms < budgetMs * 0.9) waits.push(ms);
      else if (over !== undefined && (over.forAll || ms < budgetMs)) await enough;
      else await sleep(2 ** 30, signal);
    },
    random: () => 0.5,
    outbox,
    workTree: undefined,
    budgetMs,
    ...means,
  };
  const textOf = (file: string): string => readFileSync(join(all.outbox, file), 'utf8');
  return { means: all, sent, ran, waits, textOf, files: () => readdirSync(all.outbox).sort() };
}

async function untilAborted(signal: AbortSignal): Promise<HttpReply> {
  await sleep(2 ** 30, signal);
  return { kind: 'fault', fault: 'no-answer' };
}

/** A moment in which nothing ends by itself. */
export function turnOf(means: Means): { means: Means; signal: AbortSignal; until: number } {
  return { means, signal: new AbortController().signal, until: means.now() + means.budgetMs };
}
