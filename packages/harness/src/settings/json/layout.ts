import type { Node } from 'jsonc-parser';

/** How a file writes its lists and objects, so that what is added looks like what is there. */
export interface Layout {
  readonly eol: string;
  /** One step of indentation. */
  readonly unit: string;
  /** The white space that a new line starts with; nothing where all of it stands on one line. */
  readonly indent: string | undefined;
}

export function eolOf(text: string): string {
  return /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
}

export function unitOf(text: string): string {
  return /^(?:\t| {2,8})(?=\S)/mu.exec(text)?.[0] ?? '  ';
}

/** The layout of members beside this one. */
export function layoutBeside(text: string, member: Node): Layout {
  const lineStart = Math.max(text.lastIndexOf('\n', member.offset - 1), text.lastIndexOf('\r', member.offset - 1)) + 1;
  const before = text.slice(lineStart, member.offset);
  return { eol: eolOf(text), unit: unitOf(text), indent: /^[ \t]*$/u.test(before) ? before : undefined };
}

/** The layout of members inside one that has this layout. */
export function inner(layout: Layout): Layout {
  return layout.indent === undefined ? layout : { ...layout, indent: layout.indent + layout.unit };
}

export function renderValue(value: unknown, { eol, unit, indent }: Layout): string {
  if (indent === undefined) return JSON.stringify(value, null, 1).replaceAll(/\n */gu, ' ');
  return JSON.stringify(value, null, unit).replaceAll('\n', eol + indent);
}

/**
 * A list or an object that Pawl creates around its own members. White space follows its bracket, also on one line: by that
 * it is known from an empty one of the user's, which is filled without any and is left behind empty.
 */
export function renderContainer(
  brackets: readonly [string, string],
  members: readonly string[],
  outer: Layout,
): string {
  const [open, close] = brackets;
  const { eol, indent } = inner(outer);
  if (indent === undefined) return `${open} ${members.join(', ')} ${close}`;
  return `${open}${eol}${indent}${members.join(`,${eol}${indent}`)}${eol}${outer.indent ?? ''}${close}`;
}
