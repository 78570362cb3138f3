import type { SyntaxTree } from '@pawl/syntax';
import { directiveOf } from './analyse/functions.ts';
import { Guards } from './analyse/guards.ts';
import { run } from './analyse/statements.ts';
import { type State, Work } from './analyse/work.ts';
import type { FileCode } from './code/code.ts';
import { readJavascript } from './code/read-javascript.ts';
import { readPython } from './code/read-python.ts';
import type { ClassSummary, FileSummary, FunctionSummary } from './file-summary.ts';
import { indexMarks, type Marks, withoutTables } from './marks.ts';
import type { FileEntry, ReachProfile } from './profile.ts';
import { javascript } from './profiles/javascript.ts';
import { python } from './profiles/python.ts';

interface ReachLanguage {
  readonly read: (tree: SyntaxTree) => FileCode;
  readonly profile: ReachProfile;
}

const scripts: ReachLanguage = { read: readJavascript, profile: javascript };

/** The languages whose paths are followed, by the name of their profile. */
const LANGUAGES: Readonly<Record<string, ReachLanguage>> = {
  javascript: scripts,
  typescript: scripts,
  tsx: scripts,
  python: { read: readPython, profile: python },
};

const NOT_RUN =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|e2e|fixtures?|testing|benchmarks?|node_modules|site-packages|vendor|dist|stubs)\/|[._-](?:test|spec|stories)s?\.\w+$|(?:^|\/)(?:test_[^/]*|conftest)\.py$|\.d\.[cm]?ts$|\.min\.js$/iu;

/** Whether paths are followed through a file of this language. Nobody outside reaches tests, declarations and what is built or vendored. */
export function isFollowed(file: string, language: string): boolean {
  return language in LANGUAGES && !NOT_RUN.test(file);
}

/**
 * What a file says of the way of data. It depends on the path and the text alone. A tree with errors is read for what it is worth, and
 * said to be not examined; undefined for a file whose paths are not followed; see {@link isFollowed}. With `marks`, the paths are those
 * between the places that are marked, and no others, in whatever file: who declared them said which files. Link only summaries of the same
 * declaration.
 */
export function summarise(file: string, tree: SyntaxTree, marks?: Marks): FileSummary | undefined {
  const language = LANGUAGES[tree.profile.id];
  if (language === undefined || (marks === undefined && !isFollowed(file, tree.profile.id))) return undefined;
  const code = language.read(tree);
  const profile = marks === undefined ? language.profile : withoutTables(language.profile);
  const work = new Work(file, code.text, profile, directiveOf(code.body), marks && indexMarks(marks));
  runModule(work, code);
  enterByFile(work);
  const notExamined = notExaminedOf(work, tree, code);
  return {
    file,
    ...(notExamined === undefined ? {} : { notExamined }),
    functions: work.functions,
    classes: work.classes.map(classOf),
    exports: work.exports,
    stars: work.stars,
    sources: work.sources,
    sinks: work.sinks,
    calls: work.calls,
    flows: work.flows,
    entries: work.entries,
  };
}

function classOf({ name, bases, methods, types }: Work['classes'][number]): ClassSummary {
  const fields = [...types].flatMap(([field, { type, reference }]) => {
    const what = type ?? reference;
    return what === undefined ? [] : [[field, what] as const];
  });
  return { name, bases, methods, ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }) };
}

function runModule(work: Work, code: FileCode): void {
  work.functions.push({ name: '', symbol: '', line: 1, params: [] });
  const state: State = {
    scope: { names: new Map(), parent: undefined },
    guards: new Guards(),
    fn: 0,
    symbol: '',
    classId: undefined,
    features: { throws: false, decides: false, returns: new Set(), exits: [], agreements: [] },
    later: [],
    answers: false,
  };
  run(work, state, code.body);
  for (let later = state.later.shift(); later !== undefined; later = state.later.shift()) later();
  exportTopLevel(work, state);
}

/** Where modules export all they define. */
function exportTopLevel(work: Work, { scope }: State): void {
  if (work.profile.modules !== 'dots') return;
  for (const [name, { reference, type }] of scope.names) {
    const what = reference ?? type;
    if (what !== undefined) work.exports[name] ??= { reference: what };
  }
}

function notExaminedOf(work: Work, tree: SyntaxTree, code: FileCode): FileSummary['notExamined'] {
  if (tree.errorLine !== undefined) return { code: 'syntax-error', why: `line ${tree.errorLine} does not parse` };
  if (code.tooDeep) return { code: 'too-deep', why: 'it nests deeper than paths are followed' };
  return work.isOver() ? { code: 'too-large', why: 'to follow its paths takes too many steps' } : undefined;
}

/** Functions that a framework finds by the name of the file and their own. */
function enterByFile(work: Work): void {
  const entries = work.profile.fileEntries.filter(
    ({ file, directive }) =>
      (file?.test(work.file) ?? false) ||
      (directive !== undefined && work.directive !== undefined && directive.test(work.directive)),
  );
  for (const entry of entries)
    for (const [name, { reference }] of Object.entries(work.exports))
      if (entry.name.test(name) && reference?.r === 'function') enter(work, reference.id, entry);
}

function enter(work: Work, id: number, { kind, roles }: FileEntry): void {
  const own: FunctionSummary | undefined = work.functions[id];
  if (own === undefined) return;
  const given = own.params.map((_name, place) => roles[place] ?? (place >= roles.length ? roles.at(-1) : undefined));
  work.functions[id] = {
    ...own,
    roles: given.map((role, place) => (role === undefined ? (own.roles?.[place] ?? null) : { role, kind })),
  };
}
