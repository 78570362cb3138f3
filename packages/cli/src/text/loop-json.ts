import type { LoopEnd, LoopNews } from '@pawl/loop';
import { documentLine } from '@pawl/report';

const SCHEMA = 'pawl/loop@1';

/** One line for one event. Whoever reads it may be an agent, so it names no more than a case. */
export function loopJson(news: LoopNews): string {
  return documentLine(SCHEMA, news);
}

export function endJson(end: LoopEnd): string {
  const { kind, loop, iteration } = end;
  const more =
    end.kind === 'accepted'
      ? { commit: end.commit, tree: end.tree }
      : end.kind === 'stopped'
        ? { case: end.case ?? null }
        : {};
  return documentLine(SCHEMA, { event: 'ended', outcome: kind, loop, iteration, ...more });
}
