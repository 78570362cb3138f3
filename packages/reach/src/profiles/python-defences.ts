import type { Sanitiser } from '../profile.ts';

export const PYTHON_SANITISERS: readonly Sanitiser[] = [
  // What the routes of the project make of names is a place of the project.
  {
    callee:
      /^(?:flask\.)?url_for$|^(?:django\.(?:urls|shortcuts)\.)?(?:reverse|reverse_lazy|resolve_url)$|\.(?:url_for|url_path_for|get_absolute_url)$/u,
    kinds: ['redirect', 'network', 'html'],
  },
  {
    callee:
      /^(?:builtins\.)?(?:int|float|bool|len|complex|ord|abs|round|hash|id|isinstance|type|decimal\.Decimal|Decimal)$|^uuid\.UUID$|^UUID$|^datetime\.(?:datetime\.)?(?:strptime|fromisoformat)$|^(?:bson\.)?(?:objectid\.)?ObjectId$|^ipaddress\.\w+$/u,
    kinds: 'all',
  },
  { callee: /^shlex\.(?:quote|split)$|^pipes\.quote$/u, kinds: ['shell'] },
  {
    callee:
      /^os\.path\.basename$|^(?:werkzeug\.utils\.)?secure_filename$|^(?:werkzeug\.(?:utils|security)\.)?safe_join$|^(?:flask\.)?safe_join$|^django\.utils\.(?:_os\.safe_join|text\.get_valid_filename)$|^get_valid_filename$/u,
    kinds: ['file'],
  },
  {
    callee:
      /^html\.escape$|^cgi\.escape$|^(?:markupsafe|flask|jinja2)\.escape$|^django\.utils\.html\.(?:escape|conditional_escape|strip_tags|format_html)$|^(?:bleach|nh3)\.(?:clean|linkify)$|^escape$|^format_html$|^strip_tags$/u,
    kinds: ['html', 'template'],
  },
  {
    callee: /^urllib\.parse\.(?:quote|quote_plus|urlencode)$|^(?:quote|quote_plus|urlencode)$/u,
    kinds: ['html', 'redirect', 'network', 'sql'],
  },
  {
    callee:
      /^(?:psycopg2?\.)?sql\.(?:Identifier|Literal)$|^(?:\w+\.)*(?:escape_string|quote_ident|quote_name|literal)$/u,
    kinds: ['sql'],
  },
  {
    callee:
      /^hashlib\.\w+\(\)\.hexdigest$|\.(?:hexdigest|digest)$|^(?:django\.utils\.text\.)?slugify$|^slugify$|^re\.escape$/u,
    kinds: 'all',
  },
  {
    callee:
      /(?:^|\.)(?:model_validate|parse_obj|parse_raw|model_validate_json|validate_python|from_str)$|(?:[sS]chema|Schema\(\)|[sS]erializer|[fF]orm)\.(?:load|loads|validate|deserialize|cleaned_data)$/u,
    kinds: 'all',
  },
  {
    callee:
      /(?:^|\.)_?(?:sanitize|sanitise|validate|validated|clean|safe|allow|whitelist|normalize_and_check|coerce)(?:_\w+)?$/u,
    kinds: 'all',
  },
  { callee: /(?:^|\.)_?(?:escape|quote)_(?:shell|arg)\w*$/u, kinds: ['shell'] },
  { callee: /(?:^|\.)_?(?:escape|quote)_(?:sql|identifier|ident)\w*$/u, kinds: ['sql'] },
  { callee: /(?:^|\.)_?(?:safe|secure|resolve_(?:safe|within|inside))_?(?:path|join|filename)\w*$/u, kinds: ['file'] },
  { callee: /(?:^|\.)_?(?:escape|encode|strip)_?(?:html|tags|xml)$/u, kinds: ['html'] },
];

export const PYTHON_VALIDATORS: readonly Sanitiser[] = [
  {
    callee:
      /^re\.(?:match|fullmatch|search)$|\.(?:match|fullmatch|search|startswith|endswith|isdigit|isnumeric|isalnum|isalpha|isidentifier|isdecimal|issubset|is_relative_to|find|index|is_valid|validate|has_key)$/u,
    kinds: 'all',
  },
  {
    callee:
      /(?:^|\.)_?(?:is|has|can|check|validate|verify|ensure|valid|allow|allowed|accept|safe|match|matches|within|contains|url_has_allowed_host_and_scheme|is_safe_url)(?:_\w+)?$/u,
    kinds: 'all',
  },
  { callee: /^(?:hmac\.compare_digest|secrets\.compare_digest|all|any|isinstance|validators\.\w+)$/u, kinds: 'all' },
];

export const PYTHON_ASSERTERS: RegExp =
  /(?:^|\.)_?(?:assert|ensure|validate|check|verify|require|must|reject|guard|forbid|enforce|raise_if|raise_unless|full_clean|clean|sanitize)(?:_\w+)?$|\.relative_to$/u;
