import { fileURLToPath } from 'node:url';

/** The root of this workspace, without a slash at the end. */
export const WORKSPACE: string = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/u, '');
