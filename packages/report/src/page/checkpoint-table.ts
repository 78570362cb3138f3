import { type Content, markup, type Markup } from './markup.ts';
import type { ReportCheckpoint, ReportMeasures } from './report-data.ts';
import { OUTCOME_TEXT } from './time-line.ts';
import { change, count, counted, instant, labelText, shortId, UNKNOWN } from './words.ts';

/** Fewer are seen at a glance. */
const WORTH_FILTERING = 8;

/** The same as the charts, in figures: for whoever does not see them, and for whoever wants to know exactly. */
export function checkpointTable(
  checkpoints: readonly ReportCheckpoint[],
  anchorOf: (id: string) => string | undefined,
): Markup {
  return markup`<details class="checkpoints"><summary>All ${counted(checkpoints.length, 'checkpoint')} in figures, newest first</summary>
${checkpoints.length < WORTH_FILTERING ? null : FILTER}<table><caption class="out">Checkpoints, newest first</caption><thead><tr>${HEADS.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${checkpoints.toReversed().map((one) => row(one, anchorOf))}</tbody></table></details>
`;
}

const HEADS = ['#', 'When (UTC), what', 'Outcome', 'Weighted', 'Defences', 'Suppressions', 'Not examined'];

/** It works by style alone: there is no script on the page that anything could get into. */
const FILTER = markup`<fieldset class="filter"><legend>Show</legend><label><input type="radio" name="show" checked> all</label><label><input type="radio" name="show" id="show-stops"> what is not clean</label><label><input type="radio" name="show" id="show-full"> the full tier</label></fieldset>
`;

function row(one: ReportCheckpoint, anchorOf: (id: string) => string | undefined): Markup {
  const { sequence, outcome, tier } = one;
  return markup`<tr class="${outcome} ${tier}"><th scope="row">${sequence}</th><td>${what(one)}</td><td>${outcomeText(one, anchorOf)}</td>${measured(one)}</tr>
`;
}

function what({ at, tier, commit, tree, lockSequence, assurance, signedBy }: ReportCheckpoint): Markup {
  const id = commit === null ? markup`tree ${shortId(tree)}` : shortId(commit);
  return markup`${instant(at)} <small>${id}, ${tier}, lock ${lockSequence}, ${assurance}${signedBy === null ? null : markup` by ${labelText(signedBy)}`}</small>`;
}

function outcomeText({ outcome, case: id }: ReportCheckpoint, anchorOf: (id: string) => string | undefined): Markup {
  const anchor = id === null ? undefined : anchorOf(id);
  const name = id === null ? null : markup`case ${labelText(id)}`;
  const link = anchor === undefined ? name : markup`<a href="#${anchor}">${name}</a>`;
  return markup`<span class="${outcome}">${OUTCOME_TEXT[outcome]}</span>${link === null ? null : markup` <small>${link}</small>`}`;
}

function measured({ measures, notMeasured }: ReportCheckpoint): Markup {
  if (measures === null) return markup`<td colspan="4">${UNKNOWN} <small>${notMeasured}</small></td>`;
  const { weightedTotal, lockedTotal, introduced, resolved, suppressions, notExamined } = measures;
  const cells: readonly Content[] = [
    markup`${count(weightedTotal)} <small>${change(weightedTotal - lockedTotal)}${introduced + resolved === 0 ? null : markup`, ${introduced} new, ${resolved} gone`}</small>`,
    defencesText(measures.defences),
    suppressions === null ? UNKNOWN : count(suppressions),
    count(notExamined),
  ];
  return markup`${cells.map((cell) => markup`<td>${cell}</td>`)}`;
}

function defencesText(defences: ReportMeasures['defences']): Content {
  if (defences === null) return UNKNOWN;
  const { lost, weakened, added } = defences;
  const parts = [
    ...(lost === 0 ? [] : [`${count(lost)} lost`]),
    ...(weakened === 0 ? [] : [`${count(weakened)} weakened`]),
    ...(added === null || added === 0 ? [] : [`${count(added)} added`]),
  ];
  return parts.length === 0 ? '±0' : parts.join(', ');
}
