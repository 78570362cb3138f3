import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { ActionError } from './action-error.ts';
import type { Inputs } from './inputs.ts';

/**
 * Requires of all that decides that it comes from outside the checkout.
 *
 * @throws ActionError `anchor-missing`, `anchor-in-workspace`, `unsafe-path`
 */
export async function requireOutside(
  { anchor, assurance, scanners }: Pick<Inputs, 'anchor' | 'assurance' | 'scanners'>,
  workspace: string,
): Promise<void> {
  if (anchor === undefined && assurance !== 'unsigned')
    throw new ActionError('anchor-missing', `assurance: ${assurance} is wanted, and there is no anchor to show it`, {
      next: 'put what pawl trust --print-anchor prints in a variable of the repository or organisation, and say anchor: ${{ vars.PAWL_ANCHOR }}; or assurance: unsigned',
    });
  if (anchor !== undefined && !anchor.startsWith('{') && (await isWithin(workspace, anchor)))
    throw new ActionError(
      'anchor-in-workspace',
      'the anchor lies in the workspace, where the judged code comes to lie',
      {
        next: 'put its text in a variable of the repository or organisation: anchor: ${{ vars.PAWL_ANCHOR }}',
      },
    );
  if (scanners !== undefined && (!isAbsolute(scanners) || (await isWithin(workspace, scanners))))
    throw new ActionError('unsafe-path', 'scanners does not name a folder outside the workspace', {
      next: 'install them elsewhere, like in ${{ runner.temp }}/scanners',
    });
}

/** By the path as it is written and by where it leads. */
async function isWithin(folder: string, path: string): Promise<boolean> {
  const real = await Promise.all([folder, path].map((one) => realpath(one).catch(() => resolve(one))));
  const [realFolder = '', realPath = ''] = real;
  return holds(resolve(folder), resolve(folder, path)) || holds(realFolder, realPath);
}

export function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
