import { normaliseCode } from '@pawl/findings';
import type { At, ClassCode, Expr, FunctionCode } from '../code/code.ts';
import type {
  CallSite,
  ClassSummary,
  EntryPoint,
  ExportTarget,
  Flow,
  FunctionSummary,
  SinkSite,
  SourceSite,
} from '../file-summary.ts';
import type { MarkIndex } from '../marks.ts';
import type { ReachProfile, SinkRule } from '../profile.ts';
import type { SourceKind } from '../sink-kind.ts';
import type { Guards } from './guards.ts';
import { allAtoms, type Atom, atom, type Check, type Value } from './value.ts';

/** Names that a function knows. */
export interface Scope {
  names: Map<string, Value>;
  readonly parent: Scope | undefined;
}

/** What a function shows of itself while it is read. */
export interface Features {
  throws: boolean;
  decides: boolean;
  returns: Set<string>;
  /** What is known where it is left, and where it is left with a yes. */
  readonly exits: Guards[];
  readonly agreements: Guards[];
}

/** Where the analysis is. */
export interface State {
  readonly scope: Scope;
  guards: Guards;
  readonly fn: number;
  readonly symbol: string;
  readonly classId: number | undefined;
  readonly features: Features;
  /** The functions whose bodies are read when the block around them has been. */
  readonly later: (() => void)[];
  /** Whether what is returned is an answer to a browser. */
  readonly answers: boolean;
}

/** Expressions: a file of a MiB has fewer. */
const MOST_STEPS = 1_000_000;

/** How much of what a result was made of is looked at, and through how many calls. */
const MOST_INPUTS = 8;
const MOST_LEVELS = 2;

interface SourceMatch {
  readonly kind: SourceKind;
  readonly text: string;
  readonly below: readonly string[];
}

const NO_SOURCE: SourceMatch = { kind: 'data', text: '', below: [] };

/** One file while it is summarised: what was found so far. */
export class Work {
  readonly file: string;
  readonly text: string;
  readonly profile: ReachProfile;
  readonly directive: string | undefined;
  /** What the project itself declared, where that is what is followed. */
  readonly marks: MarkIndex | undefined;
  /** Whether a browser shows what its handlers return. */
  readonly answers: boolean;
  readonly functions: FunctionSummary[] = [];
  readonly classes: (ClassSummary & { readonly types: Map<string, Value> })[] = [];
  readonly exports: Record<string, ExportTarget> = {};
  readonly stars: string[] = [];
  readonly sources: SourceSite[] = [];
  readonly sinks: SinkSite[] = [];
  readonly calls: CallSite[] = [];
  readonly entries: EntryPoint[] = [];
  readonly returned: Map<number, Value> = new Map();
  hasStarImport: boolean = false;
  steps: number = 0;
  /** Each place in the code is one place, however often a loop is gone through. */
  readonly callIds: Map<Expr, number> = new Map();
  readonly sinkIds: Map<string, number> = new Map();
  readonly functionIds: Map<FunctionCode, number> = new Map();
  readonly classIds: Map<ClassCode, number> = new Map();
  private readonly flowsByKey: Map<string, Flow> = new Map();
  readonly registered: Set<Expr> = new Set();
  /** How many loops lie around what is read now. */
  loops: number = 0;
  private readonly found: Map<RegExp, boolean> = new Map();
  private readonly rules: Map<string, readonly SinkRule[]> = new Map();
  private readonly sourceRules: Map<string, SourceMatch> = new Map();
  private readonly sourceIds: Map<string, number> = new Map();
  private readonly inputs: Map<string, readonly Atom[]> = new Map();

  constructor(file: string, text: string, profile: ReachProfile, directive: string | undefined, marks?: MarkIndex) {
    this.marks = marks;
    this.file = file;
    this.text = text;
    this.profile = profile;
    this.directive = directive;
    this.answers = profile.answersIn.test(text);
  }

  get flows(): readonly Flow[] {
    return [...this.flowsByKey.values()];
  }

  code(at: At): string {
    return this.text.slice(at.from, Math.min(at.to, at.from + 400));
  }

  /** Whether the file takes more than any file that people write. */
  isOver(): boolean {
    return this.steps > MOST_STEPS;
  }

  /** Whether the text has something, looked for once. */
  has(pattern: RegExp): boolean {
    const known = this.found.get(pattern) ?? pattern.test(this.text);
    this.found.set(pattern, known);
    return known;
  }

  /** The rules for sinks that one of these names has. */
  rulesOf(names: readonly string[]): readonly SinkRule[] {
    const key = names.join();
    const known = this.rules.get(key);
    if (known !== undefined) return known;
    const found = this.profile.sinks.filter(({ callee }) => names.some((name) => callee.test(name)));
    this.rules.set(key, found);
    return found;
  }

  /** The source that a dotted name is or lies in. */
  sourceRule(name: string): SourceMatch | undefined {
    const known = this.sourceRules.get(name);
    if (known !== undefined) return known === NO_SOURCE ? undefined : known;
    const found = name.startsWith('?') ? undefined : this.findSource(name);
    this.sourceRules.set(name, found ?? NO_SOURCE);
    return found;
  }

  private findSource(name: string): SourceMatch | undefined {
    for (const { kind, match } of this.profile.sources) {
      const text = match.exec(name)?.[0];
      if (text === undefined) continue;
      const below = name.slice(text.length).replaceAll('()', '').split('.').filter(Boolean);
      return { kind, text: text.replaceAll('()', ''), below };
    }
    return undefined;
  }

  source(kind: SourceKind, text: string, state: State, line: number): Atom {
    const key = `${state.fn} ${text}`;
    let id = this.sourceIds.get(key);
    if (id === undefined) {
      id = this.sources.push({ kind, text, symbol: state.symbol, line }) - 1;
      this.sourceIds.set(key, id);
    }
    return atom(`s${id}`);
  }

  /** A value arrives at a place. */
  flow(state: State, value: Value, to: string, at = ''): void {
    for (const one of value.atoms) this.addFlow(this.effective(one, state.guards), to, at);
    if (value.fields === undefined || at.split('.').length > 2) return;
    for (const [name, field] of value.fields) this.flow(state, field, to, at === '' ? name : `${at}.${name}`);
  }

  private addFlow({ base, path, mask, traits, via }: Atom, to: string, at: string): void {
    const key = `${base}/${path}/${to}/${at}/${mask}/${traits}/${via.join()}`;
    if (this.flowsByKey.has(key)) return;
    this.flowsByKey.set(key, {
      from: base,
      ...(path === '' ? {} : { path }),
      to,
      ...(at === '' ? {} : { at }),
      ...(mask === 0 ? {} : { mask }),
      ...(traits === 0 ? {} : { traits }),
      ...(via.length === 0 ? {} : { via }),
    });
  }

  /** What went into a call whose result is followed on its own. */
  remember(call: number, values: readonly Value[]): void {
    const inputs = values.flatMap(allAtoms);
    // What was made of very much is not told apart any more.
    if (inputs.length <= MOST_INPUTS) this.inputs.set(`r${call}`, inputs);
  }

  /** What comes out of a call is valid where all that went in is. */
  effective(one: Atom, guards: Guards, level = 0): Atom {
    if (guards.isEmpty) return one;
    const own = guards.of(one);
    let { mask } = own;
    const inputs = level < MOST_LEVELS ? this.inputs.get(one.base) : undefined;
    if (inputs !== undefined && inputs.length > 0)
      mask |= inputs.reduce((common, input) => common & this.effective(input, guards, level + 1).mask, -1);
    if (mask === 0 && own.via.length === 0) return one;
    return { ...one, mask: one.mask | mask, via: [...new Set([...one.via, ...own.via])] };
  }

  /** A value as it leaves the place where its guards hold. */
  sealed(value: Value, guards: Guards): Value {
    const atoms = value.atoms.map((one) => this.effective(one, guards));
    const fields =
      value.fields && new Map([...value.fields].map(([name, field]) => [name, this.sealed(field, guards)]));
    return { ...value, atoms, ...(fields === undefined ? {} : { fields }) };
  }

  /** Checks of a result are checks of what it was made of: `relative(root, file)` tells of `file`. */
  check(state: State, checks: readonly Check[]): void {
    state.guards.add(checks.flatMap((check) => this.checksBelow(check, 0)));
  }

  private checksBelow(check: Check, level: number): readonly Check[] {
    const inputs = level < MOST_LEVELS ? this.inputs.get(check.base) : undefined;
    if (inputs === undefined) return [check];
    return [check, ...inputs.flatMap(({ base, path }) => this.checksBelow({ ...check, base, path }, level + 1))];
  }
}

/** Code as it identifies a sink: without what a formatter may change, and not too long. */
export function codeOf(work: Work, at: At): string {
  return normaliseCode(work.code(at));
}

export function lookUp(scope: Scope, name: string): Value | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const value = at.names.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}
