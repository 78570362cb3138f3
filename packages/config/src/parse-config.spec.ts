import { describe, expect, it } from 'vitest';
import { ConfigError } from './config-error.ts';
import { parseConfig } from './parse-config.ts';

/** The places and messages of the mistakes in a text. */
async function mistakes(source: string | Uint8Array): Promise<readonly string[]> {
  const failure: unknown = await parseConfig(source, 'pawl.config.jsonc').then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(ConfigError);
  expect(failure).toMatchObject({ code: 'invalid-config' });
  return (failure as ConfigError).mistakes.map(({ where, message }) => `${where} ${message}`);
}

describe('when the file is well written', () => {
  it('reads comments and trailing commas', async () => {
    const text = '// the branch\n{ "target": "trunk", /* none */ "exclude": ["**/fixtures/**",], }\n';
    expect(await parseConfig(text, 'x')).toEqual({ target: 'trunk', exclude: ['**/fixtures/**'] });
  });

  it('reads bytes as UTF-8', async () => {
    expect(await parseConfig(Buffer.from('{ "target": "entwürfe" }'), 'x')).toEqual({ target: 'entwürfe' });
  });

  it('reads an empty object', async () => {
    expect(await parseConfig('{}', 'x')).toEqual({});
  });
});

describe('when the file has mistakes', () => {
  it('tells those of whom to tell at their places, with no word of what may be a secret', async () => {
    const text = `{
  "targt": "main",
  "notify": { "repository": "shop", "channels": {
    "team": { "kind": "slack", "url": "http://hooks.example.com/T0/B0/secret" },
    "Mail": { "kind": "mail", "form": "x@example.com" } } }
}`;
    const found = await mistakes(text);
    expect(found.map((line) => line.split(' ')[0])).toEqual(['2:3', '4:39', '5:5', '5:13', '5:13', '5:31']);
    expect(found.join()).not.toContain('secret');
  });

  it('does not repeat what stands where channels should', async () => {
    expect(await mistakes('{ "notify": "https://hooks.example.com/secret" }')).toEqual(['1:13 must be an object']);
  });

  it('shows each line with a mistake, and a caret below its place', async () => {
    await expect(parseConfig('{\n  "tarqet": "main",\n  "limits": 5\n}', 'pawl.config.jsonc')).rejects.toThrow(
      [
        'pawl.config.jsonc cannot be used:',
        '  2:3 unknown key "tarqet"; did you mean "target"?',
        '      2 |   "tarqet": "main",',
        '        |   ^',
        '  3:13 must be an object, not 5',
        '      3 |   "limits": 5',
        '        |             ^',
      ].join('\n'),
    );
  });

  it.each([
    '{ "tarqet": "x", "notify": { "repository": "shop", "channels": { "team": { "kind": "slack", "url": "https://x.example/secret" } } } }',
    '{ "notify": { "channels": { "https://x.example/secret": 1 } } }',
    '{ "notify": { "url": "https://x.example/secret } }',
    '{ "notify": "secret", ]',
  ])('shows no secret that stands on such a line: %s', async (text) => {
    const failure = (await parseConfig(text, 'x').catch((error: unknown) => error)) as Error;
    expect(failure.message).toContain('1 | {');
    expect(failure.message).not.toContain('secret');
  });

  it('reports every one, in the order of the file, with its line and column', async () => {
    const text = `{
  "tarqet": "main",
  "exclude": ["!src/**", 7, "docs/**"],
  "limits": { "timeoutMs": "60000", "maxFileBytes": 0.5 },
  "policy": { "gate": "regresion", "people": true, "introduced": { "hi": "escalated" } },
  "exclude": []
}`;
    expect((await mistakes(text)).map((line) => line.split(' ')[0])).toEqual([
      '2:3',
      '4:28',
      '4:53',
      '5:23',
      '5:46',
      '5:68',
      '6:3',
    ]);
  });

  it('suggests the key and the value that were meant', async () => {
    expect(await mistakes('{ "tarqet": "main" }')).toEqual(['1:3 unknown key "tarqet"; did you mean "target"?']);
    expect(await mistakes('{ "policy": { "gate": "escalate" } }')).toEqual([
      '1:23 must be "regression" or "escalated", not "escalate"; did you mean "escalated"?',
    ]);
  });

  it('tells every mistake about tools at once, each at its place', async () => {
    const text =
      '{ "scanners": {\n"semgrep": { "rules": ["../x"] },\n"codeql": {},\n"sarif": { "A": { "command": [] } } } }';
    expect(await mistakes(text)).toEqual([
      '2:24 must be a path from the top of the repository or a pack like "p/default", not "../x"',
      '3:11 lacks "languages"',
      '4:12 must be a name of small letters, digits and hyphens, not "A"',
      '4:30 must name at least one',
    ]);
  });

  it('names what is known where nothing is near', async () => {
    expect(await mistakes('{ "scanners": { "cobol": true } }')).toEqual([
      '1:17 unknown key "cobol"; known here: javascript, python, secrets, semgrep, bandit, codeql, sarif',
    ]);
  });

  it('refuses to make anything silent', async () => {
    expect(await mistakes('{ "policy": { "suppression": "clean" } }')).toHaveLength(1);
    expect(await mistakes('{ "policy": { "introduced": { "info": "clean" } } }')).toHaveLength(1);
  });

  it('shows long and odd values shortened and escaped', async () => {
    const [only] = await mistakes(`{ "target": "a\\n${'b'.repeat(500)}" }`);
    expect(only).not.toContain('\n');
    expect(only?.length).toBeLessThan(140);
  });
});

describe('when the text is not what it seems (malformed)', () => {
  it.each([
    ['nothing', ''],
    ['only a comment', '// hello'],
    ['a list', '[]'],
    ['a text', '"main"'],
    ['null', 'null'],
    ['half an object', '{ "target": '],
    ['two values', '{} {}'],
    ['single quotes', "{ 'target': 'main' }"],
    ['code', 'export default {}'],
    ['a byte order mark', '\ufeff{}'],
    ['a replaced character', '{ "target": "\ufffd" }'],
    ['half a surrogate pair', '{ "target": "\ud800" }'],
    ['a very long text', `{}${' '.repeat(70_000)}`],
    ['very deep nesting', '['.repeat(60_000)],
    ['very deep objects', '{"a":'.repeat(12_000)],
  ])('refuses %s', async (_, text) => {
    expect(await mistakes(text)).not.toEqual([]);
  });

  it('refuses bytes that are not UTF-8', async () => {
    expect(await mistakes(Buffer.from('{ "target": "caf\xe9" }', 'latin1'))).toEqual(['1:1 is not UTF-8']);
  });

  it('refuses bytes with a byte order mark', async () => {
    expect(await mistakes(Buffer.from('\ufeff{}'))).toHaveLength(1);
  });

  it('sees a key named __proto__, which would otherwise bring values that nobody checks', async () => {
    expect(await mistakes('{ "__proto__": { "exclude": ["src/**"] } }')).toEqual([
      expect.stringContaining('1:3 unknown key "__proto__"'),
    ]);
  });

  it('sees keys that every object has', async () => {
    expect(await mistakes('{ "constructor": {}, "policy": { "toString": "escalated" } }')).toHaveLength(2);
  });

  it('reports a key that stands twice however deep it is', async () => {
    expect(await mistakes('{ "policy": { "introduced": { "low": "escalated", "low": "regression" } } }')).toEqual([
      '1:51 "low" stands here a second time',
    ]);
  });
});
