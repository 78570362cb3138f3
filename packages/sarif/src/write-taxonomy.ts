import type { ReportingDescriptorReference, ReportingDescriptorRelationship, Run } from 'sarif';
import { cweName } from './cwe-names.ts';

/** Where each weakness stands in the one taxonomy of a log. */
export type Weaknesses = ReadonlyMap<string, number>;

const COMPONENT = { name: 'CWE', index: 0 } as const;

/** Every weakness that is named, by number. What is not written like `CWE-79` is in no taxonomy. */
export function weaknessesOf(owners: readonly { readonly cwe?: readonly string[] }[]): Weaknesses {
  const named = new Set(owners.flatMap(({ cwe = [] }) => cwe.filter(isWeakness)));
  const sorted = [...named].sort((a, b) => Number(idOf(a)) - Number(idOf(b)));
  return new Map(sorted.map((cwe, index) => [cwe, index]));
}

/** The taxonomy itself; none where nothing refers to one. */
export function writeTaxonomies(weaknesses: Weaknesses): Pick<Run, 'taxonomies'> {
  if (weaknesses.size === 0) return {};
  const taxa = [...weaknesses.keys()].map((cwe) => {
    const name = cweName(cwe);
    return {
      id: idOf(cwe),
      ...(name === undefined ? {} : { shortDescription: { text: name } }),
      helpUri: `https://cwe.mitre.org/data/definitions/${idOf(cwe)}.html`,
    };
  });
  return {
    taxonomies: [
      {
        name: COMPONENT.name,
        organization: 'MITRE',
        shortDescription: { text: 'The MITRE Common Weakness Enumeration' },
        informationUri: 'https://cwe.mitre.org/',
        // Only what this log refers to.
        isComprehensive: false,
        taxa,
      },
    ],
  };
}

/** What the driver says of the taxonomy that its rules refer to. */
export function supportedTaxonomies(weaknesses: Weaknesses): { supportedTaxonomies?: [typeof COMPONENT] } {
  return weaknesses.size === 0 ? {} : { supportedTaxonomies: [COMPONENT] };
}

export function taxaOf(cwe: readonly string[], weaknesses: Weaknesses): ReportingDescriptorReference[] {
  return [...new Set(cwe)].flatMap((weakness) => {
    const index = weaknesses.get(weakness);
    return index === undefined ? [] : [{ id: idOf(weakness), index, toolComponent: COMPONENT }];
  });
}

/** SARIF 3.53: a weakness is wider than a rule, which looks for some of its forms. */
export function relationshipsOf(cwe: readonly string[], weaknesses: Weaknesses): ReportingDescriptorRelationship[] {
  return taxaOf(cwe, weaknesses).map((target) => ({ target, kinds: ['superset'] }));
}

function isWeakness(cwe: string): boolean {
  return /^CWE-[1-9]\d{0,5}$/u.test(cwe);
}

function idOf(cwe: string): string {
  return cwe.slice('CWE-'.length);
}
