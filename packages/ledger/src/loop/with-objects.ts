import type { LoopStore, ObjectSource } from '../ports.ts';

/** Lends one reader for as long as `use` runs. */
export async function withObjects<T>(store: LoopStore, use: (objects: ObjectSource) => Promise<T>): Promise<T> {
  const objects = openReader(store);
  try {
    return await use(objects);
  } finally {
    objects.close();
  }
}

/** The trees of an entry's index, of the one before it, and of the two beside them. */
const REMEMBERED = 8;

/** A reader that reads no tree twice in a row: an entry and the one after it share nearly all of their index. */
export function openReader(store: LoopStore): ObjectSource {
  const objects = store.openObjects();
  const recent = new Map<string, ReturnType<ObjectSource['tree']>>();
  const tree: ObjectSource['tree'] = (id) => {
    const items = recent.get(id) ?? objects.tree(id);
    recent.delete(id);
    recent.set(id, items);
    const [oldest] = recent.keys();
    if (recent.size > REMEMBERED && oldest !== undefined) recent.delete(oldest);
    return items;
  };
  return { ...objects, tree };
}
