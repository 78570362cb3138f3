import { createHash } from 'node:crypto';
import { guardJson } from '@pawl/sarif';
import { AdapterError, type CommandResult } from '@pawl/scanner';
import { OPTIONS } from './commands.ts';

/** Which CodeQL answers, and with which queries. */
export interface Toolchain {
  readonly version: string;
  /** The commit that it was built from. */
  readonly sha: string;
  /** Every query, as pack, version and path: `codeql/python-queries/1.3.2/Security/CWE-089/SqlInjection.ql`. */
  readonly queries: readonly string[];
}

/** Reads `codeql version --format=json` of the first step. */
export function versionOf({ steps }: CommandResult): Pick<Toolchain, 'version' | 'sha'> {
  const told = parsed(steps[0]?.stdout);
  const { version, sha, productName } = (typeof told === 'object' && told !== null ? told : {}) as Partial<
    Record<string, unknown>
  >;
  const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
  if (productName === 'CodeQL' && isText(version) && isText(sha)) return { version, sha };
  throw new AdapterError('version-unreadable', 'codeql version --format=json does not tell a version of CodeQL.', {
    next: 'Check what `codeql version --format=json` prints.',
  });
}

/** Reads `codeql resolve queries --format=json` of the second step: "a plain list of pathnames". */
export function toolchainOf(ran: CommandResult): Toolchain {
  const told = parsed(ran.steps[1]?.stdout);
  const paths: readonly unknown[] = Array.isArray(told) ? told : [];
  const queries = paths.flatMap((path) => (typeof path === 'string' && path !== '' ? [inItsPack(path)] : []));
  if (queries.length > 0 && queries.length === paths.length) return { ...versionOf(ran), queries: queries.sort() };
  throw new AdapterError('rules-broken', 'codeql resolve queries does not list the queries of the configured suite.', {
    next: 'Check "suite", and what `codeql resolve queries --format=json` prints for it.',
  });
}

/** Without the folder of this machine: packs lie in `qlpacks` of a bundle, or in `packages` where they were downloaded. */
function inItsPack(path: string): string {
  const parts = path.replaceAll('\\', '/').split(/\/(?:qlpacks|packages)\//u);
  return parts.at(-1) as string;
}

/** Counts into every digest: raise it when findings or coverage come out otherwise from the same log. */
const ADAPTER_VERSION = '0.2.0';

/** Over all that decides what CodeQL finds: its build, the versions of the packs, the queries and how it is called. */
export function digestOf({ version, sha, queries }: Toolchain, suites: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([ADAPTER_VERSION, version, sha, queries, suites, OPTIONS]))
    .digest('hex');
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    guardJson(text);
    return JSON.parse(text);
  } catch {
    // Both callers refuse what is not the shape that they expect, and `undefined` is none.
    return undefined;
  }
}
