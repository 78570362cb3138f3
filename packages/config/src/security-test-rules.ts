import { all, matching, oneOf, type Rule, shown, wrong } from '@pawl/document';
import { fields, flag, inOrder, listOf, notEmpty } from './basic-rules.ts';
import { argument, relativePath } from './argument-rules.ts';
import type { SecurityTests } from './config.ts';
import { globRule } from './glob.ts';

const suiteName = matching(/^[a-z0-9][a-z0-9-]{0,39}$/u, 'a name of small letters, digits and hyphens');
const framework = oneOf('vitest', 'jest', 'mocha', 'node', 'pytest', 'go');
const commandLine = all(listOf(argument), notEmpty);

/** The security tests as they are written, or as a lock holds them: then what is a set is in order. */
export function securityTestRules(completeness: 'partial' | 'complete'): Readonly<Record<keyof SecurityTests, Rule>> {
  const setOf = (item: Rule): Rule =>
    completeness === 'partial' ? all(listOf(item), notEmpty) : all(listOf(item), notEmpty, inOrder);
  const suite = fields({ name: suiteName, files: setOf(globRule), framework }, 'complete', {
    command: commandLine,
    setup: commandLine,
    link: setOf(relativePath),
  });
  return { find: flag, suites: all(listOf(suite), namedOnce) };
}

/** What a verdict says of a suite it says by its name. */
const namedOnce: Rule = (value, path) => {
  if (!Array.isArray(value)) return [];
  const names = value.map((suite: unknown) => (suite as { readonly name?: unknown } | null)?.name);
  return names.flatMap((name, index) =>
    names.indexOf(name) === index ? [] : wrong([...path, index], `is a second suite called ${shown(name)}`),
  );
};
