import type { ReachProfile } from './profile.ts';

/** A place that a project itself declared, as offsets of an expression in UTF-16 code units. */
export interface Mark {
  readonly from: number;
  readonly to: number;
}

/** A sink is told of with the code around the value that arrives. */
export interface SinkMark extends Mark {
  readonly around: Mark;
}

/**
 * Sources, sinks and guards that a project declared. Where they are given, they are all that counts: what the tables know of libraries is left
 * out, but for what keeps or drops data. A guard is a call: what comes out of it, and what went in where it came back or said yes, is guarded.
 */
export interface Marks {
  readonly sources: readonly Mark[];
  readonly sinks: readonly SinkMark[];
  readonly guards: readonly Mark[];
}

/** Marks by their place. */
export interface MarkIndex {
  readonly sources: ReadonlySet<string>;
  readonly sinks: ReadonlyMap<string, SinkMark>;
  readonly guards: ReadonlySet<string>;
}

export function markKey({ from, to }: Mark): string {
  return `${from}-${to}`;
}

export function indexMarks({ sources, sinks, guards }: Marks): MarkIndex {
  return {
    sources: new Set(sources.map(markKey)),
    sinks: new Map(sinks.map((sink) => [markKey(sink), sink])),
    guards: new Set(guards.map(markKey)),
  };
}

const NEVER = /(?!)/u;

/** A profile without what it knows of sources, sinks and guards. */
export function withoutTables(profile: ReachProfile): ReachProfile {
  return {
    ...profile,
    sources: [],
    sinks: [],
    sanitisers: [],
    validators: [],
    registrations: [],
    decorators: [],
    paramDecorators: [],
    fileEntries: [],
    requestFields: NEVER,
    requestParam: { name: NEVER, type: NEVER },
    asserters: NEVER,
    otherChecks: NEVER,
    validatingMiddleware: NEVER,
    replaces: NEVER,
  };
}
