import type { JsonObject } from './canonical-json.ts';
import { DECISION, type Decision, RELEASE, type Release, WAIVER, type Waiver } from './decision.ts';
import { readDocument, writeDocument } from './document.ts';
import { instant, objectId, sha256 } from './formats.ts';
import { integer, list, matching, nullable, object, oneOf, record, type Shape, text } from './shape.ts';

/** The immutable statement that pins a baseline, the configuration and every tool for one protected branch. */
export interface Lock {
  readonly schema: 'pawl/lock@2';
  /** Names the repository, made at its first lock: a lock of another one counts for nothing here (L04). */
  readonly repository: string;
  /** Counts up in the chain of one target; the anchor names the lowest acceptable one. */
  readonly sequence: number;
  /** The digest of the predecessor, `null` for the first of a chain. */
  readonly previous: string | null;
  /** The protected branch. */
  readonly target: string;
  readonly commit: string;
  readonly tree: string;
  /** An ISO 8601 instant in UTC. */
  readonly lockedAt: string;
  /** From this instant on nothing is judged by it any more; `null`: it does not expire. */
  readonly expires: string | null;
  /** What a person decided with this document. Waivers and releases are successors in the same chain. */
  readonly decision: Decision;
  /** What is accepted as it is: one for each copy, sorted. */
  readonly waivers: readonly Waiver[];
  /** The cases after which a person let the loop go on, in the order of the decisions: a new baseline stops no loop again. */
  readonly releases: readonly Release[];
  /** The resolved configuration, opaque here. */
  readonly configuration: JsonObject;
  /** The gate's own files: path to git blob id at lock time, `null` for a file that was not there. */
  readonly gateFiles: Readonly<Record<string, string | null>>;
  /** Both sides of a delta must have been made by exactly these. */
  readonly tools: readonly LockedTool[];
  readonly inventory: {
    /** The digest of the text that `writeInventory` gave. */
    readonly digest: string;
    readonly findings: number;
    readonly suppressions: number;
    readonly weightedTotal: number;
    readonly examined: number;
    readonly notExamined: number;
  };
}

export interface LockedTool {
  readonly name: string;
  readonly version: string;
  /** Over rules and options, as the tool's adapter makes it. */
  readonly rulesDigest: string;
  /** The texts that decide what the tool finds; they lie beside the lock, and `digest` is the SHA-256 of each. */
  readonly rules: readonly { readonly name: string; readonly digest: string }[];
}

const SCHEMA = 'pawl/lock@2';
/** Sixteen random bytes in hexadecimal. */
const repositoryId = matching(/^[0-9a-f]{32}$/u, 'the id of a repository');
const count = integer(0);
const opaque: Shape = record(() => undefined);

const LOCK: Shape = object({
  schema: oneOf(SCHEMA),
  repository: repositoryId,
  sequence: count,
  previous: nullable(matching(/^[0-9a-f]{40,64}$/u, 'a digest in hexadecimal')),
  target: text,
  commit: objectId,
  tree: objectId,
  lockedAt: instant,
  expires: nullable(instant),
  decision: DECISION,
  waivers: list(WAIVER),
  releases: list(RELEASE),
  configuration: opaque,
  gateFiles: record(nullable(objectId)),
  tools: list(
    object({ name: text, version: text, rulesDigest: text, rules: list(object({ name: text, digest: sha256 })) }),
  ),
  inventory: object({
    digest: sha256,
    findings: count,
    suppressions: count,
    weightedTotal: count,
    examined: count,
    notExamined: count,
  }),
});

/** The canonical text of a lock, ending with a newline. @throws LockError when the lock is not one that could be read back. */
export function writeLock(lock: Lock): string {
  return writeDocument(lock, LOCK);
}

/** @throws LockError when the text is not exactly what `writeLock` would have written. */
export function readLock(text: string): Lock {
  return readDocument(text, SCHEMA, LOCK) as Lock;
}
