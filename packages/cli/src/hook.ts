import {
  type Checked,
  type HookJudgement,
  noteJudgedTree,
  preCommit,
  preMergeCommit,
  prePush,
  referenceTransaction,
} from '@pawl/checkpoint';
import { errorText } from '@pawl/report';
import { COULD_NOT_TELL, worstHookStatus } from './exit-status.ts';
import type { Io } from './io.ts';
import { tellPeople } from './tell-people.ts';
import { hookText } from './text/hook-text.ts';
import { waitingLine } from './waiting-line.ts';

interface Hook {
  readonly judge: (io: Io, args: readonly string[]) => Promise<HookJudgement>;
  /** It judges what is committed next: that is noted, for the look at what was committed in the end. */
  readonly isBeforeCommit?: true;
  /** It runs beside another one, which has said already that there is no lock. */
  readonly isQuiet?: true;
}

const NOTHING_MOVED: HookJudgement = { kind: 'judged', checked: [] };

/** What git says to some hooks. A commit has none of it, and does not wait for what reads it. */
async function told(): Promise<string> {
  return (await import('node:stream/consumers')).text(process.stdin);
}

const HOOKS: Readonly<Record<string, Hook>> = {
  'pre-commit': { judge: ({ context }) => preCommit(context), isBeforeCommit: true },
  'pre-merge-commit': { judge: ({ context }) => preMergeCommit(context), isBeforeCommit: true },
  'pre-push': { judge: async ({ context }) => prePush(await told(), context) },
  'reference-transaction': {
    judge: async ({ context }, [state]) =>
      state === 'prepared' ? referenceTransaction(await told(), context) : NOTHING_MOVED,
    isQuiet: true,
  },
};

/**
 * Runs one hook and says with which status git should go on. A hook that cannot answer refuses. `keep` is called once code was judged: by then all
 * that a commit needs is compiled.
 */
export async function runHook(
  name: string | undefined,
  args: readonly string[],
  io: Io,
  keep: () => void = () => undefined,
): Promise<number> {
  const hook = name === undefined ? undefined : HOOKS[name];
  if (hook === undefined) {
    io.err(`pawl: there is no hook ${JSON.stringify(name)}; there are ${Object.keys(HOOKS).join(' and ')}\n`);
    return COULD_NOT_TELL;
  }
  const wait = waitingLine(io);
  try {
    const judgement = await hook.judge({ ...io, context: { ...io.context, scanning: wait.scanning } }, args);
    wait.stop();
    if (hasJudgedCode(judgement)) keep();
    return await answer(judgement, hook, io);
  } catch (error) {
    wait.stop();
    io.err(errorText(error, io.columns));
    return COULD_NOT_TELL;
  }
}

function hasJudgedCode(judgement: HookJudgement): boolean {
  const checked = judgement.kind === 'judged' ? judgement.checked : [];
  return checked.some(({ evidence }) => evidence.coverage.head.examined.some(({ by }) => by === 'invariants'));
}

async function answer(judgement: HookJudgement, { isBeforeCommit, isQuiet }: Hook, io: Io): Promise<number> {
  if (judgement.kind === 'no-lock-yet') {
    if (!isQuiet) io.err('pawl: no lock yet, so nothing is judged; a person makes one with: npx pawl lock\n');
    return 0;
  }
  const { checked } = judgement;
  for (const one of checked.filter(isWorthSaying)) io.err(hookText(one, io.columns));
  const status = worstHookStatus(checked);
  if (isBeforeCommit) for (const one of checked) await noteJudgedTree(one, status === 0);
  await tellPeople(checked, io);
  return status;
}

/** Nobody wants to read "clean" at every commit. */
function isWorthSaying({ verdict, audience, latch, accepted }: Checked): boolean {
  return verdict.outcome !== 'clean' || (audience === 'human' && latch.length + accepted.length > 0);
}
