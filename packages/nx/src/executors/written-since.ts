import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** To look at more would take longer than what knowing it saves. */
const MOST = 2000;

/**
 * Files below a folder that were written after another file was, one of each kind: a guess at what changed since, without asking git. Empty where that file is
 * missing. What is installed, and what begins with a dot, is left out.
 */
export function writtenSince(folder: string, other: string): readonly string[] {
  const since = writtenAt(other);
  if (since === undefined) return [];
  const found = new Map<string, string>();
  const folders = [folder];
  for (let seen = 0, next = folders.pop(); next !== undefined && seen < MOST; next = folders.pop())
    for (const entry of entriesOf(next)) {
      seen += 1;
      const path = join(next, entry.name);
      const kind = /\.\w+$/u.exec(entry.name)?.[0] ?? '';
      if (entry.isDirectory()) folders.push(path);
      else if (!found.has(kind) && (writtenAt(path) ?? 0) > since) found.set(kind, path);
    }
  return [...found.values()];
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter(({ name }) => name !== 'node_modules' && !name.startsWith('.'));
  } catch {
    return [];
  }
}

function writtenAt(file: string): number | undefined {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return undefined;
  }
}
