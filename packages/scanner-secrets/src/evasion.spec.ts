import { describe, expect, it } from 'vitest';
import { FAKE_SECRETS, fillIn } from './fake-secrets.fixture.ts';
import { scanText } from './scan-text.fixture.ts';

async function rulesIn(text: string, file?: string): Promise<readonly string[]> {
  return (await scanText(fillIn(text), file)).findings.map(({ rule }) => rule);
}

/** The text of the range that a finding gives. */
async function marked(text: string, file?: string): Promise<readonly string[]> {
  const whole = fillIn(text);
  const lines = whole.split('\n');
  const offset = (line = 0, column = 0): number =>
    lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
  const { findings } = await scanText(whole, file);
  return findings.map(({ line, column, endLine, endColumn }) =>
    whole.slice(offset(line, column), offset(endLine, endColumn)),
  );
}

describe('U01, U02: when a comment tells secretlint to keep silent', () => {
  it.each([
    'a = "{{github}}" // secretlint-disable-line',
    '// secretlint-disable-next-line\na = "{{github}}"',
    '/* secretlint-disable */\na = "{{github}}"\n/* secretlint-enable */',
    '# secretlint-disable @secretlint/secretlint-rule-github\na = "{{github}}"',
    '<!-- secretlint-disable -->\n{{github}}',
    'a = "{{github}}" # pragma: allowlist secret, gitleaks:allow, nosec, NOSONAR',
  ])('it is not obeyed: %j', async (text) => {
    expect(await rulesIn(text)).toEqual(['github/GITHUB_TOKEN']);
  });
});

describe('S04, S05: when a secret is in an odd place', () => {
  it.each([
    'package-lock.json',
    'Dockerfile',
    '.env',
    'test/fixtures/a.txt',
    'node_modules/a.js',
    'a.svg',
    '.secretlintignore',
    'a.p12',
  ])('it is found in %s', async (file) => {
    expect(await rulesIn('{{github}}', file)).toEqual(['github/GITHUB_TOKEN']);
  });

  it('S03: it is found in JSON that does not parse', async () => {
    expect(await rulesIn('{ "private_key_id": 1, "private_key": "{{begin}}\\n{{key}}\\n{{end}}",', 'a.json')).toEqual([
      'privatekey/PrivateKey',
    ]);
  });

  it('S01: a padded file is not skipped in silence', async () => {
    expect(await rulesIn(`${'padding\n'.repeat(500_000)}{{github}}`)).toEqual(['github/GITHUB_TOKEN']);
    expect((await scanText('padding\n'.repeat(1_300_000))).coverage).toMatchObject({
      examined: [],
      notExamined: [{ code: 'too-large' }],
    });
  });

  it('E12: each of two equal secrets is a finding', async () => {
    expect(await rulesIn('{{github}}\n{{github}}')).toHaveLength(2);
  });
});

describe('when a finding is passed on', () => {
  it('it marks exactly the secret, so that whoever quotes the line can mask it', async () => {
    expect(await marked('export AWS_SECRET_ACCESS_KEY = "{{awsSecret}}"')).toEqual([FAKE_SECRETS['awsSecret']]);
    expect(await marked('//npm.example.com/:_authToken={{password}}', '.npmrc')).toEqual([FAKE_SECRETS['password']]);
    expect(await marked('😀\r{{github}}')).toHaveLength(1);
    expect(await marked('a\n{{begin}}\n{{key}}\n{{end}}\nb')).toEqual([fillIn('{{begin}}\n{{key}}\n{{end}}')]);
  });

  it('it holds no part of a secret itself', async () => {
    const all = Object.values(FAKE_SECRETS).filter((secret) => !secret.startsWith('-----'));
    const text = fillIn(
      'a {{github}} AWS_SECRET_ACCESS_KEY={{awsSecret}} {{awsId}} {{npm}} {{slack}} https://me:{{password}}@example.com {{sendgrid}}\n{{begin}}\n{{key}}\n{{end}}',
    );
    const result = await scanText(text);
    expect(result.findings).toHaveLength(8);
    for (const secret of all) expect(JSON.stringify(result)).not.toContain(secret.slice(0, 8));
  });
});
