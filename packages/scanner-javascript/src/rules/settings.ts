import type { Rule } from '../rule.ts';
import { anyOf, call, isFalse, isText, isTrue, methodOf, named, option } from '../selectors.ts';

/** Protections that are switched off, and what is too weak to protect. */
export const SETTINGS: readonly Rule[] = [
  {
    id: 'tls-unverified',
    severity: 'high',
    cwe: ['CWE-295'],
    message: 'Certificates are not verified.',
    how: {
      selector: `:matches(${option('rejectUnauthorized|strictSSL', isFalse('value'))},AssignmentExpression${named('left.property', 'rejectUnauthorized|strictSSL')}${isFalse('right')},${option('checkServerIdentity', '[value.body.body.length=0]')},${option('checkServerIdentity', '[value.body.name="undefined"]')})`,
    },
  },
  {
    id: 'tls-unverified-everywhere',
    severity: 'critical',
    cwe: ['CWE-295'],
    message: 'Certificates are not verified in the whole process.',
    how: {
      selector: `AssignmentExpression${named('left.property', 'NODE_TLS_REJECT_UNAUTHORIZED')}${isText('right', '/^0$/')}, AssignmentExpression${named('left.property', 'NODE_TLS_REJECT_UNAUTHORIZED')}[right.raw="0"]`,
    },
  },
  {
    id: 'tls-old',
    severity: 'high',
    cwe: ['CWE-327'],
    message: 'A broken version of TLS is allowed.',
    how: {
      selector: `:matches(${option('minVersion|maxVersion', isText('value', '/^(SSLv3|TLSv1|TLSv1\\.1)$/'))},${option('secureProtocol', isText('value', '/^(SSLv2|SSLv3|TLSv1|TLSv1_1)_/'))})`,
    },
  },
  {
    id: 'cors-credentials',
    severity: 'high',
    cwe: ['CWE-942'],
    message: 'Every site may send requests with the credentials of a user.',
    how: {
      selector: `ObjectExpression:has(> ${option('credentials', isTrue('value'))}) > ${option('origin', anyOf([isTrue('value'), isText('value', '/^\\*$/')]))}`,
    },
  },
  {
    id: 'cookie-unprotected',
    severity: 'medium',
    cwe: ['CWE-614', 'CWE-1004'],
    message: 'A cookie is sent in the clear or may be read by scripts.',
    how: {
      selector: `:matches(${call('cookie|setCookie|serialize')} > ObjectExpression.arguments, ${option('cookie', '')} > ObjectExpression) > ${option('httpOnly|secure', isFalse('value'))}`,
    },
  },
  {
    id: 'csp-off',
    severity: 'medium',
    cwe: ['CWE-693'],
    message: 'A protective header of Helmet is switched off.',
    how: {
      selector: `CallExpression[callee.name="helmet"] > ObjectExpression > ${option('contentSecurityPolicy|frameguard|hsts|noSniff', isFalse('value'))}`,
    },
  },
  {
    id: 'electron-exposed',
    severity: 'high',
    cwe: ['CWE-829'],
    message: 'A page of the web reaches Node or other origins.',
    how: {
      selector: `:matches(${option('nodeIntegration|allowRunningInsecureContent', isTrue('value'))},${option('contextIsolation|webSecurity', isFalse('value'))})`,
    },
  },
  {
    id: 'csrf-order',
    severity: 'medium',
    cwe: ['CWE-352'],
    message: '`csrf` before `method-override` can be bypassed.',
    how: { rule: 'security/detect-no-csrf-before-method-override' },
  },
  {
    id: 'weak-hash',
    severity: 'medium',
    cwe: ['CWE-328'],
    message: 'A broken hash function is used.',
    how: {
      selector: `:matches(${call('createHash|createHmac|createSign|createVerify')},${methodOf('crypto', 'hash')})${isText('arguments.0', '/^(RSA-)?(md2|md4|md5|sha-?1|ripemd|ripemd160|rmd160)$/i')}`,
    },
  },
  {
    id: 'weak-cipher',
    severity: 'high',
    cwe: ['CWE-327'],
    message: 'A broken cipher, or one without an initialisation vector, is used.',
    how: {
      selector: `:matches(${call('createCipheriv|createDecipheriv')}${isText('arguments.0', '/^(des|rc2|rc4|bf|blowfish|idea|seed)|-ecb$/i')},${call('createCipher|createDecipher')})`,
    },
  },
  {
    id: 'weak-key',
    severity: 'high',
    cwe: ['CWE-326'],
    message: 'The key is too short.',
    how: { selector: option('modulusLength', '[value.value<2048]') },
  },
  {
    id: 'few-iterations',
    severity: 'medium',
    cwe: ['CWE-916'],
    message: 'So few iterations do not protect a password.',
    how: { selector: `${call('pbkdf2|pbkdf2Sync')}[arguments.2.value<10000]` },
  },
  {
    id: 'weak-random',
    severity: 'medium',
    cwe: ['CWE-338'],
    message: 'A secret is made from numbers that can be guessed.',
    how: {
      selector: `:matches(VariableDeclarator[id.name=/(token|secret|passw|salt|session_?id|csrf|otp|api_?key)$/i],Property[key.name=/(token|secret|passw|salt|session_?id|csrf|otp|api_?key)$/i]) CallExpression[callee.object.name="Math"][callee.property.name="random"]`,
    },
  },
  {
    id: 'pseudo-random-bytes',
    severity: 'medium',
    cwe: ['CWE-338'],
    message: '`pseudoRandomBytes` can be guessed.',
    how: { rule: 'security/detect-pseudoRandomBytes' },
  },
  {
    id: 'jwt-unverified',
    severity: 'critical',
    cwe: ['CWE-347'],
    message: 'A token is accepted without a signature or after its end.',
    how: {
      selector: `:matches(Property${named('key', 'algorithms')} > ArrayExpression > Literal[value=/^none$/i],${option('algorithm|alg', isText('value', '/^none$/i'))},${methodOf('jwt|jsonwebtoken', 'verify')} > ObjectExpression > ${option('ignoreExpiration', isTrue('value'))})`,
    },
  },
  {
    id: 'buffer-constructor',
    severity: 'medium',
    cwe: ['CWE-908'],
    message: '`Buffer` called with a number gives memory that was not cleared.',
    how: {
      selector: `:matches(NewExpression,CallExpression)[callee.name="Buffer"][arguments.length=1]:not([arguments.0.value=type(string)]):not([arguments.0.type=/^(TemplateLiteral|ArrayExpression)$/])`,
    },
  },
  {
    id: 'external-entities',
    severity: 'high',
    cwe: ['CWE-611'],
    message: 'External entities of XML are resolved.',
    how: { selector: option('noent|resolveExternalEntities', isTrue('value')) },
  },
];
