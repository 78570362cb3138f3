import type { Checkpoint, LoopQuestion } from './statement.ts';

type Check = (value: unknown) => boolean;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.some((word) => word === value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const objectId = matches(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u);
const sha256 = matches(/^[0-9a-f]{64}$/u);
const caseNumber = matches(/^[0-9a-f]{8}$/u);
const stop = matches(/^(?:[0-9a-f]{8}|[0-9a-f]{64})$/u);
const someText = matches(/./su);
const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const instant: Check = (value) =>
  matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u)(value) && !Number.isNaN(Date.parse(String(value)));

const QUESTION: Readonly<Record<keyof LoopQuestion, Check>> = {
  lock: objectId,
  lockSequence: count,
  base: objectId,
  tree: objectId,
  head: orNull(objectId),
  tier: oneOf('fast', 'full'),
  tools: sha256,
};

const CHECKPOINT: Readonly<Record<keyof Checkpoint, Check>> = {
  loop: someText,
  sequence: (value) => count(value) && value !== 0,
  previous: orNull(sha256),
  repository: matches(/^[0-9a-f]{32}$/u),
  audience: oneOf('agent', 'human'),
  identity: orNull(someText),
  question: (value) => wrongField(value, QUESTION) === undefined,
  outcome: oneOf('clean', 'stopped', 'inconclusive'),
  case: orNull(caseNumber),
  latch: (value) => Array.isArray(value) && value.every(stop) && new Set(value).size === value.length,
  assurance: oneOf('unsigned', 'advisory', 'locked'),
  at: instant,
};

/** What is wrong with what should be a checkpoint; `undefined` when nothing is. */
export function faultOf(value: unknown): string | undefined {
  const field = wrongField(value, CHECKPOINT);
  if (field !== undefined) return `its field ${JSON.stringify(field)} is missing, unknown or not of this version`;
  const { outcome, case: opened, sequence, previous } = value as Checkpoint;
  if (outcome === 'clean' && opened !== null) return 'it is clean and opens a case';
  if ((sequence === 1) !== (previous === null)) return 'it is either the first or follows another one';
  return undefined;
}

/** One field more is as wrong as one less: it would be signed and not understood. */
function wrongField(value: unknown, fields: Readonly<Record<string, Check>>): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const extra = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
  if (extra !== undefined) return extra;
  const known = value as Readonly<Record<string, unknown>>;
  return Object.keys(fields).find((key) => !Object.hasOwn(value, key) || fields[key]?.(known[key]) !== true);
}
