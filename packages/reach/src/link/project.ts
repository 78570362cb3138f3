import type { ExportTarget, FileSummary, FunctionSummary, Reference } from '../file-summary.ts';
import { profileOf } from '../profile-of.ts';
import { Modules } from './modules.ts';

/** A function of the project. */
export interface Target {
  readonly file: FileSummary;
  readonly id: number;
}

type Found =
  | { readonly k: 'function' | 'class'; readonly file: FileSummary; readonly id: number }
  | { readonly k: 'module'; readonly from: string; readonly path: string; readonly file: FileSummary | undefined }
  | { readonly k: 'object'; readonly file: FileSummary; readonly target: ExportTarget };

/** A method of a name that more classes have could be any of them: following all would join what nothing joins. */
const MOST_NAMESAKES = 2;
const MOST_LEVELS = 12;

/** All files together: what a reference in one means in another. */
export class Project {
  readonly files: ReadonlyMap<string, FileSummary>;
  private readonly modules: Modules;
  private readonly methods = new Map<string, Target[]>();
  private readonly calls = new Map<FileSummary, (readonly Target[] | undefined)[]>();

  constructor(files: ReadonlyMap<string, FileSummary>) {
    this.files = files;
    this.modules = new Modules(files);
    for (const file of files.values())
      for (const { methods } of file.classes)
        for (const [name, id] of Object.entries(methods)) {
          const list = this.methods.get(name);
          if (list === undefined) this.methods.set(name, [{ file, id }]);
          else list.push({ file, id });
        }
  }

  functionOf({ file, id }: Target): FunctionSummary | undefined {
    return file.functions[id];
  }

  /** The functions that a call may run; none where it leaves the project. */
  targetsOf(file: FileSummary, call: number): readonly Target[] {
    const known = this.calls.get(file) ?? [];
    this.calls.set(file, known);
    const before = known[call];
    if (before !== undefined) return before;
    const site = file.calls[call];
    const targets = site === undefined || site.reference.r === 'param' ? [] : this.resolve(file, site.reference);
    known[call] = targets;
    return targets;
  }

  resolve(file: FileSummary, reference: Reference): readonly Target[] {
    if (reference.r === 'method' && reference.type === undefined) return this.namesakes(file, reference.name);
    const found = this.find(file, reference, 0);
    const target = found === undefined ? undefined : this.callable(found);
    return target === undefined ? [] : [target];
  }

  /** Whether a call makes an object whose class does nothing with what it is given. */
  makesPlainly(file: FileSummary, call: number): boolean {
    const reference = file.calls[call]?.reference;
    if (reference === undefined || (reference.r !== 'class' && reference.r !== 'import')) return false;
    return this.find(file, reference, 0)?.k === 'class';
  }

  private namesakes(file: FileSummary, name: string): readonly Target[] {
    const extension = profileOf(file.file)?.extensions;
    const all = (this.methods.get(name) ?? []).filter(
      (target) => profileOf(target.file.file)?.extensions === extension,
    );
    return all.length > MOST_NAMESAKES ? [] : all;
  }

  /** Calling a class makes an object of it. */
  private callable(found: Found): Target | undefined {
    if (found.k === 'function') return found;
    if (found.k === 'class') {
      const maker = this.method(found, 'constructor', 0) ?? this.method(found, '__init__', 0);
      return maker?.k === 'function' ? maker : undefined;
    }
    if (found.k !== 'module' || found.file === undefined) return undefined;
    // `const run = require("./run")` where a file exports one function.
    const only = this.exported(found.file, 'default', 0);
    return only === undefined || only.k === 'module' ? undefined : this.callable(only);
  }

  private find(file: FileSummary, reference: Reference, level: number): Found | undefined {
    if (level > MOST_LEVELS) return undefined;
    switch (reference.r) {
      case 'function':
        return { k: 'function', file, id: reference.id };
      case 'class':
        return this.into({ k: 'class', file, id: reference.id }, reference.rest, level);
      case 'import':
        return this.imported(file, reference, level);
      case 'method': {
        const type = reference.type === undefined ? undefined : this.find(file, reference.type, level + 1);
        return type === undefined ? undefined : this.step(type, reference.name, level + 1);
      }
      case 'param':
        return undefined;
    }
  }

  private imported(
    file: FileSummary,
    { from, name, rest }: Extract<Reference, { r: 'import' }>,
    level: number,
  ): Found | undefined {
    const module: Found = { k: 'module', from: file.file, path: from, file: this.modules.find(file.file, from) };
    const found = name === '*' ? module : this.step(module, name, level + 1);
    return found === undefined ? undefined : this.into(found, rest, level);
  }

  private into(start: Found, rest: readonly string[], level: number): Found | undefined {
    let found: Found | undefined = start;
    for (const name of rest) found = found === undefined ? undefined : this.step(found, name, level + 1);
    return found;
  }

  private step(found: Found, name: string, level: number): Found | undefined {
    switch (found.k) {
      case 'function':
        return undefined;
      case 'class':
        return this.method(found, name, level);
      case 'object': {
        const member = found.target.members?.[name];
        return member === undefined ? undefined : this.find(found.file, member, level + 1);
      }
      case 'module':
        return this.stepModule(found, name, level);
    }
  }

  private stepModule(module: Extract<Found, { k: 'module' }>, name: string, level: number): Found | undefined {
    if (level > MOST_LEVELS) return undefined;
    const exported = module.file === undefined ? undefined : this.exported(module.file, name, level + 1);
    if (exported !== undefined) return exported;
    if (profileOf(module.from)?.modules === 'dots') {
      const path = module.path.endsWith('.') ? `${module.path}${name}` : `${module.path}.${name}`;
      const file = this.modules.find(module.from, path);
      return file === undefined && module.file !== undefined
        ? undefined
        : { k: 'module', from: module.from, path, file };
    }
    // CommonJS has one export; an import of the default is the module itself.
    if (module.file === undefined) return undefined;
    const whole = this.exported(module.file, 'default', level + 1);
    if (name === 'default') return whole ?? module;
    return whole === undefined || whole.k === 'module' ? undefined : this.step(whole, name, level + 1);
  }

  private exported(file: FileSummary, name: string, level: number): Found | undefined {
    if (level > MOST_LEVELS) return undefined;
    const target = Object.hasOwn(file.exports, name) ? file.exports[name] : undefined;
    if (target !== undefined) {
      const found = target.reference === undefined ? undefined : this.find(file, target.reference, level + 1);
      return found ?? (target.members === undefined ? undefined : { k: 'object', file, target });
    }
    for (const star of file.stars) {
      const next = this.modules.find(file.file, star);
      const found = next === undefined || next === file ? undefined : this.exported(next, name, level + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A method of a class or of what it extends. */
  private method(
    { file, id }: { readonly file: FileSummary; readonly id: number },
    name: string,
    level: number,
  ): Found | undefined {
    const own = file.classes[id];
    if (own === undefined || level > MOST_LEVELS) return undefined;
    const method = Object.hasOwn(own.methods, name) ? own.methods[name] : undefined;
    if (method !== undefined) return { k: 'function', file, id: method };
    const field = own.fields !== undefined && Object.hasOwn(own.fields, name) ? own.fields[name] : undefined;
    if (field !== undefined) return this.find(file, field, level + 1);
    for (const base of own.bases) {
      const found = this.find(file, base, level + 1);
      const inherited =
        found?.k === 'class' ? this.method({ file: found.file, id: found.id }, name, level + 1) : undefined;
      if (inherited !== undefined) return inherited;
    }
    return undefined;
  }
}
