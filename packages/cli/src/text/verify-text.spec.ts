import type { Verified } from '@pawl/checkpoint';
import { PLAIN } from '@pawl/report';
import { describe, expect, it } from 'vitest';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_NAMES, HOSTILE_TEXT } from '../testing/hostile.ts';
import { COMMIT, lockOf } from '../testing/lock-of.ts';
import { describeOutput } from '../testing/shows.ts';
import { verifyJson, verifyResult, verifyText } from './verify-text.ts';

type LockAudit = Verified['locks'][number];
type LoopAudit = Verified['loops'][number];

const unsigned: LockAudit['locks'][number] = {
  lock: lockOf(),
  commit: COMMIT,
  parent: undefined,
  text: '',
  signature: undefined,
  at: new Date('2026-01-02T03:04:05Z'),
  assurance: 'unsigned',
};
const audited = (over: Partial<LockAudit['locks'][number]> = {}): LockAudit['locks'][number] => ({
  ...unsigned,
  assurance: 'advisory',
  signedBy: { principal: 'ann@example.com', fingerprint: 'SHA256:x', isHardware: false },
  ...over,
});
const locks: LockAudit = {
  target: 'main',
  ref: 'refs/pawl/lock/main',
  locks: [audited(), audited()],
  isWhole: true,
  problems: [],
};
/** Of an entry only its voucher is told. */
const entries = (count: number, signed = 0): LoopAudit['entries'] =>
  Array.from({ length: count }, (_, at) => ({
    voucher: at < signed ? { isAnchored: true } : undefined,
  })) as unknown as LoopAudit['entries'];
const loop = (name: string, checkpoints: number, signed = 0): LoopAudit => ({
  loop: name,
  ref: `refs/pawl/loop/${encodeURIComponent(name)}`,
  entries: entries(checkpoints, signed),
  problems: [],
});

const HELD: Verified = {
  basis: { kind: 'anchor', from: '/home/ann/.config/pawl/anchors/c77785da3e77f68bb0b78a48c0552b72.json' },
  locks: [locks],
  loops: [loop('agent/attachments', 12, 3), loop('agent/login', 1)],
  problems: [],
  recomputed: { questions: 13, asked: 13, told: 13, held: 13 },
};

type Problem = Verified['problems'][number];
const problem = (kind: Problem['kind'], over: Partial<Problem> = {}): Problem => ({
  ...{ kind, ref: 'refs/pawl/lock/main', entry: 'lock 2', commit: COMMIT, code: 'broken-link' },
  message: 'it names another digest than that of the lock before it, so somebody wrote one of the two anew',
  next: 'find out who wrote there, and restore the ref from a clone that has the whole chain: pawl sync',
  ...over,
});

const states: Record<'empty' | 'typical' | 'failing' | 'hostile', Verified> = {
  empty: {
    basis: { kind: 'nothing' },
    locks: [{ ...locks, locks: [unsigned] }],
    loops: [],
    problems: [],
    recomputed: { questions: 0, asked: 0, told: 0, held: 0 },
  },
  typical: HELD,
  failing: {
    ...HELD,
    basis: { kind: 'memory', from: '/home/ann/.local/state/pawl/1.json' },
    locks: [{ ...locks, locks: [] }],
    problems: [
      problem('broken'),
      problem('broken', {
        ref: 'refs/pawl/loop/agent%2Fattachments',
        entry: 'checkpoint 7',
        code: 'other-verdict',
        message: 'it says clean, and judged again it is a regression',
        next: 'look at it: pawl check --base 4f2d9c1be07a --head a1b2c3d4e5f6',
      }),
      problem('unknown', { entry: null, commit: null, message: 'git gave no answer', next: 'pawl doctor' }),
    ],
    recomputed: { questions: 13, asked: 13, told: 12, held: 11 },
  },
  hostile: {
    basis: { kind: 'anchor', from: HOSTILE.longPath },
    locks: [
      {
        ...locks,
        target: HOSTILE_TEXT,
        locks: [audited({ signedBy: { principal: HOSTILE_TEXT, fingerprint: HOSTILE.ansi, isHardware: true } })],
      },
    ],
    loops: HOSTILE_NAMES.map((name) => ({ loop: name, ref: name, entries: entries(1), problems: [] })),
    problems: HOSTILE_NAMES.map((name) =>
      problem('broken', { ref: name, entry: name, commit: name, message: name, next: name }),
    ),
    recomputed: { questions: 1, asked: 1, told: 1, held: 1 },
  },
};

describeOutput('verify', states, verifyText);
describeDocument('verify', states, verifyJson);

const text = (over: Partial<Verified> = {}): string => verifyText({ ...HELD, ...over }, PLAIN, 100);

describe('verifyText', () => {
  it('says in the first line whether all holds', () => {
    expect(text()).toMatch(/^✔ all holds\n/u);
    expect(text({ problems: [problem('broken'), problem('unknown')] })).toMatch(
      /^✖ it does not hold: 1 broken link, and 1 that could not be told\n/u,
    );
  });

  it.each([
    [{ questions: 0, asked: 0, told: 0, held: 0 }, 'nothing was judged yet'],
    [{ questions: 3, asked: 0, told: 0, held: 0 }, 'none of 3 verdicts'],
    [{ questions: 1, asked: 1, told: 1, held: 1 }, '1 of 1 verdict, it holds'],
    [{ questions: 3, asked: 3, told: 3, held: 3 }, '3 of 3 verdicts, all of them hold'],
    [{ questions: 3, asked: 3, told: 0, held: 0 }, 'none of 3 verdicts could be judged again here'],
    [{ questions: 3, asked: 3, told: 2, held: 1 }, '2 of 3 verdicts, 1 of them holds'],
  ])('says how many verdicts were recomputed: %j', (recomputed, says) => {
    expect(text({ recomputed })).toContain(`recomputed    ${says}\n`);
  });

  it('is never "all holds" where something could not be told', () => {
    expect(text({ problems: [problem('unknown')] })).toMatch(/^! could not tell: nothing is broken, and 1 could not /u);
  });

  it('says how many more there are', () => {
    expect(text({ problems: Array.from({ length: 25 }, () => problem('broken')) })).toContain(
      '\nand 5 more: pawl verify --format json\n',
    );
    const loops = Array.from({ length: 500 }, (_, at) => loop(`agent/${at}`, 1));
    expect(text({ loops })).toContain('\n  and 481 more chains\n');
  });
});

describe('verifyResult', () => {
  it.each([
    [[], 'holds'],
    [[problem('unknown')], 'unknown'],
    [[problem('unknown'), problem('broken')], 'broken'],
  ])('of %j is %s', (problems, result) => {
    expect(verifyResult({ problems })).toBe(result);
    expect(JSON.parse(verifyJson({ ...HELD, problems }))).toMatchObject({ schema: 'pawl/verify@1', result });
  });
});
