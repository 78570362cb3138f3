import { isDeepStrictEqual } from 'node:util';
import type { Node } from 'jsonc-parser';
import type { Entry } from './entry.ts';
import { inner, type Layout, renderContainer, renderValue } from './layout.ts';
import { insertMember } from './members.ts';
import { childOf, parseJson, valueOf } from './parse-json.ts';
import type { Wanted } from './wanted.ts';

/** The text with every wanted entry in it, each at the end of its event's list. */
export function addEntries(text: string, file: string, wanted: Wanted): string {
  return wanted.reduce((now, [event, entry]) => addEntry(now, file, event, entry, wanted), text);
}

function addEntry(text: string, file: string, event: string, entry: Entry, wanted: Wanted): string {
  const root = parseJson(text, file);
  const hooks = childOf(root, 'hooks', 'object', file);
  if (hooks === undefined) return insertMember(text, root, (layout) => renderHooks(wanted, layout));
  const list = childOf(hooks, event, 'array', file);
  if (list === undefined) return insertMember(text, hooks, (layout) => renderEvent(event, entry, layout));
  if (holds(list, entry)) return text;
  return insertMember(text, list, (layout) => renderValue(entry, layout));
}

function holds(list: Node, entry: Entry): boolean {
  return (list.children ?? []).some((element) => isDeepStrictEqual(valueOf(element), entry));
}

/** A settings file that holds nothing but ours. The hooks come first: by that such a file is known when they go. */
export function freshSettings(wanted: Wanted, withVersion: boolean): string {
  const outer: Layout = { eol: '\n', unit: '  ', indent: '' };
  const members = [renderHooks(wanted, inner(outer)), ...(withVersion ? ['"version": 1'] : [])];
  return `${renderContainer(['{', '}'], members, outer)}\n`;
}

function renderHooks(wanted: Wanted, layout: Layout): string {
  const events = wanted.map(([event, entry]) => renderEvent(event, entry, inner(layout)));
  return `"hooks": ${renderContainer(['{', '}'], events, layout)}`;
}

function renderEvent(event: string, entry: Entry, layout: Layout): string {
  return `${JSON.stringify(event)}: ${renderContainer(['[', ']'], [renderValue(entry, inner(layout))], layout)}`;
}
