import type { NotExamined } from '@pawl/findings';
import { type FileSummary, LISTED, MIXED, PASSED, QUERY, type SinkSite, TAG } from '../file-summary.ts';
import type { Path } from '../path.ts';
import { profileOf } from '../profile-of.ts';
import { COUNTS, maskOf, type SourceKind } from '../sink-kind.ts';
import { affectedFiles } from './affected-files.ts';
import { Callers } from './callers.ts';
import { type Entry, entriesOf } from './entries.ts';
import { type Hop, type Outcome, Outcomes, pathBelow } from './outcomes.ts';
import { Project } from './project.ts';

/** Which paths are asked for: all of them, unless given. */
export interface LinkOptions {
  /**
   * Only paths that start in these files, in what calls them or in what they call. Give both sides of a comparison the files that differ
   * between them, and the rest cancels out.
   */
  readonly only?: Iterable<string>;
}

/** The paths that were found, and what may be missing from them. */
export interface LinkResult {
  readonly paths: readonly Path[];
  /** Files that were not read to the end: paths may be missing. `blob` is the caller's to fill. */
  readonly notExamined: readonly Omit<NotExamined, 'blob' | 'by'>[];
  /** Whether all that was asked for was followed to its end: a project may have more paths than anybody can follow. */
  readonly isComplete: boolean;
}

/** All paths of a project from the summaries of its files. It depends on them alone, in whatever order they come. */
export function linkPaths(summaries: Iterable<FileSummary>, { only }: LinkOptions = {}): LinkResult {
  const files = new Map([...summaries].map((summary) => [summary.file, summary]));
  const link = new Linker(files);
  const roots = only === undefined ? [...files.values()] : affectedFiles(link.project, link.callers, new Set(only));
  for (const file of roots.sort((a, b) => (a.file < b.file ? -1 : 1))) link.linkFile(file);
  return { paths: link.paths(), notExamined: unreadOf(roots), isComplete: link.isComplete };
}

function unreadOf(roots: readonly FileSummary[]): LinkResult['notExamined'] {
  return roots.flatMap(({ file, notExamined }) => (notExamined === undefined ? [] : [{ file, ...notExamined }]));
}

class Linker {
  readonly project: Project;
  readonly callers: Callers;
  private readonly outcomes: Outcomes;
  private readonly entries: (file: FileSummary) => readonly Entry[];
  private readonly found = new Map<string, Path>();

  constructor(files: ReadonlyMap<string, FileSummary>) {
    this.project = new Project(files);
    this.callers = new Callers(this.project);
    this.outcomes = new Outcomes(this.project);
    this.entries = entriesOf(this.project, this.outcomes.trust);
  }

  paths(): readonly Path[] {
    return [...this.found.values()];
  }

  get isComplete(): boolean {
    return !this.outcomes.isOver;
  }

  linkFile(file: FileSummary): void {
    for (const entry of this.entries(file)) this.linkEntry(file, entry);
    file.sources.forEach((source, id) => {
      for (const outcome of this.everywhere(this.outcomes.of(file, `s${id}`), source.kind)) {
        const text = outcome.path === '' ? source.text : `${source.text}.${outcome.path.split('.')[0] ?? ''}`;
        this.keep(outcome, { ...source, text, file: file.file }, 0);
      }
    });
  }

  private linkEntry(file: FileSummary, entry: Entry): void {
    const { role, kind, param, symbol, line, id, place, mask } = entry;
    const fields = profileOf(file.file)?.requestFields;
    if (this.isHandedOn(file, entry)) return;
    for (const outcome of this.everywhere(this.outcomes.of(file, `p${id}.${place}`), kind)) {
      if (role === 'request' && fields?.test(outcome.path) !== true) continue;
      const text = [param, outcome.path].filter(Boolean).join('.');
      this.keep(outcome, { kind, text, file: file.file, symbol, line }, mask);
    }
  }

  /** A helper that gets the request from a handler is no way in of its own. */
  private isHandedOn(file: FileSummary, { byName, id, place }: Entry): boolean {
    return (
      byName &&
      this.callers
        .of({ file, id })
        .some((caller) => caller.file.flows.some(({ to }) => to === `a${caller.call}.${place}`))
    );
  }

  /** What a function returns goes on wherever it is called, as far as anybody would follow it. */
  private everywhere(outcomes: readonly Outcome[], kind: SourceKind): readonly Outcome[] {
    const isWeak = COUNTS[kind].length < COUNTS.http.length;
    const [mostReturns, mostHops] = isWeak ? [2, 3] : [4, 10];
    const seen = new Set<string>();
    const ends: Outcome[] = [];
    let open = outcomes;
    for (let returns = 0; open.length > 0; returns++) {
      ends.push(...open.filter(({ sink, hops }) => sink !== undefined && (hops?.length ?? 0) <= mostHops));
      if (returns === mostReturns) break;
      open = open.flatMap((outcome) => {
        const { file, returns: fn, callback, path, at, mask } = outcome;
        const key = `${file.file} ${fn ?? ''} ${callback?.fn ?? ''}.${callback?.place ?? ''} ${path.split('.')[0] ?? ''} ${at} ${mask}`;
        if (outcome.sink !== undefined || seen.has(key)) return [];
        seen.add(key);
        return this.goingOn(outcome);
      });
    }
    return ends;
  }

  /** What a function returns goes on where it is called, and what it hands to a function goes on in the one that it was given. */
  private goingOn(outcome: Outcome): readonly Outcome[] {
    const id = outcome.returns ?? outcome.callback?.fn ?? 0;
    return this.callers.of({ file: outcome.file, id }).flatMap((caller) => {
      const further =
        outcome.callback === undefined
          ? this.outcomes.of(caller.file, `r${caller.call}`)
          : this.outcomes.ofGiven(caller, outcome);
      return further.flatMap((next) => {
        // What comes out of a function is its own: which part of it was looked at says nothing of the source any more.
        if (pathBelow(next.path, outcome.path, outcome.at) === undefined) return [];
        return [{ ...next, path: outcome.path, mask: next.mask | outcome.mask, traits: next.traits | outcome.traits }];
      });
    });
  }

  private keep(outcome: Outcome, source: Path['source'] & { readonly kind: SourceKind }, mask: number): void {
    const site = outcome.file.sinks[outcome.sink ?? -1];
    if (site === undefined || !COUNTS[source.kind].includes(site.kind) || !suits(site, outcome, source)) return;
    const guarded = ((outcome.mask | mask) & maskOf([site.kind])) !== 0;
    const { kind, text, file, symbol, line } = source;
    const key = [kind, text, file, symbol, outcome.file.file, outcome.sink].join('\n');
    const before = this.found.get(key);
    if (before !== undefined && (!before.guarded || guarded)) return;
    this.found.set(key, {
      source: { kind, text, file, symbol, line },
      hops: hopsOf(outcome.hops),
      sink: {
        kind: site.kind,
        name: site.name,
        code: site.code,
        file: outcome.file.file,
        symbol: site.symbol,
        line: site.line,
      },
      guarded,
    });
  }
}

const WHOLE = /(?:^|\.)(?:body|query|params|json|get_json|args|form|data|GET|POST|payload|values)$/u;

const STRANGERS: readonly SourceKind[] = ['http', 'message', 'browser'];

/** Whether what arrives is what the sink needs to be one. */
function suits({ needs, fromStrangers }: SinkSite, { traits }: Outcome, { kind, text }: Path['source']): boolean {
  if (fromStrangers && !STRANGERS.includes(kind)) return false;
  if (needs === undefined) return true;
  switch (needs) {
    case 'mixed':
      return (traits & MIXED) !== 0;
    case 'direct':
      return (traits & PASSED) === 0;
    case 'text':
      return (traits & (MIXED | LISTED)) === MIXED;
    case 'query':
      return (traits & QUERY) !== 0;
    case 'tag':
      return (traits & TAG) !== 0;
    case 'whole':
      return (traits & MIXED) === 0 && WHOLE.test(text);
  }
}

function hopsOf(hop: Hop | undefined): Path['hops'] {
  const hops: Path['hops'][number][] = [];
  for (let at = hop; at !== undefined; at = at.next) {
    const { file, call } = at.place;
    const site = file.calls[call];
    if (site !== undefined) hops.push({ file: file.file, symbol: site.symbol, line: site.line, code: site.code });
  }
  return hops;
}
