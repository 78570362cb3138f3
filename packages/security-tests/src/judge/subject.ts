import type { FileFloor } from '../floor/file-floor.ts';

/** Whether all that a test file imports of the project is among some files. */
export function isSubjectGone(floor: FileFloor, deleted: ReadonlySet<string>): boolean {
  const { own, hit } = subjectsIn(floor, deleted);
  return hit.length > 0 && (floor.file.endsWith('.py') || hit.length === own.length);
}

/** Whether something that a test file imports of the project is among some files. */
export function isSubjectIn(floor: FileFloor, files: ReadonlySet<string>): boolean {
  return subjectsIn(floor, files).hit.length > 0;
}

interface Subjects {
  readonly own: readonly string[];
  readonly hit: readonly string[];
}

function subjectsIn({ file, imports }: FileFloor, files: ReadonlySet<string>): Subjects {
  const stems = new Set([...files].map(stemOf));
  if (file.endsWith('.go')) {
    const subject = stemOf(file).replace(/_test$/u, '');
    return { own: [subject], hit: stems.has(subject) ? [subject] : [] };
  }
  const own = [...new Set(Object.values(imports))].filter((from) => from.startsWith('.') || file.endsWith('.py'));
  const isIn = (module: string): boolean => stems.has(module) || [...stems].some((stem) => stem.endsWith(`/${module}`));
  return { own, hit: files.size === 0 ? [] : own.filter((from) => modulesOf(file, from).some(isIn)) };
}

function stemOf(path: string): string {
  return path.replace(/\.\w+$/u, '').replace(/\/(?:index|__init__)$/u, '');
}

function modulesOf(file: string, from: string): readonly string[] {
  if (!from.startsWith('./') && !from.startsWith('../')) {
    const parts = from.replace(/^\.+/u, '').split('.');
    return [parts.join('/'), parts.slice(0, -1).join('/')].filter((module) => module !== '');
  }
  const folders = file.split('/').slice(0, -1);
  for (const part of from.split('/')) {
    if (part === '..') folders.pop();
    else if (part !== '.') folders.push(part);
  }
  return [stemOf(`${folders.join('/')}${/\.\w+$/u.test(from) ? '' : '.x'}`)];
}
