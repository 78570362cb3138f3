import { describe, expect, it } from 'vitest';
import type { ElementKind } from '../idiom.ts';
import { JAVASCRIPT_IDIOMS } from './javascript-idioms.ts';

/** One element each, as `plainCode` writes it: the class at stake, the careful form, its careless twin. */
const TWINS: readonly (readonly [string, ElementKind, string, ElementKind, string])[] = [
  ['html', 'assignment', 'el.textContent=name', 'assignment', 'el.innerHTML=name'],
  ['html', 'call', '$(el).text(name)', 'call', '$(el).html(name)'],
  ['url', 'comparison', 'u.origin===base', 'call', 'url.indexOf(allowed)'],
  ['header', 'call', 'helmet()', 'option', 'contentSecurityPolicy:false'],
  ['cookie', 'option', 'httpOnly:true', 'option', 'httpOnly:false'],
  ['cookie', 'option', 'sameSite:"lax"', 'option', 'sameSite:"none"'],
  ['cors', 'option', 'origin:SITES', 'option', 'origin:"*"'],
  ['csrf', 'call', 'csrfProtection(req,res,next)', 'option', 'csrf:false'],
  ['exec', 'call', 'execFile("git",["clone","--",url])', 'call', 'child_process.exec(`git clone ${url}`)'],
  ['code', 'call', 'JSON.parse(text)', 'call', 'eval(text)'],
  ['code', 'option', 'contextIsolation:true', 'option', 'contextIsolation:false'],
  ['sql', 'call', 'db.query("SELECT*FROM t WHERE id=?",[id])', 'call', 'db.query("SELECT*FROM t WHERE id="+id)'],
  ['xml', 'option', 'noent:false', 'option', 'noent:true'],
  ['proto', 'call', 'Object.create(null)', 'assignment', 'cache={}'],
  ['regex', 'call', 'escapeRegExp(term)', 'call', 'new RegExp(term,"i")'],
  ['validate', 'option', 'additionalProperties:false', 'option', 'additionalProperties:true'],
  ['crypto', 'call', 'jwt.verify(token,key)', 'call', 'jwt.decode(token)'],
  ['random', 'call', 'crypto.randomBytes(16)', 'call', 'Math.random()'],
  ['compare', 'call', 'crypto.timingSafeEqual(a,b)', 'comparison', 'signature===expected'],
  ['tls', 'option', 'rejectUnauthorized:true', 'option', 'rejectUnauthorized:false'],
  ['authn', 'call', 'router.post("/x",requireAuth,create)', 'decorator', '@Public()'],
  ['authz', 'option', 'userId:req.user.id', 'call', 'Order.create(req.body)'],
  ['secrecy', 'option', 'select:false', 'option', 'stack:err.stack'],
  ['limit', 'option', 'maxPayload:1024', 'option', 'maxPayload:Infinity'],
  ['timeout', 'option', 'timeout:5000', 'option', 'timeout:0'],
  ['memory', 'call', 'Buffer.alloc(10)', 'call', 'Buffer.allocUnsafe(10)'],
  ['path', 'call', 'path.basename(name)', 'call', 'path.join(root,req.params.file)'],
  ['fs', 'option', 'mode:0o600', 'option', 'mode:0o777'],
];

describe('JAVASCRIPT_IDIOMS', () => {
  it.each(TWINS)('%s: knows %s %s as careful and %s %s as careless', (name, kind, careful, twinKind, careless) => {
    expect(sidesOf(name, kind, careful)).toEqual(['careful']);
    expect(sidesOf(name, twinKind, careless)).toEqual(['careless']);
  });

  it.each([
    ['exec', 'call', 'pattern.exec(text)'],
    ['html', 'assignment', 'el.innerHTML=""'],
    ['html', 'call', '$(el).html()'],
    ['compare', 'comparison', 'typeof token==="string"'],
  ] as const)('%s: has nothing to say about %s %s', (name, kind, text) => {
    expect(sidesOf(name, kind, text)).toEqual([]);
  });

  it('keeps no state between looks, so an element is judged alike each time', () => {
    expect(JAVASCRIPT_IDIOMS.filter(({ match }) => match.global || match.sticky)).toEqual([]);
  });
});

function sidesOf(name: string, kind: ElementKind, text: string): readonly string[] {
  const speaking = JAVASCRIPT_IDIOMS.filter(
    (idiom) => idiom.class === name && (idiom.on?.includes(kind) ?? true) && idiom.match.test(text),
  );
  return [...new Set(speaking.map(({ side }) => side))];
}
