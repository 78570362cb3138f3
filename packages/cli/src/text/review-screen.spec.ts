import type { CaseReview, ReviewItem } from '@pawl/checkpoint';
import { PLAIN } from '@pawl/report';
import { describe, expect, it } from 'vitest';
import type { CodePaint } from '../paint.ts';
import { columnsOf, cut, wrap } from './columns.ts';
import { reviewText } from './review-text.ts';
import { syntaxColour } from './syntax-colour.ts';

/** Colours that a person can read in a test. */
const tag =
  (name: string) =>
  (text: string): string =>
    `<${name}>${text}</${name}>`;
const TAGS: CodePaint = {
  ...{ bold: tag('b'), dim: tag('dim'), red: tag('red'), yellow: tag('yellow'), green: tag('green') },
  ...{ cyan: tag('cyan'), magenta: tag('magenta') },
};

const item: ReviewItem = {
  number: 1,
  reason: {
    kind: 'lost-defence',
    outcome: 'regression',
    severity: 'high',
    file: 'packages/attachments/src/read-attachment.ts',
    line: 6,
    symbol: 'readAttachment',
    rule: 'lost-guard',
    tool: 'invariants',
    message:
      '`readAttachment` no longer rejects `!file.startsWith(root + path.sep)` (lost guard, line 6 of the locked version)',
    cwe: ['CWE-22', 'CWE-693'],
  },
  excerpt: {
    file: 'packages/attachments/src/read-attachment.ts',
    lines: [
      { mark: ' ', line: 9, text: '  const file = path.resolve(root, name);' },
      {
        mark: '-',
        line: 10,
        text: "  if (!file.startsWith(root + path.sep)) throw new Forbidden('outside of the folder of attachments', { status: 403 });",
      },
      { mark: '+', line: 10, text: '  // checked by the caller' },
    ],
    leftOut: 0,
  },
  waivable: { fingerprint: 'f', snippet: 's', tool: 'invariants', rule: 'lost-guard', file: 'app.js' },
  subject: undefined,
  waiver: undefined,
};

const review: CaseReview = {
  kind: 'case',
  case: {
    id: '0123abcd',
    question: { lock: 'a'.repeat(40), base: 'b'.repeat(40), tree: 'c'.repeat(40), tier: 'full' },
    openedAt: '2026-01-02T03:04:05.000Z',
    loops: ['agent/attachments'],
  },
  verdict: {
    schema: 'pawl/verdict@1',
    outcome: 'regression',
    base: 'b'.repeat(40),
    head: 'c'.repeat(40),
    tier: 'full',
    drift: { weight: 3, limit: 20 },
    reasons: [item.reason],
    criteria: [],
    coverage: { examined: 1, notExamined: [] },
    timings: {},
  },
  items: [item],
  lockSequence: { then: 3, now: 4 },
  assurance: 'unsigned',
  release: undefined,
};

describe('when a person reads a case on a screen', () => {
  it('at 80 columns', () => {
    expect(reviewText(review, PLAIN, { columns: 80 })).toBe(`case 0123abcd  regression
  bbbbbbbbbbbb..cccccccccccc, full tier, lock 3, 2026-01-02T03:04:05.000Z
  it keeps stopped: agent/attachments
  the lock that counts now: 4, unsigned
  the protected branch has slipped by 3 itself (limit 20)

[1] lost defence  high · invariants lost-guard · CWE-22 · CWE-693
    \`readAttachment\` no longer rejects \`!file.startsWith(root + path.sep)\` (lost
    guard, line 6 of the locked version)
    packages/attachments/src/read-attachment.ts:6  in readAttachment

       9    const file = path.resolve(root, name);
    - 10    if (!file.startsWith(root + path.sep)) throw new Forbidden('outside…
    + 10    // checked by the caller

    why   A guard is gone. It stood in the locked version. A scanner matches
          what code has and says nothing about what code no longer has, so a
          defence that goes is a hole that no scan reports.
    mend  Put the check back before the code that it protected, or show that its
          input is now refused earlier.

Decide
  let the loop go on; what slipped has to be mended, or the next judgement stops
  it again
      pawl release 0123abcd --reason "…"
  accept one item as it stands, for at most 90 days; it lapses when its code
  changes
      pawl waive 0123abcd 1 --reason "…"
  or accept all that is committed on the protected branch for good, item by
  item: pawl lock
`);
  });

  it('at 120 columns', () => {
    expect(reviewText(review, PLAIN, { columns: 120 }))
      .toBe(`case 0123abcd  regression  bbbbbbbbbbbb..cccccccccccc, full tier, lock 3, 2026-01-02T03:04:05.000Z
  it keeps stopped: agent/attachments
  the lock that counts now: 4, unsigned
  the protected branch has slipped by 3 itself (limit 20)

[1] lost defence  high · invariants lost-guard · CWE-22 · CWE-693
    \`readAttachment\` no longer rejects \`!file.startsWith(root + path.sep)\` (lost guard, line 6 of the locked version)
    packages/attachments/src/read-attachment.ts:6  in readAttachment

       9    const file = path.resolve(root, name);
    - 10    if (!file.startsWith(root + path.sep)) throw new Forbidden('outside of the folder of attachments', { status…
    + 10    // checked by the caller

    why   A guard is gone. It stood in the locked version. A scanner matches what code has and says nothing about what
          code no longer has, so a defence that goes is a hole that no scan reports.
    mend  Put the check back before the code that it protected, or show that its input is now refused earlier.

Decide
  let the loop go on; what slipped has to be mended, or the next judgement stops it again
      pawl release 0123abcd --reason "…"
  accept one item as it stands, for at most 90 days; it lapses when its code changes
      pawl waive 0123abcd 1 --reason "…"
  or accept all that is committed on the protected branch for good, item by item: pawl lock
`);
  });

  it('the code before and after has its colours, and the margin says on which side it stands', () => {
    const text = reviewText(review, TAGS, { columns: 120, syntax: (file) => syntaxColour(file, TAGS) });
    expect(text).toContain(
      '    <dim>   9  </dim>  <magenta>const</magenta> file = path.resolve(root, name);\n' +
        '    <red>- 10  </red>  <magenta>if</magenta> (!file.startsWith(root + path.sep)) <magenta>throw</magenta>' +
        " <magenta>new</magenta> Forbidden(<yellow>'outside of the folder of attachments'</yellow>, { status…\n" +
        '    <green>+ 10  </green>  <dim>// checked by the caller</dim>\n',
    );
  });
});

describe('when the judged code is hostile', () => {
  const evil = '\u001b[31mred\u001b[0m \u202eesrever\u2066 \u009b2J \r\u0007 ::error:: 漢字かな ｅvil é';
  const hostile: ReviewItem = {
    ...item,
    reason: { ...item.reason, file: evil.repeat(9), symbol: evil, rule: evil, message: evil.repeat(30), cwe: [evil] },
    excerpt: {
      file: evil,
      lines: [
        { mark: '+', line: 1, text: `// ${evil.repeat(20)}` },
        { mark: '-', line: 1, text: `"${evil}` },
        { mark: ' ', line: 2, text: '漢'.repeat(500) },
      ],
      leftOut: 7,
    },
  };
  const all = { ...review, case: { ...review.case, loops: [evil.repeat(9)] }, items: [hostile] };

  it.each([80, 120])(
    'no line is wider than a screen of %i columns, and nothing that it obeys is printed',
    (columns) => {
      const lines = reviewText(all, PLAIN, { columns }).split('\n');
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(columns);
      expect(lines.join('\n')).not.toMatch(/[\u001b\u009b\u202e\u2066\u0007\r]|^\s*::/mu);
    },
  );

  it('colours bring no other control character than their own', () => {
    const text = reviewText(all, TAGS, { columns: 80, syntax: (file) => syntaxColour(file, TAGS) });
    expect(text).not.toMatch(/[\u001b\u009b\u202e\u2066\u0007\r]/u);
  });

  it('a line that never ends is coloured in no time worth telling', () => {
    const colour = syntaxColour('a.ts', TAGS);
    for (const text of ['"'.repeat(50_000), '/*'.repeat(50_000), '\\'.repeat(50_000), ' '.repeat(50_000)])
      expect(colour(text).replaceAll(/<\/?\w+>/gu, '')).toBe(text);
  });
});

describe('when code is coloured', () => {
  it.each([
    [
      'a.py',
      'return os.path.join(a, "b")  # why',
      '<magenta>return</magenta> os.path.join(a, <yellow>"b"</yellow>)  <dim># why</dim>',
    ],
    ['a.js', 'const n = 0x1f // no "text"', '<magenta>const</magenta> n = <cyan>0x1f</cyan> <dim>// no "text"</dim>'],
    ['a.js', 'this.#field = `a ${b} // c`', '<magenta>this</magenta>.#field = <yellow>`a ${b} // c`</yellow>'],
    ['a.go', "if r == '\\'' {", "<magenta>if</magenta> r == <yellow>'\\''</yellow> {"],
    ['a.php', 'if ($ok) // a', '<magenta>if</magenta> ($ok) <dim>// a</dim>'],
    ['a.rb', 'unless iffy?', '<magenta>unless</magenta> iffy?'],
  ])('%s: %s', (file, line, coloured) => {
    expect(syntaxColour(file, TAGS)(line)).toBe(coloured);
  });
});

describe('columns', () => {
  it('wide characters take two and marks none', () => {
    expect([columnsOf('aé'), columnsOf('e\u0301'), columnsOf('漢字')]).toEqual([2, 1, 4]);
  });

  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['漢字漢', 4, '漢…'],
  ])('%s cut to %i', (text, columns, expected) => {
    expect(cut(text, columns)).toBe(expected);
  });

  it('breaks at blanks, and a word that is too long within', () => {
    expect(wrap('ab cd efghijklmnopq rs', 12)).toEqual(['ab cd efghij', 'klmnop q rs']);
  });
});
