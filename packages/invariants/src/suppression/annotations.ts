import type { LanguageId } from '@pawl/syntax';

/** How one tool is told to look away by the language itself, not in a comment. */
export interface Annotation {
  readonly tool: string;
  readonly languages: readonly LanguageId[];
  /** Matched anywhere in code, on one line or more. Group 1, where it takes part, holds what it names. */
  readonly pattern: RegExp;
  /** The names that matter for security, as they stand in group 1; without any it silences all of them. */
  readonly security: RegExp;
  readonly scope: 'block' | 'file';
}

const NAMES = String.raw`(?:\s*\(((?:[^()"]|"[^"\n]{0,200}"|\([^()]{0,200}\)){0,2000})\))`;
const SONAR = String.raw`(?:java|javasecurity|squid|kotlin|csharpsquid|common-java):S?\w+|S\d{4}`;

/** What Find Security Bugs calls its patterns. */
const FIND_SECURITY_BUGS =
  /^\w*(?:SQL|INJECT|TRAVERSAL|XXE|XXS|XSS|WEAK|HARD_CODE|PREDICTABLE|CIPHER|CRYPT|DES_USAGE|ECB|TRUST|SSL|HOSTNAME|DESERIAL|OBJECT_DESER|REDIRECT|SSRF|CSRF|COOKIE|LDAP|SCRIPT_ENGINE|SPEL|OGNL|TEMPLATE|UNENCRYPTED|INSECURE|PADDING|STATIC_IV|PERMISSIVE|SERVLET|XPATH|DMI_EMPTY_DB_PASSWORD)\w*$/u;

export const ANNOTATIONS: readonly Annotation[] = [
  {
    tool: 'spotbugs',
    languages: ['java', 'kotlin'],
    pattern: new RegExp(String.raw`@(?:\w+\.)*Suppress(?:FB|FindBugs|SpotBugs)Warnings\b${NAMES}?`, 'gu'),
    security: FIND_SECURITY_BUGS,
    scope: 'block',
  },
  {
    tool: 'java',
    languages: ['java', 'kotlin'],
    pattern: new RegExp(String.raw`@(?:java\.lang\.)?(?:SuppressWarnings|Suppress|file:Suppress)\b${NAMES}`, 'gu'),
    security: new RegExp(
      String.raw`^(?:all|ALL|${SONAR}|PMD(?:\.\w*(?:Crypto|Secur|Insecure|Hard)\w*)?|findsecbugs:\w+|\w*(?:Sql|SQL|Injection|Unsafe(?!Call|Cast)|Insecure|TrustAll|Certificate|Hostname|Xss|Xxe|Deserial)\w*)$`,
      'u',
    ),
    scope: 'block',
  },
  {
    tool: 'android-lint',
    languages: ['java', 'kotlin'],
    pattern: new RegExp(String.raw`@(?:\w+\.)*SuppressLint\b${NAMES}`, 'gu'),
    security:
      /^(?:all|SetJavaScriptEnabled|AddJavascriptInterface|JavascriptInterface|\w*TrustManager|TrustAllX509TrustManager|BadHostnameVerifier|AllowAllHostnameVerifier|SSLCertificateSocketFactory\w*|HardcodedDebugMode|Exported\w+|World\w+|GetInstance|\w*SecureRandom|TrulyRandom|Unsafe\w+|Insecure\w+|UnspecifiedImmutableFlag|PackageManagerGetSignatures|SQLiteString)$/u,
    scope: 'block',
  },
  {
    tool: 'roslyn',
    languages: ['csharp'],
    pattern: new RegExp(
      String.raw`(?<=\[\s*)(?:assembly\s*:\s*|module\s*:\s*)?(?:[\w.]+\.)?(?:Unconditional)?SuppressMessage(?:Attribute)?\b${NAMES}`,
      'gu',
    ),
    security:
      /^(?:(?:CA(?:2[13]\d\d|3\d{3}|5[34]\d\d)|SCS\d+|SYSLIB0\d+|SEC\d+|S\d{4})\b.*|Microsoft\.Security|Security)$/u,
    scope: 'block',
  },
  {
    tool: 'rust',
    languages: ['rust'],
    pattern: /#!?\[\s*(?:allow|expect)\s*\(([^)\]]{0,2000})\)\s*\]/gu,
    security:
      /^(?:unsafe_code|unsafe_op_in_unsafe_fn|static_mut_refs|invalid_value|warnings|clippy::(?:all|correctness|suspicious|undocumented_unsafe_blocks|not_unsafe_ptr_arg_deref|uninit_\w+|cast_ptr_alignment|mem_\w+|transmute_\w+|unsafe_\w+|permissions_set_readonly_false|suspicious_open_options))$/u,
    scope: 'block',
  },
  {
    tool: 'compiler',
    languages: ['c', 'cpp'],
    pattern: /^[ \t]*#[ \t]*pragma[ \t]+(?:GCC|clang)[ \t]+diagnostic[ \t]+ignored[ \t]+("[^"\n]*")/gmu,
    security:
      /^-W(?:all|extra|everything|format(?:-\w+)*|stringop-\w+|array-bounds|return-local-addr|return-stack-address|uninitialized|maybe-uninitialized|dangling-\w+|use-after-free|free-nonheap-object|null-dereference|deprecated-declarations-crypto|unsafe-buffer-usage|restrict|sizeof-pointer-memaccess|overflow|shift-\w+|unused-result|alloca|vla)$/u,
    scope: 'block',
  },
  {
    tool: 'compiler',
    languages: ['c', 'cpp'],
    pattern: /^[ \t]*#[ \t]*pragma[ \t]+warning[ \t]*\([ \t]*disable[ \t]*:([ \t\d]+)\)/gmu,
    security: /^(?:4996|6\d{3}|26\d{3}|28\d{3})$/u,
    scope: 'block',
  },
  {
    tool: 'compiler',
    languages: ['c', 'cpp'],
    pattern: /\bno_sanitize(?:_address|_memory|_thread|_undefined)?\b(?:\s*\(([^)]{0,200})\))?/gu,
    security: /^/u,
    scope: 'block',
  },
  {
    tool: 'core-guidelines',
    languages: ['cpp'],
    pattern: /\[\[\s*gsl::suppress\s*\(([^)]{0,500})\)\s*\]\]/gu,
    security: /^(?:type|bounds|lifetime|26\d{3}|es\.\d+|i\.\d+)[\w.]*$/iu,
    scope: 'block',
  },
];

/** A mark of each annotation, for files that have none. */
export const ANNOTATION_MARK: RegExp =
  /Suppress|#!?\[\s*(?:allow|expect)\b|pragma\s+(?:GCC|clang)\s+diagnostic|pragma\s+warning\s*\(|no_sanitize|gsl::suppress/u;
