import { type Assurance, ASSURANCES } from './assurance.ts';
import { parseStrictJson } from './strict-json.ts';

/** The root of trust. It never lies in the repository: what is judged must not name its judge. */
export interface Anchor {
  readonly schema: 'pawl/anchor@1';
  /** The id of the repository, as its locks have it. */
  readonly repository: string;
  /** The least that a lock must have. */
  readonly assurance: Assurance;
  /** By protected branch: the lowest sequence that counts. */
  readonly locks: Readonly<Record<string, { readonly sequence: number }>>;
  /** Who may lock and decide: lines of OpenSSH's allowed_signers. */
  readonly signers: readonly string[];
  /** Who may record judgements, in the same format. */
  readonly verifiers: readonly string[];
}

const FIELDS = ['schema', 'repository', 'assurance', 'locks', 'signers', 'verifiers'];
const MAX_LENGTH = 256 * 1024;

/** @throws Error when the text is not exactly an anchor: a field that nobody understands could be the one that matters. */
export function readAnchor(text: string): Anchor {
  if (text.length > MAX_LENGTH) throw new Error(`it is longer than ${MAX_LENGTH} characters`);
  const value = withExactly(FIELDS, parseStrictJson(text), 'it');
  if (value['schema'] !== 'pawl/anchor@1') throw new Error('its schema is not pawl/anchor@1');
  if (typeof value['repository'] !== 'string' || !/^[0-9a-f]{32}$/u.test(value['repository']))
    throw new Error('its repository is not the id of one');
  if (!ASSURANCES.some((one) => one === value['assurance']))
    throw new Error(`its assurance is not one of ${ASSURANCES.join(', ')}`);
  checkLocks(value['locks']);
  const signers = linesOf(value['signers'], 'signers');
  linesOf(value['verifiers'], 'verifiers');
  if (value['assurance'] !== 'unsigned' && signers.length === 0)
    throw new Error('it demands a signature and names nobody who may sign');
  return value as unknown as Anchor;
}

/**
 * The text of an anchor, as `PAWL_ANCHOR` and the user's own file take it.
 *
 * @throws Error where {@link readAnchor} would refuse it.
 */
export function writeAnchor({ repository, assurance, locks, signers, verifiers }: Omit<Anchor, 'schema'>): string {
  const text = JSON.stringify(
    { schema: 'pawl/anchor@1', repository, assurance, locks, signers, verifiers } satisfies Anchor,
    null,
    2,
  );
  readAnchor(text);
  return `${text}\n`;
}

function checkLocks(value: unknown): void {
  for (const [target, lock] of Object.entries(asObject(value, 'its locks'))) {
    const { sequence } = withExactly(['sequence'], lock, `its lock of ${JSON.stringify(target)}`);
    if (!Number.isSafeInteger(sequence) || Number(sequence) < 1)
      throw new Error(`its lowest sequence of ${JSON.stringify(target)} is not a whole number from 1`);
  }
}

function linesOf(value: unknown, name: string): readonly string[] {
  // A line break within a line could make it two, or hide the second one from who reads it.
  if (Array.isArray(value) && value.every((line) => typeof line === 'string' && /^[^\p{Cc}#][^\p{Cc}]*$/u.test(line)))
    return value as readonly string[];
  throw new Error(`its ${name} are not a list of lines`);
}

function withExactly(fields: readonly string[], value: unknown, what: string): Readonly<Record<string, unknown>> {
  const object = asObject(value, what);
  const missing = fields.find((name) => !Object.hasOwn(object, name));
  if (missing !== undefined) throw new Error(`${what} lacks ${missing}`);
  const unknown = Object.keys(object).find((name) => !fields.includes(name));
  if (unknown !== undefined) throw new Error(`${what} has a field that nobody knows: ${JSON.stringify(unknown)}`);
  return object;
}

function asObject(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw new Error(`${what} is not an object`);
}
