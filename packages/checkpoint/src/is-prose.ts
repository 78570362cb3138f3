import type { ChangedFile } from './read-change.ts';

const PROSE = /\.(?:md|markdown|rst|txt|adoc)$/iu;

/** Whether a change is about texts alone that people read and no tool does: nothing in them defends, and nothing silences. */
export function isProse({ base, head }: ChangedFile): boolean {
  return [base, head].every((side) => side === undefined || (side.kind === 'text' && PROSE.test(side.file)));
}
