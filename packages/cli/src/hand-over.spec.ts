import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Checked } from '@pawl/checkpoint';
import type { Errand } from '@pawl/notify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { handOver } from './hand-over.ts';
import { tellPeople } from './tell-people.ts';

const QUESTION = `1a2b3c4d${'0'.repeat(56)}`;
const CONTEXT = { env: {}, now: () => new Date('2026-11-23T11:59:42Z') };
const channels = { desk: { kind: 'desktop' }, team: { kind: 'slack', url: { env: 'PAWL_SLACK_URL' } } };

interface Stop {
  readonly checked: Checked;
  readonly outbox: string;
}

function stop({
  settings = {},
  ...over
}: { readonly settings?: object; readonly case?: string; readonly outcome?: string } = {}): Stop {
  const folder = mkdtempSync(join(tmpdir(), 'pawl-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const outbox = join(folder, 'outbox');
  const telling = { settings: { repository: 'acme/shop', channels, ...settings }, outbox, workTree: undefined };
  const { outcome = 'regression', case: number = '1a2b3c4d' } = over;
  const checked = { verdict: { outcome }, case: number, tell: { telling, loop: 'agent/x', question: QUESTION } };
  return { checked: checked as unknown as Checked, outbox };
}

async function handedOver({ checked }: Stop): Promise<readonly Errand[]> {
  const errands: Errand[] = [];
  await handOver(checked, CONTEXT, async (errand) => void errands.push(errand));
  return errands;
}

const NOTICE = {
  repository: 'acme/shop',
  loop: 'agent/x',
  case: '1a2b3c4d',
  question: QUESTION,
  outcome: 'stopped',
  at: '2026-11-23T11:59:42.000Z',
};

describe('when a case was opened', () => {
  it('each channel owes it before anybody is sent off, and it is handed over with the whole question', async () => {
    const one = stop();
    const { settings } = one.checked.tell?.telling ?? {};
    expect(await handedOver(one)).toEqual([{ settings, notices: [NOTICE], outbox: one.outbox, workTree: undefined }]);
    expect(readdirSync(one.outbox).map((name) => name.split('.').slice(0, 2))).toEqual([
      ['1a2b3c4d', 'desk'],
      ['1a2b3c4d', 'team'],
    ]);
  });

  it('it is handed over though it cannot be kept', async () => {
    const one = stop();
    writeFileSync(one.outbox, 'in its place');
    expect(await handedOver(one)).toMatchObject([{ notices: [NOTICE] }]);
  });
});

describe('when no case was opened', () => {
  it('a loop that stays stopped is told of no more, and what is owed is sent', async () => {
    expect(await handedOver(stop({ case: '99999999' }))).toMatchObject([{ notices: [] }]);
  });

  it.each([
    [true, [{ ...NOTICE, outcome: 'inconclusive' }]],
    [false, []],
  ])('that Pawl could not tell is told where the lock wants it: %j', async (inconclusive, notices) => {
    const one = stop({ settings: { inconclusive }, case: '99999999', outcome: 'inconclusive' });
    expect(await handedOver(one)).toMatchObject([{ notices }]);
  });
});

describe('when people cannot be told', () => {
  it('settings that cannot be used change nothing for who asked', async () => {
    const { checked } = stop({ settings: { channels: 'none' } });
    await expect(
      tellPeople([checked], { context: { ...CONTEXT, cwd: '/', terminal: false } }),
    ).resolves.toBeUndefined();
  });
});
