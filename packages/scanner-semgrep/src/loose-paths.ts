import { recordOf } from './json-shape.ts';

/**
 * A rule whose `paths` do not hang on the folder that the files are laid out in. A pattern that starts with `/` means the
 * root of the project, which Semgrep does not see here: `include: /src` is taken as `src` at any depth, and such an
 * `exclude` is left away. Both make a rule look at more, never at less.
 *
 * @throws Error where `paths` is not what the rule syntax says.
 */
export function withLoosePaths(source: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (source['paths'] === undefined) return source;
  const { include, exclude, ...other } = recordOf(source['paths'], 'its paths');
  const paths = {
    ...other,
    ...(include === undefined ? {} : { include: patternsOf(include).map((each) => each.replace(/^\/+/u, '')) }),
    ...(exclude === undefined ? {} : { exclude: patternsOf(exclude).filter((each) => !each.startsWith('/')) }),
  };
  return { ...source, paths };
}

function patternsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string'))
    throw new Error('its paths are not lists of patterns');
  return value as readonly string[];
}
