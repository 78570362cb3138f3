import type { Severity } from '@pawl/findings';

export type ContractLanguage = 'javascript' | 'typescript' | 'tsx' | 'python';

/** A pattern in ast-grep's syntax: code with metavariables, or a rule object made of them. */
export type Pattern = string | RuleObject;

export interface RuleObject {
  readonly pattern?: string | { readonly context: string; readonly selector?: string };
  readonly kind?: string;
  readonly regex?: string;
  readonly all?: readonly RuleObject[];
  readonly any?: readonly RuleObject[];
  readonly not?: RuleObject;
  readonly inside?: RelatedRule;
  readonly has?: RelatedRule;
  readonly precedes?: RelatedRule;
  readonly follows?: RelatedRule;
  readonly nthChild?: number | string;
}

export interface RelatedRule extends RuleObject {
  readonly stopBy?: 'neighbor' | 'end' | RuleObject;
  readonly field?: string;
}

/** What a metavariable must be. Of a string literal, what it says counts, without its quotes. */
export interface Where {
  readonly regex?: string;
  readonly notRegex?: string;
  readonly oneOf?: readonly string[];
}

export type Wheres = Readonly<Record<string, Where>>;

/** Values from a source reach a sink only through a guard. */
export interface FlowPromise {
  readonly kind: 'flow';
  readonly from: readonly Pattern[];
  readonly to: readonly Pattern[];
  readonly through: readonly Pattern[];
}

/** Every match has one of these. Metavariables that `every` binds stand for the same code here. */
export interface Have {
  /** A decorator of the function or class, and for Python below the one that matched, where that is a decorator. */
  readonly decorator?: readonly Pattern[];
  /** A decorator of the class around it. */
  readonly classDecorator?: readonly Pattern[];
  /** Anywhere in the arguments, but not inside a function given there. */
  readonly argument?: readonly Pattern[];
  /** An argument before the last one, or one in a list or an options object: where frameworks take middleware. */
  readonly middleware?: readonly Pattern[];
  /** A keyword argument, or a property of an object given as an argument. */
  readonly option?: readonly string[];
  /** Around it. */
  readonly inside?: readonly Pattern[];
  /** Anywhere in it, or in the body of the function it decorates or is given. */
  readonly contains?: readonly Pattern[];
  /** Among the first statements of its body, before anything with an effect. */
  readonly begins?: readonly Pattern[];
  /** Earlier in the same function, on every way to it. */
  readonly precededBy?: readonly Pattern[];
  /** Earlier in the same file, in a block around it: middleware of the whole router. */
  readonly orBefore?: readonly Pattern[];
}

export interface MustHavePromise {
  readonly kind: 'mustHave';
  readonly every: readonly Pattern[];
  readonly where: Wheres;
  readonly have: Have;
}

export interface MustNotPromise {
  readonly kind: 'mustNot';
  readonly patterns: readonly Pattern[];
  readonly where: Wheres;
  /** What these files never import: files of the project by globs, modules by name. */
  readonly imports: { readonly files: readonly string[]; readonly modules: readonly string[] };
}

export interface MustStayPromise {
  readonly kind: 'mustStay';
  readonly exists: readonly Pattern[];
  readonly where: Wheres;
  /** Functions that are called somewhere. */
  readonly called: readonly string[];
  /** In each file that has the first two or more of these, all stand in this order. */
  readonly order: readonly Pattern[];
}

export type ContractPromise = FlowPromise | MustHavePromise | MustNotPromise | MustStayPromise;

/** One promise of a project, resolved: every default is filled in. */
export interface Contract {
  readonly id: string;
  /** A sentence for a reviewer. */
  readonly why: string;
  readonly severity: Severity;
  readonly cwe: readonly string[];
  readonly files: readonly string[];
  readonly except: readonly string[];
  /** For files whose extension does not tell. */
  readonly language: ContractLanguage | undefined;
  readonly promise: ContractPromise;
}

export interface Contracts {
  readonly contracts: readonly Contract[];
}
