import { maskOf } from '../sink-kind.ts';
import type { Call } from './calls.ts';
import { checksOf, deniedBy } from './decisions.ts';
import { allAtoms, type Check, type Condition } from './value.ts';
import type { Work } from './work.ts';

/** What is known of the arguments of a call where it says yes, and where it says no. */
export function conditionOfCall(work: Work, call: Call): Condition | undefined {
  const named = conditionOfName(work, call);
  const proven = provenBy(call, 'y');
  return proven.length === 0 ? named : { yes: [...(named?.yes ?? []), ...proven], no: named?.no ?? [] };
}

/** What code of the project says of its arguments, as its own summary will tell. */
export function provenBy({ id, args }: Call, how: 'y' | 'e'): readonly Check[] {
  if (id === undefined) return [];
  return args.flatMap((value, place) => checksOf(value.atoms, 0, [`${how}${id}.${place}`]));
}

/** Asks the same of everything in what it is given. */
const EACH = /^(?:any|all)$/u;

/** Says the same as what it is given. */
const TRUTH = /^(?:builtins\.)?(?:bool|Boolean)$/u;

function conditionOfName(work: Work, call: Call): Condition | undefined {
  const { profile } = work;
  const { names, args, id, reference } = call;
  if (TRUTH.test(names[0] ?? '')) return args[0]?.condition;
  // A look into a text is one, whatever the text is called.
  if (!CONTENT.test(call.method) && names.some((name) => profile.otherChecks.test(name))) return undefined;
  const ofEach = args[0]?.condition;
  if (ofEach !== undefined && EACH.test(names[0] ?? ''))
    return names[0] === 'any' ? ofEach : { yes: ofEach.yes, no: [] };
  const ofCallback = conditionOfCallback(work, call);
  if (ofCallback !== undefined) return ofCallback;
  if (!profile.validators.some(({ callee }) => names.some((name) => callee.test(name)))) return undefined;
  const content = conditionOfContent(call);
  if (content !== undefined) return content;
  const own = [...args.flatMap(allAtoms), ...(call.receiver?.atoms ?? [])];
  if (own.length === 0) return undefined;
  const yes = id === undefined || reference === undefined ? checksOf(own) : checksOf(own, 0, [`n${id}`]);
  return { yes, no: [] };
}

/** `ALLOWED.some((one) => one === x)`. */
function conditionOfCallback({ returned }: Work, { method, args }: Call): Condition | undefined {
  if (!/^(?:some|every|find|findIndex|any|all)$/u.test(method)) return undefined;
  const reference = args.find(({ reference: one }) => one?.r === 'function')?.reference;
  if (reference?.r !== 'function') return undefined;
  return { yes: returned.get(reference.id)?.condition?.yes ?? [], no: [] };
}

const LOOKS = /^(?:includes|startsWith|endsWith|startswith|endswith|indexOf|find|index|has)$/u;
const CONTENT =
  /^(?:includes|startsWith|endsWith|startswith|endswith|indexOf|find|index|has|test|match|exec|search|fullmatch)$/u;
const STARTS = maskOf(['file', 'network', 'redirect']);

/** A look into a text: for a pattern, or for something that must or must not be in it. */
function conditionOfContent({ method, names, receiver, args }: Call): Condition | undefined {
  const inText = receiver?.atoms ?? [];
  const pattern = receiver?.text ?? args[0]?.text;
  if (/(?:^|\.)(?:test|match|exec|search|fullmatch)$/u.test(names[0] ?? '')) {
    const subject = [...args.flatMap(allAtoms), ...inText];
    if (subject.length === 0 || (pattern !== undefined && ANYTHING.test(pattern))) return { yes: [], no: [] };
    return { yes: checksOf(subject), no: isWhole(pattern) ? [] : checksOf(subject) };
  }
  if (inText.length === 0 || !LOOKS.test(method)) return undefined;
  const text = args[0]?.text;
  const starts = /^starts/iu.test(method) ? startOf(text) : 0;
  const no: readonly Check[] = text === undefined ? [] : checksOf(inText, deniedBy(text));
  return { yes: starts === 0 ? [] : checksOf(inText, starts), no: no.filter(({ mask }) => mask !== 0) };
}

/** A text that starts with a place that is not chosen from outside is in that place. */
function startOf(text: string | undefined): number {
  if (text === undefined) return STARTS;
  if (/^\/[^/]?/u.test(text)) return maskOf(['redirect', 'network']);
  return /^https?:\/\/[^/]+/u.test(text) ? STARTS : 0;
}

/** A pattern that takes everything checks nothing, however it looks. */
const ANYTHING = /^\/?\^?\(?(?:\.|\[\\s\\S\]|\[\^\]|\[\\w\\W\])[*+]\)?\$?(?:\/\w*)?$/u;

/** A pattern from start to end says what is allowed; one that looks for a part may say what is not. */
function isWhole(pattern: string | undefined): boolean {
  return pattern !== undefined && /^\/?\^.*\$(?:\/\w*)?$/u.test(pattern);
}
