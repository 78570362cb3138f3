/**
 * Code as the analysis sees it, whatever its language: what holds a value, what calls, what branches and what leaves.
 * Each language has a reader that makes it from a tree; nothing behind the readers knows a grammar.
 */
export interface At {
  /** Offsets into the text, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly line: number;
}

export type Expr =
  /** A literal; `text` is what a string says, undefined for another literal. */
  | { readonly e: 'const'; readonly at: At; readonly text: string | undefined; readonly regex?: true }
  | { readonly e: 'name'; readonly at: At; readonly name: string }
  | { readonly e: 'member'; readonly at: At; readonly object: Expr; readonly name: string }
  | { readonly e: 'index'; readonly at: At; readonly object: Expr; readonly index: Expr }
  | CallExpr
  /** Text made of parts: a template, a concatenation, a format. `quotes` for a tagged template. */
  | { readonly e: 'mix'; readonly at: At; readonly parts: readonly Expr[] }
  | { readonly e: 'object'; readonly at: At; readonly entries: readonly Entry[] }
  | { readonly e: 'list'; readonly at: At; readonly items: readonly Expr[] }
  | { readonly e: 'function'; readonly at: At; readonly fn: FunctionCode }
  | { readonly e: 'class'; readonly at: At; readonly code: ClassCode }
  /** `a ? b : c`. */
  | { readonly e: 'choice'; readonly at: At; readonly test: Expr; readonly then: Expr; readonly other: Expr }
  | { readonly e: 'logic'; readonly at: At; readonly op: 'and' | 'or'; readonly left: Expr; readonly right: Expr }
  | { readonly e: 'not'; readonly at: At; readonly value: Expr }
  | {
      readonly e: 'compare';
      readonly at: At;
      /** `==` and `in` in every spelling; `<` stands for all that order. */
      readonly op: '==' | 'in' | '<';
      readonly negated: boolean;
      readonly left: Expr;
      readonly right: Expr;
    }
  | { readonly e: 'assign'; readonly at: At; readonly target: Pattern; readonly value: Expr; readonly adds: boolean }
  /** A comprehension. */
  | {
      readonly e: 'each';
      readonly at: At;
      readonly clauses: readonly { readonly pattern: Pattern; readonly over: Expr }[];
      readonly tests: readonly Expr[];
      readonly body: Expr;
    }
  /** Anything else: it may be each of its parts. */
  | { readonly e: 'many'; readonly at: At; readonly parts: readonly Expr[] };

export interface CallExpr {
  readonly e: 'call';
  readonly at: At;
  readonly callee: Expr;
  readonly args: readonly Argument[];
  readonly isNew?: true;
  /** A tagged template: the tag sees text and values apart. */
  readonly tagged?: true;
}

export interface Argument {
  readonly name?: string;
  readonly value: Expr;
  readonly spread?: true;
}

/** Without a key, the entries of `value` are spread. */
export interface Entry {
  readonly key: string | undefined;
  readonly value: Expr;
}

export type Pattern =
  | { readonly p: 'name'; readonly name: string }
  | { readonly p: 'place'; readonly place: Expr }
  | {
      readonly p: 'object';
      readonly entries: readonly { readonly key: string | undefined; readonly pattern: Pattern }[];
    }
  | { readonly p: 'list'; readonly items: readonly Pattern[] }
  | { readonly p: 'default'; readonly pattern: Pattern; readonly value: Expr };

export interface Param {
  readonly pattern: Pattern;
  /** The type as it is written. */
  readonly type?: string;
  readonly fallback?: Expr;
  readonly decorators: readonly Expr[];
  /** `private readonly users: Users` in a constructor is a field too. */
  readonly isField?: true;
  readonly rest?: true;
}

export interface FunctionCode {
  readonly at: At;
  /** The name it is defined with or bound to, without qualifiers; `''` for none. */
  readonly name: string;
  readonly params: readonly Param[];
  readonly body: readonly Stmt[];
  readonly decorators: readonly Expr[];
  readonly isLambda?: true;
}

export interface ClassCode {
  readonly at: At;
  readonly name: string;
  readonly bases: readonly Expr[];
  readonly decorators: readonly Expr[];
  readonly methods: readonly FunctionCode[];
  readonly fields: readonly { readonly name: string; readonly type?: string; readonly value?: Expr }[];
}

export type Stmt =
  | { readonly s: 'expr'; readonly value: Expr }
  | { readonly s: 'let'; readonly pattern: Pattern; readonly value?: Expr; readonly type?: string }
  | { readonly s: 'return'; readonly at: At; readonly value?: Expr }
  | { readonly s: 'throw'; readonly value?: Expr }
  /** `break`, `continue`: leaves the block, not the function. */
  | { readonly s: 'skip' }
  | { readonly s: 'if'; readonly test: Expr; readonly then: readonly Stmt[]; readonly other: readonly Stmt[] }
  | { readonly s: 'assert'; readonly test: Expr }
  | {
      readonly s: 'loop';
      readonly pattern?: Pattern;
      readonly over?: Expr;
      readonly test?: Expr;
      readonly body: readonly Stmt[];
    }
  | {
      readonly s: 'try';
      readonly body: readonly Stmt[];
      readonly handlers: readonly (readonly Stmt[])[];
      readonly last: readonly Stmt[];
    }
  | { readonly s: 'switch'; readonly subject: Expr; readonly cases: readonly Case[] }
  | { readonly s: 'block'; readonly body: readonly Stmt[] }
  | { readonly s: 'function'; readonly fn: FunctionCode }
  | { readonly s: 'class'; readonly code: ClassCode }
  | { readonly s: 'import'; readonly from: string; readonly names: readonly ImportedName[] }
  /** `as` is `*` where all is exported again; `from` names another file. */
  | { readonly s: 'export'; readonly from?: string; readonly name: string; readonly as: string }
  | { readonly s: 'export-value'; readonly as: string; readonly value: Expr };

export interface Case {
  /** None for the default. */
  readonly tests: readonly Expr[];
  readonly body: readonly Stmt[];
}

/** `name` is `*` for the whole module and `default` for its default export. */
export interface ImportedName {
  readonly name: string;
  readonly as: string;
}

/** A whole file. `directive` is a word such as `use server` that it starts with. */
export interface FileCode {
  readonly text: string;
  readonly body: readonly Stmt[];
  readonly directive?: string;
  /** Where the reader gave up because code nests too deep. */
  readonly tooDeep: boolean;
}
