import { isAbsolute } from 'node:path';
import { fields, flag, isRecord, listOf, matching, type Rule, shownKey, wholeNumber, wrong } from './rule.ts';
import { addressMistake } from './web-address.ts';

const MOST_CHANNELS = 20;

const variable = matching(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/u, 'the name of an environment variable');

/** Neither control characters nor a path that means another file from another folder. */
const absolutePath: Rule = (value, path) =>
  typeof value === 'string' && value.length <= 1000 && isAbsolute(value) && !/\p{Cc}/u.test(value)
    ? []
    : wrong(path, 'must be an absolute path');

/**
 * One bare address: what sendmail would read as an option, as two addresses or as a program to pipe into cannot be
 * written in these letters.
 */
const mailAddress = matching(
  /^[A-Za-z0-9_][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/u,
  'one bare mail address, as security@example.com',
);

const secret: Rule = (value, path) => {
  if (!isRecord(value)) return wrong(path, 'must be { "env": NAME } or { "file": ABSOLUTE PATH }: it is a secret');
  return 'file' in value ? fields({ file: absolutePath })(value, path) : fields({ env: variable })(value, path);
};

function address(toPrivate: boolean): Rule {
  return (value, path) => {
    if (typeof value !== 'string') return secret(value, path);
    const mistake = addressMistake(value, { toPrivate });
    return mistake === undefined ? [] : wrong(path, mistake);
  };
}

function apiRoot(toPrivate: boolean): Rule {
  return (value, path) => {
    if (typeof value !== 'string') return wrong(path, 'must be an address');
    const mistake = addressMistake(value, { toPrivate });
    if (mistake !== undefined) return wrong(path, mistake);
    return value.includes('?') ? wrong(path, 'must not hold a query') : [];
  };
}

const part = String.raw`(?!\.{1,2}(?:/|$))[A-Za-z0-9._-]{1,100}`;
const project = matching(new RegExp(`^${part}/${part}$`, 'u'), 'owner/name');
const projectInGroups = matching(new RegExp(`^${part}(?:/${part}){1,20}$`, 'u'), 'group/name');

type ChannelRule = (toPrivate: boolean) => Rule;

const kind: Rule = () => [];
const webhook: ChannelRule = (toPrivate) => fields({ kind, url: address(toPrivate) }, { private: flag });

function forge(name: Rule, api: 'known' | 'asked'): ChannelRule {
  return (toPrivate) => {
    const root = { api: apiRoot(toPrivate) };
    const rest = { private: flag, issue: wholeNumber(1, 2 ** 31) };
    return api === 'known'
      ? fields({ kind, project: name, token: secret }, { ...root, ...rest })
      : fields({ kind, project: name, token: secret, ...root }, rest);
  };
}

const CHANNELS: Readonly<Record<string, ChannelRule>> = {
  desktop: () => fields({ kind }, { program: absolutePath }),
  slack: webhook,
  teams: webhook,
  webhook,
  mail: () => fields({ kind, from: mailAddress, to: listOf(mailAddress, 20) }, { program: absolutePath }),
  github: forge(project, 'known'),
  gitlab: forge(projectInGroups, 'known'),
  gitea: forge(project, 'asked'),
};

const channel: Rule = (value, path) => {
  if (!isRecord(value)) return wrong(path, 'must be an object');
  const name = value['kind'];
  const rule = typeof name === 'string' && Object.hasOwn(CHANNELS, name) ? CHANNELS[name] : undefined;
  if (rule === undefined) return wrong([...path, 'kind'], `must be one of ${Object.keys(CHANNELS).join(', ')}`);
  return rule(value['private'] === true)(value, path);
};

const channels: Rule = (value, path) => {
  if (!isRecord(value)) return wrong(path, 'must be an object');
  const entries = Object.entries(value);
  if (entries.length > MOST_CHANNELS) return wrong(path, `must not name more than ${MOST_CHANNELS} channels`);
  return entries.flatMap(([name, inner]) => [
    // It becomes part of a file's name.
    ...(/^[a-z0-9][a-z0-9-]{0,31}$/u.test(name)
      ? []
      : [{ path: [...path, name], at: 'key', message: `${shownKey(name)} is no name: a-z, 0-9, -` } as const]),
    ...channel(inner, [...path, name]),
  ]);
};

/** Everything that is wrong with what stands under `notify`. */
export const settingsRule: Rule = fields(
  {
    repository: matching(
      /^[A-Za-z0-9](?:[A-Za-z0-9 ._/-]{0,58}[A-Za-z0-9])?$/u,
      '1 to 60 of A-Z, a-z, 0-9, blank . _ / -',
    ),
    channels,
  },
  { budgetMs: wholeNumber(1000, 30_000), inconclusive: flag },
);
