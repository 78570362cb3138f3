import { shellQuote } from './shell-quote.ts';

export interface RunnerOptions {
  /** Absolute path of the bundled hook. */
  readonly hookFile: string;
  /** Absolute path of the node that installed it; where it has gone, `node` on the PATH is used. */
  readonly nodeFile: string;
}

/** Megabytes for what is new in memory: a check is over before it would be worth tidying up (8 % of its time). */
const NEW_SPACE = ['--min-semi-space-size=16', '--max-semi-space-size=16'];

/**
 * The script in the common git directory that starts Pawl: the only place that holds machine paths. The variables it
 * drops make node load code of somebody else's choice (threat H14) or read certificates it does not need (57 ms on Node 20).
 * A hook that cannot find its tool refuses: it could not tell.
 */
export function runnerScript({ hookFile, nodeFile }: RunnerOptions): string {
  return `#!/bin/sh
# Written by \`pawl init\`: starts Pawl for the git hook named by the first argument.
unset NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS LD_PRELOAD LD_AUDIT DYLD_INSERT_LIBRARIES
node=${shellQuote(nodeFile)}
file=${shellQuote(hookFile)}
if [ ! -x "$node" ]; then
  node=$(command -v node) || {
    echo "pawl: cannot judge: node is neither where it was nor on the PATH. Next: install node, then npx pawl init" >&2
    exit 2
  }
fi
if [ ! -f "$file" ]; then
  echo "pawl: cannot judge: the installed hook is gone ($file). Next: npm install, then npx pawl init" >&2
  exit 2
fi
exec "$node" ${NEW_SPACE.join(' ')} "$file" "$@"
`;
}

/** The bundled hook that a runner script starts; `undefined` where the script is not one of ours. */
export function runnerTarget(script: string): string | undefined {
  return /^file='((?:[^']|'\\'')*)'$/mu.exec(script)?.[1]?.replaceAll("'\\''", "'");
}
