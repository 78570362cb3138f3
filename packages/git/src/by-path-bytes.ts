/**
 * Orders by the bytes of the path, as git does in a tree. JavaScript's own order is by UTF-16 units, which differs
 * beyond U+FFFF, and git's output order can be changed by `diff.orderFile`.
 */
export function byPathBytes<T>(items: readonly T[], pathOf: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ item, key: Buffer.from(pathOf(item)) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ item }) => item);
}
