import { columnsOf, wrap } from './columns.ts';
import { visible } from './visible.ts';

const BEGIN = '  next: ';
const INDENT = ' '.repeat(BEGIN.length);

/** A command at the end, with what is said before it. */
const COMMAND = /^(?:(?<said>.*): )?(?<command>(?:git|npm|npx|pawl) \S.*)$/u;

/** How a text ends: with what to do now. A command is pasted from here, so it stays on one line however long it is. */
export function nextLines(next: string, columns: number): readonly string[] {
  const line = `${BEGIN}${visible(next)}`;
  if (columnsOf(line) <= columns) return [line];
  const { said, command } = COMMAND.exec(next)?.groups ?? {};
  if (command === undefined) return wrapped(next, columns);
  if (said === undefined) return [line];
  return [...wrapped(`${said}:`, columns), `${INDENT}${visible(command)}`];
}

function wrapped(text: string, columns: number): readonly string[] {
  return wrap(text, columns - BEGIN.length).map((line, at) => `${at === 0 ? BEGIN : INDENT}${line}`);
}
