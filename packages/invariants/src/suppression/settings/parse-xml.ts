import type { Value } from './value.ts';

interface Element {
  readonly name: string;
  readonly value: Record<string, Value | Value[]>;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gu;

/**
 * Elements as lists by their names, attributes as `@name`, text as `#`. Enough for the settings of tools, which use no more of
 * XML; undefined where it does not nest. No entity is followed.
 */
export function parseXml(text: string): Value | undefined {
  const root: Element = { name: '', value: attributesIn('') };
  const open: Element[] = [root];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index !== end) return undefined;
    end = match.index + match[0].length;
    const [, data, closed, opened, attributes, isEmpty, words] = match;
    const top = open.at(-1);
    if (top === undefined || open.length > 40) return undefined;
    if (opened !== undefined) {
      const element: Element = { name: opened, value: attributesIn(attributes ?? '') };
      addTo(top, opened, element.value as Value);
      if (isEmpty === '') open.push(element);
    } else if (closed !== undefined) {
      if (open.pop()?.name !== closed) return undefined;
    } else if ((data ?? words ?? '').trim() !== '') addTo(top, '#', (data ?? words ?? '').trim());
  }
  return end === text.length && open.length === 1 ? (root.value as Value) : undefined;
}

function addTo({ value }: Element, name: string, item: Value): void {
  const list = value[name];
  if (Array.isArray(list)) list.push(item);
  else value[name] = [item];
}

function attributesIn(text: string): Record<string, Value | Value[]> {
  const found = [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)];
  const named = found.map((match) => [`@${match[1] ?? ''}`, match[2] ?? match[3] ?? ''] as const);
  return Object.assign(Object.create(null) as Record<string, Value | Value[]>, Object.fromEntries(named));
}
