import type { Repository } from '@pawl/git';
import { latchOfTip, openLoopMarks, openTrust, readTips, releasedIn, trustedLock, trustedTip } from '@pawl/ledger';
import type { ReportData } from '@pawl/report/page';
import type { Context } from '../context.ts';
import { loopName } from '../loop-name.ts';
import { chooseLoop } from './choose-loop.ts';
import { ReportError } from './report-error.ts';
import type { ReportRequest } from './report-request.ts';
import { sentenceOf } from './sentence-of.ts';

/** How a loop stands, and why that cannot be told: all that is looked up where an agent reads. */
export async function agentStanding(
  repository: Repository,
  branch: string | undefined,
  request: Pick<ReportRequest, 'target' | 'loop'>,
  context: Context,
): Promise<Pick<ReportData, 'loop' | 'missing'>> {
  try {
    const trust = openTrust(repository, context);
    const current = Promise.resolve(branch);
    const stored = await trustedLock({ store: repository, trust, target: request.target, branch: current });
    const tips = (await readTips(repository)).map(({ statement: { predicate } }) => predicate);
    const own = await loopName({ loop: undefined, head: undefined }, branch, repository);
    const loops = tips.map(({ loop, at }) => ({ name: loop, at }));
    const { name } = chooseLoop(loops, request.loop, own);
    const tip = name === undefined ? undefined : await tipOf(repository, name, context);
    if (tip === undefined || name === undefined) return { loop: null, missing: [] };
    if (stored === undefined) return { loop: null, missing: ['there is no lock'] };
    const latch = latchOfTip(tip, releasedIn(stored.lock));
    return { loop: { name, state: latch.length > 0 ? 'stopped' : 'goes-on', latch }, missing: [] };
  } catch (error) {
    if (error instanceof ReportError) throw error;
    return { loop: null, missing: [sentenceOf(error)] };
  }
}

function tipOf(repository: Repository, name: string, { env }: Context): ReturnType<typeof trustedTip> {
  return trustedTip(repository, openLoopMarks(repository.commonDir, env), name);
}
