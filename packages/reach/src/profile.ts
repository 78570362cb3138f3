import type { SinkKind, SourceKind } from './sink-kind.ts';

/**
 * What the analysis knows of a language's libraries, as data. Callees are dotted names as they resolve through imports:
 * `import { exec as run } from 'node:child_process'` makes `run` read `child_process.exec`; a local name reads as written; a call in a
 * chain reads `()`.
 */
export interface ReachProfile {
  readonly sources: readonly SourceRule[];
  /** The parts of a request object that somebody outside chose, as dotted paths below it. */
  readonly requestFields: RegExp;
  /** A parameter that is a request by its name, where nothing registers the function, and what else the function must have. */
  readonly requestParam: { readonly name: RegExp; readonly type: RegExp };
  /** Methods that a framework calls with a request and then with what the route names. */
  readonly routedMethods: RegExp;
  /** Functions handed to a framework. */
  readonly registrations: readonly Registration[];
  readonly decorators: readonly DecoratorRule[];
  /** Decorators of one parameter. */
  readonly paramDecorators: readonly { readonly name: RegExp; readonly role: Role; readonly kind: SourceKind }[];
  /** Functions that a framework finds by file and name. */
  readonly fileEntries: readonly FileEntry[];
  /** Types, defaults and pipes after which a parameter holds nothing dangerous. */
  readonly safeTypes: RegExp;
  /** A default that says the framework provides the value. */
  readonly provided: RegExp;
  readonly sinks: readonly SinkRule[];
  readonly sanitisers: readonly Sanitiser[];
  /** Calls that tell by their result whether data is valid. */
  readonly validators: readonly Sanitiser[];
  /** Calls that refuse invalid data by throwing, standing alone. */
  readonly asserters: RegExp;
  /** What has the name of a check but asks who somebody is, or whether there is a value at all. */
  readonly otherChecks: RegExp;
  /** Middleware, pipes and options of a route that validate what its handler gets. */
  readonly validatingMiddleware: RegExp;
  /** Calls that never return. */
  readonly exits: RegExp;
  /** Calls whose result is no part of what they were given: look-ups, tests, counts. By the last name. */
  readonly unrelated: RegExp;
  /** Methods that only tell something about what they are called on. By the last name. */
  readonly tells: RegExp;
  /** Members whose value is no text. */
  readonly harmlessMembers: RegExp;
  /** Calls of these names hand each element, or the result, of what they are called on to a function. */
  readonly handsElement: RegExp;
  /** Of those, the ones whose result is what they were called on, and not what the function returns. */
  readonly keepsElement: RegExp;
  /** The methods of built-in types: a call of one is never a call into the project. */
  readonly builtinMethods: RegExp;
  /** Methods that put what they are given into what they are called on. */
  readonly keeps: RegExp;
  /** Replacing: the first argument says what is taken out. */
  readonly replaces: RegExp;
  /** Where a file has this, what a handler returns is shown by a browser. */
  readonly answersIn: RegExp;
  /** An imported module that may be a part of the project. */
  readonly ownModule: RegExp;
  /** Whether an assignment makes a name of its function, as it does where nothing declares one. */
  readonly assignmentDeclares: boolean;
  /** What a method knows its object as. */
  readonly self: RegExp;
  /** How modules are named: by a path, or by dots. */
  readonly modules: 'paths' | 'dots';
  /** Extensions that an import leaves out, and the file of a folder that stands for it. */
  readonly extensions: readonly string[];
  readonly folderFiles: readonly string[];
}

/** `request`: its {@link ReachProfile.requestFields} count. `value`: all of it does. */
export type Role = 'request' | 'value';

export interface SourceRule {
  readonly kind: SourceKind;
  /** Matches a dotted expression from its start; what follows the match is the path below the source. */
  readonly match: RegExp;
}

export interface Registration {
  readonly kind: SourceKind;
  readonly callee: RegExp;
  /** Where the functions are: any argument after `from`, or entries of an object with these names. */
  readonly from?: number;
  readonly entries?: readonly string[];
  /** The first argument must be text, as a route is. */
  readonly routed?: true;
  /** By place. */
  readonly roles: readonly (Role | undefined)[];
}

export interface DecoratorRule {
  readonly kind: SourceKind;
  /** Matches the code of a decorator without spaces. */
  readonly match: RegExp;
  /** Every parameter, those that a route names in `<>` or `{}`, or those by place. */
  readonly params: 'all' | 'routed' | 'first';
}

export interface FileEntry {
  readonly kind: SourceKind;
  readonly file?: RegExp;
  readonly directive?: RegExp;
  readonly name: RegExp;
  readonly exported?: true;
  /** By place; the last one holds for all that follow. */
  readonly roles: readonly (Role | undefined)[];
}

export interface SinkRule {
  readonly kind: SinkKind;
  /** How it is named in a message; the callee where left out. */
  readonly name?: string;
  readonly callee: RegExp;
  /** Places or names of the arguments that count; `receiver` is what a method is called on, `all` each argument. */
  readonly args: readonly (number | string)[];
  /** Fields of an argument that is an object: only they count. */
  readonly keys?: RegExp;
  /**
   * Only text that was put together (`mixed`; `text` where a list of such would be none), that looks like a query or holds a tag, or only what comes from outside as it is
   * (`whole`), or at least without a detour through functions that nobody knows (`direct`).
   */
  readonly needs?: Need;
  /** What the code of the arguments must or must not have. */
  readonly when?: RegExp;
  readonly unless?: RegExp;
  /** Only what strangers send counts: whoever runs a program chooses its plugins. */
  readonly fromStrangers?: true;
  /** What the code before the arguments must not have. */
  readonly unlessCalled?: RegExp;
  readonly inFilesWith?: RegExp;
}

export type Need = 'mixed' | 'direct' | 'text' | 'query' | 'tag' | 'whole';

export interface Sanitiser {
  readonly callee: RegExp;
  readonly kinds: readonly SinkKind[] | 'all';
}
