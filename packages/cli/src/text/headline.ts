import { type Paint, wrap } from '@pawl/report';

export interface Headline {
  /** `well` is green, `ill` red, `unsure` yellow; `plain` is neither. */
  readonly how: 'well' | 'ill' | 'unsure' | 'plain';
  readonly says: string;
}

const MARKS = { well: '✔ ', ill: '✖ ', unsure: '! ', plain: '' } as const;

/** How a text begins: with what one wants to know first. */
export function headline(
  { how, says }: Headline,
  { bold, green, red, yellow }: Paint,
  columns: number,
): readonly string[] {
  const colour = { well: green, ill: red, unsure: yellow, plain: (text: string) => text }[how];
  return wrap(`${MARKS[how]}${says}`, columns).map((line) => colour(bold(line)));
}
