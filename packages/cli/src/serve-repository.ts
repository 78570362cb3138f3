import { fileURLToPath } from 'node:url';
import type { Context } from '@pawl/checkpoint';
import { serve, type Served, type ServeRequest } from '@pawl/receive';

/** Installs the hook of a bare repository, or takes it away. The program is the one that lies beside this one. */
export function serveRepository(
  request: Omit<ServeRequest, 'bundleFile' | 'nodeFile'>,
  context: Context,
): Promise<Served> {
  // Beside the bundled command; a program that was never bundled has none.
  const bundleFile = fileURLToPath(new URL('./pre-receive.js', import.meta.url));
  return serve({ ...request, bundleFile, nodeFile: process.execPath }, context);
}
