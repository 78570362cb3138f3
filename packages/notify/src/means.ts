/** Everything that is done to the outside world, so that a spec can do without one. */
export interface Means {
  readonly send: (request: HttpRequest) => Promise<HttpReply>;
  readonly run: (program: ProgramRun) => Promise<ProgramEnd>;
  /** Where addresses and tokens are looked up by name, and what little of it a desktop program needs. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends early, without an error, when it is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1, without 1. */
  readonly random: () => number;
  /** An absolute path to a folder of this user, outside every repository. It is made where it is missing. */
  readonly outbox: string;
  /** The repository that is judged; no secret and no program is taken from within. */
  readonly workTree: string | undefined;
  /** After this many milliseconds whoever asked is answered, whatever the channels do. */
  readonly budgetMs: number;
}

/** One POST of a channel. Where it goes may be a password: it is never shown. */
export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether it may go to an address of this machine or of a private network. */
  readonly toPrivate: boolean;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * `private`: it would have gone where it may not. `no-answer`: it was sent, or a part of it, and nobody knows what
 * became of it.
 */
export type HttpFault = 'dns' | 'unreachable' | 'tls' | 'private' | 'no-answer';

/** Redirects are answers like others and are not followed. The body is not read. */
export type HttpReply =
  | { readonly kind: 'reply'; readonly status: number; readonly retryAfter: string | undefined }
  | { readonly kind: 'fault'; readonly fault: HttpFault };

/** A program that a channel runs, without a shell. */
export interface ProgramRun {
  /** Absolute: a `PATH` is the agent's to choose. */
  readonly program: string;
  readonly args: readonly string[];
  readonly input: string;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** How a program ended: with a status, or `missing` (not there), or `killed` (over its time, or by a signal). */
export type ProgramEnd = { readonly kind: 'ended'; readonly status: number } | { readonly kind: 'missing' | 'killed' };

/** What a channel has for one notice: the means, and how long they may be used. */
export interface Turn {
  readonly means: Means;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly until: number;
}
