import { connect } from 'node:net';
import { SignatureError } from './signature-error.ts';
import { WireReader } from './wire.ts';

/** Of the SSH agent protocol, RFC 9987. */
const REQUEST_IDENTITIES = Buffer.of(0, 0, 0, 1, 11);
const IDENTITIES_ANSWER = 12;

const MAX_BYTES = 1024 * 1024;
const MAX_MS = 1000;

const refuse = (why: string): SignatureError =>
  new SignatureError('key-unusable', `the ssh-agent gave no list of keys: ${why}`, {
    next: 'look at the agent: ssh-add -l',
  });

/**
 * The public keys that the agent at this socket can sign with, in SSH's encoding.
 *
 * @throws SignatureError `key-unusable` where there is no agent, or none that answers within a second.
 */
export async function keysOfAgent(socketPath: string): Promise<readonly Uint8Array[]> {
  const reader = new WireReader(await ask(socketPath), refuse);
  if (reader.byte() !== IDENTITIES_ANSWER) throw refuse('it refuses');
  const keys: Uint8Array[] = [];
  for (let left = reader.uint32(); left > 0; left--) {
    keys.push(reader.string());
    // The comment beside it.
    reader.string();
  }
  reader.end();
  return keys;
}

/** The message that the agent answers with, without its length. */
function ask(socketPath: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath);
    const timer = setTimeout(() => socket.destroy(refuse('it does not answer')), MAX_MS);
    let answer = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]);
      const length = answer.length < 4 ? 0 : answer.readUInt32BE();
      if (length > MAX_BYTES) socket.destroy(refuse('it says too much'));
      if (answer.length < 4 + length || answer.length < 4) return;
      resolve(answer.subarray(4));
      socket.destroy();
    });
    socket.on('error', (cause) => reject(cause instanceof SignatureError ? cause : refuse(cause.message)));
    socket.on('close', () => {
      clearTimeout(timer);
      // Where it answered or failed before, this says nothing more.
      reject(refuse('it hung up'));
    });
    socket.write(REQUEST_IDENTITIES);
  });
}
