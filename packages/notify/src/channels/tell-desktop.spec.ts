import { describe, expect, it } from 'vitest';
import { HOSTILE_NAMES, NOTICE, turnOf, world } from '../world.fixture.ts';
import { tellDesktop } from './tell-desktop.ts';

const CHANNEL = { kind: 'desktop', name: 'desk' } as const;
const TITLE = 'Pawl: case 1a2b3c4d is waiting for you';
const TEXT = [
  'Repository: acme/shop',
  'Loop: agent/login',
  'Case: 1a2b3c4d',
  'Outcome: stopped',
  'Time: 2026-11-23 11:59 UTC',
  'Next: pawl review 1a2b3c4d',
].join('\n');

describe('when a desktop is told', () => {
  it('Linux gets it through notify-send, after the end of the options', async () => {
    const { means, ran } = world();
    expect(await tellDesktop(CHANNEL, NOTICE, turnOf(means))).toEqual({ kind: 'sent' });
    expect(ran).toMatchObject([
      { program: '/usr/bin/notify-send', args: ['--app-name=Pawl', '--urgency=critical', '--', TITLE, TEXT] },
    ]);
  });

  it('macOS gets it as arguments of a script that never changes', async () => {
    const { means, ran } = world({ means: { platform: 'darwin' } });
    await tellDesktop(CHANNEL, NOTICE, turnOf(means));
    const script = ['on run argv', 'display notification (item 2 of argv) with title (item 1 of argv)', 'end run'];
    expect(ran).toMatchObject([
      { program: '/usr/bin/osascript', args: [...script.flatMap((line) => ['-e', line]), TITLE, TEXT] },
    ]);
  });

  it('Windows gets it on standard input of a script that never changes', async () => {
    const { means, ran } = world({ means: { platform: 'win32' } });
    await tellDesktop(CHANNEL, NOTICE, turnOf(means));
    await tellDesktop(CHANNEL, { ...NOTICE, loop: HOSTILE_NAMES[8] ?? '' }, turnOf(means));
    expect(ran[0]).toMatchObject({ input: `${TITLE}\n${TEXT}` });
    expect(ran[1]?.args).toEqual(ran[0]?.args);
  });

  it.each(HOSTILE_NAMES)('the name of a loop is neither option, markup nor script: %j', async (loop) => {
    const { means, ran } = world();
    const onMac = world({ means: { platform: 'darwin' } });
    await tellDesktop(CHANNEL, { ...NOTICE, loop, repository: loop }, turnOf(means));
    await tellDesktop(CHANNEL, { ...NOTICE, loop, repository: loop }, turnOf(onMac.means));
    for (const { args } of [...ran, ...onMac.ran]) {
      expect(args.at(-2)).toBe(TITLE);
      expect(args.at(-1)).toMatch(/^Repository: [A-Za-z0-9._/%: \n-]*$/u);
    }
  });

  it('a program sees what it needs to find the desktop, and nothing that preloads code or is a secret', async () => {
    const env = { HOME: '/home/a', DISPLAY: ':0', LD_PRELOAD: '/tmp/x.so', PATH: '/tmp', PAWL_SLACK_URL: 'secret' };
    const { means, ran } = world({ means: { env } });
    await tellDesktop(CHANNEL, NOTICE, turnOf(means));
    expect(ran[0]?.env).toEqual({ HOME: '/home/a', DISPLAY: ':0', PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' });
  });
});

describe('when there is no desktop', () => {
  it('a machine without a program for it is passed over: one configuration serves servers too', async () => {
    const { means, ran } = world({ end: () => ({ kind: 'missing' }) });
    expect(await tellDesktop(CHANNEL, NOTICE, turnOf(means))).toMatchObject({ kind: 'skipped' });
    expect(ran).toHaveLength(3);
  });

  it('so is a system that is not known', async () => {
    const { means } = world({ means: { platform: 'aix' } });
    expect(await tellDesktop(CHANNEL, NOTICE, turnOf(means))).toMatchObject({ kind: 'skipped' });
  });

  it.each([{ kind: 'ended', status: 1 } as const, { kind: 'killed' } as const])(
    'a program that does not do it is a failure: %j',
    async (end) => {
      const { means } = world({ end: () => end });
      expect(await tellDesktop(CHANNEL, NOTICE, turnOf(means))).toMatchObject({ kind: 'failed', again: false });
    },
  );
});
