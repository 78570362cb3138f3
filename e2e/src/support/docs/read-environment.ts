import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '../workspace.ts';

/** Reads lines like `NAME=value`. A name has to be one that something reads: our code, or a spec that hands it to what does. */
export function readEnvironment(text: string): void {
  for (const line of text.trimEnd().split('\n')) {
    if (line.startsWith('#')) continue;
    const name = /^([A-Z][A-Z\d_]*)=.*$/u.exec(line)?.[1];
    if (name === undefined) throw new Error(`not NAME=value: ${line}`);
    if (!isUsed(name)) throw new Error(`nothing reads ${name}`);
  }
}

function isUsed(name: string): boolean {
  const word = new RegExp(`\\b${name}\\b`, 'u');
  const files = ['e2e/src', 'packages'].flatMap((folder) =>
    readdirSync(join(WORKSPACE, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/(?:^|\/)(?:node_modules|dist|cases)\//u.test(path))
      .map((path) => join(WORKSPACE, folder, path)),
  );
  return files.some((file) => word.test(readFileSync(file, 'utf8')));
}
