import type { Atom, Check } from './value.ts';

/** What is known to be valid at one place of a function. */
export class Guards {
  private readonly known: Map<string, { readonly mask: number; readonly via: readonly string[] }>;

  constructor(known: Guards['known'] = new Map()) {
    this.known = known;
  }

  copy(): Guards {
    return new Guards(new Map(this.known));
  }

  add(checks: readonly Check[]): void {
    for (const { base, path, mask, via } of checks) {
      const key = `${base}/${path}`;
      const before = this.known.get(key);
      this.known.set(key, { mask: mask | (before?.mask ?? 0), via: [...new Set([...via, ...(before?.via ?? [])])] });
    }
  }

  /** What is known either way. */
  static both(a: Guards, b: Guards): Guards {
    const known: Guards['known'] = new Map();
    for (const [key, one] of a.known) {
      const other = b.known.get(key);
      if (other === undefined) continue;
      known.set(key, { mask: one.mask & other.mask, via: one.via.filter((call) => other.via.includes(call)) });
    }
    return new Guards(known);
  }

  /** A check of the whole is one of each part. */
  of({ base, path }: Atom): { readonly mask: number; readonly via: readonly string[] } {
    if (this.known.size === 0) return NONE;
    let mask = 0;
    let via: readonly string[] = NONE.via;
    for (let end = 0; ; end = path.indexOf('.', end + 1)) {
      const found = this.known.get(`${base}/${end === -1 ? path : path.slice(0, end)}`);
      if (found !== undefined) {
        mask |= found.mask;
        via = via.length === 0 ? found.via : [...via, ...found.via];
      }
      if (end === -1 || path === '') return { mask, via };
    }
  }

  get isEmpty(): boolean {
    return this.known.size === 0;
  }
}

const NONE: { readonly mask: number; readonly via: readonly string[] } = { mask: 0, via: [] };
