import { isKnownAgent } from '../audience.ts';
import type { Context } from '../context.ts';
import { DecisionRefused } from './decision-refused.ts';

/** A question to the person at the terminal, and the answer as it was typed; `undefined` at the end of input. */
export type Ask = (question: string) => Promise<string | undefined>;

/**
 * Lets only a person decide. It is no proof: who owns the machine can make a terminal. Proof is the signature under what
 * was decided; this keeps an agent from deciding by mistake, and from calling it one afterwards.
 */
export function requirePerson(
  ask: Ask | undefined,
  branch: string | undefined,
  { env }: Pick<Context, 'env'>,
): asserts ask is Ask {
  const next = 'a person runs it in a terminal of their own, outside a branch under agent/';
  if (isKnownAgent({ env, branch }))
    throw new DecisionRefused('agent-may-not-decide', 'only a person decides', { next });
  if (ask === undefined)
    throw new DecisionRefused('needs-a-terminal', 'a decision is made at a terminal, and there is none', { next });
}

/** Makes sure that it is this case that is meant: there is no flag that answers for a person. */
export async function confirmCase(ask: Ask, caseNumber: string): Promise<void> {
  const typed = await ask(`type the number of the case to confirm (${caseNumber}): `);
  if (typed?.trim() !== caseNumber)
    throw new DecisionRefused('not-confirmed', 'that is not the number of the case, so nothing was decided', {
      next: 'run the command again',
    });
}
