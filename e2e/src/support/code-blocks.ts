import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WORKSPACE } from './workspace.ts';

/** The shell commands of a document, by the heading that they stand under, in the order of the document. */
export async function shellBlocks(document: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const text = await readFile(join(WORKSPACE, document), 'utf8');
  const blocks = new Map<string, string[]>();
  let heading = '';
  let isShell = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) isShell = line === '```sh';
    else if (isShell) blocks.set(heading, [...(blocks.get(heading) ?? []), line]);
    else heading = /^#+ (.*)$/u.exec(line)?.[1] ?? heading;
  }
  return blocks;
}
