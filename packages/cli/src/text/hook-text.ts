import type { Checked } from '@pawl/checkpoint';
import { besideVerdict, PLAIN, renderVerdict } from '@pawl/report';

/** What of a judgement git shows to who commits or pushes. */
export type ToldByHook = Pick<Checked, 'verdict' | 'audience' | 'people' | 'case' | 'accepted' | 'latch'>;

/** The answer of a hook: for an agent the case number, for a person all of it, and that it is a report where nothing is refused. */
export function hookText(told: ToldByHook, columns: number): string {
  const { verdict, audience, people, case: number } = told;
  const answer = renderVerdict(verdict, { format: 'text', audience, case: number, paint: PLAIN, columns });
  const text = audience === 'human' ? `${answer}${besideVerdict(told, columns)}` : answer;
  const isRefused = audience === 'agent' || people === 'refuse';
  return isRefused ? text : `${text}pawl: reported, not refused: people are not gated here (policy.people)\n`;
}
