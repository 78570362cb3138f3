import { fileURLToPath } from 'node:url';
import type { Context } from '@pawl/checkpoint';
import { serve, type Served, type ServeRequest } from '@pawl/receive';
import { visible } from '@pawl/report';

/** Installs the hook of a bare repository, or takes it away. The program is the one that lies beside this one. */
export function serveRepository(
  request: Omit<ServeRequest, 'bundleFile' | 'nodeFile'>,
  context: Context,
): Promise<Served> {
  // Beside the bundled command; a program that was never bundled has none.
  const bundleFile = fileURLToPath(new URL('./pre-receive.js', import.meta.url));
  return serve({ ...request, bundleFile, nodeFile: process.execPath }, context);
}

export function installText({ repository, changes, notes }: Served, isDry: boolean): string {
  const isDone = changes.every(({ action }) => action === 'unchanged');
  const heading = isDone
    ? `nothing to change in ${repository}`
    : isDry
      ? `this would change in ${repository}:`
      : `changed in ${repository}:`;
  return [
    visible(heading),
    ...changes.map(({ path, action, why }) => `  ${action.padEnd(9)}  ${visible(path)}  ${why}`),
    ...notes.map((note) => `  note: ${visible(note)}`),
    '',
  ].join('\n');
}
