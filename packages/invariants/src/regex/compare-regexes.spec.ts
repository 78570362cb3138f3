import { describe, expect, it } from 'vitest';
import { compareRegexes, type RegexComparison } from './compare-regexes.ts';
import type { RegexText } from './regex-text.ts';

const { raw } = String;

function js({ source, flags }: RegExp): RegexText {
  return { source, flags, flavour: 'javascript' };
}

function py(source: string, flags = '', held?: 'start' | 'whole'): RegexText {
  return { source, flags, flavour: 'python', ...(held && { held }) };
}

type Facts = Partial<RegexComparison>;

const anywhere = (edge: 'start' | 'end', before: 'text' | 'line' | 'last-line' = 'text') =>
  ({ edge, before, after: 'nowhere' }) as const;

/** Defences that were weakened, each as a fix of it would be put back. */
const weakened: readonly (readonly [string, RegExp, RegExp, Facts])[] = [
  [
    'both anchors are dropped',
    /^[a-z0-9]+$/,
    /[a-z0-9]+/,
    { accepts: 'more', lostAnchors: [anywhere('start'), anywhere('end')] },
  ],
  ['the first anchor is dropped', /^https:\/\//, /https:\/\//, { accepts: 'more', lostAnchors: [anywhere('start')] }],
  ['the last anchor is dropped', /^\d+$/, /^\d+/, { accepts: 'more', lostAnchors: [anywhere('end')] }],
  [
    'anchors become those of lines',
    /^[\w-]+$/,
    /^[\w-]+$/m,
    {
      accepts: 'more',
      lostAnchors: [
        { edge: 'start', before: 'text', after: 'line' },
        { edge: 'end', before: 'text', after: 'line' },
      ],
    },
  ],
  [
    'anchors hold one alternative each',
    /^(?:GET|POST)$/,
    /^GET|POST$/,
    { accepts: 'more', lostAnchors: [anywhere('start'), anywhere('end')] },
  ],
  [
    'a group around an anchor becomes optional',
    /^(?:^)?a/,
    /(?:^)?a/,
    { accepts: 'more', lostAnchors: [anywhere('start')] },
  ],
  [
    'a class that excludes slashes is widened',
    /^[^/]+$/,
    /^[^]+$/,
    { accepts: 'more', gainedCharacters: ['/'], gained: '/' },
  ],
  [
    'a class that excludes dots is widened',
    /^\/static\/[^/.]+$/,
    /^\/static\/[^/]+$/,
    { accepts: 'more', gained: '/static/.' },
  ],
  ['a class gains a range', /^[a-z]+$/, /^[a-z/]+$/, { accepts: 'more', gainedCharacters: ['/'] }],
  ['an escape becomes any character', /^a\.b$/, /^a.b$/, { accepts: 'more', gained: 'aAb' }],
  ['digits become words', /^\d{4}$/, /^\w{4}$/, { accepts: 'more', gainedCharacters: ['A-Z', '_', 'a-z'] }],
  ['a limit on length is gone', /^[a-z]{1,64}$/, /^[a-z]+$/, { accepts: 'more', gained: 'a'.repeat(65) }],
  ['a least length is gone', /^.{12,}$/, /^.+$/, { accepts: 'more', gained: 'A' }],
  ['a look-ahead for a digit is gone', /^(?=.*\d)\w{3,}$/, /^\w{3,}$/, { accepts: 'more', gained: 'AAA' }],
  ['a look-ahead against dots is gone', /^(?!.*\.\.)[\w./]+$/, /^[\w./]+$/, { accepts: 'more', gained: '..' }],
  ['a look-behind is gone', /(?<!\\)"/, /"/, { accepts: 'more', gained: raw`\"` }],
  ['a border of words is gone', /\beval\b/, /eval/, { accepts: 'more' }],
  [
    'an alternative is added to a list of hosts',
    /^(?:a|b)\.example$/,
    /^(?:a|b|c)\.example$/,
    { accepts: 'more', gained: 'c.example' },
  ],
  ['every text is let through', /^[a-z]+$/, /^.*/, { accepts: 'more', gained: '' }],
  [
    'a tempered repetition forgets what it stops at',
    /^<(?:(?!script)\w)+>$/,
    /^<\w+>$/,
    { accepts: 'more', gained: '<script>' },
  ],
  ['case is not ignored any more', /<script/i, /<script/, { accepts: 'less', caseIgnored: 'lost', lost: '<SCRIPT' }],
  ['an alternative of a deny-list is lost', /<(?:script|style)/, /<script/, { accepts: 'less', lost: '<style' }],
  [
    'line breaks are not looked for any more',
    /[\r\n\0]/,
    /\0/,
    { accepts: 'less', lostCharacters: [raw`\n`, raw`\r`] },
  ],
  ['only the pair of line breaks is looked for', /[\r\n]/, /\r\n/, { accepts: 'less', lostCharacters: [], lost: '\n' }],
  [
    'a back slash is not looked for any more',
    /\.\.[/\\]/,
    /\.\.\//,
    { accepts: 'less', lostCharacters: [raw`\ `.trim()] },
  ],
  ['a deny-list is anchored', /javascript:/i, /^javascript:/i, { accepts: 'less', lostAnchors: [] }],
  ['space before a scheme is not skipped any more', /^\s*javascript:/, /^javascript:/, { accepts: 'less' }],
  ['a replacement is for the first match only', /[<>&]/g, /[<>&]/, { accepts: 'equal', lostGlobal: true }],
  ['dots do not reach over lines any more', /<!--.*-->/s, /<!--.*-->/, { accepts: 'less', lost: '<!--\n-->' }],
  [
    'a negated class lets line breaks in',
    /^[^\r\n:]+$/,
    /^[^:]+$/,
    { accepts: 'more', gainedCharacters: [raw`\n`, raw`\r`] },
  ],
  [
    'a repetition is nested',
    /^(a)+$/,
    /^(a+)+$/,
    {
      accepts: 'equal',
      superLinear: { before: { growth: 'no', causes: [] }, after: { growth: 'exponential', causes: ['Self'] } },
    },
  ],
  [
    'alternatives overlap in a repetition',
    /^(?:a|b)+$/,
    /^(?:a+|ab*)*$/,
    {
      superLinear: {
        before: { growth: 'no', causes: [] },
        after: { growth: 'exponential', causes: ['Self'] },
      },
    },
  ],
  [
    'two repetitions share their characters',
    /^\d+x$/,
    /^\d*\w*x$/,
    {
      accepts: 'more',
      superLinear: { before: { growth: 'no', causes: [] }, after: { growth: 'polynomial', causes: ['Trade'] } },
    },
  ],
  [
    'a limit that kept a search short is gone',
    /\s{1,8}$/,
    /\s+$/,
    {
      accepts: 'equal',
      superLinear: { before: { growth: 'no', causes: [] }, after: { growth: 'polynomial', causes: ['Move'] } },
    },
  ],
  ['sticky is lost', /[a-z]+;/y, /[a-z]+;/, { accepts: 'more', lostAnchors: [anywhere('start')] }],
  [
    'some is gained and some is lost',
    /^[a-m]$/,
    /^[g-z]$/,
    { accepts: 'other', gainedCharacters: ['n-z'], lostCharacters: ['a-f'] },
  ],
];

describe('when a regular expression in JavaScript is weakened', () => {
  it.each(weakened)('it shows that %s', (_, before, after, facts) => {
    expect(compareRegexes(js(before), js(after))).toMatchObject(facts);
  });

  it.each(weakened)('its examples are those of JavaScript where %s', (_, before, after) => {
    const { gained, lost } = compareRegexes(js(before), js(after));
    if (gained !== undefined) expect([before.test(gained), after.test(gained)]).toEqual([false, true]);
    before.lastIndex = after.lastIndex = 0;
    if (lost !== undefined) expect([before.test(lost), after.test(lost)]).toEqual([true, false]);
  });
});

describe('when a regular expression is written differently', () => {
  const equal: readonly (readonly [string, RegExp, RegExp])[] = [
    ['a repetition is lazy', /<.*>/, /<.*?>/],
    ['alternatives change places', /^(?:ab|a|b)$/, /^(?:b|ab|a)$/],
    ['groups are named', /^(\d+)-(\d+)$/, /^(?<from>\d+)-(?<to>\d+)$/],
    ['groups do not capture', /^(a|b)(c)$/, /^(?:a|b)(?:c)$/],
    ['groups are only around', /^ab+$/, /^(?:a(?:b+))$/],
    ['a class is an alternative', /^[ab]$/, /^(?:a|b)$/],
    ['a short form is written out', /^\d\w$/, /^[0-9][A-Za-z0-9_]$/],
    ['a character is escaped', /^[/.]$/, /^[\x2f\u002e]$/],
    ['a repetition is written out', /^a+b{2}$/, /^aa*bb$/],
    ['a common beginning is taken out', /^(?:abc|abd)$/, /^ab[cd]$/],
    ['case is written out', /^ab$/i, /^[aA][bB]$/],
    ['an anchor is a look-around', /^a$/, /(?<![^])a(?![^])/],
    ['a border of words is two look-arounds', /\ba/, /(?<!\w)a/],
    ['a back reference is written out', /(['"])x\1/, /'x'|"x"/],
    ['it learns of Unicode without any need', /^[a-z]+$/, /^[a-z]+$/u],
    ['what follows anyway is not asked for', /a/, /.*a.*/s],
  ];

  it.each(equal)('it finds no difference where %s', (_, before, after) => {
    expect(compareRegexes(js(before), js(after))).toMatchObject({ accepts: 'equal', lostAnchors: [], unknown: [] });
    expect(compareRegexes(js(after), js(before))).toMatchObject({ accepts: 'equal', lostAnchors: [], unknown: [] });
  });

  it('it finds none between an expression and itself', () => {
    for (const [, before, after] of weakened) {
      expect(compareRegexes(js(before), js(before))).toMatchObject({ accepts: 'equal', lostAnchors: [] });
      expect(compareRegexes(js(after), js(after))).toMatchObject({ gainedCharacters: [], lostCharacters: [] });
    }
  });
});

describe('when a regular expression in Python is weakened', () => {
  const cases: readonly (readonly [string, RegexText, RegexText, Facts])[] = [
    [
      'a line break may follow the end',
      py(raw`\A\w+\Z`),
      py(raw`^\w+$`),
      { accepts: 'more', gained: 'A\n', lostAnchors: [{ edge: 'end', before: 'text', after: 'last-line' }] },
    ],
    [
      'anchors become those of lines',
      py('^a$'),
      py('^a$', 'm'),
      {
        accepts: 'more',
        lostAnchors: [
          { edge: 'start', before: 'text', after: 'line' },
          { edge: 'end', before: 'last-line', after: 'line' },
        ],
      },
    ],
    [
      'the whole need not match',
      py('[a-z]+', '', 'whole'),
      py('[a-z]+', '', 'start'),
      { accepts: 'more', lostAnchors: [anywhere('end')] },
    ],
    [
      'the start need not match',
      py('[a-z]+', '', 'start'),
      py('[a-z]+'),
      { accepts: 'more', lostAnchors: [anywhere('start')] },
    ],
    ['case is not ignored any more', py('(?i)<script'), py('<script'), { accepts: 'less', caseIgnored: 'lost' }],
    ['digits of every script are let in', py(raw`^\d$`, 'a'), py(raw`^\d$`), { accepts: 'more' }],
    [
      'dots reach over lines',
      py('^a.b$'),
      py('(?s)^a.b$'),
      { accepts: 'more', gained: 'a\nb', gainedCharacters: [raw`\n`] },
    ],
  ];

  it.each(cases)('it shows that %s', (_, before, after, facts) => {
    expect(compareRegexes(before, after)).toMatchObject(facts);
  });

  it.each([
    ['the function holds what an anchor held', py(raw`\A\w+\Z`), py(raw`\w+`, '', 'whole')],
    ['it is laid out with comments', py('^a[ #]b$'), py('(?x) ^ a [ #] b $ # the end')],
    ['a flag is inside', py('^a.$', 's'), py('(?s)^a.$')],
    ['a group is named', py(raw`(['"])x\1`), py(raw`(?P<q>['"])x(?P=q)`)],
  ])('it finds no difference where %s', (_, before, after) => {
    expect(compareRegexes(before, after)).toMatchObject({ accepts: 'equal', lostAnchors: [] });
  });
});

describe('when an expression cannot be followed', () => {
  it.each([
    ['a back reference to any text', js(/(a+)b\1/), js(/(a+)b/)],
    ['a look-ahead inside a look-behind', js(/(?<=a(?=b))b/), js(/b/)],
    ['more states than there may be', js(/a.{20}b/), js(/a.{21}b/)],
    ['code units that become code points', js(/^.$/), js(/^.$/u)],
    ['a condition', py('(a)?(?(1)b|c)'), py('ab|c')],
    ['an atomic group', py('(?>a*)a'), py('a*a')],
    ['case that is ignored in a part', py('(?i:a)b'), py('ab', 'i')],
    ['the locale of a process', py('a', 'L'), py('a')],
  ])('it does not know about %s', (_, before, after) => {
    const { accepts, unknown } = compareRegexes(before, after);
    expect(accepts).toBe('unknown');
    expect(unknown).toHaveLength(1);
  });

  it('it knows that the same text has the same matches', () => {
    expect(compareRegexes(js(/(a+)b\1/g), js(/(a+)b\1/))).toMatchObject({ accepts: 'equal', lostGlobal: true });
  });

  it('it knows nothing where one of them is refused, and says why', () => {
    const refused = { source: '[', flags: '', flavour: 'javascript' } as const;
    const { unknown, ...facts } = compareRegexes(js(/^a+$/), refused);
    expect(facts).toEqual({
      accepts: 'unknown',
      lostAnchors: 'unknown',
      gainedCharacters: 'unknown',
      lostCharacters: 'unknown',
      superLinear: { before: { growth: 'no', causes: [] }, after: { growth: 'unknown', causes: [] } },
      caseIgnored: 'unknown',
      lostGlobal: false,
    });
    expect(unknown).toHaveLength(1);
  });

  it('it still knows what can be read from the text', () => {
    expect(compareRegexes(js(/^(a+)b\1$/i), js(/(a+)b\1/))).toMatchObject({
      accepts: 'unknown',
      caseIgnored: 'lost',
      lostAnchors: [anywhere('start'), anywhere('end')],
      lostCharacters: ['A-B'],
    });
  });
});
