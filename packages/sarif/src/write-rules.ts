import { compareSeverity, type Severity } from '@pawl/findings';
import type { ReportingDescriptor } from 'sarif';
import type { SarifRuleInput } from './sarif-input.ts';
import { SCALE } from './severity.ts';
import { relationshipsOf, type Weaknesses } from './write-taxonomy.ts';

interface Hit {
  readonly rule: string;
  readonly severity: Severity;
}

/** One descriptor for each rule that is known or has results, by id. */
export function writeRules(
  rules: readonly SarifRuleInput[],
  results: readonly Hit[],
  weaknesses: Weaknesses,
): ReportingDescriptor[] {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const worst = new Map<string, Severity>();
  for (const { rule, severity } of results) {
    const other = worst.get(rule);
    if (other === undefined || compareSeverity(severity, other) < 0) worst.set(rule, severity);
  }
  const ids = [...new Set([...known.keys(), ...worst.keys()])].sort();
  return ids.map((id) => writeRule(known.get(id) ?? { id }, worst.get(id), weaknesses));
}

/** Platforms read the score from the rule only: a rule without one of its own gets that of its worst result. */
function writeRule(rule: SarifRuleInput, worst: Severity | undefined, weaknesses: Weaknesses): ReportingDescriptor {
  const { id, name, title, description, help, helpUri, severity, cwe = [] } = rule;
  const { level, score } = SCALE[severity ?? worst ?? 'medium'];
  const relationships = relationshipsOf(cwe, weaknesses);
  return {
    id,
    ...(name === undefined ? {} : { name }),
    ...writeTexts(title ?? description, description ?? title),
    ...(help === undefined ? {} : { help: { ...help } }),
    ...(helpUri === undefined ? {} : { helpUri }),
    ...(relationships.length === 0 ? {} : { relationships }),
    defaultConfiguration: { level },
    properties: {
      tags: ['security', ...cwe.map((weakness) => `external/cwe/${weakness.toLowerCase()}`)],
      'security-severity': score,
    },
  };
}

function writeTexts(
  short: string | undefined,
  full: string | undefined,
): Pick<ReportingDescriptor, 'shortDescription' | 'fullDescription'> {
  return {
    ...(short === undefined ? {} : { shortDescription: { text: short } }),
    ...(full === undefined ? {} : { fullDescription: { text: full } }),
  };
}
