import { guardJson } from '@pawl/sarif';
import { AdapterError } from '@pawl/scanner';
import { parse } from 'yaml';
import { listOf, recordOf } from './json-shape.ts';
import { readRule } from './read-rule.ts';
import type { Rule } from './rule.ts';

/** The text of a rule file or of a pack, and the name under which the configuration or the commit has it. */
export interface RuleText {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads rule files, YAML or JSON, into one list in the order of their ids.
 *
 * @throws AdapterError `rules-broken`, with the file and what is wrong with it.
 */
export function parseRules(texts: readonly RuleText[]): readonly Rule[] {
  const rules = new Map<string, Rule>();
  for (const { name, text } of texts) {
    for (const rule of rulesIn(name, text)) {
      const known = rules.get(rule.id);
      // Of two rules with one id Semgrep gives one result at one place: the one would hide the other. Packs overlap, though.
      if (known !== undefined && JSON.stringify(known.source) !== JSON.stringify(rule.source))
        throw broken(name, `there is another rule ${rule.id}`);
      rules.set(rule.id, rule);
    }
  }
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function rulesIn(name: string, text: string): readonly Rule[] {
  try {
    const document = documentIn(text);
    const rules = listOf(recordOf(document, 'the file')['rules'], 'its list of rules').map(readRule);
    if (rules.length === 0) throw new Error('it has no rules');
    return rules;
  } catch (cause) {
    throw broken(name, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** The registry and a pin give JSON, which is read a hundred times faster as what it is. */
function documentIn(text: string): unknown {
  if (text.startsWith('{')) {
    guardJson(text);
    return JSON.parse(text);
  }
  // A key that stands twice is an error, and aliases may not multiply without end.
  return parse(text, { uniqueKeys: true, maxAliasCount: 100, logLevel: 'error' });
}

function broken(name: string, what: string, cause?: unknown): AdapterError {
  const message = `The Semgrep rules ${name} cannot be used: ${what}.`;
  return new AdapterError('rules-broken', message, {
    next: `Mend ${name}, or take it out of scanners.semgrep.rules, and run \`pawl lock\` again.`,
    ...(cause === undefined ? {} : { cause }),
  });
}
