import { at, canonical, type Data, entriesOf, listOf } from './data.ts';
import { runsAScanner } from './pipeline/checks-in.ts';
import type { ProtectedChange } from './protected-change.ts';

export const PRE_COMMIT: RegExp = /(?:^|\/)\.pre-commit-config\.ya?ml$/u;

/** What decides about when and on what a hook runs; its arguments are the taste of those who lint. */
const WHEN = [
  'exclude',
  'files',
  'types',
  'types_or',
  'exclude_types',
  'stages',
  'always_run',
  'entry',
  'language',
  'pass_filenames',
  'verbose',
];
const WHEN_ALL = ['exclude', 'files', 'default_stages', 'default_install_hook_types', 'fail_fast', 'repos_disabled'];

/** Checks before a commit that are gone or look at less. Another version of one, or one more, is no loss. */
export function preCommitChanges(before: Data, after: Data): readonly ProtectedChange[] {
  const is = hooksOf(after);
  const lost = hooksOf(before).flatMap((was) =>
    whatBecameOf(
      was,
      is.filter(({ id }) => id === was.id),
    ),
  );
  const skipped = listOf(at(after, 'ci', 'skip'))
    .map(String)
    .filter(
      (id) =>
        !listOf(at(before, 'ci', 'skip'))
          .map(String)
          .includes(id),
    );
  const all = WHEN_ALL.filter((key) => canonical(at(before, key) ?? null) !== canonical(at(after, key) ?? null));
  return [
    ...lost,
    ...skipped.map((id) => `The hook \`${id}\` is skipped on the server now.`),
    ...all.map((key) => `\`${key}\` of all hooks was changed.`),
  ].map((what) => ({ rule: 'gate-hook', protects: 'gate', what }));
}

/** A hook may stand there twice; one that is as it was is enough. */
function whatBecameOf(was: Hook, now: readonly Hook[]): readonly string[] {
  const same = now.filter(({ from }) => from === was.from);
  if (now.length === 0) return [`The hook \`${was.id}\` no longer runs before a commit.`];
  if (same.length === 0) return [`The hook \`${was.id}\` comes from \`${String(now[0]?.from)}\` now.`];
  const isScan = runsAScanner(canonical(was.hook));
  return same.some((one) => partOf(one, isScan) === partOf(was, isScan))
    ? []
    : [`When or on what the hook \`${was.id}\` runs was changed.`];
}

interface Hook {
  readonly id: string;
  /** The address that it is fetched from. */
  readonly from: Data;
  readonly hook: Data;
}

function hooksOf(config: Data): readonly Hook[] {
  return listOf(at(config, 'repos')).flatMap((repo) =>
    listOf(at(repo, 'hooks')).map((hook) => ({
      id: String(at(hook, 'alias') ?? at(hook, 'id')),
      from: at(repo, 'repo'),
      hook,
    })),
  );
}

function partOf({ hook }: Hook, isScan: boolean): string {
  return canonical(
    isScan
      ? hook
      : entriesOf(hook)
          .filter(([key]) => WHEN.includes(key))
          .sort(),
  );
}
