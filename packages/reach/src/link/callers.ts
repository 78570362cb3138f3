import type { FileSummary, Reference } from '../file-summary.ts';
import type { Project, Target } from './project.ts';

export interface CallPlace {
  readonly file: FileSummary;
  readonly call: number;
}

type ByTarget = ReadonlyMap<FileSummary, ReadonlyMap<number, readonly CallPlace[]>>;

const namesIn = new WeakMap<FileSummary, readonly string[]>();

/** Who calls a function, found by its names and then made sure of. */
export class Callers {
  private readonly project: Project;
  private readonly byName = new Map<string, CallPlace[]>();
  /** What the calls of a name resolve to, for the names that were asked for. */
  private readonly resolved = new Map<string, ByTarget>();

  constructor(project: Project) {
    this.project = project;
    for (const file of project.files.values())
      calledNames(file).forEach((name, call) => {
        const list = this.byName.get(name);
        if (list === undefined) this.byName.set(name, [{ file, call }]);
        else list.push({ file, call });
      });
  }

  of({ file, id }: Target): readonly CallPlace[] {
    return namesOf(file, id).flatMap((name) => this.resolve(name).get(file)?.get(id) ?? []);
  }

  private resolve(name: string): ByTarget {
    const known = this.resolved.get(name);
    if (known !== undefined) return known;
    const found = new Map<FileSummary, Map<number, CallPlace[]>>();
    for (const place of this.byName.get(name) ?? [])
      for (const { file, id } of this.project.targetsOf(place.file, place.call)) {
        const inFile = found.get(file) ?? new Map<number, CallPlace[]>();
        found.set(file, inFile);
        inFile.set(id, [...(inFile.get(id) ?? []), place]);
      }
    this.resolved.set(name, found);
    return found;
  }
}

/** What a function may be called by: its name, the names it is exported by, and for what makes an object those of the class. */
function namesOf(file: FileSummary, id: number): readonly string[] {
  const own = file.functions[id]?.name ?? '';
  const makes = file.classes.findIndex(({ methods }) => own !== '' && methods[own] === id && MAKERS.includes(own));
  const names = new Set([own, ...(makes === -1 ? [] : [file.classes[makes]?.name ?? ''])]);
  for (const [name, { reference, members }] of Object.entries(file.exports)) {
    if (isIt(reference, id, makes)) names.add(name).add(name === 'default' ? '*' : name);
    for (const [key, member] of Object.entries(members ?? {})) if (isIt(member, id, makes)) names.add(key);
  }
  return [...names];
}

const MAKERS: readonly string[] = ['constructor', '__init__'];

function isIt(reference: Reference | undefined, id: number, makes: number): boolean {
  if (reference?.r === 'function') return reference.id === id;
  return reference?.r === 'class' && reference.id === makes && reference.rest.length === 0;
}

/** What calls call, as it is named where they stand. */
function calledNames(file: FileSummary): readonly string[] {
  const before = namesIn.get(file);
  if (before !== undefined) return before;
  const names = file.calls.map(({ reference }) => nameFor(file, reference));
  namesIn.set(file, names);
  return names;
}

function nameFor(file: FileSummary, reference: Reference): string {
  switch (reference.r) {
    case 'function':
      return file.functions[reference.id]?.name ?? '';
    case 'class':
      return reference.rest.at(-1) ?? file.classes[reference.id]?.name ?? '';
    case 'import':
      return reference.rest.at(-1) ?? reference.name;
    case 'method':
      return reference.name;
    case 'param':
      return '';
  }
}
