/**
 * Names of functions that others rely on for security, and not of any other check: whoever gives a function such a name
 * promises something. The last part of a name is looked at.
 */
const DEFENCE =
  /^(?:sanit[iy][sz]e|sanitizer?|purify|escape|unescapeSafe|authori[sz]e|authenticate|authorized|validate|verify|csrf)|(?:sanitiz|sanitis|authoriz|authoris|escap)er?$|^(?:check|require|ensure|assert)_?(?:auth|login|logged|admin|role|permission|access|token|signature|csrf|owner|safe|path|origin)|^is_?(?:safe|allowed|authori[sz]ed|authenticated|admin|owner|valid|trusted|permitted)|^has_?(?:permission|access|role)|^can_?(?:access|edit|delete|read|write|manage|view)|^strip_?(?:tags|html|scripts?)|^clean_?(?:html|input)|^quote_?(?:sql|shell|ident|arg|value)|^(?:html_?)?encode_?(?:html|entities|uri)|^safe_?(?:join|path|url|html)/iu;

/** Names that hide nothing: they say that nothing is done. */
const HONEST = /^(?:no|un|skip|dont|without|raw|fake|mock|stub|noop|dummy|allow_?all|always|trust_?all)(?:_|[A-Z])/u;

export function isDefenceName(name: string): boolean {
  return DEFENCE.test(name) && !HONEST.test(name);
}

/** Calls that make a value safe, as they are written. */
export const MAKES_SAFE: RegExp =
  /(?:sanit|escap|purif|trust|verif|valid|encod|safe|clean|quot|parse)\w*[\s]*(?:<[^>()]*>)?\(/iu;
