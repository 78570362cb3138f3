import { TITLES } from '../text.ts';
import { reasonText } from '../reason-text.ts';
import { codeMarkup } from './code-markup.ts';
import { markup, type Markup } from './markup.ts';
import type { ReportCase, ReportReason } from './report-data.ts';
import { count, instant, labelText, nameText, placeText, prose } from './words.ts';

/** A case with as many of its reasons as the page has room for. */
export interface ShownCase {
  readonly of: ReportCase;
  readonly anchor: string;
  readonly shown: readonly ReportReason[];
}

/** One stop: what slipped, item by item, with the code before and after. What is decided already is folded. */
export function caseMarkup({ of: one, anchor, shown }: ShownCase): Markup {
  const title = markup`<h3>Case ${nameText(one.id)} <span class="state ${one.state}">${one.state}</span></h3>`;
  const body = markup`${factsMarkup(one)}${shown.map(reasonMarkup)}${restMarkup(one, shown.length)}`;
  if (one.state === 'open')
    return markup`<article class="case" id="${anchor}">${title}${body}</article>
`;
  return markup`<details class="case" id="${anchor}"><summary>${title} <span class="soft">${instant(one.openedAt)}</span></summary>${body}</details>
`;
}

function factsMarkup({ openedAt, checkpoint, outcome, reasons, why, notRecomputed }: ReportCase): Markup {
  const at = checkpoint === null ? null : `, checkpoint ${checkpoint}`;
  return markup`<p class="soft">Opened ${instant(openedAt)} UTC${at}${outcome === null ? null : `, ${outcome}`}.</p>
${why === null ? null : markup`<p>Decided by a person: ${why}</p>`}
${notRecomputed === null ? null : markup`<p class="unknown">Could not tell what it was about: ${notRecomputed}</p>`}
${reasons?.length === 0 ? markup`<p>Recomputed, nothing stands against it any more.</p>` : null}`;
}

const MOST_CWES = 5;

function restMarkup({ id, reasons, state }: ReportCase, shown: number): Markup {
  const rest = (reasons?.length ?? shown) - shown;
  const what = rest > 0 ? `${count(rest)} more` : state === 'open' && shown > 0 ? 'Decide' : 'Read it';
  return markup`<p class="next">${what}: ${review(id)}</p>`;
}

function review(id: string): Markup {
  return markup`<code>pawl review ${labelText(id)}</code>`;
}

function reasonMarkup(reason: ReportReason): Markup {
  const { kind, severity, tool, rule, cwe, message, file, line, symbol, excerpt, waivedUntil } = reason;
  const { title, why, mend, page } = reasonText(reason);
  const facts = [[tool, rule].filter(Boolean).join(' '), ...cwe.slice(0, MOST_CWES)]
    .filter((fact) => fact !== '')
    .map(labelText);
  return markup`<section class="reason"><h4>${sentence(TITLES[kind])}${severity === null ? null : markup` <span class="severity ${severity}">${severity}</span>`}</h4>
<p>${prose(message)}</p>
${file === null ? null : markup`<p class="place">${placeText(file, line)}${symbol ? markup` in ${nameText(symbol)}` : null}</p>`}
${excerpt === null ? null : codeMarkup(excerpt)}
<dl class="advice">${facts.length === 0 ? null : markup`<dt>Rule</dt><dd>${facts.join(' · ')}</dd>`}${why === '' ? null : markup`<dt>Why</dt><dd>${page === undefined ? null : `${title}. `}${why}</dd>`}${mend === '' ? null : markup`<dt>Mend</dt><dd>${mend}</dd>`}</dl>
${waivedUntil === null ? null : markup`<p>Accepted by a person until ${instant(waivedUntil)}.</p>`}</section>
`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
