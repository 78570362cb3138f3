// @ts-check
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './run.mjs';
import { cleanEnvironment, SETTINGS } from './scratch-repository.mjs';

export const LOOP = 'agent/bench';

/** A judgement of a tree that nobody judged before.
 * @param {string} name @returns {import('@pawl/ledger').CheckpointDraft} */
export function draftOf(name) {
  return {
    loop: LOOP,
    repository: 'a'.repeat(32),
    audience: 'agent',
    identity: null,
    question: {
      lock: objectId('lock'),
      lockSequence: 3,
      base: objectId('base'),
      tree: objectId(name),
      head: null,
      tier: 'fast',
      tools: 'b'.repeat(64),
    },
    outcome: 'clean',
    case: null,
    assurance: 'unsigned',
    at: '2026-01-02T03:04:05.678Z',
  };
}

/**
 * A repository with a chain of so many entries, packed as after git's own collection. Appending that many one by one would
 * take minutes; reading the chain strictly afterwards shows that it is the same.
 * @param {string} root @param {number} entries @param {typeof import('@pawl/ledger')} ledger
 */
export function loopRepository(root, entries, ledger) {
  const where = { cwd: join(root, `chain-${entries}`), env: cleanEnvironment(root) };
  for (const folder of [where.cwd, join(root, 'home')]) mkdirSync(folder, { recursive: true });
  mustRun(where, 'git', ['init', '--quiet', '--initial-branch=main']);
  for (const [key, value] of SETTINGS) mustRun(where, 'git', ['config', key, value]);
  mustRun(where, 'git', ['fast-import', '--quiet'], importStream(entries, ledger));
  return where;
}

/** @param {number} entries @param {typeof import('@pawl/ledger')} ledger */
function importStream(entries, { loopRef, questionDigest, writeStatement }) {
  const parts = [];
  let previous = null;
  for (let sequence = 1; sequence <= entries; sequence += 1) {
    const draft = draftOf(`tree ${sequence}`);
    const text = writeStatement({ ...draft, sequence, previous, latch: [] });
    const question = questionDigest(draft.question);
    const message = `Checkpoint ${sequence} of ${LOOP}: clean\n`;
    parts.push(`commit ${loopRef(LOOP)}\ncommitter Pawl <pawl@localhost> 1767323045 +0000\n${data(message)}`);
    for (const path of ['statement.json', `questions/${question.slice(0, 2)}/${question.slice(2)}`])
      parts.push(`M 100644 inline ${path}\n${data(text)}`);
    previous = createHash('sha256').update(text).digest('hex');
  }
  return parts.join('');
}

/** @param {string} text */
const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** @param {string} name */
const objectId = (name) => createHash('sha1').update(name).digest('hex');
