import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { signerLine } from './trust-line.ts';

const NAMESPACE = 'pawl-lock@v1';
const folder = mkdtempSync(join(tmpdir(), 'pawl-line-'));
afterAll(() => rmSync(folder, { recursive: true }));

function publicKey(): string {
  const raw = Buffer.from(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const parts = [Buffer.from('ssh-ed25519'), raw].flatMap((part) => [Buffer.from([0, 0, 0, part.length]), part]);
  return `ssh-ed25519 ${Buffer.concat(parts).toString('base64')}`;
}

const KEY = publicKey();
const LINE = `alice@example.com namespaces="${NAMESPACE}" ${KEY}`;
const line = (given: string, name?: string) => signerLine({ given, name, namespace: NAMESPACE }, folder);

describe('when a person names a key', () => {
  it.each([
    ['the text of a .pub file', `${KEY} alice@example.com`],
    ['the same with a comment of several words', `${KEY} alice@example.com at work`],
    ['a whole line', LINE],
  ])('takes %s', async (_, given) => {
    expect(await line(given)).toBe(LINE);
  });

  it('takes a file, from the folder that the person is in', async () => {
    writeFileSync(join(folder, 'id.pub'), `${KEY} alice@example.com\n`);
    expect(await line('id.pub')).toBe(LINE);
    expect(await line(join(folder, 'id.pub'))).toBe(LINE);
  });

  it('takes the name that the person says for the one in the comment', async () => {
    expect(await line(`${KEY} mallory`, 'alice@example.com')).toBe(LINE);
    expect(await line(KEY, 'alice@example.com')).toBe(LINE);
  });

  it('keeps until when a whole line counts', async () => {
    const bounded = `alice namespaces="${NAMESPACE}",valid-before="20300101Z" ${KEY}`;
    expect(await line(bounded)).toBe(bounded);
  });

  it.each([
    ['a key that says not whose it is', KEY, 'name-missing'],
    ['a file that is not there', 'nothing.pub', 'no-key'],
    ['a folder', '.', 'no-key'],
    ['nothing', '', 'no-key'],
    ['a line for another purpose', LINE.replace('lock', 'checkpoint'), 'no-key'],
    ['a line for every purpose', `alice ${KEY}`, 'signers-malformed'],
    ['a line for anybody', LINE.replace('alice@example.com', '*'), 'signer-wildcard'],
    ['half a key', `${KEY.slice(0, -9)} alice`, 'signers-malformed'],
    ['a key of another kind', 'ssh-dss AAAAB3NzaC1kc3M= alice', 'unsupported-key'],
    ['an authority', `alice cert-authority,namespaces="${NAMESPACE}" ${KEY}`, 'signers-malformed'],
  ])('refuses %s', async (_, given, code) => {
    await expect(line(given)).rejects.toMatchObject({ code });
  });

  it.each(['*', 'a b', 'alice,bob', '!alice', '"x"', 'x\ny'])('refuses the name %j', async (name) => {
    await expect(line(KEY, name)).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:signers-malformed|signer-wildcard)$/u),
    });
  });
});
