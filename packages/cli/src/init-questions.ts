import type { FoundTool, HarnessName, InitSurvey } from '@pawl/checkpoint';
import { visible } from '@pawl/report';
import type { CiName } from './ci-file.ts';

/** One question of `pawl init`. Its defaults are what Enter says. */
export type Question =
  | { readonly about: 'target'; readonly text: string; readonly options: readonly Option[]; readonly enter: string }
  | {
      readonly about: 'harnesses' | 'tools';
      readonly text: string;
      readonly options: readonly Option[];
      readonly enter: readonly string[];
    }
  | { readonly about: 'harness' | 'tool' | 'ci' | 'share' | 'write'; readonly text: string; readonly enter: boolean };

export interface Option {
  readonly name: string;
  readonly says: string;
}

export interface InitAnswers {
  readonly target?: string;
  readonly harnesses?: readonly HarnessName[];
  readonly tools?: readonly FoundTool[];
  readonly ci?: CiName;
  readonly share?: boolean;
}

/** What was said on the command line is not asked. */
export interface AlreadySaid {
  readonly harnesses: boolean;
  readonly ci: boolean;
}

/** More is a form, and people stop reading forms. One is left for "shall it be written". */
const MOST = 4;

/** A whole analysis takes minutes, so nobody gets one for pressing Enter. */
const SLOW: readonly FoundTool['name'][] = ['codeql'];

/** What a person is asked who sets Pawl up here: only what cannot be found out, the most important first. */
export function questionsFor(survey: InitSurvey, said: AlreadySaid): readonly Question[] {
  const { hasConfig } = survey;
  return [
    ...(hasConfig ? [] : targetQuestion(survey)),
    ...(said.harnesses ? [] : harnessQuestion(survey)),
    ...(hasConfig ? [] : toolQuestion(survey)),
    ...(hasConfig || said.ci ? [] : ciQuestion(survey)),
    ...shareQuestion(survey),
  ].slice(0, MOST);
}

function targetQuestion({ branch }: InitSurvey): readonly Question[] {
  if (branch.isSure) return [];
  const options = [branch.name, ...branch.others].slice(0, 9).map((name) => ({ name, says: '' }));
  return [
    {
      about: 'target',
      text: 'Which branch is protected? Agents’ work is compared with it.',
      options,
      enter: branch.name,
    },
  ];
}

function harnessQuestion({ harnesses }: InitSurvey): readonly Question[] {
  const [only, ...more] = harnesses;
  if (only === undefined) return [];
  if (more.length === 0)
    return [{ about: 'harness', text: `Stop ${only.title} at work, by hooks in ${only.settings}?`, enter: true }];
  return [
    {
      about: 'harnesses',
      text: 'Which coding agents shall be stopped at work, by hooks in their settings?',
      options: harnesses.map(({ id, title, settings }) => ({ name: id, says: `${title}, ${settings}` })),
      enter: harnesses.map(({ id }) => id),
    },
  ];
}

function toolQuestion({ tools }: InitSurvey): readonly Question[] {
  const [only, ...more] = tools;
  if (only === undefined) return [];
  const isSwift = ({ name }: FoundTool): boolean => !SLOW.includes(name);
  if (more.length === 0)
    return [
      {
        about: 'tool',
        text: `${only.name} is installed. Run it at each push, ${toolSays(only)}?`,
        enter: isSwift(only),
      },
    ];
  return [
    {
      about: 'tools',
      text: 'Which installed scanners shall run at each push, beside those in Pawl?',
      options: tools.map((tool) => ({ name: tool.name, says: toolSays(tool) })),
      enter: tools.filter(isSwift).map(({ name }) => name),
    },
  ];
}

function toolSays(tool: FoundTool): string {
  switch (tool.name) {
    case 'semgrep':
      return `with the rules ${tool.settings.rules.join(', ')}`;
    case 'bandit':
      return 'on Python';
    case 'codeql':
      return `on ${tool.settings.languages.join(', ')}, which takes minutes`;
  }
}

function ciQuestion({ forge }: InitSurvey): readonly Question[] {
  if (forge === undefined) return [];
  // Every template has a place that only its owner can fill in, so it is never written unasked.
  const text = `Write a pipeline for ${FORGES[forge]}? It fails until you fill in what it names.`;
  return [{ about: 'ci', text, enter: false }];
}

const FORGES = {
  github: 'GitHub',
  gitlab: 'GitLab',
  azure: 'Azure Pipelines',
  jenkins: 'Jenkins',
  bitbucket: 'Bitbucket',
} as const;

function shareQuestion({ shareThrough }: InitSurvey): readonly Question[] {
  if (shareThrough === undefined) return [];
  const text = `Share the ledger through ${visible(shareThrough)}? It lists every finding that is still open to whoever can read that.`;
  return [{ about: 'share', text, enter: false }];
}

/** What a typed answer means; `undefined` where it means nothing. Numbers count from 1. */
export function readAnswer(question: Question, typed: string): string | readonly string[] | boolean | undefined {
  const text = typed.trim();
  if (text === '') return question.enter;
  if (!('options' in question)) return /^y(?:es)?$/iu.test(text) ? true : /^no?$/iu.test(text) ? false : undefined;
  const names = question.options.map(({ name }) => name);
  const named = (word: string): string | undefined =>
    names.find((name) => name === word) ?? names[/^\d{1,2}$/u.test(word) ? Number(word) - 1 : -1];
  if (question.about === 'target') return named(text);
  if (/^none$/iu.test(text)) return [];
  if (/^all$/iu.test(text)) return names;
  const words = text
    .split(/[\s,]+/u)
    .filter(Boolean)
    .map(named);
  return words.every((word) => word !== undefined) ? [...new Set(words)] : undefined;
}

/** From single answers to what is set up. */
export function answersOf(
  survey: InitSurvey,
  given: ReadonlyMap<Question['about'], ReturnType<typeof readAnswer>>,
): InitAnswers {
  const words = chosen(
    given.get('harnesses') ?? given.get('harness'),
    survey.harnesses.map(({ id }) => id),
  );
  const harnesses = survey.harnesses.map(({ id }) => id).filter((id) => words?.includes(id));
  const tools = chosen(
    given.get('tools') ?? given.get('tool'),
    survey.tools.map(({ name }) => name),
  );
  const [target, share] = [given.get('target'), given.get('share')];
  return {
    ...(typeof target === 'string' && { target }),
    // Without one the set-up says how to add them later, and looks after those that are there.
    ...(harnesses.length > 0 && { harnesses: [...survey.setUpHarnesses, ...harnesses] }),
    ...(tools && { tools: survey.tools.filter(({ name }) => tools.includes(name)) }),
    ...(given.get('ci') === true && survey.forge && { ci: survey.forge }),
    ...(typeof share === 'boolean' && { share }),
  };
}

function chosen(answer: ReturnType<typeof readAnswer>, all: readonly string[]): readonly string[] | undefined {
  if (answer === true) return all;
  if (answer === false) return [];
  return typeof answer === 'object' ? answer : undefined;
}
