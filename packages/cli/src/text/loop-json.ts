import type { LoopEnd, LoopNews } from '@pawl/loop';

/** One line for one event. Whoever reads it may be an agent, so it names no more than a case. */
export function loopJson(news: LoopNews): string {
  return `${JSON.stringify({ schema: 'pawl/loop@1', ...news })}\n`;
}

export function endJson(end: LoopEnd): string {
  const { kind, loop, iteration } = end;
  const more =
    end.kind === 'accepted'
      ? { commit: end.commit, tree: end.tree }
      : end.kind === 'stopped'
        ? { case: end.case ?? null }
        : {};
  return `${JSON.stringify({ schema: 'pawl/loop@1', event: 'ended', outcome: kind, loop, iteration, ...more })}\n`;
}
