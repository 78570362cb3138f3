import type { Idiom } from '../idiom.ts';
import { callee, careful, careless, module } from './javascript-idioms-row.ts';

const COOKIES: readonly Idiom[] = [
  careful('cookie', 3, ['option', 'assignment'], /\bhttp_?only"?[:=](?!false)/iu),
  careful('cookie', 3, ['option', 'assignment'], /\bsame_?site"?[:=](?!false|"none|null|undefined)/iu),
  careful(
    'cookie',
    3,
    ['option', 'assignment'],
    /^(?:[\w.]{0,60}\.)?"?secure(?:Cookies?)?"?[:=](?!false|null|undefined)/u,
  ),
  careful(
    'cookie',
    2,
    ['option'],
    /^"?(?:signed"?:true|saveUninitialized"?:false|partitioned"?:true|overwrite"?:true)/u,
  ),
  careful('cookie', 3, ['string', 'assignment'], /"__(?:Host|Secure)-|;\s?(?:HttpOnly|Secure|SameSite=)/iu),
  careful(
    'cookie',
    3,
    ['call'],
    callee(
      /session\.(?:regenerate|destroy|invalidate|flush)|regenerateSession|clearCookie|destroySession|revoke\w*|invalidate\w*Session\w*|delete(?:All)?Sessions?\w*/u,
    ),
  ),
  careful('cookie', 2, ['call'], callee(/\w*(?:cookie|session)_?(?:opts|options|config|settings)\w*/iu)),
  careless('cookie', 3, ['option', 'assignment'], /\b(?:http_?only|secure)"?[:=]false/iu),
  careless('cookie', 3, ['option'], /\bsame_?site"?:(?:false|"none)/iu),
  careless('cookie', 2, ['option'], /^"?(?:saveUninitialized|resave)"?:true/u),
  careless('cookie', 2, ['assignment'], /^document\.cookie=/u),
  careless('cookie', 2, ['call'], /(?:local|session)Storage\.setItem\("[^"]*(?:token|jwt|password|secret|auth)/iu),
];

const ORIGINS: readonly Idiom[] = [
  careful(
    'cors',
    3,
    ['option'],
    /^"?cors"?:false|^"?(?:allowedOrigins?|origins?|corsOrigins?)"?:(?!true|"\*"|\["\*"\]|undefined|null)/iu,
  ),
  careful('cors', 2, ['call'], /^(?:\w+\.)?cors\(\{[^}]{0,200}origin:(?!true|"\*")/u),
  careful('cors', 2, ['call'], /^[\w$.]{0,60}allowed_?origins?\.(?:includes|has|indexOf|some)\(/iu),
  careful('cors', 2, ['call'], /\.(?:vary|append|header|setHeader|set)\((?:"Vary",)?"Origin"\)/iu),
  careful('cors', 3, ['comparison', 'guard'], /\b(?:e|ev|evt|event|message|msg)\.(?:origin|source)[!=]==?/u),
  careless(
    'cors',
    3,
    ['call', 'option', 'assignment'],
    /access-control-allow-origin"\]?(?:,|:|=)"\*"|^"?origin"?:(?:true|"\*")$/iu,
  ),
  careless(
    'cors',
    3,
    ['call', 'assignment'],
    /access-control-allow-origin"\]?[,=](?:req|request|ctx)\.(?:headers|get|header)/iu,
  ),
  careless('cors', 3, ['call'], /^(?:\w+\.)?(?:cors|enableCors)\(\)$/u),
  careless('cors', 2, ['option'], /^"?cors"?:(?:true|\{origin:"\*")/u),
  careless('cors', 3, ['call'], /\.postMessage\([^)]{0,150},"\*"[,)]/u),
  careless('cors', 2, ['call'], /access-control-allow-credentials",(?:"true"|true)/iu),
  careful('csrf', 3, ['call'], callee(/\w*(?:csrf|xsrf|Csrf|Xsrf|CSRF)\w*(?:\.\w+)?|csurf|doubleCsrf|csrfSync/u)),
  careful(
    'csrf',
    3,
    ['import', 'call', 'assignment'],
    module(
      /csurf|csrf|csrf-csrf|csrf-sync|lusca|@fastify\/csrf\w*(?:-protection)?|koa-csrf|@dr\.pogodin\/csurf|@hapi\/crumb|tiny-csrf/u,
    ),
  ),
  careful(
    'csrf',
    3,
    ['call', 'option', 'guard', 'comparison'],
    /\b_?\w{0,20}(?:csrf|xsrf)\w*(?!\w|"?[:=](?:false|null|undefined))/iu,
  ),
  careful(
    'csrf',
    3,
    ['option', 'comparison'],
    /^"?(?:checkOrigin|csrfPrevention|csrfProtection|requireCsrf|crossSite\w*)"?:(?:true|\{)/u,
  ),
  careful(
    'csrf',
    3,
    ['call', 'guard'],
    /\b(?:check|verify|validate|is|assert)\w{0,20}(?:Origin|Referer|SameOrigin|CrossOrigin|CrossSite)\w*\(/u,
  ),
  careless('csrf', 3, ['option', 'assignment'], /^"?\w*(?:csrf|xsrf|checkOrigin|csrfPrevention)\w*"?[:=]false/iu),
  careful('cors', 2, ['option'], /^"?credentials"?:"(?:omit|same-origin)"|^"?withCredentials"?:false/u),
  careless('cors', 2, ['option', 'assignment'], /(?:^|\.)"?withCredentials"?[:=]true/u),
];

/** Cookies, and which origin may ask. */
export const JAVASCRIPT_SESSION_IDIOMS: readonly Idiom[] = [...COOKIES, ...ORIGINS];
