import type { ElementKind, Idiom } from './idiom.ts';
import type { LanguageId } from './language.ts';

/** A part of a node: the name of a field, or the place among its named children without comments (from the end if negative). */
export type Part = string | number;

/** A node that gives the function, class or object in `value` the name written in `name`. */
export interface Binding {
  readonly kind: string;
  readonly value: string;
  readonly name: string;
}

/**
 * The way from a node to a part of it, step by step: the name of a field or else the kind of a child, a place among the
 * children as in {@link Part}, or the child after a token. `matches` goes on only from a text that suits.
 */
export type Path = readonly (Part | { readonly after: string } | { readonly matches: RegExp })[];

/** A node that is a call, and in which fields its parts are. */
export interface CallShape {
  readonly kind: string;
  /** Left out where no one field holds it (`object`, `name`): then it is what stands before the arguments. */
  readonly callee?: string;
  readonly arguments: string;
}

/** Something that takes one way or another by a condition: a statement, an expression or a loop. */
export interface BranchShape {
  readonly kind: string;
  readonly condition: Part;
  readonly consequence?: Part;
  /** The other way; a kind may have several (`elif`, `elif`, `else`). */
  readonly alternative?: Part;
}

/** What a comparison operator becomes so that equal conditions read equal: `a !== b` is not `a == b`, `a > b` is `b < a`. */
export interface Comparison {
  readonly as: string;
  readonly negated?: true;
  readonly swapped?: true;
  readonly symmetric?: true;
}

/** A clause that catches an error. Without `type`, or where the part is absent, it catches everything. */
export interface HandlerShape {
  readonly kind: string;
  readonly type?: string;
  readonly body: Part;
}

/** A call that runs, loads or decodes whatever it is given. Patterns see code as `normaliseCode` leaves it: no needless spaces. */
export interface Sink {
  readonly name: string;
  readonly callee: RegExp;
  readonly cwe: string;
  /** What it lets an attacker do, to end "which … lets an attacker …". */
  readonly danger: string;
  /** The arguments that make it dangerous, or that make it safe. */
  readonly when?: RegExp;
  readonly unless?: RegExp;
  /** What the file must contain for the name to mean this function. */
  readonly inFilesWith?: RegExp;
}

/**
 * All that is known of one language, as data. Kinds are the grammar's node kinds. Patterns named `…Call` see code
 * without needless spaces and with `'` as `"`.
 */
export interface LanguageProfile {
  readonly id: LanguageId;
  /** In lower case, without the dot. No two languages share one. */
  readonly extensions: readonly string[];
  /** The program that the first line of a script names, without its path. */
  readonly interpreter: RegExp | undefined;
  /** The file that reads the language, and the package and version that it comes from. */
  readonly grammar: { readonly file: string; readonly package: string; readonly version: string };
  /**
   * Valid code that the grammar does not know yet, tried where a text does not parse: what a pattern matches is read as spaces. Only words that change no behaviour may be left out.
   */
  readonly unreadable: readonly RegExp[];
  readonly functions: readonly string[];
  readonly classes: readonly string[];
  /** Literals whose members may be functions: `{ save() {} }`. */
  readonly objects: readonly string[];
  readonly nameField: string;
  /**
   * Fields that the grammar does not name, by kind and field: nodes have them as if it did. `qualifier` is the type that
   * a method stands beside and not in.
   */
  readonly unnamed?: Readonly<Record<string, Readonly<Record<string, Path>>>>;
  /** Fields that hold no code, such as labels. */
  readonly asides?: readonly string[];
  readonly bindings: readonly Binding[];
  /** Nodes between a binding and its value that change nothing: parentheses, casts. */
  readonly transparent: readonly string[];
  /** A definition with decorators before it, by the field that holds the definition. */
  readonly decorated: readonly { readonly kind: string; readonly definition: string }[];
  /** Qualifiers of a bound name that say nothing: `module.exports.`, `this.`. */
  readonly idleQualifiers: RegExp;

  readonly comments: readonly string[];
  readonly strings: readonly string[];
  /** A value computed inside a string. */
  readonly interpolations: readonly string[];
  /** Literals beside strings that are constant in themselves. */
  readonly constants: readonly string[];
  readonly identifiers: readonly string[];

  readonly blocks: readonly string[];
  /** The block of the word that introduces it, such as `else`. */
  readonly blockWrappers: readonly string[];
  readonly expressionStatements: readonly string[];
  readonly idleStatements: readonly string[];
  readonly calls: readonly CallShape[];
  readonly branches: readonly BranchShape[];
  readonly assertions: readonly { readonly kind: string; readonly condition: Part }[];
  readonly assertCall: RegExp;
  /** Where a value is kept or handed back: initialisers, assignments, results. */
  readonly values: readonly { readonly kind: string; readonly value: Part }[];

  readonly parentheses: readonly string[];
  readonly negation: { readonly kinds: readonly string[]; readonly operator: string; readonly operand: string };
  readonly binary: {
    readonly kinds: readonly string[];
    readonly left: Part;
    readonly right: Part;
    readonly operator: string;
  };
  readonly comparison: {
    readonly kinds: readonly string[];
    readonly left: Part;
    readonly right: Part;
    readonly operator: string;
  };
  readonly and: readonly string[];
  readonly or: readonly string[];
  readonly comparisons: Readonly<Record<string, Comparison>>;
  readonly always: readonly string[];
  readonly never: readonly string[];

  readonly exits: {
    readonly throw: readonly string[];
    readonly return: readonly string[];
    readonly skip: readonly string[];
    /** A call that refuses, ends or answers with an error, and is an exit where it stands last. */
    readonly exitCall: RegExp;
    /** What a return hands back when it refuses: nothing, a constant, an error. */
    readonly refusal: RegExp;
  };

  readonly tries: readonly { readonly kind: string; readonly body: string }[];
  readonly handlers: readonly HandlerShape[];
  readonly finalizers: readonly { readonly kind: string; readonly body: Part }[];
  /** How wide a named error type is: 1 a family, 2 nearly everything, 3 everything. Any other name is 0. */
  readonly wideTypes: Readonly<Record<string, number>>;
  /** A call that swallows the rejection of what it is called on, and one that does so as a context. */
  readonly swallowingCall: RegExp | undefined;
  readonly suppressing: { readonly kind: string; readonly call: RegExp; readonly body: string } | undefined;
  readonly logCall: RegExp;

  readonly sinks: readonly Sink[];
  /** Data that somebody outside chose, as it is written in code. */
  readonly requestData: RegExp;

  /** Node kinds of elements that are told by their kind alone; calls, strings, comparisons, results and refusals are told by the fields above. */
  readonly elements?: Readonly<Partial<Record<ElementKind, readonly string[]>>>;
  /** Literals that list things. */
  readonly collections?: readonly string[];
  readonly idioms?: readonly Idiom[];
  /** For each idiom the words of which it needs one, in lower case and apart by spaces; `''` where none is known. A function, for it only makes `idioms` faster. */
  readonly idiomWords?: () => readonly string[];
  /** How the language writes regular expressions: as literals (see `elements`) or as strings given to these calls. */
  readonly regexes?: RegexShape;
}

export interface RegexShape {
  readonly flavour: 'javascript' | 'python';
  /** The calls that read their first argument as a regular expression. */
  readonly call: RegExp;
  /** Calls of these names hold the match at the start, or the whole text. */
  readonly start?: RegExp;
  readonly whole?: RegExp;
  /** Takes out or rewrites what it finds. */
  readonly rewrite: RegExp;
}
