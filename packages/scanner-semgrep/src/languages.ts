interface Language {
  /** What rules may call it. */
  readonly keys: readonly string[];
  /** The ends of names that Semgrep takes for it, upper and lower case told apart. */
  readonly ends: readonly string[];
}

/** As in Semgrep's own table of languages, of which it reads the ends of file names case by case. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  apex: { keys: ['apex'], ends: ['.cls'] },
  bash: { keys: ['bash', 'sh'], ends: ['.bash', '.sh'] },
  c: { keys: ['c'], ends: ['.c', '.h'] },
  cairo: { keys: ['cairo'], ends: ['.cairo'] },
  circom: { keys: ['circom'], ends: ['.circom'] },
  clojure: { keys: ['clojure'], ends: ['.clj', '.cljs', '.cljc', '.edn'] },
  cpp: {
    keys: ['cpp', 'c++'],
    ends: ['.cc', '.cpp', '.cxx', '.c++', '.pcc', '.tpp', '.C', '.h', '.hh', '.hpp', '.hxx', '.inl', '.ipp'],
  },
  csharp: { keys: ['csharp', 'c#'], ends: ['.cs'] },
  dart: { keys: ['dart'], ends: ['.dart'] },
  dockerfile: { keys: ['dockerfile', 'docker'], ends: ['.dockerfile', '.Dockerfile', 'Dockerfile', 'dockerfile'] },
  elixir: { keys: ['ex', 'elixir'], ends: ['.ex', '.exs'] },
  go: { keys: ['go', 'golang'], ends: ['.go'] },
  gosu: { keys: ['gosu'], ends: ['.gs'] },
  hack: { keys: ['hack'], ends: ['.hack', '.hck', '.hh'] },
  html: { keys: ['html'], ends: ['.htm', '.html'] },
  java: { keys: ['java'], ends: ['.java'] },
  // Rules for JavaScript are run on TypeScript too.
  js: { keys: ['js', 'javascript'], ends: ['.js', '.cjs', '.jsx', '.mjs', '.ts', '.tsx'] },
  json: { keys: ['json'], ends: ['.json', '.ipynb'] },
  jsonnet: { keys: ['jsonnet'], ends: ['.jsonnet', '.libsonnet'] },
  julia: { keys: ['julia'], ends: ['.jl'] },
  kotlin: { keys: ['kt', 'kotlin'], ends: ['.kt', '.kts', '.ktm'] },
  lisp: { keys: ['lisp'], ends: ['.lisp', '.cl', '.el'] },
  lua: { keys: ['lua'], ends: ['.lua'] },
  ocaml: { keys: ['ocaml'], ends: ['.ml', '.mli'] },
  php: { keys: ['php'], ends: ['.php', '.tpl', '.phtml'] },
  powershell: { keys: ['powershell'], ends: ['.ps1'] },
  promql: { keys: ['promql'], ends: ['.promql'] },
  proto: { keys: ['proto', 'protobuf', 'proto3'], ends: ['.proto'] },
  python: { keys: ['py', 'python'], ends: ['.py', '.pyi'] },
  python2: { keys: ['python2'], ends: ['.py', '.pyi'] },
  python3: { keys: ['python3'], ends: ['.py', '.pyi'] },
  r: { keys: ['r'], ends: ['.r', '.R'] },
  ruby: { keys: ['ruby'], ends: ['.rb'] },
  rust: { keys: ['rust'], ends: ['.rs'] },
  scala: { keys: ['scala'], ends: ['.scala'] },
  scheme: { keys: ['scheme'], ends: ['.scm', '.ss'] },
  solidity: { keys: ['solidity', 'sol'], ends: ['.sol'] },
  swift: { keys: ['swift'], ends: ['.swift'] },
  terraform: { keys: ['terraform', 'tf', 'hcl'], ends: ['.tf', '.tofu', '.hcl', '.tfvars'] },
  ts: { keys: ['ts', 'typescript'], ends: ['.ts', '.tsx'] },
  vue: { keys: ['vue'], ends: ['.vue'] },
  xml: { keys: ['xml'], ends: ['.xml', '.plist'] },
  yaml: { keys: ['yaml'], ends: ['.yml', '.yaml'] },
  // These read every text.
  aliengrep: { keys: ['aliengrep'], ends: [''] },
  generic: { keys: ['generic', 'spacegrep'], ends: [''] },
  regex: { keys: ['regex', 'none'], ends: [''] },
};

/** A key of the table, which Semgrep takes in a rule's `languages`. */
export type LanguageId = string;

const ENTRIES = Object.entries(LANGUAGES);

/** The language that a rule means, or `undefined`. */
export function languageNamed(key: string): LanguageId | undefined {
  return ENTRIES.find(([, { keys }]) => keys.includes(key.toLowerCase()))?.[0];
}

/** Every language that Semgrep reads a file as, once it lies under its {@link readableName}. */
export function languagesOf(file: string): readonly LanguageId[] {
  const name = readableName(file);
  return ENTRIES.filter(([, { ends }]) => ends.some((end) => name.endsWith(end))).map(([id]) => id);
}

/** Code that Semgrep does not take for what it is, and the end that is put behind its name. */
const RENAMED: readonly (readonly [RegExp, string])[] = [
  // Left out by Semgrep by their very name.
  [/\.min\.js$/iu, '.js'],
  [/\.d\.ts$/iu, '.ts'],
  [/\.[mc]ts$/iu, '.ts'],
  [/\.(es6|jsm|pac)$/iu, '.js'],
  [/\.pyw$/iu, '.py'],
  [/\.(php[3-8]|inc)$/iu, '.php'],
  [/\.(rake|gemspec|ru)$|(^|\/)(Rakefile|Gemfile)$/iu, '.rb'],
  [/(^|\/)(Dockerfile|Containerfile)(\.[^/]*)?$/iu, '.dockerfile'],
];

/**
 * A path at which Semgrep takes the file for the language that it is in: `a.mts`, `A.PY` and `a.min.js` are otherwise
 * passed over without a word.
 */
export function readableName(file: string): string {
  const added = RENAMED.find(([pattern]) => pattern.test(file))?.[1];
  if (added !== undefined) return `${file}${added}`;
  if (ENDS.some((end) => file.endsWith(end))) return file;
  const folded = file.toLowerCase();
  const end = ENDS.find((each) => folded.endsWith(each.toLowerCase()));
  return end === undefined ? file : `${file}${end}`;
}

const ENDS = ENTRIES.flatMap(([, { ends }]) => ends).filter((end) => end !== '');
