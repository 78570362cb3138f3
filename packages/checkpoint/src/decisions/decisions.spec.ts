import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { scratch, type Scratch } from '../scratch.fixture.ts';
import { release } from './release.ts';
import type { Ask } from './require-person.ts';
import { type CaseReview, review } from './review.ts';
import { listWaivers, revoke } from './revoke.ts';
import { waive } from './waive.ts';

const GUARDED = `import path from 'node:path';

export function inside(root, name) {
  const file = path.resolve(root, name);
  if (!file.startsWith(root + path.sep)) throw new Error('outside');
  return file;
}
`;
const UNGUARDED = GUARDED.replace(/^ {2}if .*\n/mu, '');
const EVAL = `export function calculate(req, res) {\n  res.json({ value: eval(req.query.x) });\n}\n`;
const DESK = { directory: undefined, target: undefined };
const TERMS = { ...DESK, reason: 'known', signWith: undefined };

let s: Scratch;
let person: Context;
let number: string;
const answers =
  (text: string | undefined): Ask =>
  () =>
    Promise.resolve(text);
const refused = (code: string): object => expect.objectContaining({ code });

beforeEach(async () => {
  s = scratch();
  person = { ...s.context, terminal: true };
  s.commit({ 'app.js': GUARDED });
  await s.lock();
  s.git('switch', '--quiet', '--create', 'agent/x');
  s.stage({ 'app.js': UNGUARDED, 'calculate.js': EVAL });
  number = (await s.check({ audience: 'agent' })).case as string;
  // What an agent left staged goes along; a person decides on a branch of their own.
  s.git('switch', '--quiet', 'main');
});

async function caseOf(context = person): Promise<CaseReview> {
  const read = await review({ ...DESK, case: number, identity: undefined }, context);
  if (read.kind !== 'case') throw new Error(read.kind);
  return read;
}

const itemNamed = async (rule: string): Promise<number> =>
  (await caseOf()).items.find(({ reason }) => reason.rule === rule)?.number ?? 0;

describe('when a person reviews the case of a loop', () => {
  it('each thing that slipped is an item, worst first, with its code before and after', async () => {
    const { items, case: one, verdict } = await caseOf();
    expect(one.loops).toEqual(['agent/x']);
    expect(verdict.outcome).toBe('regression');
    expect(items.map(({ reason }) => `${reason.severity} ${reason.rule}`)).toEqual([
      'critical eval',
      'critical path-to-code',
      'high lost-guard',
      'null null',
    ]);
    expect(items[2]?.excerpt?.lines.map(({ mark, line, text }) => `${mark}${line} ${text}`)).toEqual([
      ' 2 ',
      ' 3 export function inside(root, name) {',
      ' 4   const file = path.resolve(root, name);',
      "-5   if (!file.startsWith(root + path.sep)) throw new Error('outside');",
      ' 5   return file;',
      ' 6 }',
    ]);
  });

  it('the only open case is read without its number, and there is none once it is released', async () => {
    expect(await review({ ...DESK, case: undefined, identity: undefined }, person)).toMatchObject({
      kind: 'case',
      case: { id: number },
    });
    await release({ ...TERMS, case: number }, person, answers(number));
    expect(await review({ ...DESK, case: undefined, identity: undefined }, person)).toEqual({
      kind: 'list',
      cases: [],
    });
    expect((await caseOf()).release).toMatchObject({ case: number, reason: 'known' });
  });

  it('a note that somebody else wrote is not believed: the record of the loop is, and without it nothing', async () => {
    const note = join(s.dir, '.git/pawl/cases', `${number}.json`);
    const text = readFileSync(note, 'utf8');
    writeFileSync(note, text.replace(/"lock": "\w{40}"/u, `"lock": "${s.git('rev-parse', 'HEAD')}"`));
    expect((await caseOf()).case.question.lock).toBe(s.git('rev-parse', 'refs/pawl/lock/main'));
    s.git('update-ref', '-d', 'refs/pawl/loop/agent%2Fx');
    await expect(caseOf()).rejects.toThrow(refused('foreign-case'));
  });

  it('a clone without the note finds the case in the record of the loop', async () => {
    rmSync(join(s.dir, '.git/pawl/cases'), { recursive: true });
    expect(await review({ ...DESK, case: undefined, identity: undefined }, person)).toMatchObject({
      kind: 'case',
      case: { id: number },
    });
    expect((await caseOf()).items).toHaveLength(4);
  });
});

describe('when somebody who is not plainly a person asks', () => {
  it.each([
    ['an agent', { env: { CLAUDECODE: '1' }, terminal: true }],
    ['a pipe', { env: {}, terminal: false }],
  ])('%s learns the number of the case', async (_, { env, terminal }) => {
    const context = { ...person, terminal, env: { ...person.env, ...env } };
    expect(await review({ ...DESK, case: number, identity: undefined }, context)).toEqual({
      kind: 'agent',
      case: number,
    });
    await expect(listWaivers(DESK, context)).rejects.toThrow(refused('agent-may-not-decide'));
  });

  it('an agent decides nothing, whatever it answers', async () => {
    const context = { ...person, env: { ...person.env, CLAUDECODE: '1' } };
    const before = s.git('for-each-ref');
    const tries = [
      () => release({ ...TERMS, case: number }, context, answers(number)),
      () => waive({ ...TERMS, case: number, item: 1, days: 1 }, context, answers(number), () => {}),
      () => revoke({ ...TERMS, item: 1 }, context, answers(number)),
    ];
    for (const one of tries) await expect(one()).rejects.toThrow(refused('agent-may-not-decide'));
    expect(s.git('for-each-ref')).toBe(before);
  });

  it('on a branch of agents nobody is a person', async () => {
    s.git('switch', '--quiet', 'agent/x');
    await expect(release({ ...TERMS, case: number }, person, answers(number))).rejects.toThrow(
      refused('agent-may-not-decide'),
    );
  });

  it('without a terminal nobody decides', async () => {
    await expect(release({ ...TERMS, case: number }, person, undefined)).rejects.toThrow(refused('needs-a-terminal'));
  });

  it('nothing but the number of the case confirms', async () => {
    for (const answer of ['no', 'y', '', `${number}0`, undefined])
      await expect(release({ ...TERMS, case: number }, person, answers(answer))).rejects.toThrow(
        refused('not-confirmed'),
      );
  });
});

describe('when a person waives an item', () => {
  it('the lock has it, the review shows it, and it keeps its number', async () => {
    const item = await itemNamed('lost-guard');
    const shown: number[] = [];
    const waived = await waive({ ...TERMS, case: number, item, days: 10 }, person, answers(number), (one) =>
      shown.push(one.number),
    );
    expect(shown).toEqual([item]);
    expect(waived.lock.lock).toMatchObject({ sequence: 2, decision: { kind: 'waive' } });
    expect(waived.waiver).toMatchObject({ tool: 'invariants', rule: 'lost-guard', file: 'app.js', reason: 'known' });
    expect((await caseOf()).items.map(({ waiver }) => waiver?.expires)).toEqual([
      undefined,
      undefined,
      '2024-01-11T00:00:00.000Z',
      undefined,
    ]);
    expect((await listWaivers(DESK, person)).live).toEqual([waived.waiver]);
  });

  it('it is not waived twice, and can be taken back', async () => {
    const request = { ...TERMS, case: number, item: await itemNamed('eval'), days: 10 };
    await waive(request, person, answers(number), () => {});
    await expect(waive(request, person, answers(number), () => {})).rejects.toThrow(refused('already-waived'));
    const { lock } = await revoke({ ...DESK, signWith: undefined, item: 1 }, person, answers(undefined));
    expect(lock.lock).toMatchObject({ sequence: 3, waivers: [], decision: { kind: 'revoke' } });
    await expect(revoke({ ...DESK, signWith: undefined, item: 1 }, person, answers(undefined))).rejects.toThrow(
      refused('no-such-item'),
    );
  });

  it('an item that is not there, and a total, which is about no code, are refused', async () => {
    const tried = (item: number): Promise<unknown> =>
      waive({ ...TERMS, case: number, item, days: 1 }, person, answers(number), () => {});
    await expect(tried(9)).rejects.toThrow(refused('no-such-item'));
    await expect(tried(4)).rejects.toThrow(refused('not-waivable'));
  });

  it('the limits of a waiver hold, before anybody is asked', async () => {
    const asked: string[] = [];
    const ask: Ask = (question) => Promise.resolve(void asked.push(question) as undefined);
    const request = { ...TERMS, case: number, item: 2 };
    await expect(waive({ ...request, days: 91 }, person, ask, () => {})).rejects.toThrow(refused('days-out-of-range'));
    await expect(waive({ ...request, days: 1, reason: ' ' }, person, ask, () => {})).rejects.toThrow(
      refused('reason-missing'),
    );
    expect(asked).toEqual([]);
  });
});

it('when the number is of no case it is refused', async () => {
  const tried = (id: string): Promise<unknown> => release({ ...TERMS, case: id }, person, answers(id));
  await expect(tried('deadbeef')).rejects.toThrow(refused('no-such-case'));
  await expect(tried('main')).rejects.toThrow(refused('no-such-case'));
});
