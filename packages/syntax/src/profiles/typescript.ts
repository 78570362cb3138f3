import type { LanguageProfile } from '../language-profile.ts';
import { javascript } from './javascript.ts';

/** TypeScript is JavaScript with types: more ways to bind a name, and casts that change no value. */
export const typescript: LanguageProfile = {
  ...javascript,
  id: 'typescript',
  // `export type * from` is TypeScript 5.0; the grammar (0.23.2) is older.
  unreadable: [/(?<=^export )type(?= \*)/gmu],
  functions: [...javascript.functions, 'function_signature'],
  classes: [...javascript.classes, 'abstract_class_declaration', 'internal_module', 'module'],
  bindings: [...javascript.bindings, { kind: 'public_field_definition', value: 'value', name: 'name' }],
  transparent: [
    ...javascript.transparent,
    'as_expression',
    'satisfies_expression',
    'non_null_expression',
    'type_assertion',
  ],
};

export const tsx: LanguageProfile = { ...typescript, id: 'tsx' };
