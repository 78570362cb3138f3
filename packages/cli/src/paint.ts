import { type Paint, PLAIN } from '@pawl/report';

/** What code takes besides. */
export interface CodePaint extends Paint {
  readonly cyan: (text: string) => string;
  readonly magenta: (text: string) => string;
}

const same = (text: string): string => text;

/** Colours where there is a terminal to show them. */
export async function paintFor(colour: boolean): Promise<CodePaint> {
  if (!colour) return { ...PLAIN, cyan: same, magenta: same };
  const { createColors } = (await import('picocolors')).default;
  return createColors(true);
}
