export interface HookScript {
  /** Absolute paths. */
  readonly nodeFile: string;
  readonly bundleFile: string;
  readonly anchor: string;
  readonly settings: string | undefined;
  /** Where programs are looked for. */
  readonly path: string;
}

/** The second line of our hook: by it that one is told from a hook of somebody else. */
export const MARK = '# Written by `pawl pre-receive install`: judges every push, and refuses what it cannot judge.';

/** Where a hook that was there before is kept, beside ours: it runs first, and may refuse as it always could. */
export const BEFORE = 'pre-receive.before-pawl';

/**
 * The hook. Over a path it runs with the variables of who pushes: those by which node or a shell loads code of somebody's
 * choice are dropped before anything starts, and the rest is sorted out by the program (H14).
 */
export function hookScript({ nodeFile, bundleFile, anchor, settings, path }: HookScript): string {
  const args = ['--anchor', anchor, ...(settings === undefined ? [] : ['--settings', settings])];
  return `#!/bin/sh
${MARK}
unset NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS LD_PRELOAD LD_LIBRARY_PATH LD_AUDIT DYLD_INSERT_LIBRARIES BASH_ENV ENV
PATH=${shellQuote(path)}
export PATH
node=${shellQuote(nodeFile)}
file=${shellQuote(bundleFile)}
if [ ! -x "$node" ] || [ ! -f "$file" ]; then
  echo "pawl: cannot judge: the program of this hook is gone; whoever runs this server installs it again" >&2
  exit 2
fi
before=\${0%/*}/${BEFORE}
if [ ! -x "$before" ]; then
  exec "$node" "$file" ${args.map(shellQuote).join(' ')}
fi
pushed=$(cat && echo .) || exit 2
pushed=\${pushed%.}
printf %s "$pushed" | "$before" "$@" || exit
printf %s "$pushed" | "$node" "$file" ${args.map(shellQuote).join(' ')}
`;
}

/** Any text as one word of a POSIX shell. */
function shellQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
