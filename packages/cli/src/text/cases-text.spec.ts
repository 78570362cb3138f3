import { HOSTILE_NAMES, HOSTILE_TEXT } from '../testing/hostile.ts';
import { caseOf } from '../testing/case-of.ts';
import { describeOutput } from '../testing/shows.ts';
import { casesText } from './cases-text.ts';

const typical = [
  caseOf(),
  caseOf({ id: '0c3e55d1', openedAt: '2026-01-02T18:00:00.000Z', loops: ['agent/login', 'agent/login-2'] }),
];

describeOutput(
  'review-list',
  {
    empty: [],
    typical,
    failing: [
      caseOf({ loops: Array.from({ length: 40 }, (_, at) => `agent/task-${at + 1}`) }),
      caseOf({ id: '0c3e55d1', loops: [] }),
    ],
    hostile: [caseOf({ loops: HOSTILE_NAMES }), caseOf({ openedAt: HOSTILE_TEXT, loops: [HOSTILE_TEXT] })],
  },
  casesText,
);
