import type { KnownKey, Trusted } from '@pawl/checkpoint';
import { expect, it } from 'vitest';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_TEXT } from '../testing/hostile.ts';
import { COMMIT, lockOf } from '../testing/lock-of.ts';
import { describeOutput } from '../testing/shows.ts';
import { anchorText, trustJson } from './trust-json.ts';
import { type ToldTrust, trustText } from './trust-text.ts';

const REPOSITORY = 'c77785da3e77f68bb0b78a48c0552b72';
const ann: KnownKey = {
  principal: 'ann@example.com',
  fingerprint: 'SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8',
  type: 'ssh-ed25519',
  namespaces: ['pawl-lock@v1'],
  validAfter: new Date('2026-01-01T00:00:00Z'),
  validBefore: new Date('2027-01-01T00:00:00Z'),
};
const ci: KnownKey = {
  principal: 'ci',
  fingerprint: 'SHA256:p2QAMXNIC1TJYWeIOttrVc98/R1BUFWu3/LiyKgUfQM',
  type: 'ssh-ed25519',
  namespaces: ['pawl-checkpoint@v1'],
};
const memory: Trusted['memory'] = {
  repository: REPOSITORY,
  assurance: 'unsigned',
  locks: new Map(),
  signers: [],
  keyFiles: [],
  place: '/home/ann/.local/state/pawl/1ea6d539ab8206db1b202c82021b20fc.json',
  firstSeen: [],
};
const seen: Trusted['memory'] = {
  ...memory,
  assurance: 'advisory',
  locks: new Map([['main', { sequence: 4, commit: COMMIT, isSigned: true }]]),
  firstSeen: [ann],
};
const anchor: NonNullable<Trusted['anchor']> = {
  from: '/home/ann/.config/pawl/anchors/c77785da3e77f68bb0b78a48c0552b72.json',
  anchor: {
    schema: 'pawl/anchor@1',
    repository: REPOSITORY,
    assurance: 'advisory',
    locks: { main: { sequence: 3 } },
    signers: [],
    verifiers: [],
  },
  signers: [ann],
  verifiers: [ci],
};

const states: Record<'empty' | 'typical' | 'failing' | 'hostile', ToldTrust> = {
  empty: {
    changed: undefined,
    trusted: { repository: undefined, lock: { kind: 'none' }, anchor: undefined, memory },
  },
  typical: {
    changed: anchor.from,
    trusted: {
      repository: REPOSITORY,
      lock: {
        kind: 'counts',
        stored: {
          lock: lockOf({ sequence: 4 }),
          commit: COMMIT,
          assurance: 'advisory',
          signedBy: { principal: ann.principal, fingerprint: ann.fingerprint, isHardware: false },
        },
      },
      anchor,
      memory: seen,
    },
  },
  failing: {
    changed: undefined,
    trusted: {
      repository: REPOSITORY,
      lock: {
        kind: 'refused',
        why: 'the lock of main (sequence 2) is not the newest one seen here: sequence 4 was',
        next: 'fetch the newest: pawl sync',
      },
      anchor: undefined,
      memory: seen,
    },
  },
  hostile: {
    changed: HOSTILE.longPath,
    trusted: {
      repository: HOSTILE_TEXT,
      lock: { kind: 'refused', why: HOSTILE_TEXT, next: HOSTILE.shell },
      anchor: {
        from: HOSTILE.longPath,
        anchor: { ...anchor.anchor, locks: { [HOSTILE.bidi]: { sequence: 1 }, [HOSTILE_TEXT]: { sequence: 2 } } },
        signers: [{ ...ann, principal: HOSTILE_TEXT, type: HOSTILE.azure, namespaces: [HOSTILE.github, HOSTILE.ansi] }],
        verifiers: [{ ...ci, principal: HOSTILE.wide, fingerprint: HOSTILE.longWord }],
      },
      memory: {
        ...seen,
        place: HOSTILE.lines,
        locks: new Map([[HOSTILE.nul, { sequence: 1, commit: HOSTILE.osc, isSigned: false }]]),
      },
    },
  },
};

describeOutput('trust', states, trustText);
describeDocument('trust', states, trustJson);

const written = (over: object = {}): string =>
  `${JSON.stringify(
    {
      schema: 'pawl/anchor@1',
      repository: REPOSITORY,
      assurance: 'unsigned',
      locks: {},
      signers: [],
      verifiers: [],
      ...over,
    },
    null,
    2,
  )}\n`;
const line = 'ann@example.com namespaces="pawl-lock@v1" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFx';
const anchors = {
  empty: written(),
  typical: written({ assurance: 'advisory', locks: { main: { sequence: 3 } }, signers: [line] }),
  failing: written({ assurance: 'locked', locks: { main: { sequence: 3 }, next: { sequence: 1 } } }),
  hostile: written({ locks: { [HOSTILE_TEXT]: { sequence: 1 } }, signers: [HOSTILE_TEXT, HOSTILE.longPath] }),
};

// A document is as wide as what it holds.
describeOutput('trust-print-anchor', anchors, (text: string) => anchorText(text), { mayBeLonger: [/./u] });

it.each(Object.entries(anchors))('when the anchor is printed it is the one that was written, %s', (_, text) => {
  expect(JSON.parse(anchorText(text))).toEqual(JSON.parse(text));
});
it('when nothing in the anchor could do harm it is printed byte for byte', () => {
  expect(anchorText(anchors.typical)).toBe(anchors.typical);
});
