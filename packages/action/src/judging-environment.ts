import { delimiter, join } from 'node:path';
import type { Environment, Inputs } from './inputs.ts';
import type { PrivateFolder } from './private-folder.ts';

/** Where programs, a home and temporary files are, and how git gets through to a remote. */
const KEPT: ReadonlySet<string> = new Set([
  ...['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'XDG_CONFIG_HOME'],
  ...['USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'SYSTEMROOT', 'COMSPEC', 'PATHEXT'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY', 'SSH_AUTH_SOCK', 'GIT_SSH_COMMAND'],
  ...['GIT_SSL_CAINFO', 'GIT_SSL_CAPATH', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_CONFIG_NOSYSTEM'],
]);

/**
 * The environment that a judgement sees: a list of what is allowed. An earlier step can set variables, and what counts on a developer's machine
 * (`PAWL_ANCHOR`, the signs of an agent, `GIT_DIR`) counts for nothing here: the inputs say all of it. Nothing is remembered from another job.
 */
export function judgingEnvironment(env: Environment, inputs: Inputs, folder: PrivateFolder): Environment {
  const { anchor, scanners } = inputs;
  const kept = Object.entries(env).filter(([name]) => KEPT.has(name.toUpperCase()));
  // Windows spells it "Path".
  const isSearched = (name: string): boolean => scanners !== undefined && name.toUpperCase() === 'PATH';
  return {
    ...Object.fromEntries(
      kept.map(([name, value]) => [name, isSearched(name) ? [scanners, value].join(delimiter) : value]),
    ),
    ...(anchor === undefined ? {} : { PAWL_ANCHOR: anchor }),
    XDG_STATE_HOME: join(folder.path, 'state'),
    XDG_CACHE_HOME: join(folder.path, 'cache'),
  };
}

/** What git asks for a name and a password. The token lies in a file, so that it stands on no command line and in no setting. */
export async function withToken(
  env: Environment,
  token: string | undefined,
  folder: PrivateFolder,
): Promise<Environment> {
  if (token === undefined) return env;
  await folder.write('token', token);
  const script = '#!/bin/sh\ncase "$1" in Username*) echo x-access-token ;; *) cat "$(dirname "$0")/token" ;; esac\n';
  return { ...env, GIT_ASKPASS: await folder.write('askpass', script, 0o700) };
}
