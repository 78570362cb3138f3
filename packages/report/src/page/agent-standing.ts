import type { Markup } from './markup.ts';
import type { AgentReport } from './report-data.ts';
import { type Tone, standingMarkup } from './standing-markup.ts';

const AGENT_SAYS: Readonly<Record<AgentReport['state'], string>> = {
  stopped: 'The loop is stopped.',
  'goes-on': 'The loop goes on.',
  'nothing-judged': 'Nothing was judged yet.',
  'could-not-tell': 'Could not tell how the loop stands.',
};

const AGENT_TONE: Readonly<Record<AgentReport['state'], Tone>> = {
  stopped: 'stop',
  'goes-on': 'good',
  'nothing-judged': 'quiet',
  'could-not-tell': 'unsure',
};

/** All of the page that an agent may read. */
export function agentStanding({ state, cases, message }: AgentReport): Markup {
  const lines = [
    ...(message === null ? [] : [message]),
    ...cases.map((id) => `Case ${id}.`),
    ...(state === 'stopped' ? ['A person decides.'] : []),
  ];
  return standingMarkup({ tone: AGENT_TONE[state], says: AGENT_SAYS[state], more: lines });
}
