import { describe, expect, it } from 'vitest';
import { toFinding, type RawFinding } from './finding.ts';
import { fingerprint, normaliseCode } from './fingerprint.ts';

const identity = { tool: 'bandit', rule: 'B608', symbol: 'find_user', code: 'cursor.execute("SELECT " + name)' };
const same = fingerprint(identity);

describe('when the code only moved', () => {
  const raw: RawFinding = {
    tool: 'bandit',
    rule: 'B608',
    severity: 'high',
    message: 'SQL built from a string',
    cwe: ['CWE-89'],
    file: 'a.py',
    line: 3,
  };
  const surroundings = { symbol: 'find_user', snippet: 'cursor.execute("SELECT " + name)' };

  it('it keeps its fingerprint in another file, on another line, at another column', () => {
    const moved = toFinding({ ...raw, file: 'lib/b.py', line: 300, column: 9, endLine: 301 }, surroundings);
    expect(moved.fingerprint).toBe(toFinding(raw, surroundings).fingerprint);
  });

  it('it keeps its fingerprint whatever the message and the severity of a result say', () => {
    const told = toFinding({ ...raw, message: 'other words', severity: 'low' }, surroundings);
    expect(told.fingerprint).toBe(toFinding(raw, surroundings).fingerprint);
  });
});

describe('when a formatter ran', () => {
  it.each([
    ['indentation', '        cursor.execute("SELECT " + name)'],
    ['line breaks', 'cursor.execute(\n    "SELECT " + name\n)'],
    ['a trailing comma', 'cursor.execute(\n    "SELECT " + name,\n)'],
    ['quotes', "cursor.execute('SELECT ' + name)"],
    ['spaces around operators', 'cursor.execute( "SELECT "+name )'],
    ['a semicolon', 'cursor.execute("SELECT " + name);'],
    ['Windows line ends', 'cursor.execute(\r\n\t"SELECT " + name)\r\n'],
  ])('it ignores %s', (_, code) => {
    expect(fingerprint({ ...identity, code })).toBe(same);
  });
});

describe('when something that matters differs', () => {
  it.each([
    ['tool', { tool: 'semgrep' }],
    ['rule', { rule: 'B609' }],
    ['symbol', { symbol: 'find_users' }],
    ['code', { code: 'cursor.execute("SELECT " + name + role)' }],
    ['case of the code', { code: 'cursor.execute("select " + name)' }],
  ])('it differs by %s', (_, change) => {
    expect(fingerprint({ ...identity, ...change })).not.toBe(same);
  });

  it('it does not glue words together', () => {
    expect(normaliseCode('not in x')).not.toBe(normaliseCode('notin x'));
  });

  it('it tells a template literal from a plain string of the same characters', () => {
    expect(normaliseCode('exec(`ls ${dir}`)')).not.toBe(normaliseCode('exec("ls ${dir}")'));
  });
});

describe('when fields could run into each other', () => {
  it('it does not take the end of one field for the start of the next', () => {
    const left = fingerprint({ tool: 'a', rule: 'bc', symbol: '', code: '' });
    const right = fingerprint({ tool: 'ab', rule: 'c', symbol: '', code: '' });
    expect(left).not.toBe(right);
  });

  it('it is not fooled by a field that imitates a length prefix', () => {
    const left = fingerprint({ tool: 'a', rule: '1:b', symbol: '', code: '' });
    const right = fingerprint({ tool: 'a3:1', rule: 'b', symbol: '', code: '' });
    expect(left).not.toBe(right);
  });
});

it('when anyone recomputes it, it is 32 hexadecimal digits of the documented hash', () => {
  // printf '6:bandit4:B6083:f_x7:eval(x)' | sha256sum | cut -c1-32
  expect(fingerprint({ tool: 'bandit', rule: 'B608', symbol: 'f_x', code: ' eval( x );' })).toBe(
    'ba753799b3cfc6f9759bd3d5a6366c64',
  );
});

it('when a line has a hundred thousand semicolons it still ends', () => {
  expect(normaliseCode(`${';'.repeat(100_000)}x;;`)).toBe(`${';'.repeat(100_000)}x`);
});
