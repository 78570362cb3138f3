import type { ElementKind, Idiom } from '../idiom.ts';

type Strength = Idiom['strength'];

/** One careful idiom: losing it weakens. */
export function careful(name: string, strength: Strength, on: readonly ElementKind[], match: RegExp): Idiom {
  return { class: name, side: 'careful', on, match, strength };
}

/** One careless idiom: gaining it weakens. */
export function careless(name: string, strength: Strength, on: readonly ElementKind[], match: RegExp): Idiom {
  return { class: name, side: 'careless', on, match, strength };
}

/** A call of one of these names, on any plain receiver. Anchored, so a call is not found again in those around it. */
export function callee(names: RegExp): RegExp {
  return new RegExp(String.raw`^(?:new )?(?:[\w$.#!\[\]"]{1,80}\.)?(?:${names.source})\(`, names.flags);
}

/** A call whose last link is one of these methods with at least one argument, as in `$(a).text(b)`. */
export function method(names: RegExp): RegExp {
  return new RegExp(String.raw`\.(?:${names.source})\([^()]{1,100}(?:\([^()]{0,80}\)[^()]{0,60})?\)$`, names.flags);
}

/** A module brought in by `import` or `require`. */
export function module(names: RegExp): RegExp {
  return new RegExp(String.raw`(?:from|^import|require\(|^import\()"(?:node:)?(?:${names.source})"`, names.flags);
}
