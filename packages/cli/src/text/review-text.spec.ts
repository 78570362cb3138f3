import { PLAIN } from '@pawl/report';
import { describe, expect, it } from 'vitest';
import type { CodePaint } from '../paint.ts';
import { caseOf, itemOf, reviewOf, waiverOf } from '../testing/case-of.ts';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_NAMES, HOSTILE_TEXT } from '../testing/hostile.ts';
import { describeOutput } from '../testing/shows.ts';
import { reviewJson } from './review-json.ts';
import { reviewText } from './review-text.ts';
import { stoppedJson, stoppedText } from './stopped-text.ts';
import { syntaxColour } from './syntax-colour.ts';

const added = itemOf({
  number: 2,
  reason: {
    kind: 'introduced-finding',
    severity: 'medium',
    file: 'src/query.py',
    line: 3,
    symbol: '',
    tool: 'bandit',
    rule: 'B608',
    message: 'Possible SQL injection vector through string-based query construction.',
    cwe: ['CWE-89'],
  },
  excerpt: {
    file: 'src/query.py',
    lines: [
      { mark: ' ', line: 2, text: 'def find(db, name):' },
      { mark: '+', line: 3, text: '    return db.execute(f"select * from users where name = {name!r}")' },
    ],
    leftOut: 3,
  },
});
const unread = itemOf({
  number: 3,
  reason: {
    kind: 'lost-coverage',
    outcome: 'inconclusive',
    severity: null,
    file: 'assets/vendor.min.js',
    line: null,
    symbol: null,
    rule: 'too-large',
    tool: 'javascript',
    message: 'javascript does not examine it any more: it is larger than 1 MB',
    cwe: [],
  },
  excerpt: undefined,
  waivable: undefined,
});

const states = {
  // What stopped it is gone: another version of a scanner may say so.
  empty: reviewOf({ items: [], verdict: { outcome: 'clean', reasons: [] } }),
  typical: reviewOf({ items: [itemOf(), added] }),
  failing: reviewOf({
    case: caseOf({ loops: Array.from({ length: 12 }, (_, at) => `agent/task-${at + 1}`) }),
    items: [{ ...itemOf(), waiver: waiverOf() }, added, unread],
    verdict: { drift: { weight: 12, limit: 20 } },
    lockSequence: { then: 3, now: 5 },
    release: { case: '7a494716', reason: 'the guard has to come back', at: '2026-01-03T11:00:00.000Z' },
  }),
  hostile: reviewOf({
    case: caseOf({ loops: HOSTILE_NAMES }),
    items: HOSTILE_NAMES.map((name, at) =>
      itemOf({
        number: at + 1,
        reason: { file: name, symbol: name, rule: name, message: name, cwe: [name] },
        excerpt: { file: name, lines: [{ mark: '+', line: at + 1, text: name }], leftOut: at },
      }),
    ),
    release: { case: '7a494716', reason: HOSTILE_TEXT, at: HOSTILE_TEXT },
  }),
};

describeOutput('review', states, (review, paint, columns) => reviewText(review, paint, { columns }));

describeDocument(
  'review',
  {
    ...states,
    list: { kind: 'list', cases: [caseOf(), caseOf({ loops: HOSTILE_NAMES })] } as const,
    none: { kind: 'list', cases: [] } as const,
  },
  reviewJson,
);
describeOutput(
  'review-agent',
  { empty: undefined, typical: '7a494716', failing: '0c3e55d1', hostile: HOSTILE_TEXT },
  (number: string | undefined) => stoppedText(number),
  // What an agent is told is one line, which programs look for.
  { mayBeLonger: ['pawl: stopped, case '] },
);
describeDocument('review', { stopped: '7a494716', none: undefined }, stoppedJson);

/** Colours that a person can read in a test. */
const tag =
  (name: string) =>
  (text: string): string =>
    `<${name}>${text}</${name}>`;
const TAGS: CodePaint = {
  ...{ bold: tag('b'), dim: tag('dim'), red: tag('red'), yellow: tag('yellow'), green: tag('green') },
  ...{ cyan: tag('cyan'), magenta: tag('magenta') },
};

describe('when a person reads a case on a screen', () => {
  it('the code before and after has its colours, and the margin says on which side it stands', () => {
    const text = reviewText(reviewOf(), TAGS, { columns: 120, syntax: (file) => syntaxColour(file, TAGS) });
    expect(text).toContain(
      '    <dim>   9  </dim>    <magenta>const</magenta> file = path.resolve(root, name);\n' +
        '    <red>- 10  </red>    <magenta>if</magenta> (!file.startsWith(root + path.sep)) <magenta>throw</magenta>' +
        " <magenta>new</magenta> Forbidden(<yellow>'outside of the folder of attachments'</yellow>, { statu\n" +
        '    <red>-     </red>s: <cyan>403</cyan> });\n' +
        '    <green>+ 10  </green>    <dim>// checked by the caller</dim>\n',
    );
  });
});

describe('when a case can be decided', () => {
  const decisions = (review: Parameters<typeof reviewText>[0]): string =>
    reviewText(review, PLAIN, { columns: 100 }).split('Decide\n')[1] ?? '';

  it('what is waived is not offered again, and what is left is named', () => {
    const numbers = [1, 2, 3, 5, 6, 7, 9, 10];
    const items = numbers.map((number) => itemOf({ number, ...(number === 2 && { waiver: waiverOf() }) }));
    expect(decisions(reviewOf({ items }))).toContain('Accept one item (1, 3, 5 to 7, 9, 10) as it stands');
    expect(decisions(reviewOf({ items: [itemOf({ waiver: waiverOf() })] }))).not.toContain('pawl waive');
    expect(decisions(reviewOf({ items: [itemOf({ waivable: undefined })] }))).not.toContain('pawl waive');
  });

  it('what is released is not offered again', () => {
    const release = { case: '7a494716', reason: 'looked at it', at: '2026-01-03T00:00:00Z' };
    expect(decisions(reviewOf())).toContain('      pawl release 7a494716 --reason "…"\n');
    expect(decisions(reviewOf({ release }))).not.toContain('pawl release');
  });
});

describe('when the judged code is endless', () => {
  it('no more of it is shown than a person reads', () => {
    const endless = itemOf({
      reason: { message: HOSTILE.longWord.repeat(200), file: HOSTILE.longPath, symbol: HOSTILE.longPath },
      excerpt: { file: 'a.js', lines: [{ mark: '+', line: 1, text: HOSTILE.longWord.repeat(200) }], leftOut: 0 },
    });
    const lines = reviewText(reviewOf({ items: [endless] }), PLAIN, { columns: 80 }).split('\n');
    expect(lines.length).toBeLessThan(50);
  });
});

describe('when an agent asks', () => {
  const said = 'Work is paused for human review. Do not continue.';

  it('it reads the line that it was stopped with, or its JSON, and no more', () => {
    expect(stoppedText('0123abcd')).toBe(`pawl: stopped, case 0123abcd. ${said}\n`);
    expect(JSON.parse(stoppedJson('0123abcd'))).toEqual({
      schema: 'pawl/review@1',
      outcome: 'stopped',
      case: '0123abcd',
      message: said,
    });
    expect(stoppedText(undefined)).toBe('pawl: no case is open\n');
  });
});
