const INSIDE = 0xffff_ffff;

/**
 * Says at which UTF-16 unit a byte of the text's UTF-8 form stands. The table is made once for each text, so that a flood
 * of findings costs no more than their number.
 *
 * @throws Error where that byte is outside of the text or inside of a character: then the tool read another text.
 */
export function unitsOf(text: string): (byte: number) => number {
  const table = new Uint32Array(text.length * 3 + 1).fill(INSIDE);
  let byte = 0;
  let unit = 0;
  for (const character of text) {
    table[byte] = unit;
    byte += utf8Width(character);
    unit += character.length;
  }
  table[byte] = unit;
  return (asked) => {
    const found = table[asked];
    if (found === undefined || found === INSIDE)
      throw new Error(`byte ${String(asked)} is not at a character of the file`);
    return found;
  };
}

/** A lone surrogate is written as U+FFFD, which takes three bytes too. */
function utf8Width(character: string): number {
  const point = character.codePointAt(0) as number;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
