import { describe, expect, it } from 'vitest';
import { readSarif, type ReadOptions } from './read-sarif.ts';
import { artifact, driver, logWith, type Part } from './testing/log-of.ts';

function notifications(notification: Part, options: ReadOptions = {}, list = 'toolExecutionNotifications'): unknown {
  return inRun(notification, {}, options, list);
}
function inRun(notification: Part, run: Part, options: ReadOptions = {}, list = 'toolExecutionNotifications'): unknown {
  const invocations = [{ executionSuccessful: true, [list]: [notification] }];
  return readSarif(logWith({ run: { invocations, ...run } }), options).runs[0]?.notifications;
}
const located = (...uris: readonly string[]): Part => ({ locations: uris.map((uri) => artifact({ uri })) });
const keeping: ReadOptions = { isPartial: ({ files }) => files.length > 0 };

describe('when a tool says something about its own work', () => {
  it('it gives what was said, how grave it is and in which files', () => {
    const said = { descriptor: { id: 'probe/skipped' }, level: 'note', message: { text: 'skipped' } };
    expect(notifications({ ...said, ...located('a.ts', 'lib/b.ts') })).toEqual([
      { id: 'probe/skipped', level: 'note', text: 'skipped', files: ['a.ts', 'lib/b.ts'] },
    ]);
  });

  it('it takes a warning where no level is given, as SARIF 3.58.6 says', () => {
    expect(notifications({ message: { text: 'x' } })).toEqual([{ id: null, level: 'warning', text: 'x', files: [] }]);
  });

  it('it leaves out places outside the repository', () => {
    expect(notifications({ level: 'note', ...located('/usr/include/a.h', '../b.ts', 'c.ts') })).toMatchObject([
      { files: ['c.ts'] },
    ]);
  });
});

describe('when a tool says where in the repository, and it is no file', () => {
  it.each(['./', '', 'file:///srv/app', 'file:///srv/app/'])('it gives the empty path for the root, %j', (uri) => {
    const options = { root: 'file:///srv/app' };
    expect(notifications({ level: 'note', ...located(uri) }, options)).toMatchObject([{ files: [''] }]);
  });

  it('it gives a folder by its path', () => {
    expect(notifications({ level: 'note', ...located('src/lib/') })).toMatchObject([{ files: ['src/lib'] }]);
  });
});

describe('when what was said is kept elsewhere', () => {
  const parsed = { messageStrings: { parse: { text: 'no parse of {0}' } } };
  const own = { id: 'toy/parse', ...parsed };
  const inDriver = { tool: { driver: { ...driver, notifications: [{ id: 'other' }, own] } } };
  const inPack = { tool: { driver, extensions: [{ name: 'pack', notifications: [own] }] } };
  const message = { id: 'parse', arguments: ['b.ts'] };

  it.each<[string, Part, Part, string]>([
    ['Markdown alone', { message: { markdown: 'no parse of `b.ts`' } }, {}, 'no parse of `b.ts`'],
    ['a text with arguments', { message: { text: 'no {0}', arguments: ['b.ts'] } }, {}, 'no b.ts'],
    ['its descriptor, by id', { descriptor: { id: 'toy/parse' }, message }, inDriver, 'no parse of b.ts'],
    ['its descriptor, by index', { descriptor: { index: 1 }, message }, inDriver, 'no parse of b.ts'],
    ['a pack, by id', { descriptor: { id: 'toy/parse' }, message }, inPack, 'no parse of b.ts'],
    [
      'a pack, by index',
      { descriptor: { index: 0, toolComponent: { index: 0 } }, message },
      inPack,
      'no parse of b.ts',
    ],
    [
      'the texts that the tool shares',
      { message },
      { tool: { driver: { ...driver, globalMessageStrings: parsed.messageStrings } } },
      'no parse of b.ts',
    ],
  ])('it finds it in %s', (_, notification, run, text) => {
    expect(inRun(notification, run)).toMatchObject([{ text }]);
  });

  it('it knows the id of a descriptor that is given by index alone', () => {
    expect(inRun({ descriptor: { index: 1 } }, inDriver)).toMatchObject([{ id: 'toy/parse', text: '' }]);
  });

  it.each<[string, Part, string]>([
    ['a text that nobody defines', { message: { id: 'none' } }, 'bad-reference'],
    ['a message that says nothing', { message: {} }, 'missing-field'],
    ['a descriptor that is not there', { descriptor: { index: 2 } }, 'bad-reference'],
    ['a pack that is not there', { descriptor: { index: 0, toolComponent: { index: 0 } }, message }, 'missing-field'],
  ])('it refuses %s', (_, notification, code) => {
    expect(() => inRun(notification, inDriver)).toThrow(expect.objectContaining({ name: 'SarifError', code }));
  });
});

describe('when errors about files are handed on', () => {
  it('it hands on those that are about files', () => {
    expect(notifications({ level: 'error', ...located('a.ts') }, keeping)).toMatchObject([{ files: ['a.ts'] }]);
  });

  it.each<[string, Part, string?]>([
    ['an error about no file', {}],
    ['an error about a file elsewhere', located('/usr/include/a.h')],
    ['an error of the configuration', located('a.ts'), 'toolConfigurationNotifications'],
  ])('it refuses %s', (_, notification, list) => {
    expect(() => notifications({ level: 'error', ...notification }, keeping, list)).toThrow(
      expect.objectContaining({ code: 'tool-error-notification' }),
    );
  });

  it('it refuses a failed execution all the same', () => {
    expect(() => readSarif(logWith({ run: { invocations: [{ executionSuccessful: false }] } }), keeping)).toThrow(
      expect.objectContaining({ code: 'failed-invocation' }),
    );
  });
});

it.each<[string, Part, string]>([
  ['locations that are null', { locations: null }, 'wrong-type'],
  ['a location that is a text', { locations: ['a.ts'] }, 'wrong-type'],
  ['a location that is no path', located('a%zz.ts'), 'bad-uri'],
  ['a location with a backslash', located('src\\a.ts'), 'bad-uri'],
  ['a location that climbs and stays inside', located('src/../a.ts'), 'bad-uri'],
  ['an artifact that is not there', { locations: [artifact({ index: 7 })] }, 'missing-field'],
  ['an id that is a number', { descriptor: { id: 7 } }, 'wrong-type'],
])('when a notification has %s the log is refused', (_, notification, code) => {
  expect(() => notifications({ level: 'note', ...notification })).toThrow(expect.objectContaining({ code }));
});
