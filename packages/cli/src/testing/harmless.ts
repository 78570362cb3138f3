/** What a terminal obeys, and what shows another text than there is. Line breaks are ours. */
const OBEYED = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;

/** A line that a build server takes as an order. Azure looks for its own anywhere in a line, GitHub at the beginning. */
const ORDER = /^\s*::|##\w*\[/mu;

/** Every colour that is switched on and off by `picocolors`. */
const COLOURS = /\u001b\[\d+m/gu;

/** What of a text could do harm where it is shown; nothing where it is well. */
export function harmIn(text: string): readonly string[] {
  return text.split('\n').filter((line) => OBEYED.test(line) || ORDER.test(line));
}

export function withoutColours(text: string): string {
  return text.replace(COLOURS, '');
}
