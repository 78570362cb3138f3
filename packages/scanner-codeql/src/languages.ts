import { AdapterError } from '@pawl/scanner';
import type { CodeqlSettings } from './settings.ts';

export interface Language {
  readonly name: string;
  /** What the ids of its queries begin with. */
  readonly prefix: string;
  /** The endings of the files that CodeQL extracts for it without a build. */
  readonly endings: readonly string[];
}

/**
 * The languages for which the manual documents `--build-mode=none`. A build would run code of the judged tree, and with it
 * the judged tree would decide what is extracted. Kotlin needs one, so that it is not among the files of Java.
 */
const LANGUAGES: Readonly<Record<string, Omit<Language, 'name'>>> = {
  csharp: { prefix: 'cs', endings: ['.cs'] },
  java: { prefix: 'java', endings: ['.java'] },
  javascript: {
    prefix: 'js',
    endings: ['.js', '.jsx', '.mjs', '.cjs', '.es6', '.ts', '.tsx', '.mts', '.cts', '.vue', '.html', '.htm'],
  },
  python: { prefix: 'py', endings: ['.py'] },
  ruby: { prefix: 'rb', endings: ['.rb', '.erb', '.gemspec'] },
};

/**
 * The languages of the settings, each once, in the order of the alphabet.
 *
 * @throws AdapterError `rules-missing` where there is none, or one that is not known here.
 */
export function languagesOf({ languages }: CodeqlSettings): readonly [Language, ...Language[]] {
  const [first, ...rest] = [...new Set(languages)].sort().map(languageOf);
  if (first !== undefined) return [first, ...rest];
  throw new AdapterError('rules-missing', 'CodeQL is turned on for no language.', {
    next: `Write under "languages" some of: ${Object.keys(LANGUAGES).join(', ')}`,
  });
}

function languageOf(name: string): Language {
  const language = Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined;
  if (language !== undefined) return { name, ...language };
  throw new AdapterError('rules-missing', `CodeQL cannot examine ${JSON.stringify(name)} without a build.`, {
    next: `Write under "languages" some of: ${Object.keys(LANGUAGES).join(', ')}`,
  });
}

export function isOf({ endings }: Language, file: string): boolean {
  const name = file.toLowerCase();
  return endings.some((ending) => name.endsWith(ending));
}
