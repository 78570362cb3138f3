import { type Paint, PLAIN } from '@pawl/report';

/** Colours where there is a terminal to show them. */
export async function paintFor(colour: boolean): Promise<Paint> {
  if (!colour) return PLAIN;
  const { createColors } = (await import('picocolors')).default;
  return createColors(true);
}
