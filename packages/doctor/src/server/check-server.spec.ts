import { describe, expect, it } from 'vitest';
import { only, told } from '../told.fixture.ts';
import { checkServer } from './check-server.ts';
import type { ServerFacts, ServerHook } from './server-facts.ts';

const HOOK: ServerHook = {
  kind: 'ours',
  isExecutable: true,
  hasProgram: true,
  anchor: '/etc/pawl/a.json',
  settings: undefined,
};
const CONFIG = new Map([
  ['receive.fsckobjects', ['true']],
  ['receive.hiderefs', ['refs/replace']],
]);

function facts(over: Partial<ServerFacts> = {}): ServerFacts {
  return {
    folder: '/srv/r.git',
    hook: { is: HOOK },
    hooksPath: undefined,
    anchor: { is: { isInside: false, mode: 0o100644 } },
    settings: { is: false },
    config: { is: CONFIG },
    isShallow: false,
    ...over,
  };
}

const hook = (over: Partial<ServerHook>): ServerFacts => facts({ hook: { is: { ...HOOK, ...over } } });
const config = (...entries: readonly (readonly [string, readonly string[]])[]): ServerFacts =>
  facts({ config: { is: new Map([...CONFIG, ...entries]) } });
const UNREAD = { unread: 'no', next: undefined };

describe('when a bare repository is looked at', () => {
  it('all is well where the hook judges', () => {
    expect(told(checkServer(facts()))).toEqual([
      'server-hook ok',
      'server-anchor ok',
      'server-objects ok',
      'server-refs ok',
    ]);
  });

  it.each([
    ['no hook', hook({ kind: 'missing' }), 'weak'],
    ['another hook', hook({ kind: 'other' }), 'weak'],
    ['a hook that git passes over', hook({ isExecutable: false }), 'broken'],
    ['a hook without its program', hook({ hasProgram: false }), 'broken'],
    ['hooks looked for elsewhere', facts({ hooksPath: '/elsewhere' }), 'broken'],
    ['a hook that cannot be read', facts({ hook: UNREAD }), 'unknown'],
  ])('%s', (_, given, level) => {
    expect(only(checkServer(given), 'server-hook').level).toBe(level);
  });

  it.each([
    ['no anchor', hook({ anchor: undefined })],
    ['one that cannot be used', facts({ anchor: UNREAD })],
    ['one in the repository', facts({ anchor: { is: { isInside: true, mode: 0o600 } } })],
    ['one that others may write', facts({ anchor: { is: { isInside: false, mode: 0o666 } } })],
    ['settings that cannot be used', facts({ settings: UNREAD })],
  ])('%s is broken', (_, given) => {
    expect(only(checkServer(given), 'server-anchor').level).toBe('broken');
  });

  it.each([
    ['objects come in unchecked', facts({ config: { is: new Map() } }), 'broken'],
    [
      'they are checked by another setting',
      facts({ config: { is: new Map([['transfer.fsckobjects', ['yes']]]) } }),
      'ok',
    ],
    ['the last word is no', config(['receive.fsckobjects', ['true', 'false']]), 'broken'],
    ['one check is left out', config(['receive.fsck.duplicateentries', ['ignore']]), 'weak'],
    ['a push may cut history', config(['receive.shallowupdate', ['true']]), 'broken'],
    ['history is cut', facts({ isShallow: true }), 'broken'],
    ['nobody can tell', facts({ config: UNREAD }), 'unknown'],
  ])('%s', (_, given, level) => {
    expect(only(checkServer(given), 'server-objects').level).toBe(level);
  });

  it.each([
    [['refs/replace'], 'ok'],
    [['refs/replace/'], 'ok'],
    [['refs'], 'ok'],
    [['refs/heads'], 'note'],
    [['refs/replace', '!refs/replace'], 'note'],
    [[], 'note'],
  ])('with hidden refs %j it is %s', (hidden, level) => {
    expect(only(checkServer(config(['receive.hiderefs', hidden])), 'server-refs').level).toBe(level);
  });
});
