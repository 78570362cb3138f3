import type { Mock } from '../floor/file-floor.ts';
import { spaced } from '../which/category.ts';
import type { SideTest } from './side.ts';

/** Neighbours that tests replace for good reason: stores, clocks, networks, mail. */
const NEIGHBOURS =
  /^(?:db|database|prisma|knex|pool|redis|cache|logger|logging|log|mail\w*|email\w*|smtp\w*|fetch|axios|https?|requests|httpx|fs|clock|time|timers|datetime|date|queue|s3|aws|boto3|stripe|metrics|config|settings|env|environ|random|uuid|crypto|dns|net|socket|now|sleep|console|process|globalThis|window|document|navigator)$/iu;
const DEFENDS =
  /\b(?:verif\w*|authori[sz]\w*|authenticat\w*|saniti[sz]\w*|escap\w*|validat\w*|permi\w*|csrf|guard\w*|is ?(?:allowed|safe|valid|admin|owner)\w*|can ?\w+|check\w*|require\w*|rate ?limit\w*|compare\w*)\b/iu;

/** What a test replaces in head, did not replace in base, and is about. */
export function mockedSubject(base: SideTest, head: SideTest): Mock | undefined {
  const before = new Set(base.test.mocks.map(({ target }) => nameIn(target)));
  return head.test.mocks.find(
    (mock) => !mock.partial && !before.has(nameIn(mock.target)) && isSubject(mock.target, base),
  );
}

function isSubject(target: string, base: SideTest): boolean {
  const name = nameIn(target);
  if (NEIGHBOURS.test(name)) return false;
  const { floor, test, asserts } = base;
  const words = new Set(test.words);
  const imported = Object.entries(floor.imports)
    .filter(([, from]) => sameModule(from, target))
    .map(([local]) => local);
  const about = [...test.path, ...asserts.map(({ subject }) => subject)].join(' ');
  // A module as a whole is the subject where the test calls what it imports of it.
  if (imported.some((local) => words.has(local))) return true;
  if (!words.has(name) && !spaced(about).toLowerCase().includes(spaced(name).toLowerCase()))
    return DEFENDS.test(spaced(name));
  return true;
}

/** `verify_token` of `app.auth.verify_token`, `auth` of `../src/auth.js`. */
function nameIn(target: string): string {
  const inner = target.indexOf('#');
  if (inner !== -1) return target.slice(inner + 1);
  const plain = target.replace(/\.[cm]?[jt]sx?$/u, '').replace(/\/index$/u, '');
  return plain.slice(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('.')) + 1);
}

function sameModule(from: string, target: string): boolean {
  const plain = (name: string): string => name.replace(/\.[cm]?[jt]sx?$/u, '').replace(/\/index$/u, '');
  return plain(from) === plain(target);
}
