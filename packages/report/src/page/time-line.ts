import { markup, type Markup } from './markup.ts';
import type { ReportCheckpoint } from './report-data.ts';
import { counted, dayOf, labelText } from './words.ts';

/** So few are drawn larger. */
const FEW = 40;

/** Every checkpoint as a mark, day by day, so that bursts and pauses are seen and 500 fit on a phone. */
export function timeLine(
  checkpoints: readonly ReportCheckpoint[],
  anchorOf: (id: string) => string | undefined,
): Markup {
  if (checkpoints.length === 0) return markup`<p class="none">Nothing was judged yet.</p>`;
  const days = byDay(checkpoints);
  return markup`<p>${summary(checkpoints)}</p>
<ol class="days${checkpoints.length <= FEW ? ' few' : null}">${days.map(
    ([
      day,
      those,
    ]) => markup`<li><span class="day">${day}</span><ol class="marks">${those.map((one) => mark(one, anchorOf))}</ol></li>
`,
  )}</ol>
<ul class="legend"><li><i class="mark clean"></i>clean</li><li><i class="mark stopped"></i>stopped</li><li><i class="mark inconclusive"></i>could not tell</li><li><i class="mark clean"></i><i class="mark clean full"></i>fast and full tier</li></ul>
`;
}

function byDay(checkpoints: readonly ReportCheckpoint[]): readonly (readonly [string, readonly ReportCheckpoint[]])[] {
  const days = new Map<string, ReportCheckpoint[]>();
  for (const one of checkpoints) {
    const those = days.get(dayOf(one.at));
    if (those === undefined) days.set(dayOf(one.at), [one]);
    else those.push(one);
  }
  return [...days];
}

export const OUTCOME_TEXT: Readonly<Record<ReportCheckpoint['outcome'], string>> = {
  clean: 'clean',
  stopped: 'stopped',
  inconclusive: 'could not tell',
};

function summary(checkpoints: readonly ReportCheckpoint[]): string {
  const of = (outcome: ReportCheckpoint['outcome']): number =>
    checkpoints.filter((one) => one.outcome === outcome).length;
  return `${counted(checkpoints.length, 'checkpoint')}: ${of('clean')} clean, ${of('stopped')} stopped, ${of('inconclusive')} could not tell.`;
}

/** A stop leads to its case; the others are no links, so that the keyboard is not led through hundreds. */
function mark(
  { sequence, at, outcome, tier, case: id }: ReportCheckpoint,
  anchorOf: (id: string) => string | undefined,
): Markup {
  const says = `${sequence}: ${OUTCOME_TEXT[outcome]}, ${tier}, ${labelText(at.slice(11, 16))}${id === null ? '' : `, case ${labelText(id)}`}`;
  const anchor = id === null ? undefined : anchorOf(id);
  const inner = markup`<span class="out">${says}</span>`;
  return markup`<li title="${says}" class="mark ${outcome}${tier === 'full' ? ' full' : null}">${anchor === undefined ? inner : markup`<a href="#${anchor}">${inner}</a>`}</li>`;
}
