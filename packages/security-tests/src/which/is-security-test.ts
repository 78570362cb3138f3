import picomatch from 'picomatch/posix.js';
import type { FileFloor, TestFloor } from '../floor/file-floor.ts';
import type { SecurityTestSettings } from '../settings.ts';
import { spaced } from './category.ts';

/** Which of the two a test is, undefined for neither: a security test, or one whose title says that it guards something. */
export type Grade = 'security' | 'guarding';

/** Which tests are security tests, by the settings of the lock: see {@link judgeOf}. */
export interface Judge {
  readonly inSuite: (file: string) => boolean;
  readonly gradeOf: (floor: FileFloor, test: TestFloor) => Grade | undefined;
}

/** As everywhere in a configuration of Pawl. */
const GLOBS = { dot: true, nonegate: true, noextglob: true, strictBrackets: true };

const FOLDER = /(?:^|\/)(?:security|sec|security[-_]tests?|securitytests?|pentest|abuse[-_]cases?)\//iu;
const TEST_FOLDER = /(?:^|\/)(?:tests?|__tests__|specs?|e2e|integration|unit)\//iu;
const FILE =
  /(?:^|[/._-])security(?:[-._](?:test|spec)s?)?\.[\w.]+$|(?:^|\/)test_security(?:_\w+)?\.py$|(?:^|\/)\w*_?security_tests?\.(?:py|go)$|[._-]security[._-](?:test|spec|e2e|cy)\.\w+$/iu;
const TAG = /^(?:security|sec|owasp|pentest|abuse|@security)$/iu;
const TITLE = /@security\b|\[security\]|\(security\)|^security\b|\bsecurity:|\bsecurity tests?\b|#security\b/iu;
const PYTHON_CLASS = /^(?:Test)?Security|Security(?:Test|Tests|TestCase)?$/u;
const GO_NAME = /^(?:Test|Fuzz)_?Security(?![a-z])/u;

const GUARDS =
  /\b(?:security|vulnerab\w*|cve|ghsa|xss|csrf|xsrf|ssrf|xxe|sqli|sql injection|\w* ?injection|(?:path|directory) traversal|traversal|prototype pollution|saniti[sz]\w*|unauthori[sz]ed|unauthenticated|forbidden|permission denied|access denied|(?:invalid|expired|forged|tampered|wrong|missing|bad|revoked) (?:\w+ )?(?:tokens?|signatures?|passwords?|credentials?|csrf|session|jwt|api ?key|certificates?|mac|nonce)|malicious|attacks?|exploits?|untrusted|brute ?force|lock ?out|rate ?limit\w*|open redirect|spoof\w*|tamper\w*|replay|timing safe|redos|zip ?slip|zip ?bomb|smuggl\w*|escalat\w*|escapes? (?:html|shell|sql|quotes?)|(?:rejects?|denies|deny|refuses?|blocks?) (?!promise)\w+|requires? (?:auth\w*|login|admin|permission\w*)|(?:not|un) ?allowed|non ?admin|anonymous (?:user|access|is|can)|other (?:user|tenant|org)\w*|cannot (?:access|read|delete|update|edit|see)|40[13])\b/iu;

/** By the globs of the suites, and by convention where the settings do not say otherwise. */
export function judgeOf({ suites = [], find = true }: SecurityTestSettings = {}): Judge {
  const globs = suites.flatMap(({ files }) => files);
  const inSuite = globs.length === 0 ? () => false : picomatch(globs, GLOBS);
  return {
    inSuite,
    gradeOf: (floor, test) => {
      if (inSuite(floor.file) || (find && isByConvention(floor, test))) return 'security';
      return GUARDS.test(spaced(test.path.join(' '))) ? 'guarding' : undefined;
    },
  };
}

function isByConvention({ file }: FileFloor, { path, tags }: TestFloor): boolean {
  if (FOLDER.test(file) && (TEST_FOLDER.test(file) || /[._-](?:test|spec)\.|(?:^|\/)test_|_test\./u.test(file)))
    return true;
  if (FILE.test(file) || tags.some((tag) => TAG.test(tag))) return true;
  if (file.endsWith('.py'))
    return (
      path.slice(0, -1).some((name) => PYTHON_CLASS.test(name)) || /^test_security(?:_|$)/u.test(path.at(-1) ?? '')
    );
  if (file.endsWith('.go')) return GO_NAME.test(path[0] ?? '');
  return path.some((name) => TITLE.test(name));
}

export const CONVENTIONS: readonly RegExp[] = [FOLDER, TEST_FOLDER, FILE, TAG, TITLE, PYTHON_CLASS, GO_NAME, GUARDS];
