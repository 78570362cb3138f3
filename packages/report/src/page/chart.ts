import { markup, Markup } from './markup.ts';
import type { ReportCheckpoint } from './report-data.ts';

export interface LegendItem {
  readonly swatch: string;
  readonly says: string;
}

/** A drawing over the checkpoints: `x` counts them from 0, `y` goes from 0 (top) to 100, and both are stretched to fit. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** What is to be seen, for whoever does not see it. */
  readonly says: string;
  readonly checkpoints: readonly ReportCheckpoint[];
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
  /** Drawn from paths of {@link steps}. */
  readonly drawn: Markup;
  readonly legend: readonly LegendItem[];
  /** What a pointer over a checkpoint says. */
  readonly hint: (checkpoint: ReportCheckpoint) => string;
}

/**
 * Lines and areas are stretched, words are not: they stand in a drawing of their own beside it, in the size of the text on every
 * screen. No style stands in an attribute, which the page's policy forbids.
 */
export function chartMarkup({ id, title, says, checkpoints, ticks, drawn, legend, hint }: Chart): Markup {
  const wide = checkpoints.length;
  return markup`<figure class="chart"><figcaption><h3 id="${id}">${title}</h3><p>${says}</p></figcaption>
<div class="plot"><svg class="axis" aria-hidden="true">${ticks.map(({ y, label }) => markup`<text x="100%" y="${fixed(y)}%">${label}</text>`)}</svg>
<svg class="drawn" role="img" aria-labelledby="${id}" viewBox="0 0 ${wide} 100" preserveAspectRatio="none">
${blanks(checkpoints)}${ticks.map(({ y }) => markup`<path class="rule" d="M0 ${fixed(y)}H${wide}"/>`)}${drawn}${stops(checkpoints)}
${checkpoints.map((one, at) => markup`<path class="hit" d="M${at} 0h1v100h-1z"><title>${hint(one)}</title></path>`)}</svg></div>
<p class="ends" aria-hidden="true"><span>checkpoint ${checkpoints[0]?.sequence ?? null}</span>${wide > 1 ? markup`<span>${checkpoints.at(-1)?.sequence ?? null}</span>` : null}</p>
<ul class="legend">${[...legend, ...ownLegend(checkpoints)].map((one) => markup`<li><i class="swatch ${one.swatch}"></i>${one.says}</li>`)}</ul></figure>
`;
}

/** What is not there is not explained. */
function ownLegend(checkpoints: readonly ReportCheckpoint[]): readonly LegendItem[] {
  return [
    ...(checkpoints.some(({ measures }) => measures === null) ? [{ swatch: 'blank', says: 'could not tell' }] : []),
    ...(checkpoints.some(({ outcome }) => outcome === 'stopped') ? [{ swatch: 'stops', says: 'stopped' }] : []),
  ];
}

/** Where nothing was measured there is a gap to be seen, and never a line across it. */
function blanks(checkpoints: readonly ReportCheckpoint[]): Markup {
  return pathMarkup(
    'blank',
    checkpoints.map(({ measures }, at) => (measures === null ? `M${at} 0h1v100h-1z` : '')),
  );
}

/** At the upper edge, so that many of them do not hide what is drawn. */
function stops(checkpoints: readonly ReportCheckpoint[]): Markup {
  return pathMarkup(
    'stops',
    checkpoints.map(({ outcome }, at) => (outcome === 'stopped' ? `M${at + 0.5} 0V5` : '')),
  );
}

/** A path of what {@link steps} and {@link blocks} made of numbers; no text of anybody gets here. */
export function pathMarkup(name: string, parts: readonly string[]): Markup {
  const d = new Markup(parts.join(''));
  return d.text === '' ? d : markup`<path class="${name}" d="${d}"/>`;
}

/** A line that holds its value until the next checkpoint, and breaks where there is none. */
export function steps(values: readonly (number | null)[]): readonly string[] {
  return values.map((y, at) => {
    if (y === null) return '';
    const isNew = at === 0 || values[at - 1] === null;
    return `${isNew ? `M${at} ` : 'V'}${fixed(y)}H${at + 1}`;
  });
}

/** A block over each checkpoint from one height to another. */
export function blocks(spans: readonly (readonly [from: number, to: number] | null)[]): readonly string[] {
  return spans.map((span, at) =>
    span === null || span[0] === span[1] ? '' : `M${at} ${fixed(span[0])}V${fixed(span[1])}h1V${fixed(span[0])}z`,
  );
}

export function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}
