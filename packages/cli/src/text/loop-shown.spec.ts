import type { LoopEnd, LoopNews } from '@pawl/loop';
import type { Paint } from '@pawl/report';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_TEXT } from '../testing/hostile.ts';
import { describeOutput } from '../testing/shows.ts';
import { verdictOf } from '../testing/verdict-of.ts';
import { endJson, loopJson } from './loop-json.ts';
import { endText, newsText, personText } from './loop-text.ts';

interface ToldLoop {
  readonly news: readonly Exclude<LoopNews, { event: 'started' }>[];
  readonly end: LoopEnd;
}

const loop = 'agent/attachments';
const COMMIT = '9c1be07a5d3386c1c0d9a7be51f2c3d4e5f64f2d';
const step = (iteration: number, tests: string): ToldLoop['news'] => [
  { event: 'agent', iteration, result: 'ended', seconds: 754 },
  { event: 'tests', iteration, result: tests, seconds: 41 },
];
const begun: ToldLoop['news'] = [
  { event: 'locked', target: 'main', commit: COMMIT },
  { event: 'begun', loop, iteration: 1, max: 10 },
];
const judged = (iteration: number, result: string): ToldLoop['news'][number] => ({
  event: 'judgement',
  iteration,
  result,
  seconds: 3,
});

const STATES: Readonly<Record<'empty' | 'typical' | 'failing' | 'hostile', ToldLoop>> = {
  empty: { news: [], end: { loop, iteration: 1, kind: 'interrupted' } },
  typical: {
    news: [...begun, ...step(1, '3 failed'), ...step(2, 'green'), judged(2, 'clean')],
    end: {
      loop,
      iteration: 2,
      kind: 'accepted',
      commit: COMMIT,
      tree: COMMIT,
      checked: { verdict: verdictOf() } as never,
    },
  },
  failing: {
    news: [
      { event: 'resumed', loop, iteration: 3, max: 10 },
      { event: 'left-the-branch', loop },
      ...step(3, 'green'),
      judged(3, 'stopped'),
    ],
    end: {
      loop,
      iteration: 3,
      kind: 'stopped',
      case: '7a494716',
      tampering: 'base-moved',
      violated: ['no-new-finding', 'no-rise', 'gate-untouched'],
      checked: undefined,
      aside: 'pawl/stopped/7a494716',
    },
  },
  hostile: {
    news: [
      { event: 'locked', target: HOSTILE_TEXT, commit: COMMIT },
      { event: 'begun', loop: HOSTILE.longPath, iteration: 1, max: 1 },
      { event: 'tests', iteration: 1, result: HOSTILE_TEXT, seconds: 1 },
    ],
    end: {
      loop: HOSTILE.github,
      iteration: 1,
      kind: 'could-not-tell',
      why: HOSTILE_TEXT,
      checked: { verdict: verdictOf({ reasons: [{ file: HOSTILE.longPath, message: HOSTILE_TEXT }] }) } as never,
    },
  },
};

function loopText({ news, end }: ToldLoop, paint: Paint, columns: number): string {
  return [...news.map((each) => newsText(each, columns)), endText(end, columns), personText(end, paint, columns)].join(
    '',
  );
}

/** What an agent reads of a stop is one line for all of them. */
describeOutput('loop', STATES, loopText, { mayBeLonger: ['Work is paused for human review.'] });

const events = Object.entries(STATES).flatMap(([state, { news }]) =>
  news.map((each, at) => [`${state}, event ${at}`, each] as const),
);
describeDocument('loop', Object.fromEntries(events), loopJson);
describeDocument('loop', Object.fromEntries(Object.entries(STATES).map(([state, { end }]) => [state, end])), endJson);
