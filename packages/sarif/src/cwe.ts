import type { Node } from './node.ts';

/**
 * The weaknesses of a result, as `CWE-79`, in numerical order. `properties.cwe` of the result is the last word; else
 * everything that the rule and the result say: tags (`external/cwe/cwe-079`, `CWE-79: …`), `properties.cwe`, taxa and
 * relationships to a taxonomy named CWE.
 */
export function cweOf(run: Node, result: Node, rule: Node | undefined): readonly string[] {
  const own = result.get('properties')?.get('cwe');
  if (own) return normalised(textsOf(own));
  return normalised([...said(result), ...taxa(run, result.list('taxa')), ...(rule ? fromRule(run, rule) : [])]);
}

export function cweOfRule(run: Node, rule: Node): readonly string[] {
  return normalised(fromRule(run, rule));
}

function fromRule(run: Node, rule: Node): readonly string[] {
  const targets = rule.list('relationships').map((relationship) => relationship.need('target'));
  return [...said(rule), ...taxa(run, targets)];
}

function said(owner: Node): readonly string[] {
  const properties = owner.get('properties');
  const cwe = properties?.get('cwe');
  return [...(cwe ? textsOf(cwe) : []), ...(properties?.list('tags').map((tag) => tag.text()) ?? [])];
}

function textsOf(node: Node): readonly string[] {
  return typeof node.value === 'string' ? [node.value] : node.items().map((item) => item.text());
}

/** References into a taxonomy; a bare number means a weakness only in the taxonomy named CWE. */
function taxa(run: Node, references: readonly Node[]): readonly string[] {
  return references.flatMap((reference) => {
    const component = reference.get('toolComponent');
    const at = component?.index('index');
    const taxonomy = at === undefined ? undefined : run.need('taxonomies').at(at);
    const name = (component?.get('name') ?? taxonomy?.get('name'))?.text();
    const entry = reference.index('index');
    const id = reference.get('id') ?? (entry === undefined ? undefined : taxonomy?.need('taxa').at(entry).need('id'));
    if (!id) return [];
    return [name?.toUpperCase() === 'CWE' ? `CWE-${id.text().replace(/^cwe-/iu, '')}` : id.text()];
  });
}

function normalised(texts: readonly string[]): readonly string[] {
  const numbers = texts.flatMap((text) => {
    const digits = /(?:^|[\s/])cwe[-: ]?(\d{1,6})(?!\d)/iu.exec(text)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
  return [...new Set(numbers)].sort((a, b) => a - b).map((number) => `CWE-${number}`);
}
