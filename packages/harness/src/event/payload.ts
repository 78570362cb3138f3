/** What is wrong with an event, in a sentence for the user that quotes nothing of it. */
export class Malformed extends Error {}

export type Payload = Readonly<Record<string, unknown>>;

/** A tool's output comes along in an event, so it is large; more than this is not an event any more. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The one JSON object that a harness writes to the hook's standard input. A byte order mark before it is let pass. */
export function parsePayload(input: Uint8Array | string): Payload {
  if (input.length > MOST_BYTES) throw new Malformed('The harness sent more than 64 MiB.');
  const text = typeof input === 'string' ? input.replace(/^\uFEFF/u, '') : decode(input);
  if (text.trim() === '') throw new Malformed('The harness sent nothing.');
  const value = parse(text);
  if (!isPayload(value)) throw new Malformed('The harness sent something other than one JSON object.');
  return value;
}

export function isPayload(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Malformed('The harness sent bytes that are not UTF-8.', { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Malformed('The harness sent something that is not JSON.', { cause });
  }
}

/** The text under the first of these keys that is there; nothing when none is. A value of another type is an error. */
export function textAt(payload: Payload, ...keys: readonly string[]): string | undefined {
  const key = keys.find((candidate) => Object.hasOwn(payload, candidate) && payload[candidate] !== null);
  if (key === undefined) return undefined;
  const value = payload[key];
  if (typeof value !== 'string') throw new Malformed(`"${key}" of the event is not a text.`);
  if (value.includes('\0')) throw new Malformed(`"${key}" of the event holds a NUL character.`);
  return value === '' ? undefined : value;
}

export function objectAt(payload: Payload, ...keys: readonly string[]): Payload | undefined {
  const key = keys.find((candidate) => Object.hasOwn(payload, candidate));
  const value = key === undefined ? undefined : payload[key];
  return isPayload(value) ? value : undefined;
}

/** The first of a list of folders: with several, a hook sees the one that the harness puts first. */
export function firstFolder(payload: Payload, key: string): string | undefined {
  const value = Object.hasOwn(payload, key) ? payload[key] : undefined;
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw new Malformed(`"${key}" of the event is not a list.`);
  return value.length === 0 ? undefined : textAt({ [key]: value[0] as unknown }, key);
}
