import type { Expr } from '../code/code.ts';
import { PASSED } from '../file-summary.ts';
import { ALL, maskOf, type SinkKind } from '../sink-kind.ts';
import type { Call } from './calls.ts';
import { Guards } from './guards.ts';
import { allAtoms, atom, derived, join, marked, member, NOTHING, ofAtoms, type Value } from './value.ts';
import type { State, Work } from './work.ts';

/** What comes out of a call. */
export function resultOf(work: Work, state: State, call: Call): Value {
  const made = `${call.names[0] ?? '?'}()`;
  const type = typeMade(call);
  const { method, receiver } = call;
  const wrapped = wrappedBy(work, call);
  return {
    ...valueOf(work, state, call),
    made,
    ...(type === undefined ? {} : { type }),
    ...(wrapped === undefined ? {} : { reference: wrapped }),
    ...(method === 'bind' && receiver !== undefined ? receiver : {}),
  };
}

/** `withAuth(handler)` is a handler that runs `handler`. */
function wrappedBy({ profile }: Work, { args, method }: Call): Value['reference'] {
  const reference = args.at(-1)?.reference;
  return reference?.r === 'function' && !profile.handsElement.test(method) ? reference : undefined;
}

/** An instance, where what is called is a class. */
function typeMade({ callee, expr, names }: Call): Value['type'] {
  const { reference } = callee;
  if (reference?.r === 'class' && reference.rest.length === 0) return reference;
  const isClass = expr.isNew ?? /(?:^|\.)[A-Z]\w*$/u.test(names[0] ?? '');
  return reference?.r === 'import' && isClass ? reference : undefined;
}

function valueOf(work: Work, state: State, call: Call): Value {
  const { profile } = work;
  const { names, method, receiver, args, id } = call;
  if (names.some((name) => profile.replaces.test(name))) return afterReplacement(state, call);
  if (id !== undefined) {
    const via = call.trusted === 0 ? [] : [`n${id}`];
    return ofAtoms([{ ...atom(`r${id}`), via }]);
  }
  const handed = handedResult(work, call);
  if (handed !== undefined) return handed;
  if (profile.tells.test(method)) return NOTHING;
  const sanitised = sanitisedBy(work, call);
  if (sanitised !== undefined) {
    state.features.decides = true;
    return marked(join([...args, receiver ?? NOTHING].map((value) => ofAtoms(allAtoms(value)))), sanitised);
  }
  const below = receiver === undefined ? NOTHING : belowReceiver(call, receiver);
  if (profile.unrelated.test(method) || work.rulesOf(names).some(({ kind }) => CONSUMES.includes(kind))) return below;
  return join([below, ...args.map((value) => (builds(names) ? plain(value) : made(value, names)))]);
}

/** What answers such a call is of the database, the disk or another server, and not of who asked. */
const CONSUMES: readonly SinkKind[] = ['sql', 'nosql', 'shell', 'file', 'network'];

/** What a call makes of an argument: the same in other words, where it is known to, or else anything. */
function made(value: Value, names: readonly string[]): Value {
  const isSame = names.some((name) => KEEPS_TEXT.test(name));
  return marked(derived(ofAtoms(allAtoms(value))), 0, isSame ? 0 : PASSED);
}

const KEEPS_TEXT =
  /^(?:String|str|bytes|unescape|decodeURI(?:Component)?|JSON\.\w+|json\.\w+|Buffer\.\w+|URL|URLSearchParams|TextDecoder.*|atob|btoa|base64\.\w+|path\.\w+|os\.path\.\w+|urllib\.parse\.\w+|Path|pathlib\.Path|util\.format|qs\.\w+|querystring\.\w+|url\.\w+)(?:\(\))?(?:\.\w+)*$/u;

/** What keeps the fields of what it is given. */
function builds(names: readonly string[]): boolean {
  return names.some((name) =>
    /^(?:Object\.(?:assign|freeze|fromEntries|entries|values)|Promise\.\w+|structuredClone|dict|list|tuple|set|sorted|copy\.\w+|Array\.from|enumerate|zip|reversed|iter|next|lodash\.\w+|_\.\w+)$/u.test(
      name,
    ),
  );
}

function plain(value: Value): Value {
  const { atoms, fields } = value;
  return { atoms, ...(fields === undefined ? {} : { fields }) };
}

/** The key of `form.get("name")` is a step of the path like any other. */
function belowReceiver({ expr, callee, method }: Call, receiver: Value): Value {
  const key = expr.args[0]?.value;
  if (/^(?:get|getlist|getAll|get_json|query|param|header)$/u.test(method)) {
    const holder = /^get/u.test(method) ? receiver : callee;
    return key?.e === 'const' && key.text !== undefined ? member(holder, key.text) : ofAtoms(holder.atoms);
  }
  // A method of a request reads a part of it; one of a text gives the text.
  return ofAtoms([
    ...receiver.atoms.filter(({ path }) => path !== ''),
    ...callee.atoms.filter(({ path }) => !path.includes('.')),
  ]);
}

function sanitisedBy({ profile }: Work, { names, trusted, expr }: Call): number | undefined {
  if (expr.tagged) return ALL;
  return profile.sanitisers.some(({ callee }) => names.some((name) => callee.test(name))) ? trusted : undefined;
}

/** What a function made of each element, or the elements that it let through. */
function handedResult({ profile, returned }: Work, { method, receiver, args }: Call): Value | undefined {
  if (receiver === undefined || !profile.handsElement.test(method)) return undefined;
  const reference = args.find(({ reference: one }) => one?.r === 'function')?.reference;
  if (reference?.r !== 'function') return undefined;
  const result = returned.get(reference.id) ?? NOTHING;
  if (!profile.keepsElement.test(method)) return join([result]);
  const guards = new Guards();
  guards.add(result.condition?.yes ?? []);
  return ofAtoms(
    receiver.atoms.map((one) => {
      const { mask, via } = guards.of(one);
      return { ...one, mask: one.mask | mask, via: [...one.via, ...via] };
    }),
  );
}

/** What a replacement takes away, by what it looks for: everything but some letters, or what one language gives a meaning. */
function afterReplacement(state: State, { expr, receiver, args }: Call): Value {
  const whole = join([...(receiver === undefined ? [] : [plain(receiver)]), ...args.map(plain)]);
  const looksFor = expr.args[0]?.value;
  const text = looksFor?.e === 'const' ? (looksFor.text ?? '') : '';
  const isEverywhere = looksFor?.e !== 'const' || looksFor.regex !== true || /\/\w*g\w*$/u.test(text);
  if (text !== '') state.features.decides = true;
  return marked(ofAtoms(allAtoms(whole)), isEverywhere ? takenOut(text, looksFor) : 0);
}

function takenOut(text: string, looksFor: Expr | undefined): number {
  if (looksFor?.e !== 'const') return 0;
  if (/\[\^[^\]]*\]|\\[WD]/u.test(text) && !/\[\^[<>'"&;]\]/u.test(text)) return ALL;
  if (/</u.test(text)) return maskOf(['html']);
  return /;|\$|`|\|\|?&/u.test(text) && /\[/u.test(text) ? maskOf(['shell']) : 0;
}
