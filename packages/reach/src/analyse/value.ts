import type { Reference } from '../file-summary.ts';

/** A part of a value that may come from outside: where from, and what was done to it. */
export interface Atom {
  readonly base: string;
  /** Dotted. */
  readonly path: string;
  readonly mask: number;
  readonly traits: number;
  readonly via: readonly string[];
  /** It was made from the data: what is looked at in it is no field of the data. */
  readonly derived?: true;
}

/** Data of this place and path is valid where a condition holds. */
export interface Check {
  readonly base: string;
  readonly path: string;
  readonly mask: number;
  readonly via: readonly string[];
}

export interface Condition {
  readonly yes: readonly Check[];
  readonly no: readonly Check[];
  /** It is already about what went wrong. */
  readonly turned?: true;
}

export interface Value {
  readonly atoms: readonly Atom[];
  readonly fields?: ReadonlyMap<string, Value>;
  /** The function, class or module that it is. */
  readonly reference?: Reference;
  /** The class that it is an instance of. */
  readonly type?: Reference;
  /** What it is called by its library. */
  readonly alias?: string;
  /** What made it, where it came out of a call. */
  readonly made?: string;
  /** What a constant says. */
  readonly text?: string;
  /** What is known where it is true, and where it is not. */
  readonly condition?: Condition;
}

export const NOTHING: Value = { atoms: [] };
export const NO_CONDITION: Condition = { yes: [], no: [] };

const MOST_ATOMS = 24;
const MOST_STEPS = 3;

export function ofAtoms(atoms: readonly Atom[]): Value {
  return atoms.length === 0 ? NOTHING : { atoms };
}

export function atom(base: string, path = ''): Atom {
  return { base, path, mask: 0, traits: 0, via: [] };
}

/** Everything in a value, whichever field it is in. */
export function allAtoms({ atoms, fields }: Value): readonly Atom[] {
  if (fields === undefined) return atoms;
  return [...atoms, ...[...fields.values()].flatMap(allAtoms)];
}

export function join(values: readonly Value[]): Value {
  const first = values[0];
  if (first === undefined) return NOTHING;
  if (values.length === 1) return first;
  const known = values.filter((value) => value !== NOTHING);
  if (known.length === 1 && known[0] !== undefined) return known[0];
  const { reference, type, alias, made } = Object.assign({}, ...known) as Value;
  const fields = joinFields(known);
  return {
    atoms: distinct(known.flatMap(({ atoms }) => atoms)),
    ...(fields.size === 0 ? {} : { fields }),
    ...(reference === undefined ? {} : { reference }),
    ...(type === undefined ? {} : { type }),
    ...(alias === undefined ? {} : { alias }),
    ...(made === undefined ? {} : { made }),
  };
}

function joinFields(values: readonly Value[]): ReadonlyMap<string, Value> {
  const fields = new Map<string, Value>();
  for (const value of values)
    for (const [name, field] of value.fields ?? []) {
      const before = fields.get(name);
      fields.set(name, before === undefined ? field : join([before, field]));
    }
  return fields;
}

function distinct(atoms: readonly Atom[]): readonly Atom[] {
  if (atoms.length < 2) return atoms;
  const found = new Map<string, Atom>();
  for (const one of atoms) found.set(`${one.base}/${one.path}/${one.mask}/${one.traits}/${one.via.join()}`, one);
  return [...found.values()].slice(0, MOST_ATOMS);
}

export function member(value: Value, name: string): Value {
  const field = value.fields?.get(name);
  const below = value.atoms.map((one) => (one.derived ? one : { ...one, path: pathBelow(one.path, name) }));
  const found = field === undefined ? ofAtoms(below) : join([field, ofAtoms(below)]);
  const { reference, alias } = value;
  return {
    ...found,
    ...(alias === undefined ? {} : { alias: `${alias}.${name}` }),
    ...(reference?.r === 'import' ? { reference: { ...reference, rest: [...reference.rest, name] } } : {}),
  };
}

function pathBelow(path: string, name: string): string {
  if (path === '') return name;
  return path.split('.').length >= MOST_STEPS ? path : `${path}.${name}`;
}

/** What was made from a value. */
export function derived({ atoms }: Value): Value {
  return ofAtoms(atoms.map((one) => ({ ...one, derived: true as const })));
}

/** The same with some dangers taken away, or with traits. */
export function marked(value: Value, mask: number, traits = 0, via: readonly string[] = []): Value {
  const mark = (one: Atom): Atom => ({
    ...one,
    mask: one.mask | mask,
    traits: one.traits | traits,
    via: via.length === 0 ? one.via : [...new Set([...one.via, ...via])],
  });
  const fields =
    value.fields && new Map([...value.fields].map(([name, field]) => [name, marked(field, mask, traits, via)]));
  return { ...value, atoms: value.atoms.map(mark), ...(fields === undefined ? {} : { fields }) };
}
