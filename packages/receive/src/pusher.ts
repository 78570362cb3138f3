import type { ReceiveSettings } from './settings.ts';

/** Who pushes, as somebody else authenticated it. */
export interface Pusher {
  /** `undefined` where nobody was asked, as over a path or by `git daemon`: then a stop holds for each loop by itself. */
  readonly identity: string | undefined;
  readonly isPerson: boolean;
}

export function pusherOf(
  { identity: variables, people }: Pick<ReceiveSettings, 'identity' | 'people'>,
  env: Readonly<Record<string, string | undefined>>,
): Pusher {
  const identity = variables.map((name) => env[name]).find((value) => value !== undefined && value !== '');
  return { identity, isPerson: identity !== undefined && people.includes(identity) };
}
