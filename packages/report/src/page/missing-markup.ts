import { markup, type Markup } from './markup.ts';
import { few } from './section.ts';
import { count } from './words.ts';

const MOST_MISSING = 40;

/** What the report could not find out. Right below the standing, because a page that looks complete is believed. */
export function missingMarkup(missing: readonly string[]): Markup {
  if (missing.length === 0) return markup``;
  const { shown, rest } = few(missing, MOST_MISSING);
  return markup`<section class="missing" aria-labelledby="missing-title"><h2 id="missing-title">Could not tell</h2>
<p>This report is incomplete. What it could not find out is neither good nor bad:</p>
<ul>${shown.map((line) => markup`<li>${line}</li>`)}</ul>${rest === 0 ? null : markup`<p>and ${count(rest)} more</p>`}</section>
`;
}
