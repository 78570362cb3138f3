/** Whether an answer names a version: as a whole word, so that `1.2` is not in `11.2`; or as a line, where it is no number. */
export function says(text: string, version: string): boolean {
  if (text.split(/[\r\n]+/u).some((line) => line.trim() === version.trim())) return true;
  const words = text.split(/[^\w.+-]+/u).map((word) => bare(word).replace(/\.$/u, ''));
  return words.includes(bare(version));
}

function bare(version: string): string {
  return version.replace(/^v(?=\d)/u, '');
}
