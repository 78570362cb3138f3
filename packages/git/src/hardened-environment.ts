import { delimiter, isAbsolute, resolve } from 'node:path';

/** What a child needs to start, to find a home (`safe.directory` is there) and to make temporary files. Nothing else passes. */
const PASSED_ON: ReadonlySet<string> = new Set([
  'PATH',
  'HOME',
  'XDG_CONFIG_HOME',
  'TMPDIR',
  'TMP',
  'TEMP',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'SYSTEMROOT',
  'COMSPEC',
  'PATHEXT',
]);

/** How git tells a hook which repository, index and quarantined objects it is about. Without them a hook judges other content. */
const NAMES_THE_REPOSITORY = [
  'GIT_DIR',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_QUARANTINE_PATH',
] as const;

const PINNED: Readonly<Record<string, string>> = {
  // A ref under refs/replace/ would silently swap one object for another in everything that is read.
  GIT_NO_REPLACE_OBJECTS: '1',
  // A graft rewrites parents: the merge base could be moved past the commit that slipped.
  GIT_GRAFT_FILE: '/dev/null',
  // System-wide settings differ per machine; the same question must get the same answer.
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_ATTR_NOSYSTEM: '1',
  // Failures are recognised by git's own words, which are otherwise translated.
  LC_ALL: 'C',
  // A reader must not take index.lock under a commit that is going on.
  GIT_OPTIONAL_LOCKS: '0',
  // A hook has no one to ask: fail instead of waiting.
  GIT_TERMINAL_PROMPT: '0',
  // `:(exclude)x` is a file name here, never an instruction.
  GIT_LITERAL_PATHSPECS: '1',
  // A missing object is an error; fetching it would run the transport that the repository's own config names.
  GIT_NO_LAZY_FETCH: '1',
  // The same for a git that does not know the line above: no transport at all is allowed.
  GIT_ALLOW_PROTOCOL: '',
};

/**
 * The environment in which git may run: an allow-list and pins. GIT_CONFIG_*, GIT_EXTERNAL_DIFF, GIT_ATTR_SOURCE,
 * GIT_SHALLOW_FILE, GIT_REPLACE_REF_BASE, LD_PRELOAD, NODE_OPTIONS and all that nobody thought of stay outside.
 *
 * `hookFolder` is the folder in which git started the hook; with it, the variables that name the hook's repository pass,
 * made absolute. Without it they are dropped, so that a question about another repository is not answered from this one.
 */
export function hardenedEnvironment(env: NodeJS.ProcessEnv, hookFolder?: string): NodeJS.ProcessEnv {
  return { ...passedOn(env), ...(hookFolder === undefined ? {} : repositoryVariables(env, hookFolder)), ...PINNED };
}

function passedOn(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(env)) {
    // Windows spells it "Path"; a name is the same name there in any case.
    if (value === undefined || !PASSED_ON.has(name.toUpperCase())) continue;
    const safe = name.toUpperCase() === 'PATH' ? absoluteEntries(value) : value;
    if (safe !== '') kept[name] = safe;
  }
  return kept;
}

/** An empty or relative PATH entry is looked up in the repository: a file named `git` there would be run. */
function absoluteEntries(path: string): string {
  return path
    .split(delimiter)
    .filter((entry) => isAbsolute(entry))
    .join(delimiter);
}

function repositoryVariables(env: NodeJS.ProcessEnv, hookFolder: string): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = {};
  for (const name of NAMES_THE_REPOSITORY) {
    const value = env[name];
    if (value) kept[name] = resolve(hookFolder, value);
  }
  const alternates = env['GIT_ALTERNATE_OBJECT_DIRECTORIES'];
  if (alternates) kept['GIT_ALTERNATE_OBJECT_DIRECTORIES'] = absoluteList(alternates, hookFolder);
  return kept;
}

/** git quotes an entry that holds the separator; such a list is absolute already and is left as it is. */
function absoluteList(list: string, folder: string): string {
  if (list.includes('"')) return list;
  return list
    .split(delimiter)
    .filter((entry) => entry !== '')
    .map((entry) => resolve(folder, entry))
    .join(delimiter);
}
