import type { Severity } from '@pawl/findings';
import { cweOfRule } from './cwe.ts';
import type { Node } from './node.ts';
import { severityOfRule } from './severity.ts';

/** What a log says about one rule. */
export interface SarifRule {
  readonly id: string;
  readonly name?: string;
  readonly description?: string;
  readonly helpUri?: string;
  readonly severity?: Severity;
  readonly cwe?: readonly string[];
}

/** The rules of a run: those of the driver, and those that extensions (rule packs) bring. */
export class RuleTable {
  readonly #driver: Node;
  readonly #extensions: readonly Node[];
  readonly #byId: ReadonlyMap<string, Node>;

  constructor(run: Node) {
    const tool = run.need('tool');
    this.#driver = tool.need('driver');
    this.#extensions = tool.list('extensions');
    const rules = [this.#driver, ...this.#extensions].flatMap((component) => component.list('rules'));
    this.#byId = firstOfEachId(rules);
  }

  get all(): readonly Node[] {
    return [...this.#byId.values()];
  }

  /** The rule id of a result and what the log says about that rule, if anything. */
  of(result: Node): { readonly id: string; readonly rule: Node | undefined } {
    const reference = result.get('rule');
    const given = result.get('ruleId') ?? reference?.get('id');
    const rule = this.#indexed(result, reference);
    if (!given) {
      if (!rule) return result.fail('missing-field', 'has no ruleId');
      return { id: rule.need('id').filled(), rule };
    }
    const id = given.filled();
    if (rule && !isIdOf(rule.need('id').text(), id))
      given.fail('bad-reference', 'is not the id of the rule at its index');
    return { id, rule: rule ?? this.#named(id) };
  }

  #indexed(result: Node, reference: Node | undefined): Node | undefined {
    const index = result.index('ruleIndex') ?? reference?.index('index');
    if (index === undefined) return undefined;
    const extension = reference?.get('toolComponent')?.index('index');
    const component = extension === undefined ? this.#driver : this.#extensions[extension];
    if (!component) return result.fail('bad-reference', `names extension ${extension}, which the tool does not have`);
    return component.need('rules').at(index);
  }

  /** SARIF 3.27.5: `CA1000/1` may stand for a rule that the log calls `CA1000`. */
  #named(id: string): Node | undefined {
    let name = id;
    while (!this.#byId.has(name) && name.includes('/')) name = name.slice(0, name.lastIndexOf('/'));
    return this.#byId.get(name);
  }
}

/** The first one counts, so that an extension cannot redefine the driver's rules. */
function firstOfEachId(rules: readonly Node[]): ReadonlyMap<string, Node> {
  const byId = new Map<string, Node>();
  for (const rule of rules) {
    const id = rule.need('id').text();
    if (!byId.has(id)) byId.set(id, rule);
  }
  return byId;
}

function isIdOf(rule: string, given: string): boolean {
  return given === rule || given.startsWith(`${rule}/`);
}

export function describeRule(run: Node, rule: Node): SarifRule {
  const name = rule.get('name')?.text();
  const description = (rule.get('fullDescription') ?? rule.get('shortDescription'))?.need('text').text();
  const helpUri = rule.get('helpUri')?.text();
  return {
    id: rule.need('id').text(),
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(helpUri === undefined ? {} : { helpUri }),
    severity: severityOfRule(rule),
    cwe: cweOfRule(run, rule),
  };
}
