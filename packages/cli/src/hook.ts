import { text } from 'node:stream/consumers';
import { type Checked, type HookJudgement, preCommit, prePush } from '@pawl/checkpoint';
import { PLAIN, renderVerdict } from '@pawl/report';
import { COULD_NOT_TELL, worstHookStatus } from './exit-status.ts';
import type { Io } from './io.ts';
import { errorText } from './print-error.ts';
import { besideVerdict } from './text/beside-verdict.ts';
import { waitingLine } from './waiting-line.ts';

const HOOKS: Readonly<Record<string, (io: Io) => Promise<HookJudgement>>> = {
  'pre-commit': ({ context }) => preCommit(context),
  'pre-push': async ({ context }) => prePush(await text(process.stdin), context),
};

/** Runs one hook and says with which status git should go on. A hook that cannot answer refuses. */
export async function runHook(name: string | undefined, io: Io): Promise<number> {
  const hook = name === undefined ? undefined : HOOKS[name];
  if (hook === undefined) {
    io.err(`pawl: there is no hook ${JSON.stringify(name)}; there are ${Object.keys(HOOKS).join(' and ')}\n`);
    return COULD_NOT_TELL;
  }
  const wait = waitingLine(io);
  try {
    const judgement = await hook({ ...io, context: { ...io.context, scanning: wait.scanning } });
    wait.stop();
    return answer(judgement, io);
  } catch (error) {
    wait.stop();
    io.err(errorText(error));
    return COULD_NOT_TELL;
  }
}

function answer(judgement: HookJudgement, io: Io): number {
  if (judgement.kind === 'no-lock-yet') {
    io.err('pawl: no lock yet, so nothing is judged; a person makes one with: npx pawl lock\n');
    return 0;
  }
  for (const checked of judgement.checked.filter(isWorthSaying)) io.err(say(checked));
  return worstHookStatus(judgement.checked);
}

/** Nobody wants to read "clean" at every commit. */
function isWorthSaying({ verdict, audience, latch, accepted }: Checked): boolean {
  return verdict.outcome !== 'clean' || (audience === 'human' && latch.length + accepted.length > 0);
}

function say(checked: Checked): string {
  const { verdict, audience, people, case: number } = checked;
  const answer = renderVerdict(verdict, { format: 'text', audience, case: number, paint: PLAIN });
  const text = audience === 'human' ? `${answer}${besideVerdict(checked)}` : answer;
  const isRefused = audience === 'agent' || people === 'refuse';
  return isRefused ? text : `${text}pawl: reported, not refused: people are not gated here (policy.people)\n`;
}
