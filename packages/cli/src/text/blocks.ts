/** A text of blocks with a blank line between them; one without lines is left out. */
export function blocks(...each: readonly (readonly string[])[]): string {
  return `${each
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
