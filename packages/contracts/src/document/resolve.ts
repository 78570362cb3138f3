import type { Severity } from '@pawl/findings';
import type { Contract, ContractLanguage, ContractPromise, Contracts, Have, Pattern, Wheres } from '../contract.ts';

type OneOrMore<T> = T | readonly T[];

/** A contract as a person wrote it, once the rules of the document have taken it. */
interface WrittenContract {
  readonly id: string;
  readonly why: string;
  readonly severity?: Severity;
  readonly cwe?: OneOrMore<string>;
  readonly files: OneOrMore<string>;
  readonly except?: OneOrMore<string>;
  readonly language?: ContractLanguage;
  readonly flow?: {
    readonly from: OneOrMore<Pattern>;
    readonly to: OneOrMore<Pattern>;
    readonly through: OneOrMore<Pattern>;
  };
  readonly mustHave?: {
    readonly every: OneOrMore<Pattern>;
    readonly where?: Wheres;
    readonly have: Readonly<Record<string, OneOrMore<Pattern>>>;
  };
  readonly mustNot?: {
    readonly pattern?: OneOrMore<Pattern>;
    readonly where?: Wheres;
    readonly import?: { readonly files?: OneOrMore<string>; readonly modules?: OneOrMore<string> };
  };
  readonly mustStay?: {
    readonly exists?: OneOrMore<Pattern>;
    readonly where?: Wheres;
    readonly called?: OneOrMore<string>;
    readonly order?: readonly Pattern[];
  };
}

/** Fills in every default. Only for a document that the rules have taken. */
export function resolve(document: { readonly contracts: readonly unknown[] }): Contracts {
  return { contracts: document.contracts.map((contract) => resolveContract(contract as WrittenContract)) };
}

function resolveContract(written: WrittenContract): Contract {
  const { id, why, severity = 'high', cwe, files, except, language } = written;
  return {
    id,
    why,
    severity,
    cwe: list(cwe),
    files: list(files),
    except: list(except),
    language,
    promise: promiseOf(written),
  };
}

function promiseOf({ flow, mustHave, mustNot, mustStay }: WrittenContract): ContractPromise {
  if (flow !== undefined)
    return { kind: 'flow', from: list(flow.from), to: list(flow.to), through: list(flow.through) };
  if (mustHave !== undefined) {
    const have = Object.fromEntries(Object.entries(mustHave.have).map(([key, one]) => [key, list(one)])) as Have;
    return { kind: 'mustHave', every: list(mustHave.every), where: mustHave.where ?? {}, have };
  }
  if (mustNot !== undefined) {
    const { files, modules } = mustNot.import ?? {};
    const imports = { files: list(files), modules: list(modules) };
    return { kind: 'mustNot', patterns: list(mustNot.pattern), where: mustNot.where ?? {}, imports };
  }
  const { exists, where = {}, called, order = [] } = mustStay ?? {};
  return { kind: 'mustStay', exists: list(exists), where, called: list(called), order };
}

function list<T>(value: OneOrMore<T> | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
