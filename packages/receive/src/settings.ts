import { isAbsolute } from 'node:path';
import { all, isRecord, matching, oneOf, type Rule, shown, unknownKey, wrong } from '@pawl/document';
import { ReceiveSettingsError } from './settings-error.ts';

/** What an operator says of one repository. It lies on the server, outside the repository, and no push reaches it. */
export interface ReceiveSettings {
  /** Which refs are gated: full names, in which `*` stands for anything. */
  readonly refs: readonly string[];
  /** Those of them of which more is wanted than the fast tier, as `full` says. */
  readonly fullRefs: readonly string[];
  /** `run` the scanners here, `require` a checkpoint that a verifier signed, or `none`. */
  readonly full: 'run' | 'require' | 'none';
  /** `verify`: nothing is judged here; what a verifier signed is all that counts. */
  readonly mode: 'judge' | 'verify';
  /** Variables that tell who was authenticated; the first that is set counts. */
  readonly identity: readonly string[];
  /** Those of them that are people: for them the policy of the lock says whether they are refused. */
  readonly people: readonly string[];
  /** How long an answer may take. */
  readonly seconds: number;
  /** Whether the locked security tests, which run the pushed code, may run here. */
  readonly runTests: boolean;
  /** The host checks every object by itself, whatever `receive.fsckObjects` says here. */
  readonly hostChecksObjects: boolean;
  /** The private key that signs what is recorded here. */
  readonly signAs: string | undefined;
  /** Where is remembered what was seen; else in the account that git runs in. */
  readonly state: string | undefined;
}

/** What holds where the settings say nothing: every branch and tag is gated in the fast tier, within a minute. */
export const DEFAULT_SETTINGS: ReceiveSettings = {
  refs: ['refs/heads/*', 'refs/tags/*'],
  fullRefs: ['*'],
  full: 'none',
  mode: 'judge',
  identity: ['REMOTE_USER'],
  people: [],
  seconds: 60,
  runTests: false,
  hostChecksObjects: false,
  signAs: undefined,
  state: undefined,
};

/** Where nothing is judged there is nothing to wait for. */
const VERIFY_SECONDS = 5;

const glob = matching(/^[^\p{Cc} ~^:?[\\]+$/u, 'the name of refs, like "refs/heads/*"');
const variable = matching(/^[A-Za-z_]\w*$/u, 'the name of a variable');
const someText = matching(/^[^\p{Cc}]+$/u, 'a text');
const yesOrNo: Rule = (value, path) => (typeof value === 'boolean' ? [] : wrong(path, 'must be true or false'));
const absolute: Rule = (value, path) =>
  typeof value === 'string' && isAbsolute(value) ? [] : wrong(path, `must be an absolute path, not ${shown(value)}`);
const seconds: Rule = (value, path) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 3600
    ? []
    : wrong(path, `must be a whole number from 1 to 3600, not ${shown(value)}`);

const RULES: Readonly<Record<'schema' | keyof ReceiveSettings, Rule>> = {
  schema: oneOf('pawl/receive@1'),
  refs: someOf(glob),
  fullRefs: someOf(glob),
  full: oneOf('run', 'require', 'none'),
  mode: oneOf('judge', 'verify'),
  identity: listOf(variable),
  people: listOf(someText),
  seconds,
  runTests: yesOrNo,
  hostChecksObjects: yesOrNo,
  signAs: absolute,
  state: absolute,
};

/**
 * Reads the settings file: JSON with these keys and no others, each of which may be left out but for the schema.
 *
 * @throws ReceiveSettingsError that tells every mistake.
 */
export function readReceiveSettings(text: string, where: string): ReceiveSettings {
  const value = parse(text, where);
  if (!isRecord(value)) throw new ReceiveSettingsError(where, ['must be an object']);
  const mistakes = Object.entries(value).flatMap(([key, inner]) =>
    Object.hasOwn(RULES, key)
      ? RULES[key as keyof typeof RULES](inner, [key])
      : [unknownKey([key], key, Object.keys(RULES))],
  );
  const missing = Object.hasOwn(value, 'schema') ? [] : ['schema: must be "pawl/receive@1"'];
  const told = [...missing, ...mistakes.map(({ path, message }) => `${path.join('.')}: ${message}`)];
  if (told.length > 0) throw new ReceiveSettingsError(where, told);
  const { mode } = value as Partial<ReceiveSettings>;
  const usual = mode === 'verify' ? { ...DEFAULT_SETTINGS, seconds: VERIFY_SECONDS } : DEFAULT_SETTINGS;
  const given = Object.entries(value).filter(([key]) => key !== 'schema');
  return { ...usual, ...Object.fromEntries(given) };
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ReceiveSettingsError(where, [cause instanceof Error ? cause.message : String(cause)], cause);
  }
}

function listOf(item: Rule): Rule {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((inner: unknown, at) => item(inner, [...path, at]))
      : wrong(path, `must be a list, not ${shown(value)}`);
}

/** An empty list of what is gated would let everything through, and look as if it did not. */
function someOf(item: Rule): Rule {
  return all(listOf(item), (value, path) =>
    Array.isArray(value) && value.length === 0 ? wrong(path, 'must name at least one') : [],
  );
}
