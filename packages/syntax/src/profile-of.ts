import type { LanguageId } from './language.ts';
import type { LanguageProfile } from './language-profile.ts';
import { javascript } from './profiles/javascript.ts';
import { python } from './profiles/python.ts';
import { tsx, typescript } from './profiles/typescript.ts';

/** Every language that Pawl reads, with the grammar that reads it. */
export const PROFILES: Readonly<Record<LanguageId, LanguageProfile>> = { javascript, typescript, tsx, python };

export const GRAMMAR_FILES: Readonly<Record<LanguageId, string>> = {
  javascript: 'tree-sitter-javascript.wasm',
  typescript: 'tree-sitter-typescript.wasm',
  tsx: 'tree-sitter-tsx.wasm',
  python: 'tree-sitter-python.wasm',
};

/** The packages that the parser and the grammars come from: with the profiles, they decide what a text means. */
export const GRAMMAR_VERSIONS: Readonly<Record<string, string>> = {
  'web-tree-sitter': '0.27.1',
  'tree-sitter-javascript': '0.25.0',
  'tree-sitter-typescript': '0.23.2',
  'tree-sitter-python': '0.25.0',
};
