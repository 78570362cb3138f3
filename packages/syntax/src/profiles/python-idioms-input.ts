import type { ElementKind, Idiom } from '../idiom.ts';
import { pythonIdiomRows } from './python-idiom-rows.ts';

const SET = ['option', 'assignment'] as const satisfies readonly ElementKind[];
const TEST = ['guard', 'comparison', 'return', 'assignment'] as const satisfies readonly ElementKind[];
const CHECK = ['guard', 'comparison'] as const satisfies readonly ElementKind[];

export const PYTHON_IDIOMS_INPUT: readonly Idiom[] = [
  ...pythonIdiomRows('type', [
    ['careful', 1, 'guard', /\bisinstance\(/u],
    [
      'careful',
      2,
      'comparison',
      /\btype\(\w{1,40}\)(?: is not | is |==|!=)|\bisinstance\([^()]{1,60}\)(?: (?:and|or) )/u,
    ],
    ['careful', 2, TEST, /\bmath\.(?:isfinite|isnan|isinf)\(|\.is_(?:finite|nan)\(\)/u],
    [
      'careful',
      2,
      'call',
      /^(?:uuid\.)?UUID\([^)]{1,60}\)$|\bTypeAdapter\(|\.model_validate(?:_json)?\(|\.parse_obj\(/u,
    ],
    [
      'careful',
      2,
      ['option', 'import'],
      /\bStrict(?:Int|Str|Bool|Float|Bytes)\b|\bcoerce_numbers_to_str=False|\bconstr\(|\bconint\(/u,
    ],
    ['careful', 3, 'throw', /^raise TypeError\(/u],
  ]),
  ...pythonIdiomRows('encode', [
    [
      'careful',
      3,
      'call',
      /^(?:urllib\.(?:parse\.)?|urlparse\.|six\.moves\.urllib\.parse\.|parse\.|werkzeug\.urls\.)?(?:quote|quote_plus|urlencode|url_quote|url_quote_plus|urlquote|iri_to_uri|quote_from_bytes|escape_uri_path)\(/u,
    ],
    [
      'careful',
      3,
      'call',
      /\b(?:escape_filter_chars|escape_dn_chars|filter_format|latex_escape|escape_latex|tex_escape|escape_markdown|escape_rst|escape_csv\w*|escape_xpath\w*|escape_ldap\w*|glob\.escape|escape_glob|escape_mrkdwn|escape_ansi|strip_ansi|escape_control\w*|strip_control\w*)\(/u,
    ],
    ['careful', 3, 'call', /^(?!re\.|html\.|cgi\.)[\w.]{0,60}\b\w{0,20}(?:_escape|escape_)\w{0,20}\(/u],
    ['careful', 3, 'call', /^(?!un)[\w.]{0,60}\b_?(?:quote_\w+|\w+_quote|dbl_?quote|quoteattr)\(/u],
    [
      'careful',
      3,
      ['call', 'import'],
      /\b_?(?!sanitize_?(?:html|markup))sanitize\w{0,30}\b|\b_?(?:cleanse|neutrali[sz]e|defang)_?\w{0,30}\b/u,
    ],
    ['careful', 2, 'call', /\.replace\(b?(?:"""|"\\""|"'"|"<"|">"|"&"|"`"|"\\\\"|"\$"|"\)"|"\("|"%"),/u],
    ['careful', 1, 'call', /\.translate\(/u],
    ['careful', 3, ['guard', 'comparison', 'call'], /\.startswith\(\("=","\+"|\bin\("=","\+","-"|"=\+-@"/u],
    ['careful', 3, SET, /\b(?:quote|quoting)=csv\.QUOTE_ALL\b|\bsafe=""$/u],
    ['careless', 2, 'option', /^safe="[^"]{1,20}"$|^(?:escape|quote|encode)=False$|^quoting=csv\.QUOTE_NONE$/u],
  ]),
  ...pythonIdiomRows('validate', [
    [
      'careful',
      3,
      'call',
      /^(?:[\w.()]{0,80}\.)?_{0,2}(?:validate|check|verify|ensure|assert|require|enforce|reject|forbid|guard)_\w{1,50}\((?!\))/u,
    ],
    [
      'careful',
      3,
      'call',
      /^(?:[\w.()]{0,80}\.)?(?:validate|full_clean|is_valid|run_validation|run_validators|clean_fields|validate_on_submit|raise_for_status)\(/u,
    ],
    [
      'careful',
      3,
      'call',
      /^(?:[\w.()]{0,80}\.)?_{0,2}(?:is|has|are)_(?:safe|valid|allowed|trusted|whitelisted|allowlisted|permitted|unsafe|invalid|forbidden|blacklisted|blocked|suspicious|malicious|dangerous|restricted)\w{0,40}\(/u,
    ],
    ['careful', 3, 'import', /\b(?:validate|verify|ensure|enforce|assert|forbid|is_safe|is_valid|check)_\w{2,40}\b/u],
    [
      'careful',
      3,
      'option',
      /^(?:raise_exception|validate|strict|strict_mode|validate_assignment|validate_default|validate_all|must_exist|check_validity|fail_on_\w{1,20}|reject_\w{1,20}|forbid_\w{1,20}|require_\w{1,30}|verify_\w{1,30})(?::bool)?=True$/u,
    ],
    [
      'careless',
      3,
      'option',
      /^(?:raise_exception|validate|strict|strict_mode|validate_assignment|verify_\w{1,30}|require_\w{1,30}|fail_on_\w{1,20}|reject_\w{1,20}|forbid_\w{1,20})=False$/u,
    ],
    [
      'careful',
      3,
      'option',
      /^"?(?:validators|validate|regex|pattern|allowed_\w{1,30}|allow_?list|whitelist|permitted_\w{1,20}|block_?list|deny_?list|blacklist|disallowed_\w{1,20}|forbidden_\w{1,20}|unsafe_\w{1,30}|safe_\w{1,20}|valid_\w{1,20})"?(?::[^=]{0,40})?[=:](?!None|\[\]|\(\)|"\*"|True|False)/u,
    ],
    [
      'careful',
      1,
      'option',
      /^(?:ge|gt|le|lt|min_length|max_length|min_value|max_value|min_items|max_items|multiple_of|choices|enum|max_digits|decimal_places)=(?!None)/u,
    ],
    [
      'careful',
      3,
      CHECK,
      /\b(?:not )?in (?:[\w.]{0,40}\.)?_?(?:ALLOWED|VALID|SAFE|PERMITTED|SUPPORTED|WHITELIST|BLACKLIST|BLOCKED|FORBIDDEN|UNSAFE|DISALLOWED|RESERVED|TRUSTED|RESTRICTED|DENY|ALLOW|INVALID|DANGEROUS|ILLEGAL)\w{0,40}/iu,
    ],
    [
      'careful',
      2,
      [...TEST],
      /\.(?:isdigit|isascii|isalnum|isalpha|isidentifier|isdecimal|isnumeric|isprintable)\(\)|\ball\(\w{1,10} in /u,
    ],
    [
      'careful',
      3,
      ['call', 'assignment', 'string'],
      /^(?:\w{1,60}=)?(?:re\.compile\()?r?b?"\^\[[^\]"]{1,60}\](?:[+*]|\{\d)[^"]{0,60}(?:\$|\\Z)"/u,
    ],
    [
      'careful',
      3,
      CHECK,
      /\bre\.(?:match|fullmatch|search)\(|\b\w{0,30}(?:_RE|_REGEX|_PATTERN|_re|_regex|_pattern)\.(?:match|fullmatch|search)\(/u,
    ],
    [
      'careful',
      3,
      'call',
      /\b(?:FileExtensionValidator|RegexValidator|EmailValidator|MaxValueValidator|MinValueValidator|MaxLengthValidator|ProhibitNullCharactersValidator|validate_(?:email|slug|ipv4_address|image_file_extension)|field_validator|model_validator)\(|\bmagic\.from_(?:buffer|file)\(|\bfiletype\.guess\(/u,
    ],
    [
      'careful',
      3,
      'decorator',
      /^@[\w.]{0,40}\b(?:field_validator|model_validator|validator|root_validator|validates|validates_schema|validate_\w+|use_kwargs|expects_json|validate)\b/u,
    ],
    [
      'careful',
      3,
      'throw',
      /^raise [\w.]{0,60}\b(?:ValidationError|SuspiciousOperation|BadRequest\w*|HTTPBadRequest|Invalid\w{1,30}|Unsafe\w{1,30}|Illegal\w{1,30}|Disallowed\w{1,30}|Malformed\w{1,30}|Insecure\w{1,30}|Restricted\w{0,30}|Security\w{1,20}|ParseError|Unsupported\w{1,30}|Rejected\w{0,20}|Untrusted\w{1,20})\b/u,
    ],
    [
      'careful',
      2,
      'throw',
      /^raise (?:ValueError|AttributeError|OverflowError|UnicodeError|SyntaxError|HTTPException|DecodeError|Http404)\(/u,
    ],
    [
      'careful',
      3,
      ['call', 'throw'],
      /^(?:raise )?[\w.]{0,60}\b(?:abort|HTTPException|HTTPError|http_error|HttpResponseBadRequest|HttpResponseNotAllowed)\((?:status_code=)?(?:400|404|405|422|status\.HTTP_4(?:00|04|22)|"|\))/u,
    ],
    ['careful', 2, 'call', /\.endswith\(\(?"\.\w{1,5}"/u],
    ['careful', 3, ['option', 'call'], /\bformats=[[(]"/u],
    ['careful', 2, [...SET, 'subscript'], /"?force_insert"?\]?[:=]True$/u],
    ['careless', 1, 'call', /^int\([^,()]{1,60},16\)$/u],
  ]),
];
