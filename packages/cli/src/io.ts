import type { Context } from '@pawl/checkpoint';

/** Where a command writes, and how. Tests pass their own. */
export interface Io {
  /** The answer. */
  readonly out: (text: string) => void;
  /** Errors, and what is asked of a person. */
  readonly err: (text: string) => void;
  /** What nobody asked for and somebody may want to know: on standard error, and not with `--quiet`. */
  readonly note: (text: string) => void;
  readonly colour: boolean;
  /** How wide a line of text may be. */
  readonly columns: number;
  /** Standard error is a terminal that shows what goes on, and nobody wants quiet. */
  readonly progress: boolean;
  readonly quiet: boolean;
  readonly format: 'text' | 'json';
  readonly context: Context;
}

export function processIo(): Io {
  const { stdout, stderr, env } = process;
  const err = (text: string): void => void stderr.write(text);
  return {
    out: (text) => void stdout.write(text),
    err,
    note: err,
    colour: hasColours(env, stdout.isTTY === true),
    columns: columnsFor(env, stdout.columns ?? stderr.columns),
    progress: isLively(env, stderr.isTTY === true),
    quiet: false,
    format: 'text',
    context: { cwd: process.cwd(), env, now: () => new Date(), terminal: stderr.isTTY === true },
  };
}

type Env = Context['env'];

/** Nobody reads longer lines with ease, however wide the window is. */
const WIDEST = 120;
const WITHOUT_TERMINAL = 100;
const NARROWEST = 40;

/** What `COLUMNS` asks for is done to the letter, so that lines of a log can be left unbroken. */
export function columnsFor({ COLUMNS = '' }: Env, terminal: number | undefined): number {
  const wanted = /^[1-9]\d{0,5}$/u.test(COLUMNS) ? Number(COLUMNS) : undefined;
  return Math.max(NARROWEST, wanted ?? Math.min(WIDEST, terminal || WITHOUT_TERMINAL));
}

/** https://no-color.org and https://force-color.org: who says what they want is heard before anything that is found out. */
export function hasColours(env: Env, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced) return forced !== '0' && forced !== 'false';
  return isLively(env, isTerminal);
}

/** A build server keeps every byte, and a dumb terminal shows it. */
function isLively(env: Env, isTerminal: boolean): boolean {
  return isTerminal && env['TERM'] !== 'dumb' && !env['CI'];
}
