import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The root of this workspace, without a slash at the end. */
export const WORKSPACE: string = here('../../..');
export const PAWL: string = here('../../../packages/cli/bin/pawl.js');
export const MODULES: string = here('../../../node_modules');
