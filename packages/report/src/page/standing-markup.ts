import { markup, type Markup } from './markup.ts';

export type Tone = 'stop' | 'unsure' | 'good' | 'quiet';

export interface Standing {
  readonly tone: Tone;
  readonly says: Markup | string;
  /** Lines below it. */
  readonly more: readonly (Markup | string)[];
}

/** The one thing at the top of the page that is read by whoever reads nothing else. */
export function standingMarkup({ tone, says, more }: Standing): Markup {
  return markup`<div class="standing ${tone}"><p class="says">${says}</p>${more.map((line) => markup`<p>${line}</p>`)}</div>
`;
}
