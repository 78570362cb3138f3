import type { Idiom } from '../idiom.ts';
import { callee, careful, careless, module } from './javascript-idioms-row.ts';

const URLS: readonly Idiom[] = [
  careful(
    'url',
    3,
    ['call'],
    callee(/encodeURIComponent|encodeURIComponentSafe|encodeRFC3986\w*|querystring\.escape|qs\.escape/u),
  ),
  careful('url', 2, ['call'], callee(/encodeURI|encodeUrl|encodeurl|URLSearchParams/u)),
  careful('url', 2, ['call'], /^new (?:[\w$.]{1,40}\.)?URL\(/u),
  careful(
    'url',
    3,
    ['call'],
    callee(
      /\w*(?:[sS]afe|[vV]alid|[iI]nvalid|[vV]alidate|[cC]heck|[sS]aniti[sz]e|[aA]llowed|[tT]rusted|[iI]nternal|[pP]rivate|[lL]ocal)\w{0,12}(?:Urls?|URLs?|URI|Uri|Href|Link|Host|Hostname|Origins?|Domain|Protocol|Scheme|Redirect|Ip|IP|Address)\w*/u,
    ),
  ),
  careful(
    'url',
    2,
    ['call'],
    callee(
      /is(?:URL|Url|FQDN|IP)|net\.isIP(?:v[46])?|URL\.canParse|canParse|ipaddr\.\w+|isIPv4MappedAddress|parseCIDR/u,
    ),
  ),
  careful(
    'url',
    3,
    ['comparison', 'guard'],
    /\.protocol[!=]==?"(?:https?|data|javascript|file|mailto|blob):|"(?:https?|file):"[!=]==?[\w$.]{1,60}\.protocol\b/u,
  ),
  careful('url', 3, ['comparison', 'guard'], /\b[oO]rigin[!=]==?|[!=]==?[\w$.]{0,60}\b[oO]rigin\b/u),
  careful(
    'url',
    2,
    ['comparison', 'guard'],
    /\.host(?:name)?[!=]==?(?!null|undefined|"")|[!=]==?[\w$.]{0,60}\.host(?:name)?\b/u,
  ),
  careful('url', 3, ['string', 'regex', 'comparison', 'call'], /^(?=.{0,80}$)[^ ]*\b(?:javascript|vbscript):/iu),
  careful('url', 2, ['string'], /^"(?:data|vbscript|blob|file|about|view-source):"$/u),
  careful('url', 2, ['regex'], /^\/\^?\(?(?:\?:)?(?:https\?|http|ftp|mailto)[:|]/u),
  careful('url', 3, ['string', 'regex'], /169\.254|::ffff|metadata\.google|127\.0\.0|\b10\.0\.0\.0\/8|192\.168/u),
  careful('url', 3, ['regex'], /^\/\^\[?(?:\\\/\\\\|\\\\\\\/)/u),
  careful('url', 2, ['call'], /\.(?:startsWith|indexOf)\("(?:\/\/|\/\\\\|https?:\/\/|\/)"\)$/u),
  careful(
    'url',
    3,
    ['import', 'call'],
    module(
      /@braintree\/sanitize-url|ipaddr\.js|ssrf\w*|ssrf-[\w-]+|private-ip|is-url-superb|request-filtering-agent|ip-regex/u,
    ),
  ),
  careful(
    'url',
    2,
    ['assignment', 'call'],
    /\b(?:invalid|blocked|forbidden|dangerous|unsafe|allowed|safe|valid)_?(?:Protocols?|Schemes?|Hosts?|Hostnames?|Origins?|Domains?)\b/iu,
  ),
  careless(
    'url',
    2,
    ['call'],
    callee(/url\.parse|urllib\.parse|urlParse|parseUrl\.parse|url\.resolve|urllib\.resolve/iu),
  ),
  careless('url', 2, ['call', 'import'], module(/url|url-parse/u)),
  careless(
    'url',
    3,
    ['call'],
    /^(?:new )?[\w$.]{0,60}(?:[hH]ost|[hH]ostname|[oO]rigin|href|[rR]eferr?er|[uU]rl|[dD]omain)\.(?:includes|indexOf|search)\((?!"[?#&@:/]*"\)|"%)/u,
  ),
  careless(
    'url',
    2,
    ['call'],
    /^[\w$.]{0,60}(?:[hH]ost|[oO]rigin|href|[rR]eferr?er)\.(?:startsWith|endsWith|match)\(\w/u,
  ),
  careless(
    'url',
    3,
    ['call'],
    /^(?:fetch|axios(?:\.\w+)?|got(?:\.\w+)?|request(?:\.\w+)?|needle(?:\.\w+)?|https?\.(?:get|request)|superagent\.\w+)\(req(?:uest)?\.(?:query|body|params)/u,
  ),
  careful('url', 2, ['call'], /\.(?:url|email|uuid|ip|cuid|datetime)\(\)$/u),
  careful(
    'url',
    3,
    ['call'],
    callee(
      /setWindowOpenHandler|shell\.openExternal(?=\(\w*(?:safe|valid))|dns\.(?:lookup|resolve)\w*|isPrivateAddress|is_?(?:Loopback|Private|Reserved|LinkLocal)\w*/iu,
    ),
  ),
  careful('url', 3, ['string'], /^"(?:will-navigate|new-window|will-redirect|will-attach-webview)"$/u),
  careful('url', 2, ['comparison', 'guard'], /\.port[!=]==?|[!=]==?[\w.]{1,60}\.port\b/u),
  careless('url', 2, ['call'], /^(?:shell\.)?openExternal\((?!"https:)/u),
  careless('url', 2, ['call'], /^new URL\(req(?:uest)?\.(?:query|body|params)/u),
];

const REDIRECTS: readonly Idiom[] = [
  careful('redirect', 3, ['option'], /^"?(?:redirect"?:"(?:manual|error)"|followRedirects?"?:false|follow"?:0\b)/u),
  careful('redirect', 3, ['option'], /^"?maxRedirects"?:\d/u),
  careful(
    'redirect',
    3,
    ['call', 'assignment'],
    /\b(?:safe|valid|check|saniti[sz]e|isLocal|isRelative|isInternal)\w{0,10}(?:Redirect|ReturnTo|ReturnUrl|CallbackUrl|NextUrl)\w*/iu,
  ),
  careful(
    'redirect',
    3,
    ['comparison'],
    /\bcross_?(?:Host|Origin|Domain)|same_?(?:Host|Origin|Site)|is_?(?:Same|Different)_?Origin/iu,
  ),
  careful(
    'redirect',
    3,
    ['call'],
    /(?:removeHeader|delete\w*Header|headers\.delete|removeMatchingHeaders)\([^)]{0,60}(?:auth|cookie|host|content)/iu,
  ),
  careless(
    'redirect',
    3,
    ['call'],
    /\.redirect\((?:\d{3},)?(?:req|request|ctx)\.(?:query|body|params|headers|originalUrl|url|get\()/u,
  ),
  careless('redirect', 2, ['assignment'], /(?:^|\.)location(?:\.href)?=(?!=|"[^"]*"$|\w*(?:safe|saniti|valid))[^=]/iu),
  careless('redirect', 2, ['call'], /(?:^|\.)location\.(?:assign|replace)\((?!"|\w*(?:safe|saniti))/iu),
  careless('redirect', 2, ['option'], /^"?(?:followRedirects?"?:true|redirect"?:"follow"|followAllRedirects"?:true)/u),
  careless('redirect', 1, ['call'], /^(?:window\.)?open\((?!"[^"]*"\))(?!.{0,200}noopener)/u),
];

const HEADERS: readonly Idiom[] = [
  careful(
    'header',
    3,
    ['string', 'option', 'call'],
    /"(?:content-security-policy|x-frame-options|x-content-type-options|strict-transport-security|referrer-policy|permissions-policy|cross-origin-(?:opener|embedder|resource)-policy|x-xss-protection|x-download-options|origin-agent-cluster)/iu,
  ),
  careful(
    'header',
    3,
    ['string'],
    /^"(?:nosniff|sameorigin|no-referrer|max-age=\d{6,}[^"]*|strict-origin\w*[^"]*|frame-ancestors[^"]*|same-origin)"$/iu,
  ),
  careful('header', 2, ['string', 'option'], /\bno-store\b|"private,|^"attachment/u),
  careful(
    'header',
    3,
    ['call'],
    callee(/helmet(?:\.\w+)?|lusca(?:\.\w+)?|fastifyHelmet|koaHelmet|secureHeaders|frameguard|hsts|noSniff/u),
  ),
  careful(
    'header',
    3,
    ['import', 'call'],
    module(/helmet|@fastify\/helmet|koa-helmet|lusca|hsts|x-xss-protection|frameguard|nuxt-security/u),
  ),
  careful(
    'header',
    3,
    ['call'],
    callee(
      /\w*(?:[vV]alidate|[cC]heck(?:Invalid)?|[sS]aniti[sz]e|isValid)Header\w*|_?checkIsHttpToken|_?checkInvalidHeaderChar/u,
    ),
  ),
  careful('header', 3, ['regex', 'call'], /\[[^\]]{0,10}\\r\\n[^\]]{0,10}\]|\\r\?\\n\|\\r/u),
  careful('header', 2, ['call'], /\.disable\("x-powered-by"\)|removeHeader\("X-Powered-By"\)/iu),
  careful('header', 3, ['assignment'], /headers?(?:\.\w{1,40}|\["[\w-]{1,40}"\])=(?:undefined|null)$/iu),
  careful(
    'header',
    2,
    ['string', 'comparison'],
    /^"(?:proxy-authorization|authorization|cookie2?|set-cookie|www-authenticate)"$/iu,
  ),
  careful('header', 2, ['string'], /^"(?:sec-fetch-(?:site|mode|dest)|x-requested-with)"$/iu),
  careless('header', 3, ['string', 'option'], /unsafe-(?:inline|eval|hashes)/u),
  careless(
    'header',
    3,
    ['option'],
    /^"?(?:contentSecurityPolicy|frameguard|hsts|xssFilter|noSniff|ieNoOpen|referrerPolicy|crossOrigin\w+Policy)"?:false/u,
  ),
  careless(
    'header',
    3,
    ['string', 'option'],
    /^"?(?:X-Frame-Options"?:)?"ALLOWALL"|frame-ancestors \*|"default-src \*|script-src \*/iu,
  ),
  careless('header', 2, ['call'], /\.set\("trust proxy",true\)|^\w*\.?enable\("trust proxy"\)/u),
  careless('header', 2, ['option'], /^"?trustProxy"?:true/u),
  careless(
    'header',
    2,
    ['call', 'subscript', 'assignment'],
    /headers?(?:\["|\.get\(")x-(?:forwarded-\w+|real-ip|original-\w+|rewrite-url)"/iu,
  ),
];

/** Addresses, redirects and headers. */
export const JAVASCRIPT_WEB_IDIOMS: readonly Idiom[] = [...URLS, ...REDIRECTS, ...HEADERS];
