import { cutMiddle } from '../columns.ts';
import { visible } from '../visible.ts';

/** Text that is HTML already. Only {@link markup} makes it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Markup | string | number | null | readonly Content[];

/**
 * HTML with everything put into it escaped: the one place where a name or a line of the judged code enters the page. It
 * holds for what stands between tags and within quoted attributes; into a tag's name, an unquoted attribute, an address, a style or a
 * script nothing is ever put.
 */
export function markup(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(
    strings.map((text, at) => (at === 0 ? text : `${escaped(contents[at - 1] ?? null)}${text}`)).join(''),
  );
}

function escaped(content: Content): string {
  if (content === null) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') return bounded(content).replace(/[&<>"']/gu, (char) => `&#${char.charCodeAt(0)};`);
  return content.map(escaped).join('');
}

/** Columns: more than a person reads is there to push the rest out of sight. */
const LONGEST = 600;
/** Units, before anything else is done: whoever writes a megabyte does not get us to count its columns. */
const MOST_UNITS = 2000;
/** Marks that are piled up on one letter cover the lines above. No language wants more of them. */
const PILED = /(?<=\p{M}{4})\p{M}+/gu;

/** A text of the judged repository that is safe to show, with `…` in its middle where it has more than so many columns. */
export function bounded(text: string, columns: number = LONGEST): string {
  const half = MOST_UNITS / 2;
  const short = text.length <= MOST_UNITS ? text : `${text.slice(0, half)}…${text.slice(-half)}`;
  return cutMiddle(visible(short).replace(PILED, '…'), columns);
}
