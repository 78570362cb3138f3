import { describe, expect, it } from 'vitest';
import { readSarif } from './read-sarif.ts';
import { artifact, logWith, type Part } from './testing/log-of.ts';

function path(location: Part, run: Part = {}, root?: string): string | undefined {
  const log = logWith({ run, result: { locations: [artifact(location)] } });
  return readSarif(log, root === undefined ? {} : { root }).runs[0]?.findings[0]?.file;
}
const bases = (originalUriBaseIds: Part): Part => ({ originalUriBaseIds });
const srcroot = bases({ '%SRCROOT%': { uri: 'file:///srv/app/' } });

describe('when a reference is relative', () => {
  it.each([
    ['as it stands', 'src/a.ts', 'src/a.ts'],
    ['with a dot before it', './src/a.ts', 'src/a.ts'],
    ['with an encoded space', 'my%20dir/a.ts', 'my dir/a.ts'],
    ['with a space that should be encoded', 'my dir/a.ts', 'my dir/a.ts'],
    ['with encoded letters', 'caf%C3%A9.ts', 'café.ts'],
    ['with letters', 'café.ts', 'café.ts'],
    ['with an encoded per cent sign, decoded once', '100%25%2e.ts', '100%..ts'],
    ['with an encoded colon', 'c%3A.ts', 'c:.ts'],
    ['with an encoded hash', 'a%23b.ts', 'a#b.ts'],
    ['with dots in a name', '...a/..b/c..ts', '...a/..b/c..ts'],
  ])('it takes it %s', (_, uri, expected) => {
    expect(path({ uri })).toBe(expected);
  });

  it('it takes a base that the log does not define for the root', () => {
    expect(path({ uri: 'a.ts', uriBaseId: '%SRCROOT%' })).toBe('a.ts');
    expect(path({ uri: 'a.ts', uriBaseId: 'ROOT' }, bases({ ROOT: { description: { text: 'x' } } }))).toBe('a.ts');
  });

  it('it puts relative bases before it', () => {
    const chain = { LIB: { uri: 'lib/', uriBaseId: 'PKG' }, PKG: { uri: 'pkg/', uriBaseId: '%SRCROOT%' } };
    expect(path({ uri: 'a.ts', uriBaseId: 'LIB' }, bases(chain))).toBe('pkg/lib/a.ts');
    expect(path({ uri: 'a.ts', uriBaseId: 'LIB' }, bases({ ...chain, '%SRCROOT%': { uri: 'file:///w/' } }))).toBe(
      'pkg/lib/a.ts',
    );
  });

  it('it takes the place of an artifact by index', () => {
    const artifacts = [{ location: { uri: 'x.ts' } }, { location: { uri: 'lib/y.ts', uriBaseId: '%SRCROOT%' } }];
    expect(path({ index: 1 }, { artifacts })).toBe('lib/y.ts');
  });
});

describe('when the caller says where the files were', () => {
  const root = 'file:///tmp/pawl%20x/files';
  it.each([
    ['a URI', 'file:///tmp/pawl%20x/files/src/a.ts'],
    ['a URI with one slash, as Java writes it', 'file:/tmp/pawl%20x/files/src/a.ts'],
    ['a URI with a host', 'file://localhost/tmp/pawl%20x/files/src/a.ts'],
    ['a plain path', '/tmp/pawl%20x/files/src/a.ts'],
  ])('it takes %s below that folder', (_, uri) => {
    expect(path({ uri }, {}, root)).toBe('src/a.ts');
  });

  it.each([
    ['a plain path elsewhere', '/tmp/pawl%20x/other/a.ts'],
    ['a folder whose name goes on', '/tmp/pawl%20x/files2/a.ts'],
    ['a path that climbs out', '/tmp/pawl%20x/files/../a.ts'],
    ['another host', 'file://server/tmp/pawl%20x/files/a.ts'],
    ['a host behind two slashes', '//server/tmp/pawl%20x/files/a.ts'],
  ])('it refuses %s', (_, uri) => {
    expect(() => path({ uri }, {}, root)).toThrow(expect.objectContaining({ code: 'outside-repository' }));
  });
});

describe('when a reference is absolute', () => {
  it('it counts from the root that the log names', () => {
    expect(path({ uri: 'file:///srv/app/src/a.ts' }, srcroot)).toBe('src/a.ts');
    expect(path({ uri: 'a.ts', uriBaseId: 'ANY' }, bases({ ANY: { uri: 'file:///srv/app/' } }))).toBe('a.ts');
  });

  it('it counts from the root that the caller names, whatever the log says', () => {
    expect(path({ uri: 'file:///tmp/run/src/a.ts' }, {}, 'file:///tmp/run')).toBe('src/a.ts');
    expect(() => path({ uri: 'file:///srv/app/a.ts' }, srcroot, 'file:///tmp/run/')).toThrow(/outside/u);
  });
});

describe('when a reference lies outside the repository', () => {
  const twoBases = { A: { uri: 'file:///a/' }, B: { uri: 'file:///b/' } };

  it.each<[string, Part, Part?]>([
    ['an absolute path', { uri: '/etc/passwd' }],
    ['a path on another host', { uri: '//host/share/a.ts' }],
    ['an absolute URI without a root', { uri: 'file:///etc/passwd' }],
    ['an absolute URI outside the root', { uri: 'file:///srv/application/a.ts' }, srcroot],
    ['an absolute URI that climbs out of the root', { uri: 'file:///srv/app/../x.ts' }, srcroot],
    ['one of two possible roots', { uri: 'a.ts', uriBaseId: 'A' }, bases(twoBases)],
    ['another scheme', { uri: 'https://example.com/a.ts' }],
    ['a Windows drive', { uri: 'C:/a.ts' }],
    ['a climb', { uri: '../a.ts' }],
    ['a climb in the middle', { uri: 'src/../../a.ts' }],
    ['a base that climbs', { uri: 'a.ts', uriBaseId: 'UP' }, bases({ UP: { uri: '../' } })],
    ['a base that is absolute', { uri: 'a.ts', uriBaseId: 'ABS' }, bases({ ABS: { uri: '/etc/' } })],
  ])('it refuses %s', (_, location, run) => {
    expect(() => path(location, run)).toThrow(
      expect.objectContaining({ name: 'SarifError', code: 'outside-repository' }),
    );
  });
});

describe('when a reference is not the path of a file', () => {
  it.each<[string, Part, Part?]>([
    ['the root itself', { uri: 'file:///srv/app/' }, srcroot],
    ['the root itself, without a slash', { uri: 'file:///srv/app' }, srcroot],
    ['a climb that stays inside', { uri: 'src/../a.ts' }],
    ['an encoded climb', { uri: '%2e%2e/a.ts' }],
    ['a half-encoded climb', { uri: '.%2E/a.ts' }],
    ['an encoded dot', { uri: '%2e/a.ts' }],
    ['an encoded slash', { uri: '..%2fa.ts' }],
    ['an encoded backslash', { uri: '..%5ca.ts' }],
    ['a backslash', { uri: 'src\\a.ts' }],
    ['an encoded NUL', { uri: 'a.ts%00.png' }],
    ['an encoded newline', { uri: 'a%0A.ts' }],
    ['a query', { uri: 'a.ts?x' }],
    ['a fragment', { uri: 'a.ts#L1' }],
    ['a broken escape', { uri: 'a%zz.ts' }],
    ['bytes that are not UTF-8', { uri: 'a%ff.ts' }],
    ['an overlong slash', { uri: 'a%c0%af.ts' }],
    ['nothing', { uri: '' }],
    ['only dots', { uri: './.' }],
    ['a base without a slash', { uri: 'a.ts', uriBaseId: 'LIB' }, bases({ LIB: { uri: 'lib' } })],
    ['a base of itself', { uri: 'a.ts', uriBaseId: 'LOOP' }, bases({ LOOP: { uri: 'x/', uriBaseId: 'LOOP' } })],
  ])('it refuses %s', (_, location, run) => {
    expect(() => path(location, run)).toThrow(expect.objectContaining({ name: 'SarifError', code: 'bad-uri' }));
  });

  it.each<[string, string, Part, Part?]>([
    ['an index that is not there', 'bad-reference', { index: 5 }, { artifacts: [] }],
    ['an index without artifacts', 'missing-field', { index: 0 }],
    ['no place at all', 'missing-field', {}],
    ['a place that is a number', 'wrong-type', { uri: 7 }],
  ])('it refuses %s as %s', (_, code, location, run) => {
    expect(() => path(location, run)).toThrow(expect.objectContaining({ name: 'SarifError', code }));
  });
});
