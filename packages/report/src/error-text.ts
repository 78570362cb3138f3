import { isPawlError } from '@pawl/errors';
import { columnsOf, wrap } from './columns.ts';
import { documentLine } from './document-text.ts';
import { nextLines } from './next-lines.ts';
import { visible } from './visible.ts';

const BEGIN = 'pawl: ';
const INDENT = '  ';

/** What happened, why, and the next command. A fault of ours asks to be reported, with its stack. */
export function errorText(error: unknown, columns: number = Infinity): string {
  if (isPawlError(error)) {
    const lines = error.message.split('\n').flatMap((line) => wrapped(line, columns - BEGIN.length));
    const next = error.next === undefined ? [] : nextLines(error.next, columns);
    return [`${BEGIN}${lines.join(`\n${INDENT}`)}`, ...next, ''].join('\n');
  }
  return `pawl: a fault of Pawl itself, please report it\n${detailOf(error).split('\n').map(visible).join('\n')}\n`;
}

/** The same for a program, on one line: it may come after others. Its code is stable; that of a fault of ours is `fault`. */
export function errorJson(error: unknown): string {
  const content = isPawlError(error)
    ? { code: error.code, message: error.message, next: error.next ?? null }
    : { code: 'fault', message: detailOf(error), next: 'please report it: it is a fault of Pawl itself' };
  return documentLine('pawl/error@1', content);
}

/** What stands below something stays there: a mistake of a file, and the place where it is. */
function wrapped(line: string, columns: number): readonly string[] {
  const whole = visible(line);
  if (columnsOf(whole) <= columns) return [whole];
  const [indent = ''] = /^ */u.exec(line) ?? [];
  return wrap(line.slice(indent.length), columns - indent.length).map((part) => `${indent}${part}`);
}

function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
