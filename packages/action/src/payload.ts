import { ActionError } from './action-error.ts';

/** What GitHub says of an event. All names in it were chosen by somebody, the judged side included. */
export interface Payload {
  /** The text at a path. @throws ActionError `malformed-event` where there is none. */
  text(...path: readonly string[]): string;
  /** The same, where it may be missing or `null`. */
  maybe(...path: readonly string[]): string | undefined;
  /** The full id of a commit. @throws ActionError `malformed-event` */
  commit(...path: readonly string[]): string;
  /** A whole number from 1. @throws ActionError `malformed-event` */
  number(...path: readonly string[]): number;
  flag(...path: readonly string[]): boolean;
}

/** @throws ActionError `malformed-event` where the text is no JSON object. */
export function readPayload(text: string): Payload {
  const root = parse(text);
  const at = (path: readonly string[]): unknown =>
    path.reduce<unknown>(
      (value, name) => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined),
      root,
    );
  const need = <Value>(path: readonly string[], what: string, value: Value | undefined): Value => {
    if (value !== undefined) return value;
    throw malformed(`${path.join('.')} is not ${what}`);
  };
  const maybe: Payload['maybe'] = (...path) => {
    const value = at(path);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    maybe,
    text: (...path) => need(path, 'a text', maybe(...path)),
    commit: (...path) => need(path, 'the id of a commit', unless(maybe(...path), isCommitId)),
    number: (...path) => need(path, 'a whole number', asNumber(at(path))),
    flag: (...path) => at(path) === true,
  };
}

export function isCommitId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(text) && !/^0+$/u.test(text);
}

function unless(text: string | undefined, holds: (text: string) => boolean): string | undefined {
  return text !== undefined && holds(text) ? text : undefined;
}

function asNumber(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : undefined;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw malformed('it is no JSON', cause);
  }
  if (isRecord(value)) return value;
  throw malformed('it is no object');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(why: string, cause?: unknown): ActionError {
  return new ActionError('malformed-event', `the event cannot be read: ${why}`, {
    next: 'run it on GitHub, where GITHUB_EVENT_PATH names the event',
    cause,
  });
}
