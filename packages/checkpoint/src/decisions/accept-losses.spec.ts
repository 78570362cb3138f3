import { type Waiver } from '@pawl/baseline';
import type { InvariantFinding } from '@pawl/findings';
import { fingerprint } from '@pawl/findings';
import { describe, expect, it } from 'vitest';
import type { ChangedFile } from '../read-change.ts';
import { acceptLosses, pinOfLoss } from './accept-losses.ts';

const BASE = 'a\nguard 1\nb\nc\nguard 2\nguard 3\nd\n';

function fileOf(base: string, head: string, file = 'a.ts'): ChangedFile {
  return {
    base: { kind: 'text', file, blob: '1', text: base },
    head: { kind: 'text', file, blob: '2', text: head },
  };
}

function lossOf(guard: string, file: string, line: number): InvariantFinding {
  return {
    kind: 'lost-defence',
    tool: 'invariants',
    rule: 'lost-guard',
    severity: 'high',
    message: `no ${guard}`,
    cwe: [],
    location: { file, line, symbol: '' },
    snippet: guard,
    fingerprint: fingerprint({ tool: 'invariants', rule: 'lost-guard', symbol: '', code: guard }),
  };
}

/** Tells of each file the first guard that is gone and nothing of the others, as whoever explains a score may do. */
const firstOfEach = (files: readonly ChangedFile[]): Promise<readonly InvariantFinding[]> =>
  Promise.resolve(files.flatMap((file) => lossesIn(file).slice(0, 1)));

const allOf = (files: readonly ChangedFile[]): Promise<readonly InvariantFinding[]> =>
  Promise.resolve(files.flatMap(lossesIn));

function lossesIn({ base, head }: ChangedFile): readonly InvariantFinding[] {
  if (base?.kind !== 'text' || head?.kind !== 'text') return [];
  const now = head.text.split('\n');
  const kept = base.text.split('\n').filter((line) => !line.startsWith('guard') || now.includes(line));
  return base.text.split('\n').flatMap((line, at, all) => {
    if (kept.includes(line)) return [];
    const before = all.slice(0, at).filter((other) => kept.includes(other));
    return [lossOf(line, head.file, now.indexOf(before.at(-1) ?? '') + 1)];
  });
}

async function waiverOf(files: readonly ChangedFile[], guard: string): Promise<Waiver> {
  const loss = (await allOf(files)).find(({ snippet }) => snippet === guard) as InvariantFinding;
  return {
    ...(pinOfLoss(files, loss) as { fingerprint: string; snippet: string }),
    tool: 'invariants',
    rule: 'lost-guard',
    file: 'a.ts',
    reason: 'r',
    since: '2026-01-01T00:00:00Z',
    expires: '2026-02-01T00:00:00Z',
  };
}

const told = (findings: readonly InvariantFinding[]): string[] => findings.map(({ message }) => message);

describe('when a lost defence is waived', () => {
  const one = [fileOf(BASE, BASE.replace('guard 1\n', ''))];

  it('it is accepted, and can still be shown', async () => {
    const waiver = await waiverOf(one, 'guard 1');
    const { findings, accepted } = await acceptLosses(one, [waiver], allOf);
    expect(findings).toEqual([]);
    expect(accepted.map(({ waiver: by, what }) => [by, (what as InvariantFinding).message])).toEqual([
      [waiver, 'no guard 1'],
    ]);
  });

  it('the next loss is told, even where only one of them would have been', async () => {
    const waiver = await waiverOf(one, 'guard 1');
    const both = [fileOf(BASE, BASE.replace('guard 1\n', '').replace('guard 2\n', ''))];
    expect(told(await firstOfEach(both))).toEqual(['no guard 1']);
    expect(told((await acceptLosses(both, [waiver], firstOfEach)).findings)).toEqual(['no guard 2']);
  });

  it('it lapses when its lines are edited', async () => {
    const waiver = await waiverOf(one, 'guard 1');
    const edited = [fileOf(BASE, BASE.replace('guard 1\nb', 'B'))];
    expect(told((await acceptLosses(edited, [waiver], allOf)).findings)).toEqual(['no guard 1']);
  });

  it('it holds when other lines are edited', async () => {
    const waiver = await waiverOf(one, 'guard 1');
    const edited = [fileOf(BASE, `x\n${BASE.replace('guard 1\n', '').replace('d\n', 'D\n')}`)];
    expect((await acceptLosses(edited, [waiver], allOf)).findings).toEqual([]);
  });
});

describe('when two defences were lost in one place', () => {
  const both = [fileOf(BASE, BASE.replace('guard 2\nguard 3\n', ''))];

  it('a waiver of one does not cover the other', async () => {
    const { findings, accepted } = await acceptLosses(both, [await waiverOf(both, 'guard 2')], allOf);
    expect([told(findings), accepted.length]).toEqual([['no guard 3'], 1]);
  });

  it('waivers of both cover both', async () => {
    const waivers = [await waiverOf(both, 'guard 2'), await waiverOf(both, 'guard 3')];
    const { findings, accepted } = await acceptLosses(both, waivers, allOf);
    expect([findings, accepted.length]).toEqual([[], 2]);
  });
});

it('when the same is lost in two files one waiver covers one', async () => {
  const head = BASE.replace('guard 1\n', '');
  const files = [fileOf(BASE, head), fileOf(BASE, head, 'b.ts')];
  const { findings } = await acceptLosses(files, [await waiverOf(files, 'guard 1')], allOf);
  expect(findings.map(({ location }) => location.file)).toEqual(['b.ts']);
});

it('when there is no waiver what was told is told', async () => {
  const files = [fileOf(BASE, BASE.replace('guard 1\n', ''))];
  expect(told((await acceptLosses(files, [], allOf)).findings)).toEqual(['no guard 1']);
});
