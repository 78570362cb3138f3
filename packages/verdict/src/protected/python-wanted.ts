import type { Wanted } from './dependency-change.ts';
import { familiesOfDependency, pythonName } from './security-dependencies.ts';

export const PYTHON_MANIFEST: RegExp =
  /(?:^|\/)(?:pyproject\.toml|setup\.(?:cfg|py)|Pipfile|environment\.ya?ml|(?:[^/]*[-_.])?(?:requirements|constraints|reqs)(?:[-_.][^/]*)?\.(?:txt|in|pip)|requirements\/[^/]+\.(?:txt|in|pip))$/iu;

/** `name[extra]>=1,<2 ; marker` in a line, or in quotes. */
const REQUIREMENT =
  /^([A-Za-z0-9][\w.-]*)[ \t]*(?:\[[^\]]*\])?[ \t]*\(?((?:(?:===?|>=|<=|~=|!=|[<>^~=])[^;#"'\\@)]*)?)/u;
/** `name = "^1"` or `name = { version = "^1" }`, as poetry and pipenv have it. */
const TABLE_ENTRY = /^["']?([A-Za-z0-9][\w.-]*)["']?[ \t]*=[ \t]*(?:["']([^"']*)["']|\{(.*)\})/u;
const DEVELOPMENT = /dev|test|lint|doc|typing|ci\b|extras?_require|optional|group/iu;

/** The dependencies that protect something, as far as a manifest of Python names them. */
export function pythonWanted(file: string, text: string): Wanted {
  const wanted = new Map<string, { readonly range: string; readonly isShipped: boolean }>();
  const add = (name: string, range: string, isShipped: boolean): void => {
    const key = pythonName(name);
    if (familiesOfDependency('python', key).length > 0 && !(wanted.get(key)?.isShipped && !isShipped))
      wanted.set(key, { range: range.trim(), isShipped });
  };
  const isToml = /\.toml$|Pipfile$/iu.test(file);
  const isForDevelopment = DEVELOPMENT.test(file.replace(/.*\//u, '').replace(/requirements|constraints/iu, ''));
  let isShipped = !isForDevelopment;
  let isWanted = !isToml;
  for (const raw of text.split(/\r\n|\r|\n/u)) {
    const line = raw.replace(/(?:^|\s)#.*$/u, '').trim();
    if (/^\[[^"']*\]$/u.test(line)) {
      isShipped = !isForDevelopment && !DEVELOPMENT.test(line);
      isWanted = !isToml || OF_DEPENDENCIES.test(line);
    }
    if (!isWanted) continue;
    const entry = isToml ? TABLE_ENTRY.exec(line) : null;
    if (entry) add(entry[1] ?? '', entry[2] ?? versionIn(entry[3] ?? ''), isShipped);
    const bare = isToml || /\.py$/iu.test(file) ? undefined : requirementIn(line.replace(/^-\s+/u, ''));
    if (bare) add(bare.name, bare.range, isShipped);
    for (const [, , quoted = ''] of line.matchAll(/(["'])(.*?)\1/gu)) {
      const found = requirementIn(quoted);
      if (found) add(found.name, found.range, isShipped);
    }
  }
  return wanted;
}

const OF_DEPENDENCIES =
  /^\[+(?:project|dependency-groups|build-system|packages|dev-packages|tool\.(?:uv|hatch\.envs)|.*dependencies)\b/iu;

function versionIn(table: string): string {
  return /version\s*=\s*["']([^"']*)/u.exec(table)?.[1] ?? '';
}

/** Only where nothing else stands: an assignment in a file of settings is none. */
function requirementIn(text: string): { readonly name: string; readonly range: string } | undefined {
  const [whole = '', name = '', range = ''] = REQUIREMENT.exec(text) ?? [];
  const rest = text.slice(whole.length);
  if (name === '' || !/^\s*\)?\s*(?:$|[;,\\@]|--hash)/u.test(rest) || (range !== '' && !/\d/u.test(range)))
    return undefined;
  return { name, range };
}
