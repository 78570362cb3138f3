import { isRecord, type Mistake, type Rule, shown, unknownKey, wrong } from '@pawl/document';

/** An object with these keys and no others; `complete` also misses those that are not there, but for the optional ones. */
export function fields(
  known: Readonly<Record<string, Rule>>,
  completeness: 'partial' | 'complete',
  optional: Readonly<Record<string, Rule>> = {},
): Rule {
  const rules = new Map([...Object.entries(known), ...Object.entries(optional)]);
  return (value, path) => {
    if (!isRecord(value)) return wrong(path, `must be an object, not ${shown(value)}`);
    const present = Object.entries(value).flatMap(([key, inner]): readonly Mistake[] => {
      const rule = rules.get(key);
      return rule === undefined ? [unknownKey([...path, key], key, [...rules.keys()])] : rule(inner, [...path, key]);
    });
    if (completeness === 'partial') return present;
    const missing = Object.keys(known).filter((key) => !Object.hasOwn(value, key));
    return [...present, ...missing.flatMap((key) => wrong(path, `lacks ${shown(key)}`))];
  };
}

export function listOf(item: Rule): Rule {
  return (value, path) => {
    if (!Array.isArray(value)) return wrong(path, `must be a list, not ${shown(value)}`);
    return value.flatMap((inner: unknown, index) => item(inner, [...path, index]));
  };
}

/** An object whose keys are names that a person chose. */
export function record(name: Rule, item: Rule): Rule {
  return (value, path) => {
    if (!isRecord(value)) return wrong(path, `must be an object, not ${shown(value)}`);
    return Object.entries(value).flatMap(([key, inner]) => [
      ...name(key, [...path, key]).map((mistake): Mistake => ({ ...mistake, at: 'key' })),
      ...item(inner, [...path, key]),
    ]);
  };
}

/** What is there, or `false`. */
export function orOff(rule: Rule): Rule {
  return (value, path) => {
    if (value === false) return [];
    return isRecord(value) ? rule(value, path) : wrong(path, `must be an object or false, not ${shown(value)}`);
  };
}

/** What is there, or `null`. */
export function orNull(rule: Rule): Rule {
  return (value, path) => (value === null ? [] : rule(value, path));
}

export const notEmpty: Rule = (value, path) => {
  return Array.isArray(value) && value.length === 0 ? wrong(path, 'must name at least one') : [];
};

/** A list as `resolveConfig` writes a set: in ascending order, each once. */
export const inOrder: Rule = (value, path) => {
  if (!Array.isArray(value)) return [];
  const ascending = value.every((item, index) => index === 0 || value[index - 1] < item);
  return ascending ? [] : wrong(path, 'is not in order');
};

export function wholeNumber(least: number, most: number): Rule {
  return (value, path) => {
    if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) return [];
    return wrong(path, `must be a whole number from ${least} to ${most}, not ${shown(value)}`);
  };
}

export const flag: Rule = (value, path) => {
  return typeof value === 'boolean' ? [] : wrong(path, `must be true or false, not ${shown(value)}`);
};

export const text: Rule = (value, path) => {
  return typeof value === 'string' ? [] : wrong(path, `must be a text, not ${shown(value)}`);
};
