import { broken, type Found, note, ok, unknown } from '../check-up.ts';
import { isUnread } from '../fact.ts';
import type { HarnessesFacts, HarnessSetUp } from './harness-facts.ts';

/** The agents that are used here, and whether Pawl is in their settings. The git hooks gate them all the same. */
export function checkHarnesses({ harnesses, runner }: HarnessesFacts): readonly Found[] {
  if (isUnread(harnesses))
    return [
      unknown('harnesses', `the settings of agents cannot be read: ${harnesses.unread}`, 'npx pawl init --dry-run'),
    ];
  if (harnesses.is.length === 0)
    return [ok('harnesses', 'no agent has left a trace here; the git hooks gate all of them')];
  return harnesses.is.map((each) => checkOne(each, runner));
}

function checkOne({ harness, title, sign, state }: HarnessSetUp, runner: HarnessesFacts['runner']): Found {
  const install = `npx pawl init --harness ${harness}`;
  if (isUnread(state)) return unknown('harnesses', `${title}: ${state.unread}`, state.next ?? install);
  switch (state.is) {
    case 'git-hooks-only':
      return ok(
        'harnesses',
        `${title} is used here (${sign}), and has no hook that can stop it: the git hooks gate it`,
      );
    case 'missing':
      return note(
        'harnesses',
        `${title} is used here (${sign}), and a stop ends no turn of it: it is stopped at a commit`,
        install,
      );
    case 'outdated':
      return broken('harnesses', `${title}: what its settings start is not what this version of Pawl writes`, install);
    case 'installed':
      return isUnread(runner)
        ? unknown('harnesses', `${title}: what its hooks start cannot be looked at: ${runner.unread}`, install)
        : runner.is === 'ready'
          ? ok('harnesses', `${title}: its hooks start Pawl`)
          : broken(
              'harnesses',
              `${title}: what its hooks start is ${runner.is === 'missing' ? 'not there' : 'not executable'}`,
              install,
            );
  }
}
