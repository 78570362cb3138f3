import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WORKSPACE } from './workspace.ts';

const FOLDER = process.env['PAWL_NODES'] ?? join(WORKSPACE, '.pawl-nodes');

/** The lines of Node that are supported. */
export type NodeLine = 20 | 22 | 24;
export const NODE_LINES: readonly NodeLine[] = [20, 22, 24];

/** Specs on one line of Node. Where it is not installed they are skipped and say so, and on CI that is a failure. */
export function describeWithNode(line: NodeLine, title: string, specs: (folder: string) => void): void {
  const folder = folderOf(line);
  const why = `Node ${line} is not installed; run \`node tools/nodes/install.mjs\``;
  if (existsSync(join(folder, 'node'))) describe(title, () => specs(folder));
  else if (process.env['CI']) describe(title, () => it(why, () => expect.fail(why)));
  else describe.skip(`${title} (skipped, ${why})`, () => specs(folder));
}

/** Of the program `node`. The line that runs the specs is taken as it is. */
function folderOf(line: NodeLine): string {
  return process.versions.node.startsWith(`${line}.`) ? dirname(process.execPath) : join(FOLDER, String(line), 'bin');
}
