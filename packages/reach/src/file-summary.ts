import type { Need, Role } from './profile.ts';
import type { SinkKind, SourceKind } from './sink-kind.ts';

/**
 * What one file says of the way of data: plain data that depends on its path and text alone, so that it can be kept by blob and
 * {@link REACH_DIGEST}. Places inside are indexes into its own lists.
 */
export interface FileSummary {
  readonly file: string;
  readonly notExamined?: { readonly code: 'syntax-error' | 'too-deep' | 'too-large'; readonly why: string };
  readonly functions: readonly FunctionSummary[];
  readonly classes: readonly ClassSummary[];
  readonly exports: Readonly<Record<string, ExportTarget>>;
  /** Files of which everything is exported again. */
  readonly stars: readonly string[];
  readonly sources: readonly SourceSite[];
  readonly sinks: readonly SinkSite[];
  readonly calls: readonly CallSite[];
  readonly flows: readonly Flow[];
  readonly entries: readonly EntryPoint[];
}

export interface FunctionSummary {
  readonly name: string;
  readonly symbol: string;
  readonly line: number;
  /** Their names; the one that takes all that is left starts with a `*`. */
  readonly params: readonly string[];
  /** What a framework or a convention puts into each parameter. */
  readonly roles?: readonly (ParamRole | null)[];
  /** What holds of each parameter where it says yes, and where it comes back at all. */
  readonly proves?: Assurances;
  readonly ensures?: Assurances;
  /** It refuses nothing, changes nothing and always says the same: whatever its name promises. */
  readonly hollow?: true;
}

/** By the place of the parameter. */
export type Assurances = Readonly<Record<string, Assurance>>;

export interface Assurance {
  readonly mask: number;
  readonly via?: readonly string[];
}

export interface ParamRole {
  readonly role: Role;
  readonly kind: SourceKind;
  /** Told by its name alone: it counts only where nobody in the project hands the request on. */
  readonly byName?: true;
}

export interface ClassSummary {
  readonly name: string;
  readonly bases: readonly Reference[];
  readonly methods: Readonly<Record<string, number>>;
  /** What its fields hold, where that is known. */
  readonly fields?: Readonly<Record<string, Reference>>;
}

/** What a name stands for. */
export type Reference =
  | { readonly r: 'function'; readonly id: number }
  | { readonly r: 'class'; readonly id: number; readonly rest: readonly string[] }
  | { readonly r: 'import'; readonly from: string; readonly name: string; readonly rest: readonly string[] }
  /** A method of something whose type may be known. */
  | { readonly r: 'method'; readonly name: string; readonly type?: Reference }
  /** What a caller handed in. */
  | { readonly r: 'param'; readonly fn: number; readonly place: number };

export interface ExportTarget {
  readonly reference?: Reference;
  /** The functions in an object that is exported. */
  readonly members?: Readonly<Record<string, Reference>>;
}

export interface SourceSite {
  readonly kind: SourceKind;
  readonly text: string;
  readonly symbol: string;
  readonly line: number;
}

export interface SinkSite {
  readonly kind: SinkKind;
  readonly name: string;
  readonly code: string;
  readonly symbol: string;
  readonly line: number;
  readonly needs?: Need;
  readonly fromStrangers?: true;
  /** The call, where it may turn out to be one into the project, whose own sinks then count. */
  readonly call?: number;
}

export interface CallSite {
  readonly reference: Reference;
  readonly symbol: string;
  readonly line: number;
  readonly code: string;
  /** Whether what goes in comes out where the call leaves the project, and which kinds of danger its name promises to take away. */
  readonly passes: boolean;
  readonly trusted: number;
  /** Functions given as arguments, by place. */
  readonly given?: Readonly<Record<string, Reference>>;
}

/**
 * Data goes from a place to a place. `p3.0` is a parameter of a function, `s2` a source, `r5` the result of a call, `f0.x` a field of a
 * class; `k7` is a sink, `t3` what a function returns, `a5.0` an argument of a call (`a5.=key` by name, `a5.^` what it is called on).
 */
export interface Flow {
  readonly from: string;
  /** What of it, as a dotted path. */
  readonly path?: string;
  readonly to: string;
  /** Where in the target. */
  readonly at?: string;
  /** Kinds of danger that were taken away on the way. */
  readonly mask?: number;
  readonly traits?: number;
  /** What may take away more: `n12` the name of a call, `y12.0` what its yes says of an argument, `e12.0` that it came back at all. */
  readonly via?: readonly string[];
}

/** A function handed to a framework. */
export interface EntryPoint {
  readonly reference: Reference;
  readonly kind: SourceKind;
  readonly roles: readonly (Role | null)[];
  readonly label: string;
  /** A middleware or option of the same route validates; those of the project are looked at. */
  readonly validated?: true;
  readonly validators?: readonly Reference[];
  /** Parameters by name that a route converts to something harmless. */
  readonly converted?: readonly string[];
}

/** What text was put together from. */
export const MIXED = 1;
export const TAG = 2;
export const QUERY = 4;

/** What makes it less likely that data arrives as it came: it is one of a list, or somebody else's function made it of the data. */
export const LISTED = 8;
export const PASSED = 16;
