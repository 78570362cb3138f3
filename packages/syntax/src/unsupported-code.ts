import { extensionOf, interpreterOf, languageOf } from './language.ts';

/**
 * Programming languages without a profile yet; what a profile claims is looked up there first. Renaming code to one of
 * these must read as lost coverage, so the table holds what runs as a program and leaves out markup, data, styles and
 * prose.
 */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'C#': ['cshtml', 'razor'],
  Clojure: ['clj', 'cljs', 'cljc'],
  CoffeeScript: ['coffee'],
  Crystal: ['cr'],
  Cython: ['pyx', 'pxd'],
  D: ['d'],
  Dart: ['dart'],
  Elixir: ['ex', 'exs'],
  Erlang: ['erl', 'hrl'],
  'F#': ['fs', 'fsx'],
  Groovy: ['groovy', 'gradle'],
  Haskell: ['hs', 'lhs'],
  'Jupyter notebook': ['ipynb'],
  Julia: ['jl'],
  Lua: ['lua'],
  Nim: ['nim'],
  OCaml: ['ml', 'mli'],
  'Objective-C': ['m', 'mm'],
  Perl: ['pl', 'pm'],
  PowerShell: ['ps1', 'psm1'],
  R: ['r'],
  Scala: ['scala', 'sc'],
  Shell: ['sh', 'bash', 'zsh', 'fish'],
  Solidity: ['sol'],
  Swift: ['swift'],
  'Visual Basic': ['vb', 'vbs'],
  Zig: ['zig'],
};

const BY_EXTENSION: ReadonlyMap<string, string> = new Map(
  Object.entries(EXTENSIONS).flatMap(([name, extensions]) => extensions.map((extension) => [extension, name] as const)),
);

const BY_INTERPRETER: readonly (readonly [RegExp, string])[] = [
  [/^(?:ba|da|z|k|fi)?sh$/u, 'Shell'],
  [/^perl[\d.]*$/u, 'Perl'],
  [/^lua[\d.]*$/u, 'Lua'],
];

/**
 * The name of the programming language of a file that no profile can read yet, by its extension, else by the interpreter
 * that its first line names; undefined for data, prose and assets.
 */
export function unsupportedCode(file: string, firstLine?: string): string | undefined {
  if (languageOf(file, firstLine) !== undefined) return undefined;
  const byExtension = BY_EXTENSION.get(extensionOf(file));
  if (byExtension !== undefined || firstLine === undefined) return byExtension;
  const interpreter = interpreterOf(firstLine);
  return interpreter === undefined ? undefined : BY_INTERPRETER.find(([pattern]) => pattern.test(interpreter))?.[1];
}
