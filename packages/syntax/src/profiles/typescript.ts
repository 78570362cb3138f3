import type { LanguageProfile } from '../language-profile.ts';
import { javascript } from './javascript.ts';

/** The grammars name the field of a class in two ways. */
const fieldKind = (kind: string): string => (kind === 'field_definition' ? 'public_field_definition' : kind);

/** TypeScript is JavaScript with types: more ways to bind a name, and casts that change no value. */
export const typescript: LanguageProfile = {
  ...javascript,
  id: 'typescript',
  // Of components the scripts are read; see `scriptsIn`.
  extensions: ['ts', 'mts', 'cts', 'vue', 'svelte', 'astro'],
  interpreter: /^(?:deno|bun|tsx|ts-node)$/u,
  grammar: { file: 'tree-sitter-typescript.wasm', package: 'tree-sitter-typescript', version: '0.23.2' },
  // `export type * from` is TypeScript 5.0; the grammar (0.23.2) is older.
  unreadable: [/(?<=^export )type(?= \*)/gmu],
  functions: [...javascript.functions, 'function_signature'],
  classes: [...javascript.classes, 'abstract_class_declaration', 'internal_module', 'module'],
  bindings: javascript.bindings.map((binding) =>
    binding.kind === 'field_definition' ? { ...binding, kind: fieldKind(binding.kind), name: 'name' } : binding,
  ),
  transparent: [
    ...javascript.transparent,
    'as_expression',
    'satisfies_expression',
    'non_null_expression',
    'type_assertion',
  ],
  elements: {
    ...javascript.elements,
    option: javascript.elements?.option?.filter((kind) => kind !== 'jsx_attribute') ?? [],
    assignment: javascript.elements?.assignment?.map(fieldKind) ?? [],
  },
};

export const tsx: LanguageProfile = {
  ...typescript,
  id: 'tsx',
  // The grammar of TSX reads all of JSX; that of JavaScript (0.25.0) stumbles over `class="…"`.
  extensions: ['tsx', 'jsx'],
  interpreter: undefined,
  elements: { ...typescript.elements, option: javascript.elements?.option ?? [] },
  transparent: typescript.transparent.filter((kind) => kind !== 'type_assertion'),
  grammar: { ...typescript.grammar, file: 'tree-sitter-tsx.wasm' },
};
