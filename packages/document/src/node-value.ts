import type { Node } from 'jsonc-parser';

/**
 * The value of a parsed node. The parser's own reader assigns keys, so that one named `__proto__` would hide from every
 * check and hand its contents on by inheritance; here it is a key like any other.
 */
export function nodeValue(node: Node): unknown {
  const { type, children = [] } = node;
  if (type === 'array') return children.map(nodeValue);
  if (type === 'object')
    return Object.fromEntries(
      children.map(({ children: pair = [] }) => [pair[0]?.value, pair[1] && nodeValue(pair[1])]),
    );
  return node.value as unknown;
}

/** Keys that stand twice in one object, however deep: readers differ on which of the two counts. */
export function findDuplicates({
  type,
  children = [],
}: Node): readonly { readonly offset: number; readonly message: string }[] {
  const inner = children.flatMap(findDuplicates);
  if (type !== 'object') return inner;
  const keys = children.map(({ children: pair }) => pair?.[0]).filter((key) => key !== undefined);
  const again = keys.filter((key, index) => keys.findIndex(({ value }) => value === key.value) < index);
  return [
    ...again.map(({ offset, value }) => ({ offset, message: `${JSON.stringify(value)} stands here a second time` })),
    ...inner,
  ];
}
