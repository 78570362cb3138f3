import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOnThisMachine } from './is-on-this-machine.ts';
import type { PublicKey } from './public-key.ts';
import { publicKeyOfFile } from './public-key-of-file.ts';
import { softwareKey } from './software-key.fixture.ts';
import { pretendAgent, startAgent } from './ssh-agent.fixture.ts';
import { makeKey, needsOpenssh, temporaryHome } from './ssh-keygen.fixture.ts';
import { wireString } from './wire.ts';

const stranger = softwareKey().publicKey;

function answer(key: PublicKey, home: string, socket?: string, signingKeys: readonly string[] = []): Promise<string> {
  return isOnThisMachine(key, { env: { SSH_AUTH_SOCK: socket }, home, signingKeys });
}

describe('when a private key lies in the folder of keys', () => {
  needsOpenssh();

  it.each([
    ['in OpenSSH’s format', ['-t', 'ed25519']],
    ['in OpenSSH’s format, with a passphrase', ['-t', 'ed25519', '-N', 'secret']],
    ['as PKCS#1', ['-t', 'rsa', '-b', '2048', '-m', 'PEM']],
    ['as PKCS#8', ['-t', 'rsa', '-b', '2048', '-m', 'PKCS8']],
    ['as PKCS#8, with a passphrase', ['-t', 'rsa', '-b', '2048', '-m', 'PKCS8', '-N', 'secret']],
    ['as SEC1', ['-t', 'ecdsa', '-b', '384', '-m', 'PEM']],
    ['as SEC1, with a passphrase', ['-t', 'ecdsa', '-b', '521', '-m', 'PEM', '-N', 'secret']],
  ])('it is found, and no other key: %s', async (_, args) => {
    const home = temporaryHome();
    const key = await publicKeyOfFile(makeKey(home, 'key', ...args));
    expect(await answer(key, home)).toBe('yes');
    expect(await answer(stranger, home)).toBe('no');
  });

  it('it is found under any name, in a folder of its own and through a link', async () => {
    const home = temporaryHome();
    const path = makeKey(home, 'key', '-t', 'ed25519');
    const key = await publicKeyOfFile(path);
    await mkdir(join(home, '.ssh', 'work'));
    renameSync(path, join(home, '.ssh', 'work', 'notes.txt'));
    expect(await answer(key, home)).toBe('yes');
    renameSync(join(home, '.ssh', 'work', 'notes.txt'), join(home, 'elsewhere'));
    expect(await answer(key, home)).toBe('no');
    symlinkSync(join(home, 'elsewhere'), join(home, '.ssh', 'key'));
    expect(await answer(key, home)).toBe('yes');
  });

  it('its line ends do not matter', async () => {
    const home = temporaryHome();
    const path = makeKey(home, 'key', '-t', 'ed25519');
    const key = await publicKeyOfFile(path);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
    expect(await answer(key, home)).toBe('yes');
  });
});

describe('when there is no private key', () => {
  needsOpenssh();

  it('it says no of an empty home', async () => {
    const home = temporaryHome();
    rmSync(join(home, '.ssh'), { recursive: true });
    expect(await answer(stranger, home)).toBe('no');
  });

  it('it does not take a public key for one, nor a pipe, a long list or a link to nowhere', async () => {
    const home = temporaryHome();
    const path = makeKey(home, 'key', '-t', 'ed25519');
    const key = await publicKeyOfFile(path);
    unlinkSync(path);
    execFileSync('mkfifo', [join(home, '.ssh', 'pipe')]);
    writeFileSync(join(home, '.ssh', 'known_hosts'), 'example.com ssh-ed25519 AAAA\n'.repeat(10_000));
    symlinkSync(join(home, 'nowhere'), join(home, '.ssh', 'link'));
    expect(await answer(key, home)).toBe('no');
  });
});

describe('when a private key cannot be read', () => {
  needsOpenssh();

  it.each([
    [
      'sealed, with nothing beside it',
      '-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n',
    ],
    ['cut', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n'],
    ['without an end', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n'],
    ['of another program', 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n'],
    ['of a company', '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nAAAA\n---- END SSH2 ENCRYPTED PRIVATE KEY ----\n'],
  ])('it cannot tell: it is %s', async (_, text) => {
    const home = temporaryHome();
    writeFileSync(join(home, '.ssh', 'key'), text);
    expect(await answer(stranger, home)).toBe('unknown');
  });

  it('it cannot tell where a file holds two keys, of which only the first can be seen', async () => {
    const home = temporaryHome();
    const head = ['none', 'none', ''].map(wireString);
    const keys = [softwareKey().publicKey.blob, stranger.blob].map(wireString);
    const bytes = Buffer.concat([Buffer.from('openssh-key-v1\0'), ...head, Buffer.of(0, 0, 0, 2), ...keys]);
    const armoured = ['BEGIN', bytes.toString('base64'), 'END']
      .join('\n')
      .replace(/BEGIN|END/gu, '-----$& OPENSSH PRIVATE KEY-----');
    writeFileSync(join(home, '.ssh', 'key'), `${armoured}\n`);
    expect(await answer(stranger, home)).toBe('unknown');
  });

  it('what lies beside a sealed key says which it is', async () => {
    const home = temporaryHome();
    const path = makeKey(home, 'key', '-t', 'ecdsa', '-m', 'PEM', '-N', 'secret');
    writeFileSync(`${path}.pub`, 'ssh-dss AAAAB3NzaC1kc3M=\n');
    expect(await answer(stranger, home)).toBe('no');
    writeFileSync(`${path}.pub`, 'noise\n');
    expect(await answer(stranger, home)).toBe('unknown');
  });

  it('it cannot tell where a link leads in circles, and finds the key all the same where it is', async () => {
    const home = temporaryHome();
    symlinkSync('.', join(home, '.ssh', 'again'));
    expect(await answer(stranger, home)).toBe('unknown');
    const key = await publicKeyOfFile(makeKey(home, 'key', '-t', 'ed25519'));
    expect(await answer(key, home)).toBe('yes');
  });

  it('it cannot tell where the folder of keys is none', async () => {
    const home = temporaryHome();
    rmSync(join(home, '.ssh'), { recursive: true });
    writeFileSync(join(home, '.ssh'), '');
    expect(await answer(stranger, home)).toBe('unknown');
  });
});

describe('when a key file is configured for signing', () => {
  needsOpenssh();

  it.each(['', '.pub'])(
    'its key is found by the path of the private key and by that of the public key: %j',
    async (suffix) => {
      const home = temporaryHome();
      const path = makeKey(home, 'key', '-t', 'ed25519');
      const key = await publicKeyOfFile(path);
      const elsewhere = temporaryHome();
      expect(await answer(key, elsewhere)).toBe('no');
      expect(await answer(key, elsewhere, undefined, [`${path}${suffix}`])).toBe('yes');
    },
  );

  it('one that is not a file says nothing', async () => {
    const home = temporaryHome();
    execFileSync('mkfifo', [join(home, 'pipe')]);
    for (const path of [join(home, 'pipe'), '/dev/null', home]) {
      expect(await answer(stranger, home, undefined, [path])).toBe('unknown');
    }
  });

  it('one that is not there says nothing, unless it is the public half of what an agent holds', async () => {
    const home = temporaryHome();
    const missing = join(home, 'missing');
    expect(await answer(stranger, home, undefined, [missing])).toBe('unknown');
    expect(await answer(stranger, home, undefined, [`${missing}.pub`])).toBe('no');
  });
});

describe('L06 when an ssh-agent holds the key', () => {
  needsOpenssh();

  it('it is found, and no other key', async () => {
    const home = temporaryHome();
    const agent = await startAgent(home);
    expect(await answer(stranger, home, agent.socket)).toBe('no');
    const path = makeKey(home, 'key', '-t', 'ed25519');
    const other = makeKey(home, 'other', '-t', 'ecdsa');
    const key = await publicKeyOfFile(path);
    for (const file of [other, path]) agent.add(file);
    rmSync(join(home, '.ssh'), { recursive: true });
    expect(await answer(key, home, agent.socket)).toBe('yes');
    expect(await answer(stranger, home, agent.socket)).toBe('no');
  });

  it.each([undefined, ''])('it says no where no agent is named: %j', async (socket) => {
    expect(await answer(stranger, temporaryHome(), socket)).toBe('no');
  });
});

describe('when the agent gives no list', () => {
  const message = (...parts: readonly Uint8Array[]): Buffer => wireString(Buffer.concat(parts));
  const identities = (count: number, ...parts: readonly Buffer[]): Buffer =>
    message(Buffer.of(12, 0, 0, 0, count), ...parts);
  const identity = Buffer.concat([wireString(stranger.blob), wireString('a comment')]);
  const says = (bytes: Buffer) => (socket: Socket) => void socket.write(bytes);

  it('one that does gives it in pieces', async () => {
    const home = temporaryHome();
    const bytes = identities(1, identity);
    const socket = await pretendAgent(home, (client) => {
      client.setNoDelay().write(bytes.subarray(0, 3));
      setTimeout(() => client.write(bytes.subarray(3, 40)), 20);
      setTimeout(() => client.write(bytes.subarray(40)), 40);
    });
    expect(await answer(stranger, home, socket)).toBe('yes');
  });

  it.each([
    ['says nothing', () => undefined],
    ['hangs up', (client: Socket) => void client.end()],
    ['breaks off', (client: Socket) => void client.end(identities(1, identity).subarray(0, 20))],
    ['refuses', says(message(Buffer.of(5)))],
    ['answers something else', says(message(Buffer.of(6, 0, 0, 0, 0)))],
    ['says an empty message', says(message())],
    ['names fewer keys than it says', says(identities(2, identity))],
    ['names more keys than it says', says(identities(1, identity, identity))],
    ['says four gigabytes', says(Buffer.concat([Buffer.alloc(4, 255), identity]))],
    ['says four thousand million keys', says(message(Buffer.of(12, 255, 255, 255, 255)))],
    ['speaks another protocol', says(Buffer.from('SSH-2.0-OpenSSH_9.2\r\n'))],
  ])('it cannot tell: it %s', async (_, behave) => {
    const home = temporaryHome();
    expect(await answer(stranger, home, await pretendAgent(home, behave))).toBe('unknown');
  });

  it.each(['nowhere', '.ssh', 'a\0b'])('it cannot tell where nobody listens: %j', async (name) => {
    const home = temporaryHome();
    expect(await answer(stranger, home, join(home, name))).toBe('unknown');
  });

  it('a key that lies in a file is found all the same', async () => {
    const home = temporaryHome();
    const pem = softwareKey('ssh-rsa');
    writeFileSync(join(home, '.ssh', 'key'), pem.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(await answer(pem.publicKey, home, join(home, 'nowhere'))).toBe('yes');
  });
});
