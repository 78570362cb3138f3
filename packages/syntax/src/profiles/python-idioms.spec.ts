import { describe, expect, it } from 'vitest';
import type { ElementKind, Idiom } from '../idiom.ts';
import { PYTHON_IDIOMS } from './python-idioms.ts';

/** The classes in which one element reads as the given side. */
function classesOf(side: Idiom['side'], kind: ElementKind, text: string): readonly string[] {
  return PYTHON_IDIOMS.filter((x) => x.side === side && (x.on?.includes(kind) ?? true) && x.match.test(text)).map(
    (x) => x.class,
  );
}

/** Elements as `plainCode` leaves them: no needless space, `"` for every quote. */
const TWINS: readonly (readonly [string, ElementKind, careful: string, careless: string])[] = [
  ['code', 'call', 'yaml.safe_load(f)', 'yaml.load(f)'],
  ['code', 'call', 'yaml.load(f,Loader=yaml.SafeLoader)', 'yaml.load(f,Loader=yaml.Loader)'],
  ['code', 'call', 'ast.literal_eval(text)', 'eval(text)'],
  ['code', 'option', 'weights_only=True', 'weights_only=False'],
  ['exec', 'option', 'shell=False', 'shell=True'],
  ['exec', 'call', 'subprocess.run(["git","log"])', 'os.system(command)'],
  ['sql', 'call', 'cursor.execute("SELECT*FROM t WHERE id=%s",(id))', 'cursor.execute("SELECT*FROM t WHERE id=%s"%id)'],
  ['sql', 'call', 'cursor.execute("SELECT*FROM t WHERE id=?",[id])', 'cursor.execute(f"SELECT*FROM t WHERE id={id}")'],
  ['xml', 'import', 'from defusedxml import ElementTree', 'from xml.etree import ElementTree'],
  ['xml', 'option', 'resolve_entities=False', 'resolve_entities=True'],
  ['html', 'call', 'html.escape(name)', 'mark_safe(name)'],
  ['html', 'option', 'autoescape=True', 'autoescape=False'],
  ['path', 'call', 'os.path.commonpath([root,path])', 'os.path.commonprefix([root,path])'],
  ['fs', 'call', 'tempfile.mkstemp()', 'tempfile.mktemp()'],
  ['fs', 'call', 'os.chmod(path,0o600)', 'os.chmod(path,0o777)'],
  ['archive', 'call', 'tar.extractall(target,filter="data")', 'tar.extractall(target)'],
  ['tls', 'option', 'verify=True', 'verify=False'],
  ['tls', 'call', 'ssl.create_default_context()', 'ssl._create_unverified_context()'],
  ['tls', 'assignment', 'context.check_hostname=True', 'context.check_hostname=False'],
  ['crypto', 'option', 'algorithms=["RS256"]', 'algorithms=None'],
  ['crypto', 'option', '"verify_signature":True', '"verify_signature":False'],
  ['crypto', 'call', 'hashlib.sha256(data)', 'hashlib.md5(data)'],
  ['random', 'call', 'secrets.token_urlsafe(32)', 'random.choice(letters)'],
  ['cookie', 'option', 'httponly=True', 'httponly=False'],
  ['cookie', 'option', 'samesite="Lax"', 'samesite=None'],
  ['csrf', 'decorator', '@csrf_protect', '@csrf_exempt'],
  ['authn', 'assignment', 'permission_classes=[IsAuthenticated]', 'permission_classes=[AllowAny]'],
  ['authz', 'assignment', 'read_only_fields=("role")', 'fields="__all__"'],
  ['authz', 'call', 'get_object_or_404(self.queryset,pk=pk)', 'get_object_or_404(Device,pk=pk)'],
  ['cors', 'assignment', 'CORS_ALLOWED_ORIGINS=["https://a.example"]', 'CORS_ALLOW_ALL_ORIGINS=True'],
  ['url', 'option', 'allow_redirects=False', 'allow_redirects=True'],
  ['validate', 'option', 'raise_exception=True', 'raise_exception=False'],
  ['secrecy', 'option', 'no_log=True', 'no_log=False'],
  ['error', 'assignment', 'DEBUG=False', 'DEBUG=True'],
];

const PLAIN: readonly (readonly [ElementKind, string])[] = [
  ['call', 'model.eval()'],
  ['call', 'literal_eval(text)'],
  ['call', 'pattern.match(line)'],
  ['call', 'random.SystemRandom().choice(letters)'],
  ['call', 'yaml.load(f,Loader=yaml.CSafeLoader)'],
  ['call', 'jwt.decode(token,key,algorithms=["RS256"])'],
  ['call', 'response.set_cookie("a",b,httponly=True,secure=True,samesite="Lax")'],
  ['option', 'verify:bool=False'],
  ['option', 'timeout=10'],
  ['import', 'from xml.sax.saxutils import escape'],
];

describe('python idioms', () => {
  it.each(TWINS)('%s: %s %s is careful and %s is careless', (name, kind, careful, careless) => {
    expect(classesOf('careful', kind, careful)).toContain(name);
    expect(classesOf('careless', kind, careful)).not.toContain(name);
    expect(classesOf('careless', kind, careless)).toContain(name);
    expect(classesOf('careful', kind, careless)).not.toContain(name);
  });

  it.each(PLAIN)('%s %s is not careless', (kind, text) => {
    expect(classesOf('careless', kind, text)).toEqual([]);
  });

  it('when an element is of another kind › it is not looked at', () => {
    expect(classesOf('careless', 'string', 'shell=True')).toEqual([]);
  });

  it('no pattern keeps state between two elements', () => {
    expect(PYTHON_IDIOMS.filter((x) => x.match.global || x.match.sticky)).toEqual([]);
  });
});
