import { type Content, markup, type Markup } from './markup.ts';
import type { ReportData, ReportSuppression, ReportWaiver } from './report-data.ts';
import { few, tableMarkup } from './section.ts';
import { couldNotTell, count, counted, dayOf, labelText, nameText, placeText } from './words.ts';

const MOST = 100;
/** Days in which whoever accepted something should think of it again. */
const SOON = 14;

/** What is accepted or silenced: by people with an expiry, and by comments and settings in the code. */
export function acceptedMarkup({ suppressions, waivers }: ReportData): Markup {
  return markup`<h3>Waivers</h3>
${waiversMarkup(waivers)}<h3>Suppressions</h3>
${suppressionsMarkup(suppressions)}`;
}

function waiversMarkup(waivers: ReportData['waivers']): Markup {
  if (waivers === null) return couldNotTell('what people accepted');
  if (waivers.length === 0) return markup`<p class="none">Nothing is waived.</p>`;
  const { shown, rest } = few(waivers, MOST);
  return markup`${tableMarkup({ caption: 'Waivers, the first to expire first', heads: ['Finding', 'Where', 'Reason', 'Expires'], rows: shown.map(waiverRow) })}${restMarkup(rest)}`;
}

function waiverRow({ tool, rule, path, reason, by, expires, daysLeft }: ReportWaiver): readonly Content[] {
  return [
    markup`${labelText(tool)} ${labelText(rule)}`,
    nameText(path),
    markup`${reason}${by === null ? null : markup` <span class="soft">${nameText(by)}</span>`}`,
    markup`<span class="whole">${dayOf(expires)}</span> <span class="${daysLeft <= SOON ? 'unknown' : 'soft'}">${leftText(daysLeft)}</span>`,
  ];
}

function leftText(days: number): string {
  if (days < 0) return `expired ${counted(-days, 'day')} ago`;
  return days === 0 ? 'expires today' : `${counted(days, 'day')} left`;
}

function suppressionsMarkup(suppressions: ReportData['suppressions']): Markup {
  if (suppressions === null) return couldNotTell('what is silenced');
  if (suppressions.length === 0) return markup`<p class="none">Nothing silences a scanner.</p>`;
  const fresh = suppressions.filter(({ isNew }) => isNew);
  const { shown, rest } = few([...fresh, ...suppressions.filter(({ isNew }) => !isNew)], MOST);
  return markup`<p>${counted(suppressions.length, 'suppression')}, ${count(fresh.length)} of them new in this loop.</p>
${tableMarkup({ caption: 'Suppressions, new ones first', heads: ['Silences', 'Where', 'Reaches', 'Since'], rows: shown.map(suppressionRow) })}${restMarkup(rest)}`;
}

function suppressionRow({ tool, rules, path, line, scope, isNew }: ReportSuppression): readonly Content[] {
  return [
    markup`${labelText(tool)} ${rules.length === 0 ? 'every rule' : nameText(rules.join(', '))}`,
    placeText(path, line),
    scope,
    isNew ? markup`<span class="stopped">this loop</span>` : 'the lock',
  ];
}

function restMarkup(rest: number): Markup | null {
  return rest === 0 ? null : markup`<p class="soft">and ${count(rest)} more</p>`;
}
