import type { Idiom } from '../idiom.ts';
import { callee, careful, careless, module } from './javascript-idioms-row.ts';

const CRYPTO: readonly Idiom[] = [
  careful(
    'crypto',
    3,
    ['call'],
    callee(
      /(?:crypto\.)?(?:createCipheriv|createDecipheriv|scrypt(?:Sync)?|pbkdf2(?:Sync)?|hkdf(?:Sync)?|createHmac|createVerify|subtle\.\w+)|setAuthTag|getAuthTag|setAAD|safePrime\w*/u,
    ),
  ),
  careful(
    'crypto',
    3,
    ['call'],
    callee(/(?:bcrypt(?:js)?|argon2|scrypt|sodium|nacl|libsodium)\.\w+(?:\.\w+)?|hashPassword\w*|verifyPassword\w*/iu),
  ),
  careful(
    'crypto',
    3,
    ['string'],
    /^"(?:[sS][hH][aA]-?(?:256|384|512|3-\d+)|aes-(?:128|192|256)-(?:gcm|ccm|ocb)|chacha20-poly1305|RS256|ES256|PS256|EdDSA|AES-GCM|RSA-OAEP(?:-256)?|PBKDF2|argon2id)"$/u,
  ),
  careful(
    'crypto',
    3,
    ['option', 'call'],
    /\balgorithms?"?:\[|^"?allowed_?algorithms?"?:|\.(?:algorithms?|alg)\w*\.includes\(|RSA_PKCS1_OAEP_PADDING|RSA_PKCS1_PSS_PADDING|\boaepHash\b/iu,
  ),
  careful(
    'crypto',
    3,
    ['option'],
    /^"?(?:authTagLength|modulusLength"?:(?:2048|3072|4096)|iterations"?:\d{5,}|saltRounds"?:1\d)/u,
  ),
  careful(
    'crypto',
    3,
    ['call'],
    callee(
      /jwt\.verify|jwtVerify|JWT\.verify|jose\.\w*[vV]erify\w*|jws\.verify|verify(?:Signature|Hmac|HMAC|Digest|Token|Webhook|Jwt|JWT|Message|Cert\w*|Chain|Hash|Checksum|Integrity)\w*|\w*checkSignature\w*|validateSignature\w*/u,
    ),
  ),
  careful(
    'crypto',
    3,
    ['import', 'call'],
    module(/bcrypt(?:js)?|argon2|scrypt-js|libsodium[\w-]*|tweetnacl|@noble\/\w+|jose/u),
  ),
  careless('crypto', 3, ['call'], /^(?:[\w$.]{1,40}\.)?create(?:Cipher|Decipher)\(/u),
  careless(
    'crypto',
    3,
    ['call'],
    callee(
      /(?:crypto\.)?createHash(?=\("(?:md[245]|sha-?1|ripemd\w*)")|md5|sha1|CryptoJS\.(?:MD5|SHA1|DES|TripleDES|RC4)(?:\.\w+)?/iu,
    ),
  ),
  careless(
    'crypto',
    3,
    ['string'],
    /^"(?:md[245]|[sS][hH][aA]-?1|des(?:-\w+)*|des3|rc[24]|bf(?:-\w+)?|aes-\d+-(?:ecb|cbc)|RSAES-PKCS1-V1_5|RSA-SHA1|RSA-MD5)"$/iu,
  ),
  careless(
    'crypto',
    3,
    ['option', 'subscript', 'comparison'],
    /RSA_(?:PKCS1|NO)_PADDING|^"?mode"?:[\w.]*ECB|^"?ignoreExpiration"?:true|^"?algorithms?"?:\[?"none"|^"?complete"?:true,verify:false/iu,
  ),
  careless('crypto', 2, ['call'], callee(/jwt\.decode|jwtDecode|jwt_decode|decodeJwt|jws\.decode/u)),
  careless(
    'crypto',
    3,
    ['option'],
    /^"?(?:modulusLength"?:(?:512|768|1024)\b|iterations"?:\d{1,4}$|saltRounds"?:[1-9]$)/u,
  ),
  careless('crypto', 3, ['import', 'call'], module(/md5|sha1|blueimp-md5|js-md5|js-sha1|jwt-decode|jwt-simple/u)),
  careful(
    'random',
    3,
    ['call'],
    callee(
      /(?:crypto\.)?(?:randomBytes|randomUUID|randomInt|randomFill(?:Sync)?|getRandomValues)|random\.getBytes(?:Sync)?|nanoid|customAlphabet|uuid(?:v4|\.v4)?|uuidv4|v4|secureRandom\w*|cryptoRandomString|uid\.sync|generateSecure\w*|ulid/u,
    ),
  ),
  careful(
    'random',
    3,
    ['import', 'call'],
    module(/nanoid|uuid|uid-safe|crypto-random-string|secure-random\w*|get-random-values|csprng|random-bytes/u),
  ),
  careless('random', 3, ['call'], /^Math\.random\(\)$|^(?:_|lodash)\.(?:random|uniqueId|sample)\(/u),
  careless(
    'random',
    3,
    ['call', 'import'],
    /pseudoRandomBytes\(|"nanoid\/non-secure"|\bDate\.now\(\)\.toString\(36\)|^(?:chance|casual|faker)\.\w*(?:guid|hash|string)/u,
  ),
  careful(
    'crypto',
    2,
    ['call'],
    callee(/X509Certificate|createSecretKey|validatePublicKey|isOnCurve|assertValidity|crypto\.(?:sign|verify)/u),
  ),
  careful(
    'crypto',
    3,
    ['throw'],
    /\b(?:signature|hmac|digest|checksum|certificate|issuer|audience|nonce|expired|padding|tag|weak|key size|modulus)\b/iu,
  ),
  careless(
    'crypto',
    3,
    ['call', 'comparison'],
    /^"?iv"?:"|createCipheriv\("[^"]{1,30}",[^,]{1,60},(?:"|null|Buffer\.alloc\()/u,
  ),
  careless(
    'crypto',
    3,
    ['assignment', 'option', 'comparison'],
    /\b\w*(?:secret|jwt_?key|signing_?key|session_?key)\w*"?[:=](?:process\.env\.\w{1,60}(?:\|\||\?\?))"[^"]{1,60}"$/iu,
  ),
  careless(
    'crypto',
    3,
    ['comparison'],
    /^process\.env\.\w*(?:SECRET|KEY|PASSWORD|TOKEN)\w*(?:\|\||\?\?)"[^"]{1,80}"$/u,
  ),
  careless('crypto', 3, ['call'], /^jwt\.sign\([^,]{1,80},"[^"]{1,60}"|^session\(\{secret:"/u),
];

const COMPARING: readonly Idiom[] = [
  careful(
    'compare',
    3,
    ['call'],
    callee(
      /\w*(?:[tT]imingSafe|[cC]onstant_?[tT]ime|[sS]afe_?[cC]ompare|[sS]ecure_?[cC]ompare|[fF]ixed_?[tT]ime|[sS]low_?[eE]quals?|[sS]afe_?[eE]qual)\w*|scmp|tsscmp|crypto\.timingSafeEqual|(?:bcrypt(?:js)?|argon2)\.(?:compare|verify)\w*/u,
    ),
  ),
  careful(
    'compare',
    3,
    ['import', 'call', 'assignment'],
    module(
      /tsscmp|scmp|secure-compare|safe-compare|buffer-equal-constant-time|cryptiles|@hapi\/cryptiles|constant-time-\w+/u,
    ),
  ),
  careful('compare', 3, ['import', 'assignment'], /\btimingSafe\w+|\bconstantTime\w+/u),
  careless(
    'compare',
    3,
    ['comparison'],
    /^(?!typeof)(?!.{0,120}(?:undefined|null|""|\.length|typeof))[\w.$[\]()"]{0,60}(?:[sS]ignature|[hH]mac|[dD]igest|[pP]assw(?:or)?d|[sS]ecret|[aA]pi_?[kK]ey|[cC]srf\w*|[tT]oken|[nN]once|[mM]ac)\b\)?[!=]==?[\w.$]{2,60}(?:\([^)]{0,40}\))?$/u,
  ),
  careless(
    'compare',
    3,
    ['comparison'],
    /^[\w.$]{2,60}[!=]==?(?!undefined|null)[\w.$]{0,60}(?:[sS]ignature|[hH]mac|[dD]igest|[pP]assw(?:or)?d|[sS]ecret|[aA]pi_?[kK]ey|[cC]srf\w*)$/u,
  ),
  careful(
    'compare',
    2,
    ['guard', 'comparison'],
    /\b(?:nonce|state|issuer|audience|iss|aud|pkce|code_?verifier|code_?challenge|fingerprint|thumbprint|checksum|integrity)[!=]==?|[!=]==?[\w.]{0,60}\b(?:nonce|issuer|audience|iss|aud|fingerprint|checksum|integrity)$/iu,
  ),
];

const TLS: readonly Idiom[] = [
  careful(
    'tls',
    3,
    ['option', 'assignment'],
    /\b(?:rejectUnauthorized|strictSSL|strictSsl|verify(?:Identity|SSL|Ssl|Certificate|Host|Hostname)?|requestCert|requireTLS|validateCert\w*|sslValidate|tls|enforceHttps)"?[:=](?:true|!0)/u,
  ),
  careful(
    'tls',
    3,
    ['option'],
    /^"?(?:minVersion|secureProtocol)"?:"TLSv1[._][23]|^"?servername"?:|^"?checkServerIdentity"?:(?!\(\w*\)=>|function\(\)\{\}|\(\)=>)/u,
  ),
  careful(
    'tls',
    3,
    ['call'],
    callee(
      /(?:tls\.)?checkServerIdentity|getPeerCertificate|verifyError|setServername|tls\.connect|https\.(?:get|request|createServer|Agent)|\w*(?:upgrade|start)_?(?:Connection|TLS|Tls)\w*/u,
    ),
  ),
  careful('tls', 1, ['string'], /^"https:\/\//u),
  careless(
    'tls',
    3,
    ['option', 'assignment'],
    /\b(?:rejectUnauthorized|strictSSL|strictSsl|verify(?:SSL|Ssl|Certificate|Host|Hostname|Identity)|requestCert|requireTLS|validateCert\w*|sslValidate)"?[:=](?:false|!1)/u,
  ),
  careless(
    'tls',
    3,
    ['option', 'assignment', 'string'],
    /NODE_TLS_REJECT_UNAUTHORIZED|\bsslmode=(?:disable|no-verify)/u,
  ),
  careless(
    'tls',
    3,
    ['option', 'assignment'],
    /\bcheckServerIdentity"?[:=](?:\(\w*\)=>|\(\)=>|function\(\)\{\})(?:\{\}|undefined|null|true|\{return)?/u,
  ),
  careless(
    'tls',
    3,
    ['option'],
    /^"?(?:insecure\w*|trustServerCertificate|ignoreHTTPSErrors|acceptInsecureCerts|tlsAllowInvalid\w+|tlsInsecure|allowInsecure\w*|ignoreTLS|ignoreCertificate\w*|skipTLSVerify|skipVerify)"?:true/iu,
  ),
  careless(
    'tls',
    3,
    ['string', 'option'],
    /^"?(?:secureProtocol"?:"|minVersion"?:")?"?(?:SSLv[23]\w*|TLSv1(?:_method|\.1|_1_method)?)"$/u,
  ),
  careless('tls', 1, ['string'], /^"http:\/\/(?!localhost|127\.|www\.w3\.org|schemas?\.|0\.0\.0\.0|example)/u),
  careless('tls', 2, ['import', 'call'], module(/http/u)),
];

/** Secrets made, compared and sent. */
export const JAVASCRIPT_CRYPTO_IDIOMS: readonly Idiom[] = [...CRYPTO, ...COMPARING, ...TLS];
