export const SIZE_CLASSES = ['1–6', '7–25', '26–100', '> 100'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** By added and deleted lines. */
export function sizeClass(lines: number): SizeClass {
  if (lines <= 6) return '1–6';
  if (lines <= 25) return '7–25';
  return lines <= 100 ? '26–100' : '> 100';
}
