import { extensionOf } from './language.ts';

/**
 * Programming languages without a profile yet. Renaming code to one of these must read as lost coverage, so the table
 * holds what runs as a program and leaves out markup, data, styles and prose.
 */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  C: ['c', 'h'],
  'C#': ['cs', 'csx', 'cshtml', 'razor'],
  'C++': ['cc', 'cpp', 'cxx', 'hh', 'hpp', 'hxx', 'ipp'],
  Clojure: ['clj', 'cljs', 'cljc'],
  CoffeeScript: ['coffee'],
  Crystal: ['cr'],
  Cython: ['pyx', 'pxd'],
  D: ['d'],
  Dart: ['dart'],
  Elixir: ['ex', 'exs'],
  Erlang: ['erl', 'hrl'],
  'F#': ['fs', 'fsx'],
  Go: ['go'],
  Groovy: ['groovy', 'gradle'],
  Haskell: ['hs', 'lhs'],
  Java: ['java'],
  'Jupyter notebook': ['ipynb'],
  Julia: ['jl'],
  Kotlin: ['kt', 'kts'],
  Lua: ['lua'],
  Nim: ['nim'],
  OCaml: ['ml', 'mli'],
  'Objective-C': ['m', 'mm'],
  PHP: ['php', 'phtml', 'php5', 'phps'],
  Perl: ['pl', 'pm'],
  PowerShell: ['ps1', 'psm1'],
  R: ['r'],
  Ruby: ['rb', 'rake', 'gemspec'],
  Rust: ['rs'],
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

/** The name of the programming language of a file that no profile can read yet; undefined for data, prose and assets. */
export function unsupportedCode(file: string): string | undefined {
  return BY_EXTENSION.get(extensionOf(file));
}
