import { broken, type Found, note, ok, unknown, weak } from '../check-up.ts';
import { isUnread } from '../fact.ts';
import { quoted } from '../mend.ts';
import type { ServerFacts } from './server-facts.ts';

/** Whether a bare repository judges what is pushed to it. Where it does not, nothing does that an agent cannot reach. */
export function checkServer(facts: ServerFacts): readonly Found[] {
  return [checkHook(facts), ...checkAnchor(facts), checkObjects(facts), checkRefs(facts)];
}

function install({ folder }: ServerFacts): string {
  return `npx pawl pre-receive install --repo ${quoted(folder)} --anchor FILE`;
}

function checkHook(facts: ServerFacts): Found {
  const { hook, hooksPath } = facts;
  if (isUnread(hook)) return unknown('server-hook', `the hook cannot be read: ${hook.unread}`, install(facts));
  const { kind, isExecutable, hasProgram } = hook.is;
  if (kind === 'missing')
    return weak('server-hook', 'there is no pre-receive hook: nothing that is pushed is judged here', install(facts));
  if (kind === 'other')
    return weak(
      'server-hook',
      'the pre-receive hook is not of Pawl: nothing that is pushed is judged here',
      install(facts),
    );
  if (hooksPath !== undefined)
    return broken(
      'server-hook',
      `core.hooksPath is ${JSON.stringify(hooksPath)}, so git does not look at the hook of this repository`,
      `git -C ${quoted(facts.folder)} config --unset-all core.hooksPath; where it is set elsewhere, git config --show-origin tells`,
    );
  if (!isExecutable)
    return broken(
      'server-hook',
      'the hook is not executable, so git passes over it',
      `chmod +x ${quoted(`${facts.folder}/hooks/pre-receive`)}`,
    );
  if (!hasProgram)
    return broken('server-hook', 'the program of the hook is gone, so every push is refused', install(facts));
  return ok('server-hook', 'every push is judged');
}

function checkAnchor(facts: ServerFacts): readonly Found[] {
  const { hook, anchor, settings } = facts;
  if (isUnread(hook) || hook.is.kind !== 'ours') return [];
  const { anchor: path, settings: settingsPath } = hook.is;
  if (path === undefined) return [broken('server-anchor', 'the hook names no anchor', install(facts))];
  if (isUnread(anchor))
    return [
      broken(
        'server-anchor',
        `the anchor ${path} cannot be used, so every push is refused: ${anchor.unread}`,
        install(facts),
      ),
    ];
  if (isUnread(settings))
    return [
      broken(
        'server-anchor',
        `the settings in ${settingsPath ?? '?'} cannot be used, so every push is refused: ${settings.unread}`,
        `mend ${quoted(settingsPath ?? '')}`,
      ),
    ];
  if (anchor.is?.isInside === true)
    return [
      broken(
        'server-anchor',
        `the anchor ${path} lies in the repository, where a push could reach it`,
        'move it out, and install the hook again',
      ),
    ];
  if (((anchor.is?.mode ?? 0) & 0o022) !== 0)
    return [broken('server-anchor', `others may write the anchor ${path}`, `chmod go-w ${quoted(path)}`)];
  return [ok('server-anchor', `the anchor is ${path}`)];
}

function checkObjects({ config, isShallow, folder }: ServerFacts): Found {
  if (isUnread(config))
    return unknown(
      'server-objects',
      `the settings of git cannot be read: ${config.unread}`,
      `git -C ${quoted(folder)} config --list`,
    );
  if (isShallow)
    return broken(
      'server-objects',
      'the history of this repository is cut, so nothing can be judged',
      'git fetch --unshallow',
    );
  const own = lastOf(config.is, 'receive.fsckobjects') ?? lastOf(config.is, 'transfer.fsckobjects');
  if (!isOn(own))
    return broken(
      'server-objects',
      'git takes objects in unchecked, and a tree may say one thing to Pawl and another to a checkout',
      `git -C ${quoted(folder)} config receive.fsckObjects true`,
    );
  if (isOn(lastOf(config.is, 'receive.shallowupdate')))
    return broken(
      'server-objects',
      'a push may cut the history here',
      `git -C ${quoted(folder)} config --unset-all receive.shallowUpdate`,
    );
  const weakened = [...config.is.keys()].find((key) => key.startsWith('receive.fsck.'));
  if (weakened !== undefined)
    return weak(
      'server-objects',
      `what git checks of objects is weakened by ${weakened}`,
      `git -C ${quoted(folder)} config --unset-all ${weakened}`,
    );
  return ok('server-objects', 'git checks every object that is pushed');
}

function checkRefs({ config, folder }: ServerFacts): Found {
  if (isUnread(config))
    return unknown(
      'server-refs',
      `the settings of git cannot be read: ${config.unread}`,
      `git -C ${quoted(folder)} config --list`,
    );
  const hidden = ['receive.hiderefs', 'transfer.hiderefs'].flatMap((key) => config.is.get(key) ?? []);
  // A later entry with an exclamation mark takes an earlier one back.
  const about = hidden.filter((value) => /^!?\^?refs(?:\/replace)?\/?$/u.test(value)).at(-1);
  if (about !== undefined && !about.startsWith('!')) return ok('server-refs', 'refs/replace is closed to pushes');
  return note(
    'server-refs',
    'refs/replace is refused by the hook alone',
    `git -C ${quoted(folder)} config --add receive.hideRefs refs/replace`,
  );
}

function lastOf(config: ReadonlyMap<string, readonly string[]>, key: string): string | undefined {
  return config.get(key)?.at(-1);
}

function isOn(value: string | undefined): boolean {
  return /^(?:true|yes|on|[1-9]\d*)$/iu.test(value ?? '');
}
