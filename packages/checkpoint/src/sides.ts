/** Something of both sides of a change. A lock has only a head, and an empty base. */
export interface Sides<Thing> {
  readonly base: Thing;
  readonly head: Thing;
}

export function bothSides<Thing, Other>(
  { base, head }: Sides<Thing>,
  of: (thing: Thing, side: keyof Sides<Thing>) => Other,
): Sides<Other> {
  return { base: of(base, 'base'), head: of(head, 'head') };
}
