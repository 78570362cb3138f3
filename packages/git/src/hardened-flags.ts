/**
 * Settings that win over every configuration file, because what lies in the repository, or in a home that the agent can
 * write, may not decide what is read. `/dev/null` is understood by git on every platform.
 */
export const HARDENED_FLAGS: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  // The monitor is a program named by the repository, and its answer decides which files git looks at.
  ...setting('core.fsmonitor', 'false'),
  // Our own ref updates must fire no hook: a reference-transaction hook is a program that the agent can write.
  ...setting('core.hooksPath', '/dev/null'),
  // Attributes choose diff drivers and filters, which are programs.
  ...setting('core.attributesFile', '/dev/null'),
  ...setting('diff.external', ''),
  // The commit-graph is a cache without a checked link to the objects: a forged one answers with other trees and parents.
  ...setting('core.commitGraph', 'false'),
  ...setting('submodule.recurse', 'false'),
  ...setting('protocol.allow', 'never'),
  // A hint on stderr is noise where silence means "no warning".
  ...setting('advice.graftFileDeprecated', 'false'),
];

/**
 * The settings for reading the work tree. There the user's own attributes and filters have a part, as in their own commit;
 * nothing else that the repository's configuration names may decide which files are looked at.
 */
export const WORK_TREE_FLAGS: readonly string[] = [
  ...without(HARDENED_FLAGS, 'core.attributesFile=/dev/null'),
  ...setting('core.untrackedCache', 'false'),
  // A file that was changed and given its old time back is still seen by the time of that change.
  ...setting('core.trustctime', 'true'),
  ...setting('core.checkStat', 'default'),
  // A file that cannot be read would be left out.
  ...setting('add.ignoreErrors', 'false'),
  // A split index would write shared parts in the repository.
  ...setting('core.splitIndex', 'false'),
  ...setting('advice.addEmbeddedRepo', 'false'),
];

/** How two trees, or a tree and the index, are compared: pinned, so that no user setting pairs or hides anything. */
export const DIFF_FLAGS: readonly string[] = [
  '-r',
  '--raw',
  '-z',
  '--no-abbrev',
  '--full-index',
  // Renames by content at git's own default, and the same number of candidates everywhere.
  '-M50%',
  '-l1000',
  '--no-relative',
  // Neither is run for raw output today; said all the same, because both are programs named by configuration.
  '--no-ext-diff',
  '--no-textconv',
  // `.gitmodules` can ask that a moved submodule be ignored; it is a change like any other.
  '--ignore-submodules=none',
];

function setting(key: string, value: string): readonly string[] {
  return ['-c', `${key}=${value}`];
}

function without(flags: readonly string[], value: string): readonly string[] {
  return flags.filter((flag, at) => flag !== value && flags[at + 1] !== value);
}
