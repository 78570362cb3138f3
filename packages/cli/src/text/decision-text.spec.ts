import type { Released, Waivers } from '@pawl/checkpoint';
import { PLAIN } from '@pawl/report';
import { describe, expect, it } from 'vitest';
import { caseOf, itemOf, waiverOf } from '../testing/case-of.ts';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_NAMES, HOSTILE_TEXT } from '../testing/hostile.ts';
import { COMMIT, lockOf } from '../testing/lock-of.ts';
import { describeOutput } from '../testing/shows.ts';
import { releasedJson, revokedJson, waivedJson, waiversJson } from './decision-json.ts';
import { releasedText, revokedText, waivedText, waiversText } from './decision-text.ts';

const lock: Released['lock'] = {
  lock: lockOf({ sequence: 4 }),
  commit: COMMIT,
  assurance: 'advisory',
  signedBy: { principal: 'ann@example.com', fingerprint: `SHA256:${'x'.repeat(43)}`, isHardware: false },
};
const unsigned: Released['lock'] = { lock: lockOf({ sequence: 2 }), commit: COMMIT, assurance: 'unsigned' };
const evil: Released['lock'] = {
  lock: lockOf({ target: HOSTILE.longPath }),
  commit: COMMIT,
  assurance: 'locked',
  signedBy: { principal: HOSTILE_TEXT, fingerprint: HOSTILE.ansi, isHardware: true },
};

const released = {
  // A person was told, and nobody was stopped.
  empty: { case: caseOf({ loops: [] }), lock: unsigned },
  typical: { case: caseOf(), lock },
  failing: { case: caseOf({ loops: Array.from({ length: 12 }, (_, at) => `agent/task-${at + 1}`) }), lock: unsigned },
  hostile: { case: caseOf({ loops: HOSTILE_NAMES }), lock: evil },
};
describeOutput('release', released, releasedText);
describeDocument('release', released, releasedJson);

const evilWaiver = waiverOf({
  tool: HOSTILE.azure,
  rule: HOSTILE.github,
  file: HOSTILE.longPath,
  reason: HOSTILE_TEXT,
});
const waived = {
  empty: { case: '7a494716', item: itemOf(), waiver: waiverOf({ reason: '-' }), lock: unsigned },
  typical: { case: '7a494716', item: itemOf(), waiver: waiverOf(), lock },
  failing: {
    case: '7a494716',
    item: itemOf({ number: 12 }),
    waiver: waiverOf({
      reason:
        'the path comes from a list of ours and from nowhere else; see the discussion about the import of old attachments, where this is written down in full',
    }),
    lock: unsigned,
  },
  hostile: { case: '7a494716', item: itemOf(), waiver: evilWaiver, lock: evil },
};
describeOutput('waive', waived, waivedText);
describeDocument('waive', waived, waivedJson);

const revoked = {
  empty: { waiver: waiverOf({ file: 'a.js' }), lock: unsigned },
  typical: { waiver: waiverOf(), lock },
  failing: { waiver: waiverOf({ file: `src/${'services/'.repeat(12)}read-attachment.ts` }), lock: unsigned },
  hostile: { waiver: evilWaiver, lock: evil },
};
describeOutput('waive-revoke', revoked, revokedText);
describeDocument('waive', revoked, revokedJson);

const now = new Date('2026-01-10T00:00:00.000Z');
const none: Waivers = { target: 'main', live: [], most: 20 };
const listed = {
  empty: { ...none, now },
  typical: {
    ...none,
    now,
    live: [
      waiverOf({ expires: '2026-02-17T10:30:00.000Z' }),
      waiverOf({ tool: 'bandit', rule: 'B608', file: 'src/query.py', reason: 'the name is one of three of ours' }),
    ],
  },
  failing: {
    ...none,
    now,
    most: 2,
    live: [waiverOf({ expires: '2026-01-10T05:00:00.000Z' }), waiverOf({ expires: '2026-01-11T05:00:00.000Z' })],
  },
  hostile: { ...none, target: HOSTILE_TEXT, now, live: [evilWaiver, waiverOf({ file: HOSTILE.wide })] },
};
describeOutput('waive-list', listed, waiversText);
describeDocument('waive', listed, waiversJson);

describe('when waivers are listed', () => {
  it('what ends within a week stands out', () => {
    const yellow = { ...PLAIN, yellow: (text: string) => `<${text}>` };
    const text = waiversText(listed.failing, yellow, 80);
    expect(text).toContain('<until 2026-01-10, less than a day left>');
    expect(text).toContain('<until 2026-01-11, 1 day left>');
    expect(waiversText(listed.typical, yellow, 80)).not.toContain('<until 2026-02-17');
  });
});
