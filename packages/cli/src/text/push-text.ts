import type { Checked } from '@pawl/checkpoint';
import { PLAIN, renderVerdict } from '@pawl/report';

/** How the line of a stop begins. */
export const STOPPED_BY = 'pawl: stopped, case ';

/** What a server answers to who pushed. A person reads the case where the repository lies: what is in it is not for every terminal. */
export function pushText({
  verdict,
  audience,
  people,
  case: number,
}: Pick<Checked, 'verdict' | 'audience' | 'people' | 'case'>): string {
  const isGated = audience === 'agent' || people === 'refuse';
  if (isGated || number === undefined)
    return renderVerdict(verdict, { format: 'text', audience: 'agent', case: number, paint: PLAIN });
  return `pawl: reported, not refused: case ${number}; read it where this repository lies: pawl review ${number}\n`;
}
