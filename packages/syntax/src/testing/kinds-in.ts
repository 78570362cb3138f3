import type { LanguageProfile } from '../language-profile.ts';

/** Lists of a profile that hold something else than node kinds. */
const NO_KINDS: readonly string[] = [
  'extensions',
  'unnamed',
  'asides',
  'sinks',
  'idioms',
  'and',
  'or',
  'always',
  'never',
];
/** What stands in a shape and is no field: the text of an operator. */
const NO_FIELDS: readonly string[] = ['negation.operator'];

export interface Named {
  readonly kinds: readonly string[];
  readonly fields: readonly string[];
}

/**
 * The node kinds and fields that a profile names: every list of words, and of every shape its `kind` or `kinds` and the
 * other words. A table that is added to profiles is read without a change here.
 */
export function kindsIn(profile: LanguageProfile): Named {
  const kinds = new Set<string>();
  const fields = new Set<string>([profile.nameField, ...(profile.asides ?? [])]);
  for (const [name, value] of Object.entries(profile)) {
    if (NO_KINDS.includes(name)) continue;
    for (const part of Array.isArray(value) ? value : [value]) {
      if (Array.isArray(value) && typeof part === 'string') kinds.add(part);
      if (typeof part === 'object' && part !== null) addShape(name, part as Record<string, unknown>, kinds, fields);
    }
  }
  const added = Object.values(profile.unnamed ?? {}).flatMap((each) => Object.keys(each));
  for (const kind of Object.keys(profile.unnamed ?? {})) kinds.add(kind);
  return { kinds: [...kinds], fields: [...fields].filter((field) => !added.includes(field)) };
}

function addShape(name: string, shape: Record<string, unknown>, kinds: Set<string>, fields: Set<string>): void {
  const isShape = 'kind' in shape || 'kinds' in shape;
  for (const [key, value] of Object.entries(shape)) {
    if (key === 'kind') kinds.add(String(value));
    else if (Array.isArray(value)) for (const kind of value) kinds.add(String(kind));
    else if (isShape && typeof value === 'string' && !NO_FIELDS.includes(`${name}.${key}`)) fields.add(value);
  }
}
