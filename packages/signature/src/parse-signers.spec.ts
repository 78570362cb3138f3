import { describe, expect, it } from 'vitest';
import { errorCode } from './error-code.fixture.ts';
import { formatSigner } from './format-signer.ts';
import { formatKeyLine } from './key-line.ts';
import { parseSigners } from './parse-signers.ts';
import { KEY_TYPES, softwareKey } from './software-key.fixture.ts';

const alice = softwareKey();
const KEY = formatKeyLine(alice.publicKey);
const BASE64 = KEY.split(' ')[1] as string;
const LOCK = 'namespaces="pawl-lock@v1"';
const GOOD = `alice@example.com ${LOCK} ${KEY}`;

function codeOf(...lines: readonly string[]): Promise<string> {
  return errorCode(() => parseSigners(lines));
}

describe('when a list says plainly who may sign', () => {
  it('it gives principal, namespaces and key', () => {
    expect(parseSigners([GOOD])).toEqual([
      { principal: 'alice@example.com', namespaces: ['pawl-lock@v1'], key: alice.publicKey },
    ]);
  });

  it('it gives the time in which the key counts', () => {
    const options = 'valid-after="20260102Z",namespaces="a,b",valid-before="20270131235958Z"';
    expect(parseSigners([`alice ${options} ${KEY}`])).toMatchObject([
      {
        namespaces: ['a', 'b'],
        validAfter: new Date('2026-01-02T00:00:00Z'),
        validBefore: new Date('2027-01-31T23:59:58Z'),
      },
    ]);
  });

  it.each(KEY_TYPES)('it takes a key of the type %s', (type) => {
    const { publicKey } = softwareKey(type);
    expect(parseSigners([`alice ${LOCK} ${formatKeyLine(publicKey)}`])[0]?.key).toEqual(publicKey);
  });

  it('it takes the text of a file, with empty lines, remarks, tabs and a comment after the key', () => {
    const text = `# who may lock\r\n\r\nalice\t${LOCK}  ${KEY} alice's laptop, "old" *\r\n`;
    expect(parseSigners(text)).toMatchObject([{ principal: 'alice' }]);
  });

  it('one person may have two keys', () => {
    expect(parseSigners([GOOD, `alice@example.com ${LOCK} ${formatKeyLine(softwareKey().publicKey)}`])).toHaveLength(2);
  });

  it('nobody is on an empty list', () => {
    expect(parseSigners([])).toEqual([]);
  });
});

describe('when a principal could be anybody', () => {
  it.each(['*', '*@example.com', 'alice@*', 'alic?', '!alice', 'bob,!alice', 'a,*', '**'])(
    'it refuses %j',
    async (principal) => {
      expect(await codeOf(`${principal} ${LOCK} ${KEY}`)).toBe('signer-wildcard');
    },
  );

  it.each(['pawl-*', '*', 'pawl-lock@v?', '!git', 'pawl-lock@v1,!git'])(
    'it refuses the namespaces %j',
    async (namespaces) => {
      expect(await codeOf(`alice namespaces="${namespaces}" ${KEY}`)).toBe('signer-wildcard');
    },
  );

  it('it refuses the whole list, wherever the line is', async () => {
    expect(await codeOf(GOOD, `* ${LOCK} ${formatKeyLine(softwareKey().publicKey)}`)).toBe('signer-wildcard');
  });
});

describe('when a line leaves something open', () => {
  it.each([
    ['no namespaces', `alice ${KEY}`],
    ['no namespaces among its options', `alice valid-before="20270101Z" ${KEY}`],
    ['namespaces of no name', `alice namespaces="" ${KEY}`],
    ['an empty name among its namespaces', `alice namespaces="a,,b" ${KEY}`],
    ['namespaces that end with a comma', `alice namespaces="a," ${KEY}`],
    ['a namespace twice', `alice namespaces="a,a" ${KEY}`],
    ['namespaces twice', `alice namespaces="a",namespaces="b" ${KEY}`],
    ['namespaces without quotes', `alice namespaces=a ${KEY}`],
    ['namespaces with a space', `alice namespaces="a b" ${KEY}`],
    ['namespaces in capitals', `alice NAMESPACES="a" ${KEY}`],
    ['an end in capitals', `alice ${LOCK},VALID-BEFORE="20160101Z" ${KEY}`],
    ['a quote within quotes', `alice namespaces="a\\"b" ${KEY}`],
    ['a quote that is not closed', `alice namespaces="a ${KEY}`],
    ['something after the quotes', `alice namespaces="a"b ${KEY}`],
    ['a comma after the options', `alice namespaces="a", ${KEY}`],
    ['a comma before the options', `alice ,namespaces="a" ${KEY}`],
    ['a certificate authority', `alice cert-authority,${LOCK} ${KEY}`],
    ['a certificate authority at the end', `alice ${LOCK},cert-authority ${KEY}`],
    ['an unknown option', `alice ${LOCK},verify-required="yes" ${KEY}`],
    ['an unknown flag', `alice no-touch-required,${LOCK} ${KEY}`],
    ['two principals', `alice,bob ${LOCK} ${KEY}`],
    ['a principal in quotes', `"alice" ${LOCK} ${KEY}`],
    ['a principal with letters that look alike', `аlice ${LOCK} ${KEY}`],
    ['a principal like a remark', `a#b ${LOCK} ${KEY}`],
    ['no principal', `${LOCK} ${KEY}`],
    ['a space before its principal', ` ${GOOD}`],
    ['a space before a remark', ' # who may lock'],
    ['nothing but spaces', ' \t'],
    ['a line break', GOOD.replace(' ', '\n')],
    ['a zero byte', GOOD.replace('alice', 'al\0ice')],
    ['an escape sequence in its comment', `${GOOD} \x1b[2K`],
  ])('it refuses %s', async (_, line) => {
    expect(await codeOf(line)).toBe('signers-malformed');
  });

  it.each([
    ['the same line twice', [GOOD, GOOD]],
    ['the same key for two people', [GOOD, `bob ${LOCK} ${KEY}`]],
    ['the same key for two things', [GOOD, `alice@example.com namespaces="git" ${KEY}`]],
  ])('it refuses %s', async (_, lines) => {
    expect(await codeOf(...lines)).toBe('signers-malformed');
  });
});

describe('when an instant is not one', () => {
  it.each([
    '20270101',
    '202701011200',
    '20270230Z',
    '20261301Z',
    '20270101240000Z',
    '20270101236000Z',
    '20270101235960Z',
    '2027010112Z',
    '2027-01-01Z',
    '20270101z',
    '20270101UTC',
    ' 20270101Z',
    '0',
    'forever',
    '٢٠٢٧٠١٠١Z',
  ])('it refuses %j', async (instant) => {
    expect(await codeOf(`alice ${LOCK},valid-before="${instant}" ${KEY}`)).toBe('signers-malformed');
  });

  it.each([
    ['ends before it begins', '20270101Z', '20261231Z'],
    ['ends when it begins', '20270101Z', '202701010000Z'],
  ])('it refuses a time that %s', async (_, after, before) => {
    expect(await codeOf(`alice ${LOCK},valid-after="${after}",valid-before="${before}" ${KEY}`)).toBe(
      'signers-malformed',
    );
  });

  it('it refuses a bound that is given twice', async () => {
    const line = `alice ${LOCK},valid-before="20270101Z",valid-before="20280101Z" ${KEY}`;
    expect(await codeOf(line)).toBe('signers-malformed');
  });
});

describe('when the key of a line cannot be read', () => {
  it.each([
    ['none', `alice ${LOCK}`],
    ['a type alone', `alice ${LOCK} ssh-ed25519`],
    ['base64 alone', `alice ${LOCK} ${BASE64}`],
    ['a type that is not the key’s', `alice ${LOCK} ssh-rsa ${BASE64}`],
    ['cut base64', `alice ${LOCK} ssh-ed25519 ${BASE64.slice(0, -4)}`],
    ['base64 of an odd length', `alice ${LOCK} ssh-ed25519 ${BASE64.slice(0, -1)}`],
    ['base64 with something after it', `alice ${LOCK} ssh-ed25519 ${BASE64}=`],
    ['base64 with another character', `alice ${LOCK} ssh-ed25519 ${BASE64.slice(0, -1)}*`],
    ['more bytes than a key has', `alice ${LOCK} ssh-ed25519 ${BASE64}AAAA`],
  ])('it refuses %s', async (_, line) => {
    expect(await codeOf(line)).toBe('signers-malformed');
  });

  it('it refuses a key of a type that may not sign', async () => {
    const dss = Buffer.from('\0\0\0\x07ssh-dss', 'latin1').toString('base64');
    expect(await codeOf(`alice ${LOCK} ssh-dss ${dss}`)).toBe('unsupported-key');
  });
});

describe('formatSigner', () => {
  it('writes the line that is read back', () => {
    const signer = {
      principal: 'alice',
      namespaces: ['a', 'b'],
      key: alice.publicKey,
      validAfter: new Date('2026-01-02T03:04:05Z'),
      validBefore: new Date('2027-01-01T00:00:00Z'),
    };
    const line = formatSigner(signer);
    expect(line).toBe(`alice namespaces="a,b",valid-after="20260102030405Z",valid-before="20270101000000Z" ${KEY}`);
    expect(parseSigners([line])).toEqual([signer]);
  });

  it.each([
    ['a wildcard', { principal: '*', namespaces: ['a'] }, 'signer-wildcard'],
    ['a second line', { principal: 'a\nb', namespaces: ['a'] }, 'signers-malformed'],
    ['a remark', { principal: '#a', namespaces: ['a'] }, 'signers-malformed'],
    ['nothing to sign', { principal: 'a', namespaces: [] }, 'signers-malformed'],
    ['an option in a namespace', { principal: 'a', namespaces: ['a",cert-authority'] }, 'signers-malformed'],
  ])('it refuses to write %s', async (_, signer, code) => {
    expect(await errorCode(() => formatSigner({ ...signer, key: alice.publicKey }))).toBe(code);
  });
});
