import type { Idiom } from '../idiom.ts';
import { callee, careful, careless, module } from './javascript-idioms-row.ts';

const PROTOTYPES: readonly Idiom[] = [
  careful('proto', 3, ['call'], callee(/Object\.create(?=\(null\b)|create(?=\(null\))/u)),
  careful('proto', 3, ['option', 'assignment'], /^"?__proto__"?:null|\.__proto__=null/u),
  careful('proto', 3, ['string', 'regex', 'comparison', 'guard'], /__proto__|__define[GS]etter__|__lookup[GS]etter__/u),
  careful(
    'proto',
    3,
    ['comparison', 'guard'],
    /"(?:constructor|prototype)"[!=]==?\w|[\w\])][!=]==?"(?:constructor|prototype)"/u,
  ),
  careful('proto', 3, ['string'], /^"(?:constructor|prototype)"$/u),
  careful(
    'proto',
    3,
    ['call'],
    callee(
      /(?:Object\.)?hasOwn|hasOwnProp\w*\.(?:call|apply)|propertyIsEnumerable\.call|has_?[oO]wn_?[pP]rop|objectHasOwn\w*/u,
    ),
  ),
  careful('proto', 1, ['call'], /^[\w.[\]]{1,60}\.(?:hasOwnProperty|propertyIsEnumerable)\(/u),
  careful('proto', 3, ['call'], /^\(?\{\}\)?\.hasOwnProperty\.call\(|^(?:has|hasProp|own)(?:\.call)?\([\w.]{1,60},/u),
  careful(
    'proto',
    3,
    ['call'],
    callee(
      /\w*(?:is|check|assert|validate|filter|strip|remove|sanitize)_?(?:Safe|Unsafe|Valid|Invalid|Dangerous|Proto\w*|Polluted|Pollut\w+|Forbidden|Reserved|Blocked)_?(?:Keys?|Prop\w*|Path|Names?|Segment|Member)\w*/u,
    ),
  ),
  careful(
    'proto',
    3,
    ['call', 'comparison', 'guard', 'assignment'],
    /\b\w*(?:dangerous|unsafe|forbidden|disallowed|poison\w*)_?(?:Object)?_?(?:Keys?|Propert\w+|Props?|Names?)\b/iu,
  ),
  careful('proto', 1, ['call'], /^new (?:Map|Set|WeakMap|WeakSet|LRU\w*|\w*Cache)\b[^(]{0,80}\(/u),
  careful(
    'proto',
    1,
    ['call'],
    callee(
      /Object\.(?:freeze|seal|preventExtensions|defineProperty|getOwnPropertyNames|getOwnPropertyDescriptors?|setPrototypeOf|isFrozen)|Reflect\.(?:ownKeys|defineProperty|getPrototypeOf)|structuredClone|deepFreeze|freeze|defineProperty|WeakRef/u,
    ),
  ),
  careful(
    'proto',
    3,
    ['import', 'call'],
    module(/secure-json-parse|@hapi\/bourne|bourne|destr|nanoproto|object-safe-set/u),
  ),
  careful(
    'proto',
    3,
    ['call'],
    callee(
      /(?:Bourne|secureJson|sjson|secureJsonParse)\.(?:parse|scan|safeParse)|secureJsonParse|destr|safeJSONParse/u,
    ),
  ),
  careful(
    'proto',
    3,
    ['option', 'assignment'],
    /\b(?:onProtoPoisoning|onConstructorPoisoning|protoAction|constructorAction)"?[:=]"(?:error|remove)"/u,
  ),
  careful(
    'proto',
    3,
    ['option'],
    /^"?(?:allowPrototypes|allowProto|allowDots|protoProperty)"?:false|^"?plainObjects"?:true|^"?ignorePrototype\w*"?:true/u,
  ),
  careless('proto', 1, ['call'], /^Object\.prototype\.hasOwnProperty\(/u),
  careless('proto', 1, ['comparison'], /^["\w.[\]]{1,40} in [\w.]{1,60}$/u),
  careless(
    'proto',
    2,
    ['assignment'],
    /^(?:this\.|exports\.|[\w.]{1,60}\.)?_?\w*(?:[mM]ap|[cC]ache|[sS]tore|[tT]able|[dD]ict|[hH]eaders|[aA]ttr\w*|[rR]esult|[oO]bj|[oO]bject|[pP]arams|[qQ]uery|[lL]inks|[nN]amespaces|[eE]vents|[rR]egistry|[hH]andlers|value)=\{\}$/u,
  ),
  careless(
    'proto',
    3,
    ['option', 'assignment'],
    /\b(?:onProtoPoisoning|onConstructorPoisoning|protoAction|constructorAction)"?[:=]"ignore"/u,
  ),
  careless('proto', 3, ['option'], /^"?(?:allowPrototypes|allowProto)"?:true/u),
  careless(
    'proto',
    2,
    ['call'],
    /^(?:_|lodash)\.(?:merge|mergeWith|defaultsDeep|set|setWith|zipObjectDeep)\(|^(?:\$|jQuery)\.extend\(true,|^(?:deepmerge|merge|deepExtend|extend|defaultsDeep)\([^)]{0,60}req(?:uest)?\./u,
  ),
];

const TYPES: readonly Idiom[] = [
  careful('type', 2, ['guard'], /"(?:string|number|object|function|boolean)"==typeof /u),
  careful('type', 1, ['comparison'], /^(?:typeof [\w.[\]]{1,60}[!=]==?"\w+"|"\w+"[!=]==?typeof [\w.[\]]{1,60})$/u),
  careful('type', 2, ['call'], /^(?:String|Number|Boolean|BigInt)\([^()]{1,80}\)$/u),
  careful(
    'type',
    2,
    ['call'],
    callee(
      /(?:to|as|parse|normalize|ensure|force|coerce)_?(?:Number|Int|Integer|Boolean|Bool|PositiveInt\w*)|(?:ensure|force|coerce)String/u,
    ),
  ),
  careful(
    'type',
    2,
    ['call'],
    callee(
      /Number\.(?:isInteger|isSafeInteger|isFinite|isNaN)|_?\.?is(?:String|Integer|PlainObject|SafeInteger|Finite|Nil)|Buffer\.isBuffer|ArrayBuffer\.isView|ensureString|toSafeInteger|assertString/u,
    ),
  ),
  careful('type', 1, ['call'], callee(/Array\.isArray|isArray|Number\.parseInt|parseInt|Math\.(?:min|max|abs|trunc)/u)),
  careful('type', 1, ['comparison', 'guard'], /^(?:not )?[\w.]{1,60} instanceof [A-Z][\w.]{1,60}$/u),
];

/** Object keys and types that untrusted data chooses. */
export const JAVASCRIPT_OBJECT_IDIOMS: readonly Idiom[] = [...PROTOTYPES, ...TYPES];
