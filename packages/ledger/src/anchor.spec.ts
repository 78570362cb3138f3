import { describe, expect, it } from 'vitest';
import { type Anchor, readAnchor, writeAnchor } from './anchor.ts';

const GOOD: Anchor = {
  schema: 'pawl/anchor@1',
  repository: '0123456789abcdef0123456789abcdef',
  assurance: 'locked',
  locks: { main: { sequence: 3 } },
  signers: ['alice@example.com namespaces="pawl-lock@v1" ssh-ed25519 AAAA'],
  verifiers: [],
};
const TEXT = JSON.stringify(GOOD);

describe('when an anchor is read', () => {
  it('gives what it says, however it is laid out', () => {
    expect(readAnchor(TEXT)).toEqual(GOOD);
    expect(readAnchor(JSON.stringify(GOOD, null, 2))).toEqual(GOOD);
    expect(readAnchor(writeAnchor(GOOD))).toEqual(GOOD);
  });

  it.each(Object.keys(GOOD))('refuses one without %s', (field) => {
    const rest = Object.fromEntries(Object.entries(GOOD).filter(([name]) => name !== field));
    expect(() => readAnchor(JSON.stringify(rest))).toThrow(`lacks ${field}`);
  });

  it.each<[string, unknown]>([
    ['another schema', { ...GOOD, schema: 'pawl/anchor@2' }],
    ['a short id', { ...GOOD, repository: 'abc' }],
    ['an id in capitals', { ...GOOD, repository: GOOD.repository.toUpperCase() }],
    ['an unknown assurance', { ...GOOD, assurance: 'LOCKED' }],
    ['no assurance', { ...GOOD, assurance: null }],
    ['a list of locks', { ...GOOD, locks: [] }],
    ['a sequence of zero', { ...GOOD, locks: { main: { sequence: 0 } } }],
    ['half a sequence', { ...GOOD, locks: { main: { sequence: 1.5 } } }],
    ['a sequence as text', { ...GOOD, locks: { main: { sequence: '3' } } }],
    ['a lock with more', { ...GOOD, locks: { main: { sequence: 3, commit: 'x' } } }],
    ['a lock that is a number', { ...GOOD, locks: { main: 3 } }],
    ['one line instead of a list', { ...GOOD, signers: GOOD.signers[0] }],
    ['a line that is none', { ...GOOD, signers: [null] }],
    ['an empty line', { ...GOOD, verifiers: [''] }],
    ['a comment', { ...GOOD, signers: ['# alice'] }],
    ['two lines in one', { ...GOOD, signers: [`${GOOD.signers[0]}\n* namespaces="pawl-lock@v1" ssh-ed25519 AAAA`] }],
    ['nobody who could sign what it demands', { ...GOOD, signers: [] }],
    ['another field', { ...GOOD, comment: 'x' }],
    ['a list', [GOOD]],
    ['nothing', null],
  ])('refuses one with %s', (_, value) => {
    expect(() => readAnchor(JSON.stringify(value))).toThrow();
  });

  it.each([
    ['the assurance twice', TEXT.replace('{', '{"assurance":"unsigned",')],
    ['the assurance twice, once in disguise', TEXT.replace('{', String.raw`{"assur\u0061nce":"unsigned",`)],
    ['a branch twice', TEXT.replace('"main":', '"main":{"sequence":1},"main":')],
    ['a prototype', TEXT.replace('{', '{"__proto__":{"assurance":"unsigned"},')],
    ['a comment', `// mine\n${TEXT}`],
    ['a comma too many', TEXT.replace(/\}$/u, ',}')],
    ['a byte order mark', `\ufeff${TEXT}`],
    ['something after it', `${TEXT} {}`],
    ['no end', TEXT.slice(0, -1)],
    ['nothing', ''],
    ['more than anybody writes', TEXT + ' '.repeat(300_000)],
  ])('refuses a text with %s', (_, text) => {
    expect(() => readAnchor(text)).toThrow();
  });

  it('takes a colon in a text for what it is', () => {
    const signers = ['a":"b namespaces="pawl-lock@v1" : {"x":1} ssh-ed25519 AAAA'];
    expect(readAnchor(JSON.stringify({ ...GOOD, signers }))).toMatchObject({ signers });
  });
});

describe('when an anchor is written', () => {
  it('refuses what could not be read back', () => {
    expect(() => writeAnchor({ ...GOOD, signers: [] })).toThrow('names nobody who may sign');
  });
});
