import type { InitSurvey } from '@pawl/checkpoint';
import { questionsFor } from '../init-questions.ts';
import { HOSTILE } from '../testing/hostile.ts';
import { describeOutput } from '../testing/shows.ts';
import { questionText, SHALL_IT } from './question-text.ts';

const empty: InitSurvey = {
  topLevel: '/home/ada/shop',
  hasConfig: false,
  branch: { name: 'main', isSure: true, others: [] },
  harnesses: [],
  setUpHarnesses: [],
  forge: undefined,
  tools: [],
  shareThrough: undefined,
  isAgent: false,
};

const typical: InitSurvey = {
  ...empty,
  harnesses: [{ id: 'claude-code', title: 'Claude Code', settings: '.claude/settings.json' }],
  tools: [{ name: 'semgrep', settings: { rules: ['p/default'] } }],
  forge: 'github',
  shareThrough: 'origin',
};

/** Where next to nothing can be found out. */
const failing: InitSurvey = {
  ...typical,
  branch: { name: 'main', isSure: false, others: ['master', 'release/2024.10-long-term-support'] },
  harnesses: [...typical.harnesses, { id: 'cursor', title: 'Cursor', settings: '.cursor/hooks.json' }],
  tools: [
    ...typical.tools,
    { name: 'bandit', settings: true },
    { name: 'codeql', settings: { languages: ['csharp', 'java', 'javascript', 'python', 'ruby'] } },
  ],
};

const hostile: InitSurvey = {
  ...failing,
  branch: { name: HOSTILE.ansi, isSure: false, others: [HOSTILE.bidi, HOSTILE.longWord, HOSTILE.wide, HOSTILE.github] },
  tools: [{ name: 'semgrep', settings: { rules: [HOSTILE.azure, HOSTILE.markdown] } }],
  shareThrough: HOSTILE.gitlab,
};

describeOutput('init-questions', { empty, typical, failing, hostile }, (survey, paint, columns) =>
  [...questionsFor(survey, { harnesses: false, ci: false }), SHALL_IT]
    .map((question) => `${questionText(question, paint, columns)}\n`)
    .join('\n'),
);
