import { describe, expect, it } from 'vitest';
import { armour } from './armour.ts';
import { errorCode } from './error-code.fixture.ts';
import { blobOf, forge, NAMESPACE, partsOf, TEXT } from './forge.fixture.ts';
import type { Signer } from './signer.ts';
import { KEY_TYPES, softwareKey, type SoftwareKey } from './software-key.fixture.ts';
import { keyOfSignature, type Question, verifySignature } from './verify-signature.ts';

const alice = softwareKey();
const NOW = new Date('2026-11-23T12:00:00Z');

function signer(key: SoftwareKey, more: Partial<Signer> = {}): Signer {
  return { principal: 'alice@example.com', namespaces: [NAMESPACE], key: key.publicKey, ...more };
}

function question(more: Partial<Question> = {}): Question {
  return { text: TEXT, signature: forge(alice), namespace: NAMESPACE, signers: [signer(alice)], at: NOW, ...more };
}

function codeOf(more: Partial<Question>): Promise<string> {
  return errorCode(() => verifySignature(question(more)));
}

describe('when somebody who may sign has signed', () => {
  it.each(KEY_TYPES)('it says who, with a key of the type %s', (type) => {
    const key = softwareKey(type);
    const by = verifySignature(
      question({ signature: forge(key), signers: [signer(alice), signer(key, { principal: 'bob' })] }),
    );
    const isHardware = type.startsWith('sk-');
    expect(by).toEqual({
      principal: 'bob',
      key: key.publicKey,
      isHardware,
      userPresent: isHardware,
      userVerified: false,
    });
  });

  it('it takes the text as bytes too', () => {
    expect(verifySignature(question({ text: Buffer.from(TEXT) })).principal).toBe('alice@example.com');
  });

  it('it takes the first and the last instant of the time that the key has', () => {
    const bounds = { validAfter: new Date('2026-01-01T00:00:00Z'), validBefore: new Date('2026-12-31T00:00:00Z') };
    for (const at of Object.values(bounds)) {
      expect(verifySignature(question({ signers: [signer(alice, bounds)], at })).principal).toBe('alice@example.com');
    }
  });

  it('the key that a signature names is told without a list', () => {
    expect(keyOfSignature(forge(alice))).toEqual(alice.publicKey);
  });
});

describe('when the text is not the one that was signed', () => {
  it.each([
    ['one byte more', `${TEXT}\n`],
    ['one byte less', TEXT.slice(0, -1)],
    ['another byte', TEXT.replace('2', '3')],
    ['nothing', ''],
  ])('it refuses %s', async (_, text) => {
    expect(await codeOf({ text })).toBe('signature-wrong');
  });

  it.each(KEY_TYPES)('it refuses it with a key of the type %s', async (type) => {
    const key = softwareKey(type);
    expect(await codeOf({ text: 'x', signature: forge(key), signers: [signer(key)] })).toBe('signature-wrong');
  });
});

describe('when one bit of the signature is flipped', () => {
  it('it verifies nowhere in what ssh-keygen would have written', async () => {
    const good = Buffer.from(forge(alice), 'latin1');
    expect(good.length).toBe(306);
    expect(await acceptedFlips(good, (bytes) => codeOf({ signature: bytes.toString('latin1') }))).toEqual([]);
  });

  // The larger curves go the way of the smallest, at ten times its cost.
  it.each(KEY_TYPES.filter((type) => !/384|521/u.test(type)))(
    'it verifies nowhere within the armour, with a key of the type %s',
    async (type) => {
      const key = softwareKey(type);
      const signers = [signer(key)];
      const good = blobOf(partsOf(key));
      expect(await codeOf({ signature: armour(good), signers })).toBe('accepted');
      expect(await acceptedFlips(good, (blob) => codeOf({ signature: armour(blob), signers }))).toEqual([]);
    },
  );
});

async function acceptedFlips(good: Buffer, codeFor: (bytes: Buffer) => Promise<string>): Promise<readonly number[]> {
  const accepted: number[] = [];
  for (let bit = 0; bit < 8 * good.length; bit++) {
    const bytes = Buffer.from(good);
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    if ((await codeFor(bytes)) === 'accepted') accepted.push(bit);
  }
  return accepted;
}

describe('L08 when the signature was made for something else', () => {
  it('it refuses one that is good in its own namespace', async () => {
    const signature = signedFor('git');
    expect(
      verifySignature(question({ signature, namespace: 'git', signers: [signer(alice, { namespaces: ['git'] })] }))
        .principal,
    ).toBe('alice@example.com');
    expect(await codeOf({ signature, signers: [signer(alice, { namespaces: ['git', NAMESPACE] })] })).toBe(
      'namespace-wrong',
    );
  });

  it.each(['pawl-lock@v2', 'pawl-lock@v', 'PAWL-LOCK@V1', 'pawl-lock@v1\0', ' pawl-lock@v1', '*'])(
    'it refuses the namespace %j',
    async (namespace) => {
      expect(await codeOf({ signature: signedFor(namespace) })).toBe('namespace-wrong');
    },
  );

  it('it refuses one whose namespace was changed afterwards', async () => {
    expect(await codeOf({ signature: forge(alice, { inner: partsOf(alice, { namespace: 'git' }).inner }) })).toBe(
      'signature-wrong',
    );
  });
});

function signedFor(namespace: string): string {
  return forge(alice, partsOf(alice, { namespace }));
}

describe('when the signer may not sign', () => {
  it('it refuses a key that is not in the list', async () => {
    expect(await codeOf({ signers: [signer(softwareKey())] })).toBe('signer-unknown');
  });

  it('it refuses everybody where the list is empty', async () => {
    expect(await codeOf({ signers: [] })).toBe('signer-unknown');
  });

  it('it refuses a key of the list that others say is theirs', async () => {
    const mallory = softwareKey();
    expect(await codeOf({ signature: forge(mallory, { key: alice.publicKey.blob }) })).toBe('signature-wrong');
  });

  it.each([
    ['for nothing', []],
    ['for something else', ['pawl-checkpoint@v1']],
    ['for what only begins alike', ['pawl-lock@v', 'pawl-lock@v11']],
    // Who builds the list by hand gets no pattern either.
    ['for what only a pattern would match', ['pawl-*', '*']],
  ])('it refuses one who may sign %s', async (_, namespaces) => {
    expect(await codeOf({ signers: [signer(alice, { namespaces })] })).toBe('signer-not-allowed-namespace');
  });

  it.each([
    ['a millisecond too early', { validAfter: new Date(NOW.getTime() + 1) }, 'signer-not-yet-valid'],
    ['years too early', { validAfter: new Date('2036-01-01T00:00:00Z') }, 'signer-not-yet-valid'],
    ['a millisecond too late', { validBefore: new Date(NOW.getTime() - 1) }, 'signer-expired'],
    ['years too late', { validBefore: new Date('2016-01-01T00:00:00Z') }, 'signer-expired'],
  ])('it refuses one who signs %s', async (_, bounds, code) => {
    expect(await codeOf({ signers: [signer(alice, bounds)] })).toBe(code);
  });

  it.each([
    ['validAfter', 'signer-not-yet-valid'],
    ['validBefore', 'signer-expired'],
  ])('it refuses an instant that is none where there is a %s', async (bound, code) => {
    const signers = [signer(alice, { [bound]: NOW })];
    expect(await codeOf({ at: new Date(Number.NaN), signers })).toBe(code);
  });

  it('a wrong signature is called wrong, whatever else its signer may not', async () => {
    const signers = [signer(alice, { namespaces: [], validBefore: new Date(0) })];
    expect(await codeOf({ text: 'x', signers })).toBe('signature-wrong');
  });
});
