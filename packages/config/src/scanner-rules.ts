import { all, matching, oneOf, type Rule } from '@pawl/document';
import { argument, relativePath } from './argument-rules.ts';
import { fields, flag, inOrder, listOf, notEmpty, orOff, record, wholeNumber } from './basic-rules.ts';
import type { Scanners } from './config.ts';

/** Those that CodeQL examines without a build: a build would run code of the judged tree. */
const codeqlLanguage = oneOf('csharp', 'java', 'javascript', 'python', 'ruby');

const suite = matching(/^(?!.*\.\.)[A-Za-z0-9][\w./:@{}~^-]{0,199}$/u, 'the name of a query suite');
const toolName = matching(/^[a-z0-9][a-z0-9-]{0,39}$/u, 'a name of small letters, digits and hyphens');
const commandLine = all(listOf(argument), notEmpty);
const ending = matching(/^[^\p{Cc}/\\]{1,40}$/u, 'the ending of a file name like ".php"');
const fileName = matching(/^[A-Za-z0-9][\w.-]{0,99}$/u, 'the name of a file in {out}');

/** The scanners as they are written, or as a lock holds them: then what is a set is in order. */
export function scannerRules(completeness: 'partial' | 'complete'): Readonly<Record<keyof Scanners, Rule>> {
  const setOf = (item: Rule): Rule =>
    completeness === 'partial' ? all(listOf(item), notEmpty) : all(listOf(item), notEmpty, inOrder);
  return {
    javascript: flag,
    python: flag,
    secrets: flag,
    semgrep: orOff(fields({ rules: setOf(relativePath) }, 'complete')),
    bandit: flag,
    codeql: orOff(fields({ languages: setOf(codeqlLanguage) }, 'complete', { suite })),
    sarif: record(
      toolName,
      fields({ command: commandLine }, 'complete', {
        result: fileName,
        scope: oneOf('tree'),
        version: commandLine,
        rules: setOf(relativePath),
        files: setOf(ending),
        okStatus: setOf(wholeNumber(0, 255)),
      }),
    ),
  };
}
