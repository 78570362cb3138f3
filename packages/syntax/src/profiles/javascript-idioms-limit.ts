import type { Idiom } from '../idiom.ts';
import { callee, careful, careless } from './javascript-idioms-row.ts';

const MEMORY: readonly Idiom[] = [
  careful(
    'memory',
    3,
    ['call'],
    callee(/Buffer\.alloc|safeBuffer\.\w+|zeroFill|memzero|sodium_memzero|\w*\.fill(?=\(0\))/u),
  ),
  careful(
    'memory',
    3,
    ['guard'],
    /\b(?:offset|pos|position|cursor|index|idx|remaining|end|start|byteLength|buf(?:fer)?Length|bytes?)\b[^&]{0,60}<|<[^&]{0,60}\b(?:length|byteLength|remaining)\b/iu,
  ),
  careful(
    'memory',
    2,
    ['comparison'],
    /[<>]=?[\w.]{0,40}\b(?:byteLength|remaining|bufferLength)\b|\b(?:byteLength|remaining|bufferLength)[<>]/u,
  ),
  careless('memory', 3, ['call'], callee(/Buffer\.allocUnsafe(?:Slow)?|SlowBuffer/u)),
  careful('memory', 1, ['call'], callee(/Buffer\.from/u)),
  careless('memory', 3, ['call'], /^(?:new )?Buffer\(/u),
];

const LIMITS: readonly Idiom[] = [
  careful(
    'limit',
    3,
    ['call'],
    callee(
      /\w*(?:[rR]ate_?[lL]imit|[tT]hrottle|[sS]low_?Down|[bB]rute|[lL]imiter)\w*(?:\.\w+)?|bodyLimit|limitBody\w*|\w*[eE]nforce\w*Limit\w*/u,
    ),
  ),
  careful(
    'limit',
    3,
    ['import', 'call', 'decorator'],
    /["/@](?:express-)?(?:rate-?limit\w*|slow-down|rate-limiter-flexible|throttler|brute)\b|^@Throttle\(|^@UseGuards\(ThrottlerGuard/iu,
  ),
  careful(
    'limit',
    3,
    ['option', 'assignment'],
    /^(?:this\.|exports\.|[\w$.]{1,60}\.|(?:const|let|var) )?"?#?_?(?:max|MAX|limit|LIMIT)(?:_?[A-Z]\w*)?"?[:=](?!Infinity|0\b|undefined|null|-1|false|=|Number\.MAX)/u,
  ),
  careful(
    'limit',
    3,
    ['option', 'assignment'],
    /^(?:[\w$.]{1,60}\.)?"?\w{1,40}(?:Limit|LIMIT|MaxSize|MaxLength|MaxDepth|maxSize|_MAX|SizeLimit)"?[:=](?!Infinity|0\b|undefined|null|-1|false|=)/u,
  ),
  careful(
    'limit',
    3,
    ['option'],
    /^"?(?:windowMs|fileSize|fieldSize|fieldNameSize|headerPairs|highWaterMark|maxPayload|maxRedirects|maxHeaderSize|depth|depthLimit|parts|fields|files|queueLimit)"?:(?!Infinity|0\b|null|undefined|-1)/u,
  ),
  careful('limit', 3, ['guard'], /\bMAX_?[A-Z_]{2,40}\b|\b\w*(?:max|Max|limit|Limit)\w*/u),
  careful(
    'limit',
    3,
    ['comparison'],
    /[<>]=?[\w$.]{0,60}(?:\bMAX_[A-Z_]{2,40}|\b_?max[A-Z]\w{1,40}|[lL]imit|Depth)\b|(?:\bMAX_[A-Z_]{2,40}|\b_?max[A-Z]\w{1,40}|[lL]imit|Depth)[<>]/u,
  ),
  careful(
    'limit',
    3,
    ['throw', 'call'],
    /["`][^"`]{0,80}\b(?:too (?:many|large|long|deep|big|much)|exceed(?:s|ed)?|max(?:imum)?\b[^"`]{0,30}(?:depth|size|length|reached|allowed|number)|limit (?:reached|exceeded)|payload too)/iu,
  ),
  careful(
    'limit',
    3,
    ['number', 'call', 'option'],
    /^(?:413|429|414|431)$|(?:status|sendStatus|writeHead|createError)\((?:413|429|414|431)\b|PayloadTooLarge|TooManyRequests|PAYLOAD_TOO_LARGE|TOO_MANY_REQUESTS/u,
  ),
  careful('limit', 3, ['throw'], /^throw new RangeError\(/u),
  careful(
    'limit',
    1,
    ['call'],
    /\.(?:slice|substring|substr)\(0,(?:\d{2,6}|MAX_\w+|\w*(?:[mM]ax|[lL]imit)\w*)\)|\.split\([^()]{1,40},\d{1,5}\)/u,
  ),
  careful('limit', 2, ['call'], /^new (?:LRU\w*|QuickLRU|\w*LruMap)\b|^(?:p-?limit|pLimit|Semaphore|createLimiter)\(/u),
  careful('limit', 2, ['number', 'assignment', 'option'], /\b\d{1,4}\*(?:1024|1e3|1000|60)\b/u),
  careful(
    'limit',
    3,
    ['call'],
    callee(/express\.(?:json|urlencoded|text|raw)(?=\(\{[^}]{0,80}limit)|bodyParser\.\w+(?=\(\{[^}]{0,80}limit)/u),
  ),
  careless(
    'limit',
    3,
    ['option', 'assignment'],
    /\b\w*(?:max|Max|limit|Limit|depth|MAX_|LIMIT)\w*"?[:=](?:Infinity|Number\.(?:MAX_\w+|POSITIVE_INFINITY)|-1|0|false|null|undefined)$/u,
  ),
  careless('limit', 3, ['call'], /\bthrottle"?:false|skip(?:RateLimit|Throttle)\w*\(/u),
  careful(
    'timeout',
    3,
    ['option'],
    /^"?(?:\w*[tT]imeout(?:Ms|MS|Seconds)?|headersTimeout|requestTimeout|keepAliveTimeout|connectTimeout\w*|deadline|ttl|maxAge|expiresIn|serverSelectionTimeoutMS)"?:(?!0\b|undefined|null|Infinity|false)/u,
  ),
  careful(
    'timeout',
    3,
    ['call'],
    callee(
      /AbortSignal\.timeout|\w*withTimeout\w*|pTimeout|setTimeout(?=\(\(?\)?=?>?\{?\w*(?:abort|destroy|reject))|(?:req|res|socket|server|request|client)\.setTimeout/iu,
    ),
  ),
  careful('timeout', 3, ['assignment'], /\.(?:headersTimeout|requestTimeout|keepAliveTimeout|timeout)=(?!0\b|=)/u),
  careful('timeout', 2, ['option', 'call'], /^"?signal"?:|^new AbortController\(/u),
  careless('timeout', 3, ['option', 'assignment'], /\b\w*[tT]imeout(?:Ms)?"?[:=](?:0|Infinity|false|null)$/u),
  careful(
    'limit',
    3,
    ['call'],
    callee(
      /(?:depthLimit|createComplexityLimitRule|costAnalysis|queryComplexity|validationRules|costLimit|maxDepthRule|NoSchemaIntrospectionCustomRule|multer|contentLength)\w*/u,
    ),
  ),
  careful(
    'limit',
    3,
    ['comparison', 'guard'],
    /\b(?:byteLength|length|size|count|depth|total\w*|received\w*|level|nesting|attempts?|retries|iterations?|recursion\w*)(?:>=?|<=?)(?:\d{2,}|[\w.]*(?:[mM]ax|MAX|[lL]imit|LIMIT))/u,
  ),
  careful(
    'limit',
    3,
    ['guard'],
    /^(?:not )?\d{2,}<[\w.]{1,60}\.(?:length|size|byteLength)\b|\.(?:length|size|byteLength)<\d{2,}\b/u,
  ),
  careful(
    'limit',
    2,
    ['assignment', 'call'],
    /\b(?:depth|level|recursion|nesting)\+1\b|(?:^|\.)_?(?:depth|nestingLevel|recursionDepth)\+\+/iu,
  ),
];

const FAILING: readonly Idiom[] = [
  careful(
    'error',
    3,
    ['call'],
    /\b(?:sendStatus|status|writeHead|abort|createError|error|apiError)\((?:400|401|403|404|405|413|415|421|422|429)\b|\bres\.(?:forbidden|unauthorized|badRequest)\(|^Boom\.(?:badRequest|forbidden|unauthorized|entityTooLarge|tooManyRequests)\(/u,
  ),
  careful('error', 2, ['option', 'number'], /^"?(?:status|statusCode|code)"?:4\d\d$|^(?:400|401|403|415|421|422)$/u),
  careful('limit', 3, ['call'], /\.(?:on|once)\("(?:limit|\w+Limit|timeout)",/u),
  careful('error', 1, ['call'], /\.(?:on|once)\("(?:error|aborted)",/u),
  careful('error', 1, ['return'], /^return ?(?:false|null|undefined|"")?$/u),
  careful('error', 2, ['throw'], /^throw\b/u),
  careless('error', 3, ['call'], /\.catch\(\(\w*\)=>\{\}\)$|\.catch\((?:noop|_\.noop|function\(\w*\)\{\})\)$/u),
  careless('error', 1, ['return'], /^return(?: true|!0)$/u),
];

/** Memory, limits, time and failing closed. */
export const JAVASCRIPT_LIMIT_IDIOMS: readonly Idiom[] = [...MEMORY, ...LIMITS, ...FAILING];
