import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

/** What a module of a folder loads at once, itself left out; types and lazy imports are none. */
export function loadsAtOnce(folder: string, file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  const source = readFileSync(new URL(file, folder), 'utf8');
  for (const [, written = ''] of source.matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)'/gmu)) {
    const name = /^\.{1,2}\//u.test(written) ? `./${join(dirname(file), written)}` : written;
    if (seen.has(name)) continue;
    seen.add(name);
    if (name.startsWith('./')) loadsAtOnce(folder, name, seen);
  }
  return seen;
}
