import type { FileSummary } from '../file-summary.ts';
import { profileOf } from '../profile-of.ts';

/** Finds the file of the project that an import names. Settings of compilers are not read: an alias is looked for in every folder above. */
export class Modules {
  private readonly files: ReadonlyMap<string, FileSummary>;
  /** Folders and files by their bare names: what starts with another is of no project. */
  private readonly names = new Set<string>();
  private readonly known = new Map<string, FileSummary | undefined>();

  constructor(files: ReadonlyMap<string, FileSummary>) {
    this.files = files;
    for (const file of files.keys()) for (const step of file.split('/')) this.names.add(step.replace(/\.\w+$/u, ''));
  }

  find(from: string, specifier: string): FileSummary | undefined {
    const folder = from.slice(0, Math.max(0, from.lastIndexOf('/')));
    const key = `${folder}\n${specifier}`;
    if (this.known.has(key)) return this.known.get(key);
    const found = this.look(from, folder, specifier);
    this.known.set(key, found);
    return found;
  }

  private look(from: string, folder: string, specifier: string): FileSummary | undefined {
    const profile = profileOf(from);
    if (profile === undefined) return undefined;
    if (profile.modules === 'dots' && !this.names.has(specifier.split('.').find(Boolean) ?? '__init__'))
      return undefined;
    const paths = profile.modules === 'dots' ? dottedPaths(folder, specifier) : specifierPaths(folder, specifier);
    for (const path of paths) {
      const found = this.at(path, profile.extensions, profile.folderFiles);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private at(path: string, extensions: readonly string[], folderFiles: readonly string[]): FileSummary | undefined {
    const bare = path.replace(/\.(?:[cm]?jsx?)$/u, '');
    const candidates = [
      path,
      ...extensions.map((extension) => path + extension),
      ...(bare === path ? [] : extensions.map((extension) => bare + extension)),
      ...folderFiles.flatMap((name) =>
        extensions.map((extension) => `${path === '' ? '' : `${path}/`}${name}${extension}`),
      ),
    ];
    for (const candidate of candidates) {
      const found = this.files.get(candidate);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function specifierPaths(folder: string, specifier: string): readonly string[] {
  if (specifier.startsWith('.')) return [normalised(`${folder}/${specifier}`)];
  const rest = specifier.replace(/^(?:@\/|~\/?|#\/?|\/|\$lib\/)/u, '');
  return above(folder).flatMap((root) =>
    ['', 'src/', 'app/', 'lib/'].map((part) => normalised(`${root}/${part}${rest}`)),
  );
}

/** `..pkg.mod` counts folders from here; `pkg.mod` may start in any folder above. */
function dottedPaths(folder: string, specifier: string): readonly string[] {
  const dots = /^\.*/u.exec(specifier)?.[0].length ?? 0;
  const rest = specifier.slice(dots).replaceAll('.', '/');
  if (dots > 0) return [normalised(`${folder}/${'../'.repeat(dots - 1)}${rest}`)];
  return above(folder).flatMap((root) => ['', 'src/'].map((part) => normalised(`${root}/${part}${rest}`)));
}

/** A folder and all that it lies in, the nearest first. */
function above(folder: string): readonly string[] {
  const steps = folder.split('/').filter(Boolean);
  return Array.from({ length: steps.length + 1 }, (_, up) => steps.slice(0, steps.length - up).join('/'));
}

function normalised(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
