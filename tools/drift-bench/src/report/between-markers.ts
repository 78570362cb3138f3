import { BenchError } from '../bench-error.ts';

export const BEGIN = '<!-- drift-bench: written by tools/drift-bench, do not edit -->';
export const END = '<!-- drift-bench: end -->';

/**
 * A document with another text between the two markers; at its end, where it has none yet.
 *
 * @throws BenchError `bad-docs` where only one of them is there, or they are there twice or in the wrong order.
 */
export function betweenMarkers(document: string, section: string): string {
  const written = `${BEGIN}\n\n${section.trimEnd()}\n\n${END}`;
  const [begins, ends] = [document.split(BEGIN).length - 1, document.split(END).length - 1];
  if (begins === 0 && ends === 0) return `${document.trimEnd()}\n\n${written}\n`.trimStart();
  const from = document.indexOf(BEGIN);
  const to = document.indexOf(END);
  if (begins !== 1 || ends !== 1 || to < from) {
    throw new BenchError('bad-docs', 'the markers of the written section do not form one pair', {
      next: `Leave one “${BEGIN}” and one “${END}” after it.`,
    });
  }
  return document.slice(0, from) + written + document.slice(to + END.length);
}
