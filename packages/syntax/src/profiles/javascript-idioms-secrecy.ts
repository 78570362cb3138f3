import type { Idiom } from '../idiom.ts';
import { callee, careful, careless, method } from './javascript-idioms-row.ts';

/** What must not be told. */
export const JAVASCRIPT_SECRECY_IDIOMS: readonly Idiom[] = [
  careful(
    'secrecy',
    3,
    ['call'],
    callee(
      /\w*(?:[rR]edact|[oO]bfuscat|[cC]ensor|[aA]nonymi[sz]e|[mM]ask(?:Secret|Connection|Password|Token|Value|Sensitive|Key|Email|Url|String)|hideSecret|stripSecret|removeSensitive|sanitizeUser|safeStringify)\w*/u,
    ),
  ),
  careful(
    'secrecy',
    3,
    ['option', 'assignment'],
    /\b\w*(?:[pP]assword|[sS]ecret|[tT]oken|[kK]ey)"?[:=](?:undefined|null|"\*{2,}"|"\[?(?:REDACTED|redacted|hidden|FILTERED)\]?"|\w*PLACEHOLDER)/u,
  ),
  careful(
    'secrecy',
    3,
    ['option'],
    /^"?(?:select"?:false|hidden"?:true|sensitive"?:true|writeOnly"?:true|omit|redact(?:ion)?|censor|introspection"?:false|playground"?:false|exposeStack"?:false|debug"?:false|showStack"?:false|stack"?:undefined|internal"?:true)/u,
  ),
  careful('secrecy', 3, ['call'], /\.select\("-\w*(?:password|hash|token|secret)|\.exclude\(\[?"password/iu),
  careful('secrecy', 1, ['call'], callee(/encrypt\w{0,30}/u)),
  careful('secrecy', 3, ['comparison', 'guard'], /NODE_ENV[!=]==?"(?:production|development)"|"production"==/u),
  careful('secrecy', 3, ['string'], /^"\*{3,}"$|^"\[?(?:REDACTED|FILTERED|DISCARDED)\]?"$|^"private"$/iu),
  careless(
    'secrecy',
    3,
    ['call'],
    /^(?:res|response|reply|ctx)(?:\.status\(\d{3}\))?\.(?:send|json|end|write)\((?:err|error|e)(?:\.(?:stack|message))?\)|\.(?:json|send)\(\{[^}]{0,100}(?:err|error|e)\.stack/u,
  ),
  careless(
    'secrecy',
    3,
    ['option'],
    /^"?(?:stack(?:Trace)?"?:\w*(?:err|error|e|ex)\.stack|introspection"?:true|playground"?:true|graphiql"?:true|exposeStack"?:true|includeStackTrace\w*"?:true)/iu,
  ),
  careless(
    'secrecy',
    3,
    ['assignment', 'option'],
    /\b\w*(?:[pP]assword|[pP]asswd|[sS]ecret|[aA]pi_?[kK]ey|[pP]rivate_?[kK]ey|[aA]ccess_?[kK]ey)"?[:=]"[^"\s*.<{]{6,80}"$/u,
  ),
  careless(
    'log',
    3,
    ['call'],
    /^(?:console|log|logger|winston|debug|this\.log(?:ger)?|req\.log|fastify\.log)(?:\.\w+)?\((?:[^)]{0,120}[^\w"'])?(?:\w*\.)?(?:password|passwd|secret|token|apiKey|authorization|credentials?|privateKey|accessToken|process\.env|headers)\b[\w.]{0,20}[,)}]/iu,
  ),
  careful(
    'log',
    3,
    ['option', 'call'],
    /^"?redact"?:\[|^"?(?:redactPaths|maskFields|sensitiveKeys|hideHeaders|blocklistedHeaders)"?:/u,
  ),
  careful('log', 1, ['call'], method(/(?:warn|error|alert|audit)/u)),
  careful(
    'secrecy',
    2,
    ['option', 'call'],
    /^"?(?:attributes"?:\{exclude|exclude"?:\[|omit"?:\{)|\.(?:omit|exclude)\(\{?\[?"?(?:password|hash|salt|token|secret)/iu,
  ),
  careful(
    'secrecy',
    3,
    ['call', 'throw'],
    /"(?:Internal [sS]erver [eE]rror|Something went wrong|Invalid (?:credentials|username or password|email or password)|Decryption (?:error|failed))\.?"/u,
  ),
  careless(
    'secrecy',
    1,
    ['option', 'call'],
    /\b(?:cause|detail|details|message|error|reason)"?:(?:err|error|e)\.(?:stack|message|toString\(\))/u,
  ),
  careless(
    'secrecy',
    2,
    ['option', 'call'],
    /^"?(?:NEXT_PUBLIC_|REACT_APP_|VITE_|PUBLIC_)\w*(?:SECRET|PASSWORD|PRIVATE)/u,
  ),
];
