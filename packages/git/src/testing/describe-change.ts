import type { Change } from '../change.ts';

/** A change in one line, as `kind base -> head` with modes left out: what most tests are about. */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case 'added':
      return `added ${change.head.path}`;
    case 'deleted':
      return `deleted ${change.base.path}`;
    case 'modified':
    case 'type-changed':
      return `${change.kind} ${change.head.path}`;
    case 'renamed':
      return `renamed ${change.base.path} -> ${change.head.path}`;
  }
}
