import { findAll } from '../ast/pattern.ts';
import { hasOption } from '../evaluate/arguments.ts';
import { ALMOST, idOf, LEAST, type Parsed, type Suggestion } from './suggestion.ts';

interface Habit {
  readonly language: 'python' | 'script';
  readonly calls: readonly string[];
  readonly where?: Readonly<Record<string, { readonly oneOf: readonly string[] }>>;
  readonly options: readonly string[];
  readonly what: string;
  readonly why: string;
  readonly cwe: string;
  readonly rank: number;
}

const VERBS = { METHOD: { oneOf: ['get', 'post', 'put', 'patch', 'delete', 'head', 'request'] } };
const HANGS = 'A request without a time-out lets a slow server hold a worker for ever.';

/** Options that matter for security, where a project always gives them. */
const HABITS: readonly Habit[] = [
  {
    language: 'python',
    calls: ['requests.$METHOD($$$)'],
    where: VERBS,
    options: ['timeout'],
    what: 'requests',
    why: HANGS,
    cwe: 'CWE-400',
    rank: 4,
  },
  {
    language: 'python',
    calls: ['httpx.$METHOD($$$)'],
    where: VERBS,
    options: ['timeout'],
    what: 'httpx',
    why: HANGS,
    cwe: 'CWE-400',
    rank: 4,
  },
  {
    language: 'script',
    calls: ['axios.$METHOD($$$)'],
    where: VERBS,
    options: ['timeout', 'signal'],
    what: 'axios',
    why: HANGS,
    cwe: 'CWE-400',
    rank: 4,
  },
  {
    language: 'script',
    calls: ['fetch($$$)'],
    options: ['signal', 'timeout'],
    what: 'fetch',
    why: HANGS,
    cwe: 'CWE-400',
    rank: 4,
  },
  {
    language: 'script',
    calls: ['jwt.verify($$$)'],
    options: ['algorithms'],
    what: 'jwt-verify',
    why: 'A token is verified with the algorithms that we chose, not those that it names.',
    cwe: 'CWE-347',
    rank: 0,
  },
  {
    language: 'python',
    calls: ['jwt.decode($$$)'],
    options: ['algorithms'],
    what: 'jwt-decode',
    why: 'A token is verified with the algorithms that we chose, not those that it names.',
    cwe: 'CWE-347',
    rank: 0,
  },
  {
    language: 'script',
    calls: ['res.cookie($$$)', 'reply.setCookie($$$)'],
    options: ['httpOnly'],
    what: 'cookies',
    why: 'Scripts in the page cannot read our cookies.',
    cwe: 'CWE-1004',
    rank: 2,
  },
  {
    language: 'python',
    calls: ['$RESPONSE.set_cookie($$$)'],
    options: ['httponly'],
    what: 'cookies',
    why: 'Scripts in the page cannot read our cookies.',
    cwe: 'CWE-1004',
    rank: 2,
  },
];

/** "All 12 requests.get have a time-out." */
export function suggestForOptions(files: readonly Parsed[]): readonly Suggestion[] {
  return HABITS.flatMap((habit) => {
    const own = files.filter(({ language }) => (language === 'python') === (habit.language === 'python'));
    const calls = own.flatMap(({ root, language }) => findAll(root, habit.calls, habit.where ?? {}, language));
    const held = calls.filter((call) => hasOption(call, habit.options)).length;
    if (calls.length < LEAST || held < LEAST || held < calls.length * ALMOST) return [];
    const { language, calls: every, where, options, what, why, cwe, rank } = habit;
    return [
      {
        id: idOf(what, options[0] ?? ''),
        evidence: `${held} of ${calls.length} calls of ${what} have \`${options.join('` or `')}\``,
        held,
        of: calls.length,
        proposed: held === calls.length,
        rank,
        contract: {
          why,
          cwe,
          files: language === 'python' ? '**/*.py' : '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}',
          except: EXCEPT,
          mustHave: { every, ...(where === undefined ? {} : { where }), have: { option: options } },
        },
      },
    ];
  });
}

/** Tests and what is built or vendored keep no promises. */
export const EXCEPT: readonly string[] = [
  '**/{test,tests,unittests,__tests__,testing,testdata}/**',
  '**/{e2e,spec,specs,fixtures,examples,benchmarks}/**',
  '**/*.{test,spec,stories}.*',
  '**/{test_*,conftest}.py',
  '**/{node_modules,vendor,dist}/**',
];
