import type { FileSummary, FunctionSummary, Reference } from '../file-summary.ts';
import type { Project } from './project.ts';

/** One check that hands on to another that hands on: more than this nobody writes. */
const MOST_LEVELS = 4;

/** Whether what promises a defence has one: a `sanitize` of the project that gives back what it got has none (E06). */
export class Trust {
  private readonly project: Project;
  private readonly known = new Map<FileSummary, Map<string, number>>();

  constructor(project: Project) {
    this.project = project;
  }

  /** The dangers that these take away; see `Flow.via`. */
  of(file: FileSummary, via: readonly string[], level = 0): number {
    return via.reduce((mask, one) => mask | this.ofOne(file, one, level), 0);
  }

  private ofOne(file: FileSummary, via: string, level: number): number {
    if (level > MOST_LEVELS) return 0;
    const inFile = this.known.get(file) ?? new Map<string, number>();
    this.known.set(file, inFile);
    const before = inFile.get(via);
    if (before !== undefined) return before;
    const [call = 0, place] = via.slice(1).split('.').map(Number);
    const mask = place === undefined ? this.ofName(file, call) : this.ofCallee(file, call, { via, place, level });
    inFile.set(via, mask);
    return mask;
  }

  private ofName(file: FileSummary, call: number): number {
    const targets = this.project.targetsOf(file, call);
    const isHollow = targets.some((target) => this.project.functionOf(target)?.hollow === true);
    return isHollow ? 0 : (file.calls[call]?.trusted ?? 0);
  }

  /** What every function that may be called says of the argument. */
  private ofCallee(
    file: FileSummary,
    call: number,
    { via, place, level }: { via: string; place: number; level: number },
  ): number {
    const targets = this.project.targetsOf(file, call);
    if (targets.length === 0) return 0;
    return targets.reduce((mask, target) => {
      const fn = this.project.functionOf(target);
      const said = assurancesOf(fn, via)?.[String(place)];
      return said === undefined ? 0 : mask & (said.mask | this.of(target.file, said.via ?? [], level + 1));
    }, -1);
  }

  /** Whether code of the project does what it is named after; what is not of the project is taken at its word. */
  isHollow(file: FileSummary, reference: Reference): boolean {
    const targets = this.project.resolve(file, reference);
    return targets.length > 0 && targets.every((target) => this.project.functionOf(target)?.hollow === true);
  }
}

function assurancesOf(fn: FunctionSummary | undefined, via: string): FunctionSummary['proves'] {
  return via.startsWith('y') ? fn?.proves : fn?.ensures;
}
