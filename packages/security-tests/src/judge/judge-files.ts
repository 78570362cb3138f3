import type { InvariantFinding } from '@pawl/findings';
import picomatch from 'picomatch/posix.js';
import type { FileFloor } from '../floor/file-floor.ts';
import { findingOf, quoted } from './fault.ts';
import type { SideTest } from './side.ts';

export interface FilePair {
  readonly base: FileFloor | undefined;
  readonly head: FileFloor;
}

/** A configuration that leaves out security tests, asks for less coverage, or an answer that was recorded anew. */
export function judgeFiles(pairs: readonly FilePair[], security: readonly SideTest[]): readonly InvariantFinding[] {
  const files = [...new Set(security.map(({ floor }) => floor.file))];
  return pairs.flatMap((pair) => [
    ...excluded(pair, files, security),
    ...disarmed(pair),
    ...lowered(pair),
    ...rewritten(pair, files),
    ...starved(pair, files),
  ]);
}

function excluded(
  { base, head }: FilePair,
  files: readonly string[],
  security: readonly SideTest[],
): readonly InvariantFinding[] {
  const before = new Set(base?.collection?.exclusions);
  const fresh = (head.collection?.exclusions ?? []).filter((exclusion) => !before.has(exclusion));
  const hits = fresh.filter((exclusion) => leavesOut(exclusion, head.file, files, security, [...before]));
  return hits.map((exclusion) =>
    findingOf({
      rule: 'security-test-not-collected',
      severity: 'high',
      message: `${quoted(head.file)} leaves security tests out of the run with ${quoted(exclusion)}.`,
      file: head.file,
      line: 1,
      symbol: '',
      code: exclusion,
      snippet: exclusion,
    }),
  );
}

const SAYS_SECURITY = /(?<![\p{L}])(?:security|sec_tests?)/iu;
const DROPS =
  /\b(?:del\s+items|items\s*\[:\]\s*=|items\.(?:remove|clear|pop)|deselected|add_marker\([^)]*\b(?:skip|xfail)|rep\.outcome|report\.outcome|outcome\s*=\s*["']passed|return True|exitstatus\s*=\s*0)/u;

/** Whether an exclusion meets a security test: by the word, by a path or glob of its file, or by code that takes any test away. */
function leavesOut(
  exclusion: string,
  at: string,
  files: readonly string[],
  security: readonly SideTest[],
  before: readonly string[],
): boolean {
  const [, name = '', rest = exclusion] = /^([\w.-]+):? ?(.*)$/su.exec(exclusion) ?? [];
  if (name.startsWith('pytest_')) return SAYS_SECURITY.test(exclusion) || DROPS.test(exclusion);
  if (/^(?:python_|testMatch|testRegex|testpaths|roots)/u.test(name)) return narrows(name, rest, at, files, before);
  if (security.length === 0) return false;
  const pattern = exclusion.replace(/^(?:--?[\w-]+|\w+:)[= ]?\s*/u, '').replace(/^not\s+/u, '');
  // `-k security` and `-m security` choose the security tests, `-k "not security"` leaves them out.
  if (/^-[km][ =]/u.test(exclusion)) return /\bnot\b/u.test(exclusion) && SAYS_SECURITY.test(exclusion);
  if (/^--(?:grep|fgrep|testNamePattern|test-name-pattern|spec)|^-run/u.test(exclusion)) return false;
  if (SAYS_SECURITY.test(pattern) && files.length > 0) return true;
  const folder = folderOf(at);
  const plain = pattern.replace(/^<rootDir>\/?|^\.?\//u, '').replace(/\/+$/u, '');
  if (plain.length < 3 || /^\*+(?:\/\*+)*$/u.test(plain)) return false;
  return files.some(
    (file) =>
      file === folder + plain ||
      file.startsWith(`${folder + plain}/`) ||
      matches(plain, file.slice(file.startsWith(folder) ? folder.length : 0)),
  );
}

function matches(glob: string, file: string): boolean {
  try {
    return picomatch.isMatch(file, glob, { dot: true }) || picomatch.isMatch(file, `${glob}/**`, { dot: true });
  } catch {
    // Not a glob: a regular expression of Jest, which is compared as text.
    return file.includes(glob);
  }
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

/** A list of what is collected that named the folder of a security test and no longer does. */
function narrows(name: string, rest: string, at: string, files: readonly string[], before: readonly string[]): boolean {
  const was = before
    .find((each) => each.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim();
  if (was === undefined)
    return (
      name === 'testpaths' &&
      files.length > 0 &&
      !files.some((file) => rest.split(' ').some((path) => file.startsWith(folderOf(at) + path.replace(/\/+$/u, ''))))
    );
  const lost = was.split(' ').filter((each) => !rest.split(' ').includes(each));
  return lost.some(
    (each) =>
      SAYS_SECURITY.test(each) || files.some((file) => file.startsWith(folderOf(at) + each.replace(/\/?\**$/u, ''))),
  );
}

/** A command that ends well whatever its tests do. */
const ALWAYS_WELL =
  /\|\|\s*(?:true|exit 0|:|echo\b)|;\s*(?:true|exit 0)\s*$|--passWithNoTests\b|--pass-with-no-tests\b|^\s*(?:true|:|exit 0|echo\b[^&|;]*)\s*$/u;

/** A script that ran tests, and is gone or can no longer fail. */
function disarmed({ base, head }: FilePair): readonly InvariantFinding[] {
  const after = head.collection?.scripts ?? {};
  return Object.entries(base?.collection?.scripts ?? {}).flatMap(([name, was]) => {
    const now = after[name];
    const gone = now === undefined && SAYS_SECURITY.test(name) && !Object.values(after).includes(was);
    if (!gone && (now === undefined || ALWAYS_WELL.test(was) || !ALWAYS_WELL.test(now))) return [];
    const message = gone
      ? `The script ${quoted(name)} of ${quoted(head.file)}, which ran security tests, is gone.`
      : `The script ${quoted(name)} of ${quoted(head.file)} now ends well whatever its tests do: ${quoted(now ?? '')}.`;
    const severity = SAYS_SECURITY.test(`${name} ${was}`) && !gone ? 'high' : 'medium';
    const rule = 'security-test-not-collected';
    return [
      findingOf({ rule, severity, message, file: head.file, line: 1, symbol: name, code: name, snippet: now ?? was }),
    ];
  });
}

function lowered({ base, head }: FilePair): readonly InvariantFinding[] {
  const before = base?.collection?.thresholds ?? {};
  const after = head.collection?.thresholds ?? {};
  return Object.entries(before).flatMap(([name, value]) => {
    const now = after[name];
    // A floor that moved to another file is one that another file has.
    if (now === undefined || now >= value) return [];
    const message = `${quoted(head.file)} asks for a coverage of ${String(now)} % by ${quoted(name)} where it asked for ${String(value)} %.`;
    return [
      findingOf({
        rule: 'coverage-floor-lowered',
        severity: 'medium',
        message,
        file: head.file,
        line: 1,
        symbol: name,
        code: name,
        snippet: `${name} ${String(now)}`,
      }),
    ];
  });
}

function rewritten({ base, head }: FilePair, files: readonly string[]): readonly InvariantFinding[] {
  if (base?.snapshots === undefined || head.snapshots === undefined) return [];
  const stem = head.file
    .replace(/__snapshots__\//u, '')
    .replace(/\.(?:snap|ambr|snapshot)$/u, '')
    .replace(/\.\w+$/u, '');
  if (!files.some((file) => file.replace(/\.\w+$/u, '') === stem) && !/security/iu.test(head.file)) return [];
  const changed = Object.entries(base.snapshots).filter(
    ([name, digest]) => head.snapshots?.[name] !== undefined && head.snapshots[name] !== digest,
  );
  return changed.map(([name]) =>
    findingOf({
      rule: 'security-snapshot-rewritten',
      severity: 'medium',
      message: `The answer that was recorded for the security test ${quoted(name === '' ? head.file : name)} was rewritten.`,
      file: head.file,
      line: 1,
      symbol: name,
      code: name,
      snippet: name,
    }),
  );
}

function starved({ base, head }: FilePair, files: readonly string[]): readonly InvariantFinding[] {
  const folder = folderOf(head.file);
  if (head.starves === undefined || base?.starves !== undefined || !files.some((file) => folderOf(file) === folder))
    return [];
  const message = `${quoted(head.file)} keeps the security tests beside it from running: ${head.starves}.`;
  return [
    findingOf({
      rule: 'security-test-not-collected',
      severity: 'high',
      message,
      file: head.file,
      line: 1,
      symbol: '',
      code: head.starves,
      snippet: head.starves,
    }),
  ];
}
