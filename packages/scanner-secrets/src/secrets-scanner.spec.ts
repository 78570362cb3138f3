import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { LEFT_OUT, RULES } from './rules.ts';
import { secretsScanner } from './secrets-scanner.ts';
import { TOOLS } from './tools.ts';

const require = createRequire(import.meta.url);

describe('when the adapter is asked what it is', () => {
  it.each(Object.entries(TOOLS))('it names the version of %s that is installed', (name, version) => {
    const manifest = name === '@pawl/scanner-secrets' ? '../package.json' : `${name}/package.json`;
    expect(JSON.parse(readFileSync(require.resolve(manifest), 'utf8'))).toMatchObject({ version });
  });

  // Every lock pins this digest: a change here makes people lock anew, so it is made on purpose.
  it('it keeps the digest of its rules', () => {
    expect(secretsScanner.rulesDigest).toBe('0eb5de0e0447d2393e20efb8ee01413b6bcd25254ce66753a29929ba3d3bc593');
  });

  it.each(['a.ts', 'Makefile', '.env', 'package-lock.json', 'a.svg', 'server.p12', 'png', 'a.png/b'])(
    'it is owed %s',
    (file) => {
      expect(secretsScanner.owes(file)).toBe(true);
    },
  );

  it.each(['a.png', 'b/a.WOFF2', 'a.tar.gz', 'a.wasm'])('it is not owed %s', (file) => {
    expect(secretsScanner.owes(file)).toBe(false);
  });
});

describe('when secretlint can report something', () => {
  it('it has been judged, once, and there is nothing else', async () => {
    const { rules } = await import('@secretlint/secretlint-rule-preset-recommend');
    const reported = (
      rules as readonly { readonly meta: { readonly id: string }; readonly messages: object }[]
    ).flatMap(({ meta, messages }) =>
      Object.keys(messages).map((message) => `${meta.id.replace('@secretlint/secretlint-rule-', '')}/${message}`),
    );
    expect([...Object.keys(RULES), ...Object.keys(LEFT_OUT)].sort()).toEqual(reported.sort());
  });
});

describe('when the output is not what was asked for', () => {
  it('it is refused', () => {
    const request = { files: [{ file: 'a.js', blob: 'b', text: '' }] };
    expect(() => secretsScanner.read([], request)).toThrow('one result for each file');
    expect(() => secretsScanner.read([{ kind: 'examined', hits: [{ rule: 'invented' }] }], request)).toThrow(
      'invented',
    );
  });
});
