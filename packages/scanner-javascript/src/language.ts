/** How a file is parsed: the grammar, and the goals in the order in which they are tried. */
export interface Language {
  readonly grammar: 'javascript' | 'typescript' | 'tsx';
  readonly goals: readonly ('module' | 'commonjs')[];
}

const javascript: Language = { grammar: 'javascript', goals: ['module', 'commonjs'] };
const typescript: Language = { grammar: 'typescript', goals: ['module'] };

const LANGUAGES: Readonly<Record<string, Language>> = {
  js: javascript,
  jsx: javascript,
  mjs: { grammar: 'javascript', goals: ['module'] },
  cjs: { grammar: 'javascript', goals: ['commonjs'] },
  ts: typescript,
  mts: typescript,
  cts: typescript,
  tsx: { grammar: 'tsx', goals: ['module'] },
};

export function languageOf(file: string): Language | undefined {
  const extension = /\.([a-z]+)$/iu.exec(file)?.[1]?.toLowerCase();
  return extension === undefined || !Object.hasOwn(LANGUAGES, extension) ? undefined : LANGUAGES[extension];
}
