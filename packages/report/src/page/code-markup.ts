import { bounded, markup, type Markup } from './markup.ts';
import type { ReportExcerpt } from './report-data.ts';
import { counted } from './words.ts';

/** Columns of one line; what is longer is no line that a person reads. */
const LONGEST = 160;

/** Code as it was and as it is. Each line says which it is, to the ear as well (`del` and `ins`). */
export function codeMarkup({ lines, leftOut }: ReportExcerpt): Markup {
  return markup`<pre class="code">${lines.map(lineMarkup)}</pre>
${leftOut === 0 ? null : markup`<p class="soft">and ${counted(leftOut, 'more line')} of this change</p>`}`;
}

type Line = ReportExcerpt['lines'][number];

function lineMarkup({ mark, line, text }: Line): Markup {
  const code = bounded(text.replace(/\r$/u, '').replaceAll('\t', '    '), LONGEST);
  const inner = markup`<span class="number">${line}</span><span class="sign">${SIGNS[mark]}</span><code>${code}</code>`;
  switch (mark) {
    case '-':
      return markup`<del>${inner}</del>`;
    case '+':
      return markup`<ins>${inner}</ins>`;
    case ' ':
      return markup`<span class="same">${inner}</span>`;
  }
}

const SIGNS: Readonly<Record<Line['mark'], string>> = { '-': '−', '+': '+', ' ': ' ' };
