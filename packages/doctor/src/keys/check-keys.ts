import { broken, type Found, note, ok, unknown, weak } from '../check-up.ts';
import { isUnread } from '../fact.ts';
import { quoted } from '../mend.ts';
import { counted } from '../plural.ts';
import type { AllKeyFacts, AnchorFacts, KeyFacts, KeyFileFacts } from './key-facts.ts';

/** By whose word a lock counts, and who could speak in that name. */
export function checkKeys({ anchor, firstSeen, keyFiles }: AllKeyFacts): readonly Found[] {
  const files = keyFiles.map(checkKeyFile);
  if (isUnread(anchor)) return [broken('anchor', anchor.unread, anchor.next ?? 'npx pawl trust'), ...files];
  const found = anchor.is;
  if (found === undefined)
    return [
      note('anchor', 'there is none: the lock that was seen first is trusted', 'npx pawl trust add-signer KEY.pub'),
      ...firstSeen.map(checkSigner),
      ...files,
    ];
  return [checkAnchor(found), ...checkSigners(found), ...files, checkVerifiers(found)];
}

function checkAnchor({ from, mode }: AnchorFacts): Found {
  if (isUnread(mode))
    return unknown('anchor', `who may write ${from} cannot be told: ${mode.unread}`, `ls -l ${quoted(from)}`);
  if (mode.is !== undefined && (mode.is & 0o022) !== 0)
    return broken(
      'anchor',
      `others may write ${from} or its folder, and with it decide who may lock`,
      `chmod go-w ${quoted(from)} and its folder`,
    );
  return ok('anchor', `in ${from}`);
}

function checkSigners({ signers }: AnchorFacts): readonly Found[] {
  if (signers.length === 0)
    return [note('signer-keys', 'the anchor names nobody who may sign', 'npx pawl trust add-signer KEY.pub')];
  return signers.map(checkSigner);
}

/** An agent runs as the same user, so what this user can sign with, the agent can (L06). */
function checkSigner({ principal, fingerprint, isHardware, inAgent, inFile }: KeyFacts): Found {
  const who = `the key of ${principal} (${fingerprint})`;
  if (isHardware) return ok('signer-keys', `${who} says that it is a hardware key, which wants a touch`);
  const next = 'lock with a hardware key (ssh-keygen -t ed25519-sk), or keep the key on another machine';
  if (inAgent === 'yes')
    return weak(
      'signer-keys',
      `${who} is in the ssh-agent of this shell: an agent here can sign as that person`,
      `ssh-add -d KEY.pub; ${next}`,
    );
  if (inFile === 'yes')
    return weak(
      'signer-keys',
      `${who} lies in a file on this machine: an agent here may be able to sign as that person`,
      next,
    );
  if (inAgent === 'unknown')
    return unknown(
      'signer-keys',
      `the ssh-agent of this shell does not answer, so who can use ${who} cannot be told`,
      'ssh-add -l, or unset SSH_AUTH_SOCK',
    );
  if (inFile === 'unknown')
    return unknown(
      'signer-keys',
      `not every key file here can be read, so who can use ${who} cannot be told`,
      'ls -l ~/.ssh',
    );
  return ok('signer-keys', `${who} is not on this machine`);
}

function checkKeyFile({ path, file }: KeyFileFacts): Found {
  if (isUnread(file)) return unknown('key-files', `${path} cannot be read: ${file.unread}`, `ls -l ${quoted(path)}`);
  if (file.is === undefined) return ok('key-files', `${path} was signed with, and is gone`);
  const { mode, protection } = file.is;
  if (protection !== 'none' && (mode & 0o077) !== 0)
    return broken('key-files', `${path} can be opened by others`, `chmod 600 ${quoted(path)}`);
  switch (protection) {
    case 'plain':
      return weak(
        'key-files',
        `${path} has no passphrase: whoever reads it can lock`,
        `ssh-keygen -p -f ${quoted(path)}`,
      );
    case 'encrypted':
      return ok('key-files', `${path} is encrypted`);
    case 'handle':
      return ok('key-files', `${path} is the handle of a hardware key`);
    case 'none':
      return ok('key-files', `${path} holds no private key`);
  }
}

function checkVerifiers({ verifiers }: AnchorFacts): Found {
  if (verifiers.length === 0)
    return note(
      'verifier-keys',
      'no server or CI is known that signs what it judged',
      'npx pawl trust add-verifier KEY.pub',
    );
  const here = verifiers.find(({ inAgent, inFile }) => inAgent === 'yes' || inFile === 'yes');
  if (here === undefined) return ok('verifier-keys', `${counted(verifiers.length, 'verifier')}, with a key elsewhere`);
  return weak(
    'verifier-keys',
    `the key of the verifier ${here.principal} is on this machine: an agent here can sign judgements in its name`,
    `make it a key of its own, on the server; npx pawl trust remove-verifier ${here.fingerprint}`,
  );
}
