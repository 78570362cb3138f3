import { findAll } from '../ast/pattern.ts';
import type { Pattern } from '../contract.ts';
import { EXCEPT } from './options.ts';
import type { Parsed, Suggestion } from './suggestion.ts';

/** In fewer files it is no decision that there is none. */
const LEAST_FILES = 10;

interface Never {
  readonly id: string;
  readonly language: 'python' | 'script';
  readonly patterns: readonly Pattern[];
  readonly what: string;
  readonly why: string;
  readonly cwe: string;
}

const NEVER: readonly Never[] = [
  {
    id: 'no-code-from-text',
    language: 'script',
    patterns: ['eval($$$)', 'new Function($$$)'],
    what: 'builds code from text',
    why: 'Code that is put together at run time cannot be reviewed.',
    cwe: 'CWE-95',
  },
  {
    id: 'no-code-from-text-in-python',
    language: 'python',
    patterns: ['eval($$$)', 'exec($$$)'],
    what: 'builds code from text',
    why: 'Code that is put together at run time cannot be reviewed.',
    cwe: 'CWE-95',
  },
  {
    id: 'no-shell-in-python',
    language: 'python',
    patterns: ['os.system($$$)', { kind: 'keyword_argument', regex: '^shell\\s*=\\s*True$' }],
    what: 'starts a shell',
    why: 'Commands are started with a list of arguments, never through a shell.',
    cwe: 'CWE-78',
  },
  {
    id: 'no-unpickling',
    language: 'python',
    patterns: ['pickle.loads($$$)', 'pickle.load($$$)'],
    what: 'unpickles',
    why: 'To unpickle data is to run it.',
    cwe: 'CWE-502',
  },
  {
    id: 'certificates-are-checked',
    language: 'script',
    patterns: [{ kind: 'pair', regex: '^[\'"]?rejectUnauthorized[\'"]?\\s*:\\s*false$' }],
    what: 'turns certificate checks off',
    why: 'Who answers is who we asked.',
    cwe: 'CWE-295',
  },
  {
    id: 'certificates-are-checked-in-python',
    language: 'python',
    patterns: [{ kind: 'keyword_argument', regex: '^verify\\s*=\\s*False$' }],
    what: 'turns certificate checks off',
    why: 'Who answers is who we asked.',
    cwe: 'CWE-295',
  },
];

/** What a project of some size never does. */
export function suggestNever(files: readonly Parsed[]): readonly Suggestion[] {
  return NEVER.flatMap(({ id, language, patterns, what, why, cwe }) => {
    const own = files.filter((parsed) => (parsed.language === 'python') === (language === 'python'));
    if (
      own.length < LEAST_FILES ||
      own.some((parsed) => findAll(parsed.root, patterns, {}, parsed.language).length > 0)
    )
      return [];
    return [
      {
        id,
        evidence: `none of ${own.length} files ${what}`,
        held: own.length,
        of: own.length,
        proposed: true,
        rank: 5,
        contract: {
          why,
          cwe,
          files: language === 'python' ? '**/*.py' : '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}',
          except: EXCEPT,
          mustNot: { pattern: patterns },
        },
      },
    ];
  });
}
