import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AdapterError, type AdapterErrorCode, type Command, type Output, type PinningDoor } from '@pawl/scanner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithSemgrep, realDoor, runReal } from './real-semgrep.fixture.ts';
import { semgrepAdapter } from './semgrep-adapter.ts';
import { settleRules } from './settle-rules.ts';

const rule = (id: string, rest = 'languages: [python], pattern: eval($X)'): string =>
  `rules: [{ id: ${id}, severity: ERROR, message: m, ${rest} }]`;

async function refusal(pinning: Promise<unknown>): Promise<AdapterError> {
  const error = await pinning.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AdapterError) return error;
  return expect.fail(`there was no AdapterError but ${String(error)}`);
}

function doorTo(commit: Readonly<Record<string, string>>, run: (command: Command) => Output): PinningDoor {
  return { ...realDoor(commit), run: (command) => Promise.resolve(run(command)) };
}

const notCalled = (): never => expect.fail('the tool was called');
const offline = (): Output => ({ kind: 'failed', code: 'tool-failed', why: 'getaddrinfo ENOTFOUND semgrep.dev' });

describe('when rules cannot be had', () => {
  it('it names the pack that is missing, and what mends it', async () => {
    const error = await refusal(
      semgrepAdapter.pin({ rules: ['rules', 'p/default'] }, doorTo({ 'rules/a.yml': rule('a') }, offline)),
    );
    expect(error.code).toBe('rules-missing');
    expect(error.message).toContain('p/default');
    expect(error.next).toMatch(/pawl lock.*https:\/\/semgrep\.dev\/c\/p\/default.*rule file/u);
  });

  it.each([
    ['a file', ['a.yml']],
    ['a folder', ['none/']],
    ['a folder without rule files', ['src']],
    ['a pack that is named as a folder', ['./p/default']],
  ])('it names %s that the commit does not have', async (_, rules) => {
    const error = await refusal(semgrepAdapter.pin({ rules }, doorTo({ 'src/a.py': '' }, notCalled)));
    expect(error.code).toBe('rules-missing');
    expect(error.message).toContain(rules[0]);
  });

  it('it wants rules at all', async () => {
    expect(await refusal(semgrepAdapter.pin({ rules: [] }, doorTo({}, notCalled)))).toMatchObject({
      code: 'rules-missing',
    });
  });
});

describe('when rules are broken', () => {
  it.each([
    ['YAML', 'rules: ['],
    ['JSON', '{"rules": '],
    ['a key that stands twice', 'rules: []\nrules: []'],
    ['a file that is no rule file', 'services: {}'],
    ['no rules', 'rules: []'],
    ['a rule without an id', rule("''")],
    ['an id of ours', rule('pawl.canary.python')],
    ['an id of a copy of ours', rule('pawl.in.python.a')],
    ['an unknown language', rule('a', 'languages: [klingon], pattern: x')],
    ['an unknown severity', 'rules: [{ id: a, severity: FATAL, message: m, languages: [python], pattern: x }]'],
    ['a mode that Semgrep passes over in silence', rule('a', 'mode: join, join: {}')],
    [
      'two rules of one id',
      `rules: [${['x', 'y'].map((p) => `{ id: a, severity: ERROR, message: m, languages: [python], pattern: ${p} }`).join()}]`,
    ],
  ])('it refuses %s', async (_, text) => {
    const error = await refusal(semgrepAdapter.pin({ rules: ['rules.yml'] }, doorTo({ 'rules.yml': text }, notCalled)));
    expect(error.code).toBe('rules-broken');
    expect(error.message).toContain('rules.yml');
  });

  it.each<[string, Output, AdapterErrorCode]>([
    ['is not installed', { kind: 'failed', code: 'tool-missing', why: 'semgrep was not found' }, 'tool-missing'],
    ['does not start', { kind: 'failed', code: 'tool-failed', why: 'status 124' }, 'version-unreadable'],
  ])('it says that Semgrep %s', async (_, output, code) => {
    const error = await refusal(
      semgrepAdapter.pin(
        { rules: ['r.yml'] },
        doorTo({ 'r.yml': rule('a') }, () => output),
      ),
    );
    expect(error.code).toBe(code);
  });
});

describeWithSemgrep('when the real Semgrep is asked', () => {
  it('it pins the version and every rule file below a folder, in one order', async () => {
    const commit = {
      'semgrep/b/c.yaml': rule('z.b'),
      'semgrep/a.yml': `# Why.\n${rule('z.a')}`,
      'semgrep/a.test.yml': 'x: 1',
      'semgrep/a.py': 'eval(x)',
    };
    const pin = await semgrepAdapter.pin({ rules: ['./semgrep/'] }, realDoor(commit));
    expect(pin.version).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(JSON.parse(pin.rules[0]?.text ?? '')).toMatchObject({ rules: [{ id: 'z.a' }, { id: 'z.b' }] });
    const turned = { 'semgrep/a.yml': rule('z.a'), 'semgrep/b/c.yaml': rule('z.b') };
    expect(await semgrepAdapter.pin({ rules: ['semgrep/b', 'semgrep'] }, realDoor(turned))).toEqual(pin);
  });

  it.each([
    ['a pattern that cannot be read', rule('a', "languages: [go], pattern: 'eval((('")],
    ['a rule without a pattern', rule('a', 'languages: [python]')],
    [
      'a pattern that cannot be read in one of its languages',
      rule('a', "languages: [python, go], pattern: 'lambda $X: eval($X)'"),
    ],
    ['a rule for a later Semgrep', rule('a', "languages: [python], pattern: x, min-version: '99.0.0'")],
    ['a rule for the paid engine', rule('a', 'languages: [apex], pattern: x')],
  ])('it refuses %s', async (_, text) => {
    const error = await refusal(semgrepAdapter.pin({ rules: ['rules.yml'] }, realDoor({ 'rules.yml': text })));
    expect(error.code).toBe('rules-broken');
  });
});

describeWithSemgrep('when a pack is fetched', () => {
  const packs: Readonly<Record<string, string>> = {
    '/c/p/small': JSON.stringify({
      rules: [
        { id: 'py.eval', severity: 'ERROR', message: 'm', languages: ['python'], pattern: 'eval($X)' },
        {
          id: 'py.later',
          severity: 'ERROR',
          message: 'm',
          languages: ['python'],
          pattern: 'x',
          'min-version': '99.0.0',
        },
      ],
    }),
    '/c/p/yaml': rule('yaml.rule'),
    '/c/p/half': rule('half', "languages: [python, go, apex], pattern: 'lambda $X: eval($X)'"),
    '/c/p/broken': rule('broken', "languages: [python, go], pattern: 'eval((('"),
  };
  let server: Server;
  let registry: string;
  beforeAll(async () => {
    server = createServer((asked, answer) => {
      const text = packs[asked.url ?? ''];
      answer.writeHead(text === undefined ? 404 : 200).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    registry = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => server.close());

  it('it is merged with the rules of the commit, without what this Semgrep cannot run', async () => {
    const door = realDoor({ 'own.yml': rule('own') });
    const { rules } = await settleRules(['own.yml', 'p/small', 'p/yaml'], door, registry);
    expect(rules.map(({ id }) => id)).toEqual(['own', 'py.eval', 'yaml.rule']);
  });

  it('it keeps of a rule the languages that this Semgrep reads its pattern in', async () => {
    const { rules } = await settleRules(['p/half'], realDoor({}), registry);
    expect(rules.map(({ id, languages, source }) => [id, languages, source['languages']])).toEqual([
      ['half', ['python'], ['python']],
    ]);
  });

  it('it is refused where a pattern is none in any language of its rule', async () => {
    expect(await refusal(settleRules(['p/broken'], realDoor({}), registry))).toMatchObject({ code: 'rules-broken' });
  });

  it('it is missed by name where the registry does not have it', async () => {
    const error = await refusal(settleRules(['p/none'], { ...realDoor({}), run: runReal }, registry));
    expect(error.code).toBe('rules-missing');
    expect(error.message).toMatch(/p\/none.*status 404/u);
  });
});
