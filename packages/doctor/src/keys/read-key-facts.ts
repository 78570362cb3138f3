import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { Trusted } from '@pawl/checkpoint';
import {
  isHardwareKey,
  fingerprintOf,
  isOnThisMachine,
  type Machine,
  parseSigners,
  type Signer,
} from '@pawl/signature';
import { type Fact, isUnread, reading, unlessMissing } from '../fact.ts';
import type { Place } from '../place.ts';
import type { AllKeyFacts, KeyFacts, KeyFileFacts } from './key-facts.ts';
import { keyProtection } from './key-protection.ts';

/** Which keys count here, and which of them can be used here. No private key is looked into further than its first lines. */
export async function readKeyFacts({ context }: Place, trusted: Fact<Trusted>): Promise<AllKeyFacts> {
  if (isUnread(trusted)) return { anchor: trusted, firstSeen: [], keyFiles: [] };
  const { anchor, memory } = trusted.is;
  const named = context.env['PAWL_SIGNING_KEY'];
  const keyFiles = [...new Set([...memory.keyFiles, ...(named ? [resolve(context.cwd, named)] : [])])];
  const machine: Machine = { env: context.env, home: context.env['HOME'] || homedir(), signingKeys: keyFiles };
  return {
    anchor: await reading(
      async () =>
        anchor && {
          from: anchor.from,
          mode: await reading(() => modeOf(anchor.from, context.env)),
          signers: await keysOf(anchor.anchor.signers, machine),
          verifiers: await keysOf(anchor.anchor.verifiers, machine),
        },
    ),
    firstSeen: await keysOf(memory.signers, machine),
    keyFiles: await Promise.all(keyFiles.map(readKeyFile)),
  };
}

/** What others may do with the anchor, or with the folder in which they could put another one. */
async function modeOf(from: string, env: Place['context']['env']): Promise<number | undefined> {
  const file = from === 'PAWL_ANCHOR' ? env['PAWL_ANCHOR'] : from;
  if (file === undefined || !isAbsolute(file) || process.platform === 'win32') return undefined;
  const [own, folder] = await Promise.all([stat(file), stat(dirname(file))]);
  // In a folder like /tmp nobody replaces what is another's.
  const isSticky = (folder.mode & 0o1000) !== 0;
  return own.mode | (isSticky ? 0 : folder.mode);
}

async function keysOf(lines: readonly string[], machine: Machine): Promise<readonly KeyFacts[]> {
  return Promise.all(parseSigners(lines).map((signer) => keyFacts(signer, machine)));
}

async function keyFacts({ principal, key }: Signer, machine: Machine): Promise<KeyFacts> {
  const inFile = await isOnThisMachine(key, { ...machine, env: {} });
  const anywhere = await isOnThisMachine(key, machine);
  // What the files do not know and the machine as a whole does is in the agent.
  const inAgent = anywhere === inFile ? 'no' : anywhere;
  return { principal, fingerprint: fingerprintOf(key), isHardware: isHardwareKey(key), inAgent, inFile };
}

async function readKeyFile(path: string): Promise<KeyFileFacts> {
  const file = await reading(async () => {
    const stats = await stat(path).catch(unlessMissing);
    if (stats === undefined) return undefined;
    const text = stats.isFile() && stats.size < 65_536 ? await readFile(path, 'latin1') : '';
    return { mode: process.platform === 'win32' ? 0 : stats.mode, protection: keyProtection(text) };
  });
  return { path, file };
}
