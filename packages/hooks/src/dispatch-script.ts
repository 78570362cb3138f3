import { FED_HOOKS, PAWL_HOOKS } from './hook-names.ts';
import { shellQuote } from './shell-quote.ts';

export interface DispatchOptions {
  /** The folder of husky's scripts, from the top of a work tree. */
  readonly scripts: string;
  /** The folder whose hooks git fired before Pawl came; `undefined` where there is none to keep firing. */
  readonly previous: string | undefined;
}

/** What git starts: one small file per hook, which only knows its own name. */
export const DISPATCHER: string = `#!/bin/sh
. "\${0%/*}/../dispatch"
`;

/**
 * What every dispatcher reads. Pawl is started from here whatever the scripts say or leave out: a deleted or emptied script
 * (H03), HUSKY=0 and an `exit 0` in husky's init.sh (H02) skip the other commands only.
 *
 * The scripts get the process id of the dispatcher, and Pawl's block in a script stands back when that is its parent.
 * A plain flag would be inherited by a `git commit` that a script runs in some other repository and switch Pawl off there.
 * For the same reason input is fed by a here-document: behind a pipe the script would have another parent.
 */
export function dispatchScript({ scripts, previous }: DispatchOptions): string {
  return `# Written by \`pawl init\` and read by every hook in hooks/. Runs the hooks that git fired before Pawl was set up, then this
# worktree's own script as husky would, then Pawl: last and once.
name=\${0##*/}
home=\${0%/hooks/*}
scripts=${shellQuote(scripts)}
previous=${previous === undefined ? '/dev/null' : shellQuote(previous)}

input=
case $name in
${FED_HOOKS.join(' | ')}) input=$(cat) ;;
esac

with_input() {
  if [ -z "$input" ]; then
    "$@"
  else
    "$@" <<INPUT
$input
INPUT
  fi
}

own_script() (
  init=\${XDG_CONFIG_HOME:-$HOME/.config}/husky/init.sh
  [ ! -f "$init" ] || . "$init"
  [ "\${HUSKY-}" != 0 ] || exit 0
  PATH=node_modules/.bin:$PATH PAWL_DISPATCHER=$$
  export PATH PAWL_DISPATCHER
  exec sh -e "$scripts/$name" "$@"
)

if [ -f "$previous/$name" ] && [ -x "$previous/$name" ]; then
  with_input "$previous/$name" "$@" || exit
fi
if [ -f "$scripts/$name" ]; then
  with_input own_script "$@" || {
    status=$?
    echo "husky - $name script failed (code $status)" >&2
    exit $status
  }
fi
case $name in
${PAWL_HOOKS.join(' | ')})
  if [ ! -f "$home/hook" ]; then
    echo "pawl: cannot judge: $home/hook is gone. Next: npx pawl init" >&2
    exit 2
  fi
  with_input sh "$home/hook" "$name" "$@"
  ;;
esac
`;
}
