import { type FileSummary, type Flow, LISTED, PASSED } from '../file-summary.ts';
import type { CallPlace } from './callers.ts';
import type { Project, Target } from './project.ts';
import { Trust } from './trust.ts';

/** Where data that starts at a place ends: a sink, what a function returns, or an argument of a function that it was given. */
export interface Outcome {
  readonly file: FileSummary;
  readonly sink?: number;
  readonly returns?: number;
  readonly callback?: { readonly fn: number; readonly place: number; readonly argument: string };
  /** Where in what is returned or handed on. */
  readonly at: string;
  /** The part of the start that gets there. */
  readonly path: string;
  readonly mask: number;
  readonly traits: number;
  readonly hops: Hop | undefined;
}

export interface Hop {
  readonly place: CallPlace;
  readonly next: Hop | undefined;
  readonly length: number;
}

type Listener = (outcome: Outcome) => void;

/** A place where data starts: `p3.0`, `s2`, `r5`, `f0.x` of a file. */
interface Place {
  readonly file: FileSummary;
  readonly outcomes: Map<string, readonly Outcome[]>;
  /** All that was ever found, in order. */
  readonly log: Outcome[];
  readonly listeners: Listener[];
}

const MOST_OUTCOMES = 200;
const MOST_VARIANTS = 3;
const MOST_HOPS = 10;
const MOST_STEPS = 3_000_000;

const flowsIn = new WeakMap<FileSummary, ReadonlyMap<string, readonly Flow[]>>();

function flowsFrom(file: FileSummary, base: string): readonly Flow[] {
  let index = flowsIn.get(file);
  if (index === undefined) {
    const lists = new Map<string, Flow[]>();
    for (const flow of file.flows) {
      const list = lists.get(flow.from);
      if (list === undefined) lists.set(flow.from, [flow]);
      else list.push(flow);
    }
    index = lists;
    flowsIn.set(file, index);
  }
  return index.get(base) ?? [];
}

/**
 * Follows data through the project. Each place knows where its data ends, and tells those that asked whenever it learns more: a call
 * adds what its callee knows of the parameter. Only what is asked for is worked out.
 */
export class Outcomes {
  readonly trust: Trust;
  private readonly project: Project;
  private readonly places = new Map<FileSummary, Map<string, Place>>();
  private readonly news: { readonly place: Place; readonly outcome: Outcome }[] = [];
  private readonly fresh: { readonly place: Place; readonly base: string }[] = [];
  private steps = 0;

  constructor(project: Project) {
    this.project = project;
    this.trust = new Trust(project);
  }

  /** Whether it gave up: what it says then is not all. */
  get isOver(): boolean {
    return this.steps > MOST_STEPS;
  }

  of(file: FileSummary, base: string): readonly Outcome[] {
    const place = this.place(file, base);
    while (!this.isOver && this.workOnce());
    return [...place.outcomes.values()].flat();
  }

  private workOnce(): boolean {
    const next = this.fresh.pop();
    if (next !== undefined) {
      this.open(next.place, next.base);
      return true;
    }
    const told = this.news.pop();
    if (told === undefined) return false;
    for (const listener of told.place.listeners) listener(told.outcome);
    return true;
  }

  private place(file: FileSummary, base: string): Place {
    let inFile = this.places.get(file);
    if (inFile === undefined) this.places.set(file, (inFile = new Map()));
    const known = inFile.get(base);
    if (known !== undefined) return known;
    const place: Place = { file, outcomes: new Map(), log: [], listeners: [] };
    inFile.set(base, place);
    this.fresh.push({ place, base });
    return place;
  }

  private listen(file: FileSummary, base: string, listener: Listener): void {
    const place = this.place(file, base);
    // What is waiting to be told is told to this one too: to hear it twice changes nothing.
    place.listeners.push(listener);
    for (const outcome of [...place.log]) listener(outcome);
  }

  private open(place: Place, base: string): void {
    for (const flow of flowsFrom(place.file, base)) {
      const mask = (flow.mask ?? 0) | this.trust.of(place.file, flow.via ?? []);
      const traits = flow.traits ?? 0;
      this.follow(place, flow, (outcome) => {
        this.add(place, { ...outcome, mask: outcome.mask | mask, traits: outcome.traits | traits });
      });
    }
  }

  /** Only the least guarded ways to an end are kept: those are what counts. */
  private add(place: Place, outcome: Outcome): void {
    this.steps++;
    const { file, sink = '', returns = '', callback, path, at } = outcome;
    const handed = callback === undefined ? '' : `${callback.fn}.${callback.place}.${callback.argument}`;
    const key = `${file.file} ${sink}/${returns}/${handed} ${path} ${at}`;
    const before = place.outcomes.get(key);
    if (before === undefined && place.outcomes.size >= MOST_OUTCOMES) return;
    if (before?.some((one) => isWorse(one, outcome)) === true || (outcome.hops?.length ?? 0) > MOST_HOPS) return;
    const rest = (before ?? []).filter((one) => !isWorse(outcome, one));
    if (rest.length >= MOST_VARIANTS) return;
    place.outcomes.set(key, [...rest, outcome]);
    place.log.push(outcome);
    this.news.push({ place, outcome });
  }

  private follow(place: Place, flow: Flow, emit: Listener): void {
    const { file } = place;
    const { to, path = '', at = '' } = flow;
    const id = Number.parseInt(to.slice(1), 10);
    const end = { file, at, path, mask: 0, traits: 0, hops: undefined };
    if (to.startsWith('k')) {
      if (!this.isOwnCall(file, id)) emit({ ...end, at: '', sink: id });
    } else if (to.startsWith('t')) emit({ ...end, returns: id });
    else if (to.startsWith('f')) this.listen(file, to, (outcome) => emitBelow(outcome, path, at, emit));
    else this.followCall(flow, { file, call: id }, to.slice(to.indexOf('.') + 1), emit);
  }

  /** The sinks of a call into the project are those that its callee has, whatever its name. */
  private isOwnCall(file: FileSummary, sink: number): boolean {
    const call = file.sinks[sink]?.call;
    if (call === undefined) return false;
    const reference = file.calls[call]?.reference;
    return (
      !(reference?.r === 'method' && reference.type === undefined) && this.project.targetsOf(file, call).length > 0
    );
  }

  private followCall(flow: Flow, from: CallPlace, argument: string, emit: Listener): void {
    const { path = '', at = '' } = flow;
    const site = from.file.calls[from.call];
    if (site === undefined) return;
    const { reference } = site;
    if (reference.r === 'param') {
      const callback = { fn: reference.fn, place: reference.place, argument };
      emit({ file: from.file, callback, at, path, mask: 0, traits: 0, hops: undefined });
    }
    const targets = this.project.targetsOf(from.file, from.call);
    const isNamed = argument.startsWith('=');
    if (targets.length === 0 && site.passes && (isNamed || !this.project.makesPlainly(from.file, from.call)))
      this.passThrough(from, path, argument, emit);
    for (const target of targets)
      for (const param of this.paramsOf(target, argument)) {
        const through = this.throughCall(from, target, emit);
        this.listen(target.file, `p${target.id}.${param}`, (outcome) => emitBelow(outcome, path, at, through));
      }
  }

  /** What is not of the project gives back what it was given; what was given by a name is a field of it. */
  private passThrough({ file, call }: CallPlace, path: string, argument: string, emit: Listener): void {
    const out: Listener = (outcome) => {
      emit({ ...outcome, path, traits: outcome.traits | PASSED });
    };
    this.listen(file, `r${call}`, (outcome) => {
      if (argument.startsWith('=')) emitBelow(outcome, path, argument.slice(1), out);
      else out(outcome);
    });
  }

  private throughCall(from: CallPlace, target: Target, emit: Listener): Listener {
    const returned = new Set<string>();
    return (outcome) => {
      if (outcome.callback !== undefined) {
        if (outcome.file === target.file && outcome.callback.fn === target.id)
          this.intoGiven(from, outcome.callback, (given) => {
            emitBelow(given, outcome.path, outcome.at, (next) => {
              emit({ ...next, mask: next.mask | outcome.mask, traits: next.traits | outcome.traits });
            });
          });
        else emit(outcome);
      } else if (outcome.returns === undefined) emit({ ...outcome, hops: hopTo(from, outcome.hops) });
      else if (outcome.file !== target.file || outcome.returns !== target.id) emit(outcome);
      else {
        const { path, at, mask, traits } = outcome;
        const key = `${path} ${at} ${mask} ${traits}`;
        if (returned.has(key)) return;
        returned.add(key);
        const onward: Listener = (next) => {
          emit({ ...next, mask: next.mask | mask, traits: next.traits | traits });
        };
        this.listen(from.file, `r${from.call}`, (next) => emitBelow(next, path, at, onward));
      }
    };
  }

  /** A function that was given is called: with what it does there is done here. */
  private intoGiven(from: CallPlace, callback: NonNullable<Outcome['callback']>, emit: Listener): void {
    for (const target of this.givenAt(from, callback))
      for (const param of this.paramsOf(target, callback.argument))
        this.listen(target.file, `p${target.id}.${param}`, (outcome) => {
          if (outcome.sink !== undefined) emit({ ...outcome, hops: hopTo(from, outcome.hops) });
        });
  }

  /** What becomes of data that a function hands to a function that this call gave it. */
  ofGiven(from: CallPlace, outcome: Outcome): readonly Outcome[] {
    const { callback } = outcome;
    if (callback === undefined) return [];
    return this.givenAt(from, callback).flatMap((target) =>
      this.paramsOf(target, callback.argument).flatMap((param) => this.of(target.file, `p${target.id}.${param}`)),
    );
  }

  private givenAt({ file, call }: CallPlace, { place }: NonNullable<Outcome['callback']>): readonly Target[] {
    const given = file.calls[call]?.given;
    if (given === undefined) return [];
    const names = this.project
      .targetsOf(file, call)
      .map((target) => `=${this.project.functionOf(target)?.params[place] ?? ''}`);
    const references = [String(place), ...names].flatMap((key) => given[key] ?? []);
    return references.flatMap((reference) => this.project.resolve(file, reference));
  }

  private paramsOf(target: Target, argument: string): readonly number[] {
    const params = this.project.functionOf(target)?.params ?? [];
    if (argument === '^') return [];
    if (argument === '*') return params.map((_, place) => place);
    const rest = params.findIndex((name) => name.startsWith('*'));
    const left = rest === -1 ? [] : [rest];
    if (argument.startsWith('=')) {
      const named = params.indexOf(argument.slice(1));
      return named === -1 ? params.flatMap((name, place) => (name.startsWith('*') ? [place] : [])) : [named];
    }
    const place = Number(argument);
    return place < params.length && (rest === -1 || place < rest) ? [place] : left;
  }
}

const EASING = LISTED | PASSED;

/** Whether one says all that another does, and is guarded by no more. */
function isWorse(one: Outcome, other: Outcome): boolean {
  const [more, fewer] = [one.traits & ~EASING, one.traits & EASING];
  return (
    (one.mask & other.mask) === one.mask &&
    (more & other.traits) === (other.traits & ~EASING) &&
    (fewer & other.traits) === fewer
  );
}

function hopTo(place: CallPlace, next: Hop | undefined): Hop {
  return { place, next, length: 1 + (next?.length ?? 0) };
}

function emitBelow(outcome: Outcome, path: string, at: string, emit: Listener): void {
  // An object that is answered with is data, and no page, whatever its fields say.
  if (
    at !== '' &&
    outcome.path === '' &&
    outcome.sink !== undefined &&
    outcome.file.sinks[outcome.sink]?.kind === 'html'
  )
    return;
  const found = pathBelow(outcome.path, path, at);
  if (found !== undefined) emit({ ...outcome, path: found });
}

/**
 * The path of data that was put at `at` of something of which `asked` is looked at: `{ name: x }` gets on where `name` or all of it is
 * looked at. Undefined where it does not.
 */
export function pathBelow(asked: string, path: string, at: string): string | undefined {
  if (asked === at || asked === '' || at.startsWith(`${asked}.`)) return path;
  if (at !== '' && !asked.startsWith(`${at}.`)) return undefined;
  const rest = at === '' ? asked : asked.slice(at.length + 1);
  return path === '' ? rest : `${path}.${rest}`.split('.').slice(0, 3).join('.');
}
