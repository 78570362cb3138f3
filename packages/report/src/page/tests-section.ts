import { markup, type Markup } from './markup.ts';
import type { ReportData } from './report-data.ts';
import { tableMarkup } from './section.ts';
import { couldNotTell, count, counted, UNKNOWN } from './words.ts';

/** The floor: how many security tests the lock promises, and whether there are as many. */
export function testsMarkup(tests: ReportData['tests']): Markup {
  if (tests === null) return couldNotTell('how many security tests there are');
  const { floor, now, byKind } = tests;
  if (floor === 0 && now === 0) return markup`<p class="none">There are no security tests, and none were locked.</p>`;
  const rows = byKind.map((one) => [one.kind, count(one.floor), nowMarkup(one.now, one.floor)]);
  return markup`<p>The lock promises ${counted(floor, 'security test')}; ${nowText(now, floor)}.</p>
${rows.length === 0 ? null : tableMarkup({ caption: 'Security tests by kind', heads: ['Kind', 'Floor', 'Now'], rows, figures: [1, 2], isSmall: true })}`;
}

function nowText(now: number | null, floor: number): Markup {
  if (now === null) return markup`${UNKNOWN} how many there are now`;
  return markup`there ${now === 1 ? 'is' : 'are'} ${nowMarkup(now, floor)} now`;
}

function nowMarkup(now: number | null, floor: number): Markup | string {
  if (now === null) return UNKNOWN;
  return now < floor ? markup`<span class="stopped">${count(now)}</span>` : count(now);
}
