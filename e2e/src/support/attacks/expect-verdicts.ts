import { beforeAll, expect, it } from 'vitest';
import { arrived, installNaiveGate, isLetIn, NAIVE_GATES, PLAIN } from '../naive-gate.ts';
import { removedAfterAll } from '../removed-after-all.ts';
import { UNGUARDED_JS } from '../sources.ts';
import type { JsonVerdict } from '../verdict-of.ts';
import type { Attack, JudgedAt, Wanted } from './attack.ts';
import {
  type Answer,
  answerOfCheck,
  answerOfHook,
  lockedByPawl,
  servedByPawl,
  verdictOnBranch,
  withoutHooks,
} from './pawl-gate.ts';
import { type Scene, stage } from './scene.ts';

/** Each attack, in the hooks and before `pawl check` on what came: the verdict that the catalogue wants. */
export function expectVerdicts(attacks: readonly Attack[]): void {
  const atTheEnd = removedAfterAll();
  let start: () => Promise<Scene>;
  let plain: JsonVerdict;
  beforeAll(async () => {
    start = await stage(lockedByPawl, atTheEnd);
    const scene = await start();
    await scene.send(await scene.store({ 'app.js': UNGUARDED_JS }));
    plain = await verdictOnBranch(scene);
  });

  it.each(rowsOf(attacks, 'hook'))('$id $does: $wanted in the hook', async ({ attack, wanted, answers }) => {
    const { ran } = await attack.act(await start());
    if (ran === undefined) throw new Error('no hook was asked');
    expect(answerOfHook(ran, wanted)).toBe(answers);
  });

  it.each(rowsOf(attacks, 'check'))('$id $does: $wanted in a check', async ({ attack, wanted, answers }) => {
    const scene = await start();
    if (!attack.pastHooks) await withoutHooks(scene);
    const played = await attack.act(scene);
    // What Pawl's own hook refused has not come so far.
    const isRefused = played.ran !== undefined && played.ran.status !== 0;
    const answer =
      isRefused && played.ran ? answerOfHook(played.ran, wanted) : await answerOfCheck(scene, played, plain);
    expect(answer).toBe(answers);
  });
}

/** The same at a server, which is the control: whatever the agent's machine does, nothing comes in. */
export function expectRefusals(attacks: readonly Attack[]): void {
  const atTheEnd = removedAfterAll();
  let start: () => Promise<Scene>;
  beforeAll(async () => {
    start = await stage((scene) => servedByPawl(scene, atTheEnd), atTheEnd);
  });

  it.each(rowsOf(attacks, 'server'))('$id $does: $wanted at the server', async ({ attack, wanted, answers }) => {
    const scene = await start();
    await withoutHooks(scene);
    const { ran, clean } = await attack.act(scene);
    expect(await arrived(scene)).toEqual(clean === undefined ? [] : [clean]);
    expect(ran && answerOfHook(ran, wanted)).toBe(answers);
  });
}

interface Row extends Pick<Attack, 'id' | 'does'> {
  readonly attack: Attack;
  readonly wanted: Wanted;
  readonly answers: Answer;
}

function rowsOf(attacks: readonly Attack[], at: JudgedAt): readonly Row[] {
  return attacks.flatMap((attack) => {
    const { id, does, wants, sharper } = attack;
    const wanted = wants[at];
    return wanted === undefined ? [] : [{ id, does, attack, wanted, answers: sharper?.answers ?? wanted }];
  });
}

/** The same attacks get past a gate that stops the plain change, or the test would prove nothing. */
export function expectNaiveGateToFail(attacks: readonly Attack[]): void {
  const atTheEnd = removedAfterAll();
  let start: () => Promise<Scene>;
  beforeAll(async () => {
    start = await stage(() => Promise.resolve(undefined), atTheEnd);
  });
  const used = NAIVE_GATES.filter((gate) => attacks.some(({ beats }) => beats === gate));

  it.each(used)('the plain change is stopped by %s', async (gate) => {
    const scene = await start();
    await installNaiveGate(scene, gate);
    expect(await isLetIn(scene, gate, await PLAIN.act(scene))).toBe(false);
  });

  it.each(attacks)('$id $does: let in by $beats', async ({ beats: gate, act }) => {
    const scene = await start();
    await installNaiveGate(scene, gate);
    expect(await isLetIn(scene, gate, await act(scene))).toBe(true);
  });
}
