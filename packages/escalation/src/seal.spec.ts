import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { paddedSize } from './padding.ts';
import { seal } from './seal.ts';
import { unseal } from './unseal.ts';

interface Reviewer {
  readonly identity: string;
  readonly recipient: string;
}

async function reviewer(): Promise<Reviewer> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const SECRET = text('{"rule":"sql-injection"}');

let alice: Reviewer;
let bob: Reviewer;
let agent: Reviewer;
beforeAll(async () => {
  [alice, bob, agent] = await Promise.all([reviewer(), reviewer(), reviewer()]);
});

describe('when something is sealed', () => {
  it('every recipient opens it, and nobody else', async () => {
    const sealed = await seal(SECRET, [alice.recipient, bob.recipient]);
    expect(await unseal(sealed, alice.identity)).toEqual(SECRET);
    expect(await unseal(sealed, bob.identity)).toEqual(SECRET);
    await expect(unseal(sealed, agent.identity)).rejects.toMatchObject({ name: 'SealError', code: 'not-for-you' });
  });

  it('an identity file with several keys opens it with the one that fits', async () => {
    const sealed = await seal(SECRET, [bob.recipient]);
    const file = `# created: 2026-01-01\n# public key: ${alice.recipient}\n${alice.identity}\r\n\n${bob.identity}\n`;
    expect(await unseal(sealed, file)).toEqual(SECRET);
  });

  it('whoever is named twice does not show in the size', async () => {
    const once = await seal(SECRET, [alice.recipient]);
    const twice = await seal(SECRET, [alice.recipient, alice.recipient]);
    expect(twice.length).toBe(once.length);
  });

  it('two seals of the same differ', async () => {
    expect(await seal(SECRET, [alice.recipient])).not.toEqual(await seal(SECRET, [alice.recipient]));
  });

  it('what lies between two bucket limits has one size', async () => {
    const sizes = async (...lengths: readonly number[]): Promise<readonly number[]> =>
      Promise.all(lengths.map(async (length) => (await seal(new Uint8Array(length), [alice.recipient])).length));
    const [empty, one, most, over] = await sizes(0, 1, 4088, 4089);
    expect([one, most]).toEqual([empty, empty]);
    expect(over).toBeGreaterThan(empty ?? 0);
  });

  it.each([0, 1, 4088, 4089, 8184, 8185, 100_000])('gives back %i bytes as they were', async (length) => {
    const plain = new Uint8Array(length).map((_, at) => at % 251);
    expect(await unseal(await seal(plain, [alice.recipient]), alice.identity)).toEqual(plain);
  });
});

describe('when a recipient cannot be used', () => {
  it('nobody named is an error, not something that nobody can read', async () => {
    await expect(seal(SECRET, [])).rejects.toMatchObject({ code: 'no-recipient' });
  });

  it.each([
    ['a name', () => 'alice@example.com'],
    ['an ssh key', () => 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH'],
    ['a mistyped one', () => `${alice.recipient.slice(0, -1)}${alice.recipient.endsWith('q') ? 'p' : 'q'}`],
    ['one in capitals', () => alice.recipient.toUpperCase()],
    ['a post-quantum one', () => `age1pq1${'q'.repeat(58)}`],
    ['the neutral point, with which every secret is zero', () => `age1${'q'.repeat(52)}5cu47z`],
    ['an identity', () => alice.identity],
    ['nothing', () => ''],
  ])('%s is refused', async (_, recipient) => {
    await expect(seal(SECRET, [bob.recipient, recipient()])).rejects.toMatchObject({ code: 'recipient-invalid' });
  });
});

describe('when what is sealed was tampered with', () => {
  it('every flipped byte is an error', async () => {
    const sealed = await seal(SECRET, [alice.recipient]);
    for (let at = 0; at < sealed.length; at += at < 220 ? 1 : 97) {
      const flipped = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
      await expect(unseal(flipped, alice.identity), `byte ${at}`).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:sealed-damaged|not-for-you)$/u),
      });
    }
  });

  it.each([0, 1, 100, 199, 200, 216, 4295])('cut after %i bytes it is an error', async (length) => {
    const sealed = await seal(SECRET, [alice.recipient]);
    await expect(unseal(sealed.slice(0, length), alice.identity)).rejects.toMatchObject({ code: 'sealed-damaged' });
  });

  it('one byte more is an error', async () => {
    const sealed = await seal(SECRET, [alice.recipient]);
    const longer = new Uint8Array([...sealed, 0]);
    await expect(unseal(longer, alice.identity)).rejects.toMatchObject({ code: 'sealed-damaged' });
  });

  it.each([
    ['no padding', () => SECRET],
    ['a length beyond the end', () => new Uint8Array(4096).fill(255, 0, 8)],
    ['a bucket larger than needed', () => new Uint8Array(8192)],
    ['something hidden in the padding', () => new Uint8Array(4096).fill(1, 4095)],
  ])('well encrypted but with %s is an error', async (_, padded) => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(alice.recipient);
    const sealed = await encrypter.encrypt(padded());
    await expect(unseal(sealed, alice.identity)).rejects.toMatchObject({ code: 'sealed-damaged' });
  });
});

describe('when an identity cannot be used', () => {
  it.each([
    ['nothing', () => ''],
    ['only a comment', () => '# public key: age1\n'],
    ['a recipient', () => alice.recipient],
    ['a mistyped one', () => `${alice.identity.slice(0, -1)}${alice.identity.endsWith('Q') ? 'P' : 'Q'}`],
    ['one that is no secret key', () => 'AGE-PLUGIN-YUBIKEY-1QQQ'],
  ])('%s is refused, and not repeated in the message', async (_, identity) => {
    const sealed = await seal(SECRET, [alice.recipient]);
    const refused: unknown = await unseal(sealed, identity()).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'identity-invalid' });
    if (identity() !== '') expect(String(refused)).not.toContain(identity());
  });
});

describe('paddedSize', () => {
  it.each([
    [0, 4096],
    [4088, 4096],
    [4089, 8192],
    [8184, 8192],
    [8185, 16_384],
    [1_000_000, 1_048_576],
  ])('of %i bytes is %i', (length, size) => {
    expect(paddedSize(length)).toBe(size);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 30])('refuses %d', (length) => {
    expect(() => paddedSize(length)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});
