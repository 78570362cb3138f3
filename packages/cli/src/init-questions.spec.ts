import type { InitSurvey } from '@pawl/checkpoint';
import { describe, expect, it } from 'vitest';
import { answersOf, type Question, questionsFor, readAnswer } from './init-questions.ts';

const NOTHING: InitSurvey = {
  topLevel: '/shop',
  hasConfig: false,
  branch: { name: 'main', isSure: true, others: [] },
  harnesses: [],
  setUpHarnesses: [],
  forge: undefined,
  tools: [],
  shareThrough: undefined,
  isAgent: false,
};
const EVERYTHING: InitSurvey = {
  ...NOTHING,
  branch: { name: 'main', isSure: false, others: ['develop', '2'] },
  harnesses: [
    { id: 'claude-code', title: 'Claude Code', settings: '.claude/settings.json' },
    { id: 'cursor', title: 'Cursor', settings: '.cursor/hooks.json' },
  ],
  setUpHarnesses: ['codex'],
  forge: 'gitlab',
  tools: [
    { name: 'semgrep', settings: { rules: ['p/default'] } },
    { name: 'codeql', settings: { languages: ['python'] } },
  ],
  shareThrough: 'origin',
};
const UNSAID = { harnesses: false, ci: false };

const about = (survey: InitSurvey, said = UNSAID): readonly string[] =>
  questionsFor(survey, said).map((question) => question.about);
const question = (name: Question['about'], survey = EVERYTHING): Question => {
  const found = questionsFor(survey, UNSAID).find((each) => each.about === name);
  if (found === undefined) throw new Error(`nobody asks about ${name}`);
  return found;
};

describe('when it is decided what to ask', () => {
  it('what is clear is not asked, and what was said is not either', () => {
    expect(about(NOTHING)).toEqual([]);
    expect(about(EVERYTHING, { harnesses: true, ci: true })).toEqual(['target', 'tools', 'share']);
  });

  it('however unclear all is, there are four, since one is left for whether to write it', () => {
    expect(about(EVERYTHING)).toEqual(['target', 'harnesses', 'tools', 'ci']);
  });

  it('whoever has a configuration is asked for nothing that stands in it', () => {
    expect(about({ ...EVERYTHING, hasConfig: true })).toEqual(['harnesses', 'share']);
  });

  it('one agent or one scanner is a yes or a no', () => {
    const one = { ...EVERYTHING, harnesses: EVERYTHING.harnesses.slice(0, 1), tools: EVERYTHING.tools.slice(1) };
    expect(about(one)).toEqual(['target', 'harness', 'tool', 'ci']);
    expect(question('tool', one).enter).toBe(false);
  });

  it('Enter turns on no scanner that takes minutes, and shares nothing', () => {
    expect(question('tools').enter).toEqual(['semgrep']);
    expect(question('share', { ...NOTHING, shareThrough: 'origin' }).enter).toBe(false);
  });
});

describe('when an answer is read', () => {
  it.each([
    ['target', '', 'main'],
    ['target', ' develop ', 'develop'],
    // A branch may be called like a number; then it is that branch.
    ['target', '2', '2'],
    ['target', '1', 'main'],
    ['target', 'feature', undefined],
    ['harnesses', '', ['claude-code', 'cursor']],
    ['harnesses', '2, claude-code', ['cursor', 'claude-code']],
    ['harnesses', '1 1', ['claude-code']],
    ['harnesses', 'none', []],
    ['harnesses', 'ALL', ['claude-code', 'cursor']],
    ['harnesses', '3', undefined],
    ['harnesses', '0', undefined],
    ['harnesses', '-1', undefined],
    ['harnesses', 'y', undefined],
    ['ci', '', false],
    ['ci', 'Y', true],
    ['ci', 'no', false],
    ['ci', 'maybe', undefined],
  ] as const)('%s: %j is %j', (name, typed, answer) => {
    expect(readAnswer(question(name), typed)).toEqual(answer);
  });
});

describe('when answers become a set-up', () => {
  it('agents that are set up already are looked after, too', () => {
    const given = new Map<Question['about'], ReturnType<typeof readAnswer>>([
      ['target', 'develop'],
      ['harnesses', ['cursor']],
      ['tools', ['codeql']],
      ['ci', true],
      ['share', false],
    ]);
    expect(answersOf(EVERYTHING, given)).toEqual({
      target: 'develop',
      harnesses: ['codex', 'cursor'],
      tools: [{ name: 'codeql', settings: { languages: ['python'] } }],
      ci: 'gitlab',
      share: false,
    });
  });

  it('without answers nothing is decided', () => {
    expect(answersOf(EVERYTHING, new Map())).toEqual({});
    expect(answersOf(EVERYTHING, new Map([['harness', false]]))).toEqual({});
  });
});
