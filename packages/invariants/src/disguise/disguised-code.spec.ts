import { describe, expect, it } from 'vitest';
import { judgeInvariants, type SourceText } from '../index.ts';
import { localSyntax } from '../testing/local-syntax.ts';

const syntax = localSyntax();
const source = (file: string, text: string): SourceText => ({ file, blob: text, text });

/** What is told of a change to one file, as `rule line`. */
async function told(file: string, base: string | undefined, head: string): Promise<readonly string[]> {
  const pair = { ...(base === undefined ? {} : { base: source(file, base) }), head: source(file, head) };
  const { findings } = await judgeInvariants([pair], syntax);
  return findings.flatMap(({ kind, rule, location }) =>
    kind === 'disguised-code' ? [`${rule} ${location.line}`] : [],
  );
}

const JAVA = (line: string): string => `class A {\n  void f() {\n    ${line}\n  }\n}\n`;

describe('E01 when a comment is code', () => {
  it.each([
    ['utf-7', 'a.py', '# coding: utf-7\n# +AAo-eval(x)\n'],
    ['unicode_escape', 'a.py', '#!/usr/bin/python\n# coding: unicode_escape\n# \\neval(x)\n'],
    ['rot13', 'a.pyw', '# coding: rot13\n'],
    ['hz', 'a.py', '# coding: hz\nx = 1\n'],
    ['an encoding that somebody registers', 'a.py', '# coding: mine\nx = 1\n'],
    ['a line end in a comment of Java', 'A.java', JAVA('// \\u000a System.exit(1);')],
    ['the end of a comment of Java', 'A.java', JAVA('/* \\u002a\\u002f System.exit(1); /* */')],
    ['half the end of a comment of Java', 'A.java', JAVA('/* *\\uu002f System.exit(1); /* */')],
    ['a quote in a string of Java', 'A.java', JAVA('String s = "\\u0022 + f() + \\u0022";')],
    ['a name of Java', 'A.java', JAVA('\\u0065xit(1);')],
  ])('it tells %s, in a new file and an old one', async (_, file, text) => {
    expect(await told(file, undefined, text)).toEqual([expect.stringMatching(/^hidden-code /u)]);
    expect(await told(file, file.endsWith('py') ? 'x = 2\n' : JAVA(''), text)).toEqual([
      expect.stringMatching(/^hidden-code /u),
    ]);
  });

  it('it is as grave as code that is run', async () => {
    const { findings } = await judgeInvariants([{ head: source('a.py', '# coding: utf-7\n') }], syntax);
    expect(findings).toMatchObject([{ kind: 'disguised-code', severity: 'high', location: { file: 'a.py', line: 1 } }]);
  });

  it('it tells each new version of what was there before, which nobody could read', async () => {
    const text = '# coding: utf-7\n# +AAo-eval(x)\n';
    expect(await told('a.py', text, `${text}# +AAo-eval(y)\n`)).toEqual(['hidden-code 1']);
  });

  it.each([
    ['plain UTF-8', 'a.py', '# -*- coding: utf-8 -*-\nx = "é"\n'],
    ['an old encoding in which ASCII is ASCII', 'a.py', '# coding: cp1251\nx = "ж"\n'],
    ['another one', 'a.py', '# -*- coding: iso_8859_15 -*-\nx = "é"\n'],
    ['escapes that end nothing', 'A.java', JAVA('char c = \'\\u0000\'; String s = "\\u0041\\u00e9"; // \\u0041')],
    ['an escaped escape', 'A.java', JAVA('String s = "\\\\u000a"; // \\\\u000a')],
    ['a path in a comment', 'A.java', JAVA('// a/b \\u002f c')],
    ['a comment of another language', 'a.js', '// \\u000a f()\n// coding: utf-7\n'],
  ])('it tells nothing of %s', async (_, file, text) => {
    expect(await told(file, undefined, text)).toEqual([]);
  });
});

describe('E03 when text reads otherwise than it runs', () => {
  it.each([
    ['marks of direction', 'a.py', '# \u202E } \u2066\n'],
    ['marks of direction in a string', 'a.go', 'package a\n\nvar s = "user\u202E"\n'],
    ['marks of direction in code that nothing reads', 'a.lua', '-- \u202E } \u2066\n'],
    ['an invisible name', 'a.js', 'const { timeout, \u3164 } = req.query;\n'],
    ['an invisible letter in a name', 'a.py', 'is_ad\u200Cmin = 1\n'],
    ['an invisible letter in a word', 'a.ts', "export const role = 'ad\u200Bmin';\n"],
    ['a payload of selectors', 'a.js', `export const s = 'x\u{FE01}\u{E0110}';\n`],
    ['a payload of tags', 'a.py', `s = "x\u{E0065}\u{E0076}"\n`],
    ['the end of a line in some programs', 'a.js', '// note\u2028run(x);\nstop();\n'],
    ['a lone carriage return', 'a.py', '# note\rrun(x)\nstop()\n'],
  ])('it tells %s', async (_, file, text) => {
    expect(await told(file, undefined, text)).toEqual([expect.stringMatching(/^misleading-characters \d$/u)]);
  });

  it.each([
    ['a letter of another script in a name', 'a.js', 'const \u0430dmin = 1;\n'],
    [
      'a name wholly in another script that is here in ASCII too',
      'a.py',
      'scope = 1\n\u0455\u0441\u043E\u0440\u0435 = 2\n',
    ],
    ['a wide letter in a name of Python', 'a.py', 'total = \uFF53um(x)\n'],
    ['a letter of mathematics', 'a.py', 'total = \u{1D4C8}um(x)\n'],
    ['a letter of another script in a word', 'a.ts', "if (role === '\u0430dmin') stop();\n"],
    ['a click that looks like an operator', 'a.js', 'if (env\u01C3=PROD) start();\n'],
    ['an escape in a name', 'a.js', 'ev\\u0061l(x);\n'],
    ['an escape with braces', 'a.ts', 'ev\\u{61}l(x);\n'],
  ])('it tells %s', async (_, file, text) => {
    expect(await told(file, undefined, text)).toEqual([expect.stringMatching(/^lookalike-name [12]$/u)]);
  });

  it('it asks a person and proves nothing', async () => {
    const { findings } = await judgeInvariants([{ head: source('a.py', '\u0430dmin = 1\n# \u202E\n') }], syntax);
    expect(findings.map(({ severity }) => severity)).toEqual(['medium', 'medium']);
  });

  it('it names the characters and repeats none of them', async () => {
    const { findings } = await judgeInvariants([{ head: source('a.py', '# \u202E a \u202E\n') }], syntax);
    expect(findings).toMatchObject([{ snippet: 'U+202E', message: expect.stringMatching(/U\+202E.*\(2 times\)$/u) }]);
    expect(JSON.stringify(findings)).not.toContain('\u202E');
  });

  it('it tells nothing of what was there, or moved here', async () => {
    const text = '# \u202E } \u2066\nx = 1\n';
    expect(await told('a.py', text, `${text}y = 2\n`)).toEqual([]);
    const moved = [{ base: source('a.py', text), head: source('a.py', 'x = 1\n') }, { head: source('b.py', text) }];
    expect((await judgeInvariants(moved, syntax)).findings).toEqual([]);
  });

  it.each([
    ['words in any script', 'a.js', "const t = ['Привет', 'שלום', '你好', 'naïve', 'COVIDом'];\n"],
    ['names in any script', 'a.py', 'größe = 1\nданные = 2\nΔx = λ = σ2 = 3\n'],
    ['a byte order mark', 'a.cs', '\uFEFFclass A {}\n'],
    ['emoji', 'a.ts', "const s = '❤️ 👨‍👩‍👧 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}';\n"],
    ['joiners of scripts that need them', 'a.py', 's = "می\u200Cخواهم"  # می\u200Cخواهم\n'],
    ['a soft hyphen', 'a.js', "const s = 'Benutzer\u00ADname';\n"],
    ['wide letters of a text', 'a.py', 's = "ＡＢＣ"\n'],
    ['other words for line ends', 'a.js', 'a();\r\nb();\r\r\nc();\r\n'],
    ['characters that are written as escapes', 'a.js', 'const s = "\\u202e\\u200b", r = /[\\u2028]/;\n'],
    ['a word in a test', 'src/a.spec.ts', "expect(isPlain('\u0430dmin')).toBe(false);\n"],
    ['markup of a component', 'a.vue', '<template>\u200B<p>\u0430</p></template>\n<script>\na();\n</script>\n'],
  ])('it tells nothing of %s', async (_, file, text) => {
    expect(await told(file, undefined, text)).toEqual([]);
  });
});

const IMPORTED = `import { escapeHtml } from './escape.js';\n\nexport const page = (name) => '<p>' + escapeHtml(name) + '</p>';\n`;
const WITHOUT_IMPORT = IMPORTED.replace(/^import.*\n/u, '');

describe('E06 when a defence is one in name only', () => {
  it.each([
    ['it hands back what it is given', 'a.js', 'hollow-defence 1', `const escapeHtml = (x) => x;\n${WITHOUT_IMPORT}`],
    [
      'it is a text at most',
      'a.js',
      'hollow-defence 1',
      `function escapeHtml(x) {\n  return String(x);\n}\n${WITHOUT_IMPORT}`,
    ],
    ['it is another function', 'a.js', 'hollow-defence 1', `const escapeHtml = String;\n${WITHOUT_IMPORT}`],
    [
      'it is imported under the name',
      'a.js',
      'hollow-defence 1',
      IMPORTED.replace('{ escapeHtml }', '{ same as escapeHtml }'),
    ],
    [
      'it is put in the place of the real one',
      'a.js',
      'hollow-defence 2',
      IMPORTED.replace('\n', '\nescape.html.escapeHtml = (x) => x;\n'),
    ],
    [
      'another one is defined here',
      'a.js',
      'replaced-defence 1',
      `const escapeHtml = (x) => x.replace('<', '');\n${WITHOUT_IMPORT}`,
    ],
  ])('it tells that %s', async (_, file, expected, head) => {
    expect(await told(file, IMPORTED, head)).toEqual([expected]);
  });

  it.each([
    ['Python', 'a.py', 'def is_allowed(user):\n    """Whether the user may."""\n    return True\n'],
    ['a middleware', 'a.js', 'export function requireAdmin(req, res, next) {\n  next();\n}\n'],
    ['a lambda', 'a.py', 'sanitize = lambda value: value\n'],
    ['a name of Python', 'a.py', 'escape = str\n'],
    ['an import of Python', 'a.py', 'from views import render as escape\n'],
    [
      'a function without a body to speak of',
      'a.ts',
      'export const verifyToken = async (token: string): Promise<void> => {};\n',
    ],
  ])('it tells it in %s', async (_, file, head) => {
    expect(await told(file, 'x = 1\n', head)).toEqual([expect.stringMatching(/^hollow-defence \d$/u)]);
  });

  it.each([
    ['as', 'a.ts', 'export const html = (x: string) => x as SafeHtml;\n'],
    ['as unknown as', 'a.ts', 'export const html = (x: string) => x as unknown as TrustedHTML;\n'],
    ['brackets', 'a.ts', 'export const html = (x: string) => <SafeHtml>x;\n'],
    ['cast', 'a.py', 'def html(x):\n    return cast("SafeString", x)\n'],
  ])('it tells a value that is only called safe: %s', async (_, file, head) => {
    expect(await told(file, undefined, head)).toEqual([expect.stringMatching(/^claimed-safe \d$/u)]);
  });

  it('it is quiet about the way back', async () => {
    expect(await told('a.js', `const escapeHtml = (x) => x;\n${WITHOUT_IMPORT}`, IMPORTED)).toEqual([]);
  });

  it.each([
    ['a defence that does something', 'a.js', "const escapeHtml = (x) => x.replace(/</g, '&lt;');\n"],
    ['a check that refuses', 'a.py', 'def is_allowed(user):\n    return False\n'],
    ['a name that says that nothing is done', 'a.js', 'const noEscape = (x) => x;\nconst skipValidate = () => true;\n'],
    ['a method to be overridden', 'a.py', 'class Serializer:\n    def validate(self, data):\n        return data\n'],
    ['a default in an option', 'a.js', 'render({ sanitize: (x) => x, validate() {} });\n'],
    ['a double of a test', 'src/a.test.js', 'const verifyToken = () => true;\n'],
    ['a double of a test beside it', 'src/__mocks__/auth.js', 'export const verifyToken = () => true;\n'],
    ['any other function', 'a.js', 'export const identity = (x) => x;\nexport const isEnabled = () => true;\n'],
    ['a value that was made safe', 'a.ts', 'export const html = (x: string) => sanitize(x) as SafeHtml;\n'],
    [
      'a type that promises nothing',
      'a.ts',
      'export const r = x as SafeParseReturnType<A, B>;\nexport const s = y as string;\n',
    ],
  ])('it tells nothing of %s', async (_, file, head) => {
    expect(await told(file, undefined, head)).toEqual([]);
  });
});
