import type { Way } from './hook-files.ts';
import { FED_HOOKS, SCRIPTED_HOOKS } from './hook-names.ts';
import { shellQuote } from './shell-quote.ts';
import { TRANSACTION_SCRIPT } from './transaction-script.ts';

export type DispatchOptions = PathOptions | { readonly way: 'beside' };

interface PathOptions {
  readonly way: 'path';
  /** The folder of husky's scripts, from the top of a work tree. */
  readonly scripts: string;
  /** The folder whose hooks git fired before Pawl came; `undefined` where there is none to keep firing. */
  readonly previous: string | undefined;
}

/** The second line of each of our hooks: by it they are told from those of others that stand in the same folder. */
export const MARK = '# Written by `pawl init`: starts the hook of before, then Pawl.';

/** What git starts: one small file per hook, which knows its own name, and where everything else is. */
export function dispatcher(way: Way): string {
  return `#!/bin/sh
${MARK}
home=\${0%/hooks/*}${way === 'path' ? '' : '/pawl'}
. "$home/dispatch"
`;
}

/**
 * What every dispatcher reads. Pawl is started from here whatever the scripts say or leave out: a deleted or emptied script
 * (H03), HUSKY=0 and an `exit 0` in husky's init.sh (H02) skip the other commands only.
 *
 * The scripts get the process id of the dispatcher, and Pawl's block in a script stands back when that is its parent.
 * A plain flag would be inherited by a `git commit` that a script runs in some other repository and switch Pawl off there.
 * For the same reason input is fed by a here-document: behind a pipe the script would have another parent.
 */
export function dispatchScript(options: DispatchOptions): string {
  return `# Written by \`pawl init\` and read by every hook of Pawl. Runs the hooks that git fired before Pawl was set up, then this
# worktree's own script as husky would, then Pawl: last and once.
name=\${0##*/}
${placesOf(options)}
if [ "$name" = reference-transaction ] && [ "$1" != prepared ] && [ ! -x "$earlier" ] && [ ! -f "$scripts/$name" ]; then
  exit 0
fi

newline='
'
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

start_pawl() {
  if [ ! -f "$home/hook" ]; then
    echo "pawl: cannot judge: $home/hook is gone. Next: npx pawl init" >&2
    exit 2
  fi
  with_input sh "$home/hook" "$name" "$@"
}

${TRANSACTION_SCRIPT}
if [ -f "$earlier" ] && [ -x "$earlier" ]; then
  with_input "$earlier" "$@" || exit
fi
if [ -f "$scripts/$name" ]; then
  with_input own_script "$@" || {
    status=$?
    echo "husky - $name script failed (code $status)" >&2
    exit $status
  }
fi
case $name in
reference-transaction)
  ${options.way === 'path' ? '' : 'take_place_again\n  '}[ "$1" != prepared ] || is_settled || start_pawl "$@"
  ;;
${SCRIPTED_HOOKS.join(' | ')}) start_pawl "$@" ;;
esac
`;
}

/**
 * Where the script is, and the hook of before. The framework pre-commit calls the hook that it found `<name>.legacy`, and runs it
 * before its own: then the one of before that is ours to start is the one that was called so already.
 */
function placesOf(options: DispatchOptions): string {
  if (options.way === 'path')
    return `scripts=${shellQuote(options.scripts)}
earlier=${options.previous === undefined ? '/dev/null' : `${shellQuote(options.previous)}/$name`}
`;
  return `scripts=/dev/null
earlier=$home/before/$name
name=\${name%.legacy}
${takePlaceAgain()}`;
}

/**
 * Lefthook and pre-commit put our hooks aside when they are installed again, but leave reference-transaction alone, of which they know
 * nothing. So it sees to the others: what stands in their place goes where the hooks of before are.
 */
function takePlaceAgain(): string {
  return `
is_ours() {
  [ -f "$1" ] || return 1
  second=
  { read -r _ && read -r second; } <"$1"
  [ "$second" = ${shellQuote(MARK)} ]
}

take_place_again() {
  for hook in ${SCRIPTED_HOOKS.join(' ')}; do
    file=\${0%/*}/$hook
    [ -x "$file" ] && [ ! -L "$file" ] || continue
    is_ours "$file" && continue
    mkdir -p "$home/before" && mv -f "$file" "$home/before/$hook" && cp -p "$0" "$file" || continue
    for aside in "$file.legacy" "$file.old"; do
      ! is_ours "$aside" || rm -f "$aside"
    done
  done
}
`;
}
