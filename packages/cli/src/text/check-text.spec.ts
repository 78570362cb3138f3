import type { Checked } from '@pawl/checkpoint';
import { besideVerdict, type Paint, renderVerdict } from '@pawl/report';
import { HOSTILE, HOSTILE_NAMES, HOSTILE_TEXT } from '../testing/hostile.ts';
import { describeOutput } from '../testing/shows.ts';
import { verdictOf } from '../testing/verdict-of.ts';
import { hookText } from './hook-text.ts';
import { pushText } from './push-text.ts';

type Told = Pick<Checked, 'verdict' | 'audience' | 'people' | 'case' | 'accepted' | 'latch'>;

const told = (over: Partial<Told>): Told => ({
  verdict: verdictOf(),
  audience: 'human',
  people: 'report',
  case: undefined,
  accepted: [],
  latch: [],
  ...over,
});

const waived = (over: Partial<Told['accepted'][number]['waiver']> = {}): Told['accepted'][number] =>
  ({
    waiver: {
      rule: 'B602',
      file: 'tools/build.py',
      reason: 'the command is a constant, and the next release drops it',
      expires: '2026-03-01T00:00:00.000Z',
      ...over,
    },
  }) as Told['accepted'][number];

const unreadable = {
  kind: 'not-examined',
  outcome: 'inconclusive',
  severity: null,
  file: 'assets/catalogue.js',
  line: null,
  symbol: null,
  rule: 'too-large',
  tool: null,
  message: 'it has 20000000 bytes',
  cwe: [],
} as const;

const slipped = verdictOf({
  drift: { weight: 12, limit: 20 },
  coverage: { examined: 12, notExamined: [{ file: 'assets/catalogue.js', why: 'it has 20000000 bytes' }] },
  reasons: [
    {},
    {
      kind: 'introduced-finding',
      tool: 'javascript',
      rule: 'security/detect-non-literal-fs-filename',
      severity: 'medium',
      file: 'packages/attachments/src/read-attachment.ts',
      line: 42,
      message:
        'a path that is not constant is opened, and whoever can choose it reads any file that the process may read',
      cwe: ['CWE-22', 'CWE-73'],
    },
    {
      kind: 'suppression',
      tool: 'pawl',
      rule: 'suppression',
      severity: null,
      symbol: null,
      cwe: [],
      message: '`// eslint-disable-line` silences every rule of eslint',
    },
    {
      kind: 'gate-integrity',
      outcome: 'escalated',
      severity: null,
      rule: 'gate-integrity',
      tool: 'pawl',
      file: '.husky/pre-commit',
      line: null,
      symbol: null,
      cwe: [],
      message: 'This file belongs to the gate and was deleted.',
    },
    unreadable,
  ],
});

const hostile = verdictOf({
  reasons: HOSTILE_NAMES.map((name) => ({
    file: name,
    symbol: name,
    rule: name,
    tool: name,
    message: name,
    cwe: [name],
  })),
});

const HUMAN = {
  empty: told({}),
  typical: told({ verdict: verdictOf({ reasons: [{}] }), case: '7a494716' }),
  failing: told({ verdict: slipped, case: '7a494716', latch: ['7a494716', '0c3e55d1'], accepted: [waived()] }),
  hostile: told({
    verdict: hostile,
    case: '7a494716',
    accepted: [waived({ rule: HOSTILE.ansi, file: HOSTILE.longPath, reason: HOSTILE_TEXT })],
  }),
};
const inconclusive = (file: string, message: string): Told['verdict'] => ({
  ...verdictOf({ reasons: [{ ...unreadable, file, message }] }),
  outcome: 'inconclusive',
});

const checkText = (one: Told, paint: Paint, columns: number): string =>
  renderVerdict(one.verdict, { format: 'text', audience: one.audience, case: one.case, paint, columns }) +
  (one.audience === 'human' ? besideVerdict(one, columns) : '');

/** A path is looked up, and a command is pasted, from where they stand. */
const mayBeLonger = [/^ {4}(?:deep\/deep.*|x+…x+|\\u\{1b\}\]8;;.*):10$/u, /^ {4}deep\/deep.*the-very-end$/u];

describeOutput('check', HUMAN, checkText, { mayBeLonger });

describeOutput(
  'check-many',
  {
    empty: told({ verdict: { ...verdictOf(), coverage: { examined: 0, notExamined: [] }, drift: null } }),
    typical: told({ verdict: inconclusive('assets/catalogue.js', 'it has 20000000 bytes') }),
    failing: told({
      verdict: verdictOf({ reasons: Array.from({ length: 60 }, (_, at) => ({ line: at + 1 })) }),
      case: '7a494716',
    }),
    hostile: told({ verdict: inconclusive(HOSTILE.longPath, HOSTILE_TEXT) }),
  },
  checkText,
  { mayBeLonger },
);

/** What an agent gets does not depend on a screen: it is as it was, word for word. */
const agent = (one: Told): Told => ({ ...one, audience: 'agent' });
const AGENT = {
  empty: agent(HUMAN.empty),
  typical: agent(told({ verdict: inconclusive('assets/catalogue.js', 'it has 20000000 bytes') })),
  failing: agent(HUMAN.failing),
  hostile: agent(told({ verdict: inconclusive(HOSTILE.longPath, HOSTILE_TEXT) })),
};
const AS_IT_WAS = { mayBeLonger: [/^pawl: stopped, case /u, /^ {2}deep\/deep/u] };

describeOutput('check-agent', AGENT, checkText, AS_IT_WAS);
describeOutput('hook', { ...HUMAN, typical: AGENT.failing }, (one, _, columns) => hookText(one, columns), {
  mayBeLonger: [...mayBeLonger, ...AS_IT_WAS.mayBeLonger],
});
describeOutput(
  'push',
  {
    empty: AGENT.typical,
    typical: AGENT.failing,
    failing: HUMAN.failing,
    hostile: AGENT.hostile,
  },
  (one) => pushText(one),
  // Git puts each line of a server behind a word of its own.
  { mayBeLonger: [...AS_IT_WAS.mayBeLonger, /^pawl: reported, not refused: /u] },
);
