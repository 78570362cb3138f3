import { describe, expect, it } from 'vitest';
import { readSarif, type ReadOptions } from './read-sarif.ts';
import { artifact, logWith, type Part } from './testing/log-of.ts';

function notifications(notification: Part, options: ReadOptions = {}, list = 'toolExecutionNotifications'): unknown {
  const invocations = [{ executionSuccessful: true, [list]: [notification] }];
  return readSarif(logWith({ run: { invocations } }), options).runs[0]?.notifications;
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
  ['an artifact that is not there', { locations: [artifact({ index: 7 })] }, 'missing-field'],
  ['an id that is a number', { descriptor: { id: 7 } }, 'wrong-type'],
])('when a notification has %s the log is refused', (_, notification, code) => {
  expect(() => notifications({ level: 'note', ...notification })).toThrow(expect.objectContaining({ code }));
});
