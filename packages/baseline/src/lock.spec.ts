import { describe, expect, it } from 'vitest';
import { digest } from './digest.ts';
import { type Lock, readLock, writeLock } from './lock.ts';

const lock: Lock = {
  schema: 'pawl/lock@2',
  repository: '0'.repeat(32),
  sequence: 3,
  previous: 'a'.repeat(64),
  target: 'main',
  commit: '1'.repeat(40),
  tree: '2'.repeat(40),
  lockedAt: '2026-02-03T04:05:06.789Z',
  expires: null,
  decision: { kind: 'release', case: '0123abcd' },
  waivers: [],
  releases: [{ case: '0123abcd', reason: 'mended by hand', at: '2026-02-03T04:05:06Z' }],
  configuration: { scanners: ['bandit'], policy: { gate: 'escalated' } },
  gateFiles: { '.husky/pre-commit': '3'.repeat(40), 'pawl.config.json': null },
  tools: [{ name: 'bandit', version: '1.8.0', rulesDigest: 'd', rules: [{ name: 'own.yml', digest: 'e'.repeat(64) }] }],
  inventory: {
    digest: digest('x'),
    findings: 2,
    suppressions: 0,
    weightedTotal: 14,
    examined: 9,
    notExamined: 1,
  },
};
const written =
  '{"commit":"1111111111111111111111111111111111111111","configuration":{"policy":{"gate":"escalated"},"scanners":["bandit"]},' +
  '"decision":{"case":"0123abcd","kind":"release"},"expires":null,' +
  '"gateFiles":{".husky/pre-commit":"3333333333333333333333333333333333333333","pawl.config.json":null},' +
  '"inventory":{"digest":"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881","examined":9,"findings":2,' +
  '"notExamined":1,"suppressions":0,"weightedTotal":14},"lockedAt":"2026-02-03T04:05:06.789Z",' +
  '"previous":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","releases":[{"at":"2026-02-03T04:05:06Z","case":"0123abcd","reason":"mended by hand"}],' +
  '"repository":"00000000000000000000000000000000","schema":"pawl/lock@2","sequence":3,' +
  '"target":"main","tools":[{"name":"bandit","rules":[{"digest":' +
  '"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","name":"own.yml"}],"rulesDigest":"d","version":"1.8.0"}],' +
  '"tree":"2222222222222222222222222222222222222222","waivers":[]}\n';

const refused = (code: string): object => expect.objectContaining({ name: 'LockError', code });
const without = (key: string): string => written.replace(new RegExp(`"${key}":("[^"]*"|[0-9]+),`, 'u'), '');

describe('when a lock is written', () => {
  it('it has one canonical text', () => {
    expect(writeLock(lock)).toBe(written);
  });

  it('it comes back as it was', () => {
    expect(readLock(written)).toEqual(lock);
  });

  it('it is not written when it could not be read back', () => {
    expect(() => writeLock({ ...lock, sequence: 1.5 })).toThrow(refused('wrong-type'));
    expect(() => writeLock({ ...lock, commit: '--upload-pack=x' })).toThrow(refused('wrong-type'));
  });
});

describe('when a text is not exactly a lock', () => {
  it.each([
    ['no JSON', 'not-json', 'lock'],
    ['an empty text', 'not-json', ''],
    ['a byte order mark', 'not-json', `\ufeff${written}`],
    ['a missing newline', 'not-canonical', written.trimEnd()],
    ['white space', 'not-canonical', written.replace(',', ', ')],
    ['a key that stands twice', 'not-canonical', written.replace('"sequence":3', '"sequence":9,"sequence":3')],
    ['keys in another order', 'not-canonical', '{"schema":"pawl/lock@2","commit":"1"}\n'],
    ['a number with a fraction of zero', 'not-canonical', written.replace('"sequence":3', '"sequence":3.0')],
    ['minus zero', 'not-canonical', written.replace('"findings":2', '"findings":-0')],
    ['an escape that is not needed', 'not-canonical', written.replace('"main"', '"m\\u0061in"')],
    ['an infinite number', 'wrong-type', written.replace('"sequence":3', '"sequence":1e999')],
    ['a list', 'wrong-type', '[]\n'],
    ['null', 'wrong-type', 'null\n'],
    ['no schema', 'missing-field', without('schema')],
    ['another schema', 'unknown-schema', written.replace('lock@2', 'lock@1')],
    ['a missing field', 'missing-field', without('sequence')],
    ['a field of the future', 'extra-field', written.replace('"lockedAt"', '"kept":true,"lockedAt"')],
    ['a nested field of the future', 'extra-field', written.replace('"name":"bandit"', '"argv":"x","name":"bandit"')],
    ['__proto__', 'extra-field', written.replace('{"policy"', '{"__proto__":{},"policy"')],
    ['a negative sequence', 'wrong-type', written.replace('"sequence":3', '"sequence":-3')],
    ['a sequence as a text', 'wrong-type', written.replace('"sequence":3', '"sequence":"3"')],
    ['a commit that is no object id', 'wrong-type', written.replace('1'.repeat(40), 'HEAD')],
    ['an instant without a zone', 'wrong-type', written.replace('789Z', '789')],
    ['a list for the gate files', 'wrong-type', written.replace(/"gateFiles":\{[^}]*\}/u, '"gateFiles":[]')],
    [
      'a text for the configuration',
      'wrong-type',
      written.replace(/"configuration":\{.*?\]\}/u, '"configuration":"x"'),
    ],
    ['a rule whose digest is none', 'wrong-type', written.replace('e'.repeat(64), 'e'.repeat(63))],
    ['a tool without rules', 'missing-field', written.replace(/"rules":\[.*?\],/u, '')],
    ['a hundred thousand levels', 'too-deep', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`],
  ])('it refuses %s as %s', (_, code, text) => {
    expect(() => readLock(text)).toThrow(refused(code));
  });
});

it('when a text is digested it is the SHA-256 of its UTF-8 bytes', () => {
  // printf 'é\n' | sha256sum
  expect(digest('é\n')).toBe('edd3a863872a04239eb29ad4bc12fc892b3d4ae57cc7e786a3697816f8e141c2');
});
