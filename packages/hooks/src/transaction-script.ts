/**
 * What is answered to a reference-transaction without starting Pawl, which takes a quarter of a second. Defines `is_settled`:
 * nothing that a branch becomes is left to be judged.
 *
 * - No branch gets another commit: HEAD alone (a rebase on its way), tags, the stash, our own refs, a deletion.
 * - Nobody has locked: no lock is here, and none was when something was judged here.
 * - The branch gets the very tree that a hook let through for it in this work tree a moment ago.
 * - The branch gets a commit that a branch has already, here or on a remote as it was fetched: it was let through when that branch got
 *   it, or is somebody else's work, and what is built on it is judged. Only the tips count: a commit in their middle may
 *   never have been judged (R14). Whoever writes a remote's branch by hand gains nothing but time, as every push is judged.
 *
 * Where git cannot tell, nothing is settled. Written for the fewest processes: none without a branch, one for a judged commit.
 */
export const TRANSACTION_SCRIPT: string = `# Sets \`brought\` to what branches become: a commit and a branch per line.
read_brought() {
  brought=
  while read -r old new ref; do
    case $ref in
    refs/heads/*) ;;
    *) continue ;;
    esac
    [ "$old" != "$new" ] || continue
    case $new in
    *[!0]*) brought=$brought\${brought:+$newline}"$new $ref" ;;
    esac
  done <<INPUT
$input
INPUT
}

is_settled() {
  read_brought
  [ -n "$brought" ] || return 0
  if [ ! -d "$home/judged" ]; then
    lock=$(git for-each-ref --count=1 refs/pawl/lock/) || return 1
    [ -n "$lock" ] || return 0
  fi
  tree= branch= tips=
  note=\${GIT_DIR:-.git}
  note=$home/judged/\${note##*/}
  [ ! -f "$note" ] || read -r tree branch <"$note"
  while read -r new ref; do
    if [ "$ref" = "$branch" ]; then
      [ "$(git rev-parse --verify --quiet "$new^{tree}")" != "$tree" ] || continue
    fi
    [ -n "$tips" ] || tips=$(git for-each-ref --format='%(objectname)' refs/heads refs/remotes) || return 1
    case $newline$tips$newline in
    *"$newline$new$newline"*) ;;
    *) return 1 ;;
    esac
  done <<BROUGHT
$brought
BROUGHT
}
`;
