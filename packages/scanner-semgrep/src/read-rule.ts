import { listOf, recordOf, textOf } from './json-shape.ts';
import { withLoosePaths } from './loose-paths.ts';
import { languageNamed, type LanguageId } from './languages.ts';
import type { Rule } from './rule.ts';
import { severityOf } from './severity.ts';

/** Ours: no rule of a project may answer for a file in their place. */
export const CANARY = 'pawl.canary.';

/** Ours too: before the id of a rule that Semgrep gets once for each language. */
export const COPY = 'pawl.in.';

/** These run in no open-source engine, or as something else than they say, and Semgrep is silent about it. */
const MODES: readonly unknown[] = [undefined, 'search', 'taint'];

/**
 * Reads one entry of a rule file.
 *
 * @throws Error where it is not a rule that can be run.
 */
export function readRule(value: unknown): Rule {
  const source = recordOf(value, 'a rule');
  const id = textOf(source['id'], 'the id of a rule');
  try {
    return readFields(id, source);
  } catch (cause) {
    throw new Error(`rule ${id}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function readFields(id: string, source: Readonly<Record<string, unknown>>): Rule {
  const taken = [CANARY, COPY].find((prefix) => id.startsWith(prefix));
  if (taken !== undefined) throw new Error(`ids that start with ${taken} are taken`);
  if (!MODES.includes(source['mode'])) throw new Error(`the mode ${JSON.stringify(source['mode'])} is not supported`);
  if (Object.keys(source).some((key) => key.startsWith('r2c-internal')))
    throw new Error('rules about dependencies are not supported');
  const metadata = source['metadata'] === undefined ? {} : recordOf(source['metadata'], 'its metadata');
  return {
    id,
    languages: languagesFrom(source['languages']),
    severity: severityOf(source['severity'], metadata['security-severity']),
    cwe: cweFrom(metadata['cwe']),
    source: withLoosePaths(source),
  };
}

function languagesFrom(value: unknown): readonly LanguageId[] {
  const named = listOf(value, 'its list of languages').map((each) => {
    const language = languageNamed(textOf(each, 'a language'));
    if (language === undefined) throw new Error(`the language ${JSON.stringify(each)} is not known`);
    return language;
  });
  if (named.length === 0) throw new Error('it names no language');
  return [...new Set(named)];
}

/** Like `CWE-79: Improper Neutralization…`, one or a list. */
function cweFrom(value: unknown): readonly string[] {
  const texts = (Array.isArray(value) ? value : [value]).map(String);
  return [...new Set(texts.flatMap((text) => /CWE-\d+/iu.exec(text)?.[0].toUpperCase() ?? []))];
}
