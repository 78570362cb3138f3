import { delimiter, join } from 'node:path';
import { MODULES } from './workspace.ts';

/**
 * All that a program under test gets: nothing of the developer's git, node, agent or CI set-up. Fixed dates make commit ids
 * the same in every run.
 */
export function cleanEnv(root: string): NodeJS.ProcessEnv {
  const { TMPDIR } = process.env;
  const home = join(root, 'home');
  const date = '2024-01-01T00:00:00Z';
  return {
    PATH: [programsOf(root), pathWithoutWorkspace()].join(delimiter),
    ...(TMPDIR ? { TMPDIR } : {}),
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_STATE_HOME: join(root, 'state'),
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    NO_COLOR: '1',
    // A sentence is looked for as it is written, wherever a screen would break it.
    COLUMNS: '10000',
    GIT_CONFIG_NOSYSTEM: '1',
    // Whatever lies above the temporary folder is not ours.
    GIT_CEILING_DIRECTORIES: root,
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
}

/** What a test puts in here, beside the repository, is found before anything that is installed. */
export function programsOf(root: string): string {
  return join(root, 'programs');
}

/** `npm test` puts the workspace's own commands first; a repository under test has to find its own. */
export function pathWithoutWorkspace(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.filter((folder) => !folder.startsWith(MODULES)).join(delimiter);
}
