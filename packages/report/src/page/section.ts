import { type Content, markup, type Markup } from './markup.ts';

/** A part of the page: its anchor, its name in the navigation, and what it holds. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

export function sectionMarkup({ id, title, body }: Section): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}</section>
`;
}

export interface Table {
  readonly caption: string;
  readonly heads: readonly string[];
  /** As many cells as there are heads; the first names the row. */
  readonly rows: readonly (readonly Content[])[];
  /** Which columns hold figures. */
  readonly figures?: readonly number[];
  /** It fits on a phone as it is. */
  readonly isSmall?: boolean;
}

/** On a narrow screen each row becomes a block, and each cell says what it is; not so where the table is small. */
export function tableMarkup({ caption, heads, rows, figures = [], isSmall = false }: Table): Markup {
  const classOf = (at: number): Markup | null => (figures.includes(at) ? FIGURE : null);
  const cell = (content: Content, at: number): Markup => {
    if (at === 0) return markup`<th scope="row">${content === '' ? '(no name)' : content}</th>`;
    if (isSmall) return markup`<td${classOf(at)}>${content}</td>`;
    return markup`<td${classOf(at)}><span class="head" aria-hidden="true">${heads[at] ?? null}</span><span>${content}</span></td>`;
  };
  return markup`<table class="${isSmall ? 'small' : 'rows'}"><caption class="out">${caption}</caption>
<thead><tr>${heads.map((head, at) => markup`<th scope="col"${classOf(at)}>${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => markup`<tr>${row.map(cell)}</tr>\n`)}</tbody></table>
`;
}

const FIGURE = markup` class="figure"`;

/** The beginning of a list that somebody else may have made long, and what to say of the rest. */
export function few<Item>(
  items: readonly Item[],
  most: number,
): { readonly shown: readonly Item[]; readonly rest: number } {
  return { shown: items.slice(0, most), rest: Math.max(0, items.length - most) };
}
