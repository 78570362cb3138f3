import type { LanguageProfile } from './language-profile.ts';
import { c } from './profiles/c.ts';
import { cpp } from './profiles/cpp.ts';
import { csharp } from './profiles/csharp.ts';
import { go } from './profiles/go.ts';
import { java } from './profiles/java.ts';
import { javascript } from './profiles/javascript.ts';
import { kotlin } from './profiles/kotlin.ts';
import { php } from './profiles/php.ts';
import { python } from './profiles/python.ts';
import { ruby } from './profiles/ruby.ts';
import { rust } from './profiles/rust.ts';
import { tsx, typescript } from './profiles/typescript.ts';

/** A language that has a profile. */
export type LanguageId =
  | 'javascript'
  | 'typescript'
  | 'tsx'
  | 'python'
  | 'ruby'
  | 'php'
  | 'c'
  | 'cpp'
  | 'go'
  | 'java'
  | 'csharp'
  | 'kotlin'
  | 'rust';

/** Every language that Pawl reads. A language is its profile, its name above and its line here: all else is derived. */
export const PROFILES: Readonly<Record<LanguageId, LanguageProfile>> = {
  javascript,
  typescript,
  tsx,
  python,
  ruby,
  php,
  c,
  cpp,
  go,
  java,
  csharp,
  kotlin,
  rust,
};

/** The packages that the parser and the grammars come from: with the profiles, they decide what a text means. */
export const GRAMMAR_VERSIONS: Readonly<Record<string, string>> = {
  'web-tree-sitter': '0.27.1',
  ...Object.fromEntries(Object.values(PROFILES).map(({ grammar }) => [grammar.package, grammar.version])),
};

/** The package that each file of the `grammars` folder comes from. */
export const GRAMMAR_PACKAGES: Readonly<Record<string, string>> = {
  'web-tree-sitter.wasm': 'web-tree-sitter',
  ...Object.fromEntries(Object.values(PROFILES).map(({ grammar }) => [grammar.file, grammar.package])),
};
