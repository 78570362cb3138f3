import { STRENGTH } from '../file-floor.ts';

const { loose, partial, exact } = STRENGTH;

/**
 * What a matcher is worth: Jest, Vitest, Chai, `node:assert`, tap and AVA. Names are written in lower case; one that is not here is a
 * matcher of the project, and worth something in the middle.
 */
const MATCHERS: Readonly<Record<string, number>> = {
  ...each(
    exact,
    'tobe toequal tostrictequal tohavelength tobenull tobeundefined tobenan tohavebeencalledwith tohavebeencalledtimes',
  ),
  ...each(
    exact,
    'tohavebeencalledonce tohavebeencalledexactlyoncewith tohavebeenlastcalledwith tohavebeennthcalledwith toreturnwith',
  ),
  ...each(
    exact,
    'equal equals eq eql eqls deepequal strictequal deepstrictequal is same lengthof length status statuscode tohavestatus',
  ),
  ...each(
    exact,
    'true false null undefined nan empty tomatchinlinesnapshot calledwith calledonce calledoncewith callcount notcalled',
  ),
  ...each(
    partial,
    'tocontain tocontainequal tomatch tomatchobject tohaveproperty tobeinstanceof tobetypeof tomatchsnapshot tosatisfy',
  ),
  ...each(
    partial,
    'include includes contain contains match matches property instanceof instance a an oneof members keys satisfy tobeoneof',
  ),
  ...each(
    partial,
    'like deepinclude partialdeepstrictequal doesnotmatch rejects throws throwserror header ownproperty string snapshot',
  ),
  ...each(
    loose,
    'tobetruthy tobefalsy tobedefined tobegreaterthan tobegreaterthanorequal tobelessthan tobelessthanorequal tobecloseto',
  ),
  ...each(
    loose,
    'ok truthy falsy exist exists isok isdefined istrue isfalse above below least most within gt gte lt lte greaterthan lessthan',
  ),
  ...each(
    loose,
    'tohavebeencalled tobecalled called notequal notstrictequal notdeepequal notdeepstrictequal notthrows doesnotthrow',
  ),
  ...each(
    loose,
    'doesnotreject iferror notok not isnotok tothrowerrormatchingsnapshot isabove isbelow isatleast isatmost',
  ),
};

/** They say that something is thrown; what they are worth depends on what they ask of it. */
export const THROWING: ReadonlySet<string> = new Set(
  'tothrow tothrowerror throw throws throwserror rejects rejected rejectedwith tothrowwithcode'.split(' '),
);

/** Words of Chai that only make a sentence. */
export const LINKS: ReadonlySet<string> = new Set(
  'to be been is that which and has have with at of same but does still also should deep own nested any all soft'.split(
    ' ',
  ),
);

function each(strength: number, names: string): Record<string, number> {
  return Object.fromEntries(names.split(' ').map((name) => [name, strength]));
}

const ANYTHING = /\b(?:expect\.anything\(\)|expect\.any\(|match\.any\b|sinon\.match\.any)/u;
/** Patterns that any text fits. */
const ANY_TEXT =
  /^(?:\/(?:\^?\.?[*+]?\$?|\(\?:\)|\[\\s\\S\][*+])\/[a-z]*|''|""|``|expect\.stringContaining\((?:''|"")\))$/u;
const BROAD_ERROR = /^(?:Error|Exception|Object|\(\)=>true)?$/u;

export function strengthOf(name: string, negated: boolean, expected: string): number {
  const key = name.toLowerCase();
  if (THROWING.has(key)) return negated ? loose : throwStrength(expected);
  const strength = Object.hasOwn(MATCHERS, key) ? (MATCHERS[key] as number) : partial;
  // That something is not one value says little; that it does not hold or call something says as much as that it does.
  if (negated && strength === exact) return /^(?:calledwith|tohavebeencalled)/u.test(key) ? partial : loose;
  if (negated && (key === 'tohavebeencalled' || key === 'tobecalled' || key === 'called')) return exact;
  if (strength === partial && ANY_TEXT.test(expected)) return loose;
  return strength > loose && ANYTHING.test(expected) ? loose : strength;
}

/** Any error says little; an error of a class, or one that says what it should, is the one. */
function throwStrength(expected: string): number {
  return BROAD_ERROR.test(expected.replace(/\s/gu, '')) || ANY_TEXT.test(expected) ? loose : exact;
}

export const MATCHER_TABLE: Readonly<Record<string, unknown>> = {
  MATCHERS,
  THROWING: [...THROWING],
  LINKS: [...LINKS],
};
