import { bounded, markup, type Markup } from './markup.ts';

/** Longer names are made to drown what stands beside them; a path is known by where it begins and how it ends. */
const LONGEST = 120;
const LONGEST_LABEL = 48;

/** A name of the judged repository, for the page: in whole, or with `…` in its middle. */
export function nameText(name: string): Markup {
  return markup`<code>${name === '' ? '(no name)' : bounded(name, LONGEST)}</code>`;
}

/** A word that ought to be a short one: a rule, a tool, a language, the number of a case. */
export function labelText(label: string): string {
  return bounded(label, LONGEST_LABEL);
}

/** Like `app/a.ts:41`. */
export function placeText(path: string, line: number | null): Markup {
  return markup`${nameText(path)}${line === null ? null : markup`<span class="soft">:${line}</span>`}`;
}

/** A message in which names of the code stand between backticks. */
export function prose(message: string): Markup {
  const parts = message.split(/`([^`]+)`/u);
  return markup`${parts.map((part, at) => (at % 2 === 0 ? part : markup`<code>${part}</code>`))}`;
}

/** A commit, a tree or a digest, as much of it as a person needs. */
export function shortId(id: string): Markup {
  return markup`<code>${id.slice(0, 12)}</code>`;
}

/** The same on every machine: `2026-11-23 09:14` in UTC. */
export function instant(iso: string): Markup {
  const { day, time } = /^(?<day>\d{4}-\d\d-\d\d)T(?<time>\d\d:\d\d)/u.exec(iso)?.groups ?? {};
  if (day === undefined || time === undefined) return nameText(iso);
  return markup`<time datetime="${iso}">${day} ${time}</time>`;
}

/** Like `2026-11-23`. */
export function dayOf(iso: string): string {
  return /^\d{4}-\d\d-\d\d(?=T)/u.exec(iso)?.[0] ?? 'undated';
}

/** Like `12 340`, by a thin space that no line breaks at. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, '\u202f');
}

/** Like `1 file` and `2 files`. */
export function counted(value: number, one: string, more: string = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : more}`;
}

/** Like `+3`, `−3` and `±0`. */
export function change(value: number): string {
  return value === 0 ? '±0' : `${value > 0 ? '+' : '−'}${count(Math.abs(value))}`;
}

/** What could not be found out stands where its figure would, and looks like no figure. */
export const UNKNOWN: Markup = markup`<span class="unknown">could not tell</span>`;

/** The same as a sentence of its own. */
export function couldNotTell(what: string): Markup {
  return markup`<p class="unknown">Could not tell ${what}.</p>`;
}
