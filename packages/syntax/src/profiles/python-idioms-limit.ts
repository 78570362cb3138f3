import type { ElementKind, Idiom } from '../idiom.ts';
import { pythonIdiomRows } from './python-idiom-rows.ts';

const SET = ['option', 'assignment'] as const satisfies readonly ElementKind[];
const CHECK = ['guard', 'comparison'] as const satisfies readonly ElementKind[];

export const PYTHON_IDIOMS_LIMIT: readonly Idiom[] = [
  ...pythonIdiomRows('limit', [
    [
      'careful',
      3,
      CHECK,
      /\b(?:[A-Z][A-Z0-9_]{0,30}_)?(?:MAX|LIMIT)(?:_[A-Z0-9_]{1,40})?\b|\b[A-Z][A-Z0-9_]{0,40}_(?:LIMIT|MAX|SIZE|LENGTH|THRESHOLD)\b/u,
    ],
    [
      'careful',
      3,
      CHECK,
      /\b(?:max|limit)_?(?:size|len|length|bytes|depth|count|items|entries|chars|pixels|files|fields|parts|headers|memory|rows|results|recursion|redirects|attempts|retries|nesting|levels?|digits|tokens|pages)\b|\b\w{1,30}_limit\b/u,
    ],
    ['careful', 2, CHECK, /\blen\([^()]{1,60}\)(?:>|>=)(?!0\b|=0\b|1\b)|\d<=?len\(|[a-zA-Z_]<=?len\(/u],
    [
      'careful',
      2,
      'option',
      /^"?(?:max|limit)_?(?:size|len|length|bytes|body\w*|fields?|files?|memory\w*|depth|items|parts?|pixels|redirects|connections|rows|results|part_size|page_size|content_length|upload\w*|header\w*|line\w*|msg_size|recursion\w*|digits|bytes_\w+|requests\w*|num_\w+)"?(?::[^=]{0,40})?[=:](?!None|0$|-1$|float\("inf)/iu,
    ],
    [
      'careless',
      3,
      SET,
      /\b(?:max|limit)_?(?:size|len|length|bytes|body\w*|fields?|files?|memory\w*|depth|items|parts?|pixels|content_length|header\w*|line\w*|msg_size|recursion\w*|num_\w+)"?(?::[^=]{0,40})?[=:](?:None|0|-1|float\("inf"\)|math\.inf|sys\.maxsize)$/iu,
    ],
    [
      'careful',
      3,
      'assignment',
      /^(?:self\.)?"?(?:DATA_UPLOAD_MAX_\w{1,30}|FILE_UPLOAD_MAX_\w{1,30}|MAX_CONTENT_LENGTH|MAX_FORM_\w{1,20}|MAX_UPLOAD\w{0,20}|client_max_size)"?(?::[^=]{0,20})?=(?!None)/u,
    ],
    [
      'careful',
      2,
      'option',
      /^(?:client_max_size|maxsize|max_page_size|num_retries|recursion_limit|memory_limit|size_limit|rate_limit|stack_limit|\w{1,30}_limit)(?::[^=]{0,20})?=(?!None|0$|-1$)/u,
    ],
    [
      'careful',
      3,
      'call',
      /\bread\(\w{0,30}(?:max|limit|MAX|LIMIT|size\+1|chunk_size)\w{0,30}\)|\bdecompress\([^()]{1,60},[^()]{1,40}\)|\bdecompressobj\(|\bread_?(?:up_?to|at_most|limited|bounded)\w*\(/u,
    ],
    ['careless', 2, 'call', /^(?:zlib|gzip|bz2|lzma|brotli|zstd|snappy)\.decompress\(/u],
    [
      'careful',
      3,
      'decorator',
      /^@[\w.]{0,60}\b(?:rate_?limit\w*|limiter\.\w+|throttle\w*|limits?|axes_dispatch|cooldown|max_requests)\b/iu,
    ],
    [
      'careful',
      3,
      ['call', 'import'],
      /\b\w{0,30}(?:rate_?limit|ratelimit|throttl|lockout|token_?bucket|login_attempt|failed_attempt|brute_?force)\w{0,30}\b/iu,
    ],
    ['careful', 3, [...SET, 'decorator'], /\bthrottle_(?:classes|scope|rates)"?[=:](?![[(][\])])/u],
    ['careful', 3, CHECK, /\b(?:attempts|failures|failed_logins|retries|tries|retry_count|num_attempts)(?:>|>=|<|<=)/u],
    [
      'careful',
      3,
      CHECK,
      /\b(?:depth|level|nesting|recursion\w{0,10}|ratio|iterations|hops|redirect_count|redirects)(?:>|>=)|<=?(?:self\.)?(?:depth|level|nesting|redirect_count)\b/u,
    ],
    [
      'careful',
      2,
      CHECK,
      /\b(?:not )?in (?:self\.)?_?(?:seen|visited|known|processed|stack|chain|ancestors|parents|history|previous)\w{0,20}\b/u,
    ],
    ['careful', 3, 'call', /^min\((?:.{1,80},)?[\w.]{0,60}(?:max|limit|MAX|LIMIT)\w{0,30}(?:,.{1,80})?\)/u],
    [
      'careful',
      2,
      'call',
      /\bislice\(|\.fetchmany\(|^resource\.setrlimit\(|\bBounded(?:Semaphore|Executor)\(|^(?:asyncio\.)?Semaphore\(/u,
    ],
    ['careless', 3, SET, /\bMAX_IMAGE_PIXELS=None|\bDATA_UPLOAD_MAX_\w{1,30}=None|\bset_int_max_str_digits\(0\)/u],
    ['careless', 2, 'call', /^sys\.setrecursionlimit\(|^sys\.set_int_max_str_digits\(0/u],
    [
      'careful',
      3,
      'throw',
      /^raise [\w.]{0,60}\b(?:\w{0,20}Too(?:Large|Long|Many|Big|Deep|Much)\w*|\w{0,20}Limit(?:Exceeded|Overrun|Reached|Error)?\w{0,12}|DecompressionBomb\w*|Throttled|RequestDataTooBig|PayloadTooLarge|\w{0,20}Exceeded\w{0,12}|RateLimit\w*|RecursionError)\b/u,
    ],
    ['careful', 3, 'throw', /^raise .{1,80}(?:[Tt]oo (?:large|long|many|big|deep)|\bexceeds?\b|\bmaximum\b)/u],
    [
      'careful',
      3,
      ['call', 'throw'],
      /\b(?:abort|HTTPException|HTTPError|http_error)\((?:status_code=)?(?:413|429|431|414|status\.HTTP_4(?:13|29))/u,
    ],
    [
      'careful',
      3,
      ['call', 'import'],
      /\bdepth_limit_validator\b|\bQueryDepthLimiter\b|\bMaxTokensLimiter\b|\bMaxAliasesLimiter\b/u,
    ],
    ['careful', 2, 'assignment', /\bMAX_IMAGE_PIXELS=(?!None)/u],
  ]),
  ...pythonIdiomRows('timeout', [
    [
      'careful',
      2,
      'option',
      /^"?(?:connect_|read_|request_|socket_|\w{1,12}_)?timeout(?:_s|_sec|_seconds|_ms)?"?(?::[^=]{0,40})?[=:](?!None)/u,
    ],
    ['careless', 2, 'option', /^"?(?:connect_|read_|request_|socket_)?timeout"?(?::[^=]{0,40})?[=:]None$/u],
    [
      'careful',
      2,
      'call',
      /\bsettimeout\((?!None)|\bwait_for\(.{1,200},|\bClientTimeout\(|^(?:asyncio|async_timeout|anyio)\.(?:timeout|fail_after|move_on_after)\w*\(|^signal\.(?:alarm|setitimer)\(|\bset_timeout\(|\bsetdefaulttimeout\(/u,
    ],
    [
      'careless',
      1,
      'call',
      /^(?:requests|httpx)\.(?:get|post|put|delete|head|patch|request)\((?!.{0,280}(?:timeout|\*\*))/u,
    ],
    [
      'careful',
      3,
      ['string', 'call'],
      /\b(?:statement_timeout|lock_timeout|idle_in_transaction_session_timeout|max_execution_time)\b/u,
    ],
    [
      'careful',
      3,
      'assignment',
      /^(?:self\.)?(?:PERMANENT_SESSION_LIFETIME|SESSION_COOKIE_AGE|SESSION_TIMEOUT|PASSWORD_RESET_TIMEOUT|JWT_ACCESS_TOKEN_EXPIRES)=(?!None|False)/u,
    ],
    ['careless', 3, SET, /^"?(?:JWT_ACCESS_TOKEN_EXPIRES|PERMANENT_SESSION_LIFETIME)"?[=:](?:None|False)$/u],
  ]),
  ...pythonIdiomRows('regex', [
    ['careful', 3, 'call', /^re\.escape\(|^(?:regex|re2)\.(?:compile|match|search|sub|fullmatch)\(/u],
    ['careful', 3, 'call', /\bfullmatch\(/u],
    ['careful', 3, 'import', /^import (?:re2|regex)\b|^import google_re2/u],
    ['careful', 2, ['string', 'call'], /^(?:re\.compile\()?r?b?"[^"]{1,250}\\[Zz]"/u],
    ['careful', 2, ['option', 'call'], /\bre\.(?:A|ASCII)\b/u],
    [
      'careless',
      2,
      ['string', 'call'],
      /^(?:re\.(?:compile|match|search|sub|findall|finditer)\()?r?b?"[^"]{0,150}\((?:\?:)?[^()|]{0,40}[+*]\)[+*]/u,
    ],
    [
      'careless',
      2,
      ['string', 'call'],
      /^(?:re\.(?:compile|match|search|sub|findall|finditer)\()?r?b?"[^"]{0,120}\((?:\?P<\w{1,20}>|\?:)?\.[+*]\??\)[^"]{0,60}\((?:\?P<\w{1,20}>|\?:)?\.[+*]\??\)/u,
    ],
    ['careless', 1, 'call', /^re\.match\(r?"(?!\^)[^"]{1,150}[^$Z]"/u],
    [
      'careless',
      2,
      'call',
      /^re\.(?:compile|match|search|sub|fullmatch)\((?:f"[^"]{0,150}\{|r?"[^"]{0,100}"(?:%|\+)(?!re\.escape))/u,
    ],
  ]),
];
