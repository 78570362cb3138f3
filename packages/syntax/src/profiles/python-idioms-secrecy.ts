import type { ElementKind, Idiom } from '../idiom.ts';
import { pythonIdiomRows } from './python-idiom-rows.ts';

const SET = ['option', 'assignment'] as const satisfies readonly ElementKind[];

export const PYTHON_IDIOMS_SECRECY: readonly Idiom[] = [
  ...pythonIdiomRows('secrecy', [
    ['careful', 3, [...SET, 'call'], /\bno_log"?[=:]True\b/u],
    ['careless', 3, [...SET, 'call'], /\bno_log"?[=:]False\b/u],
    [
      'careful',
      3,
      SET,
      /^"?(?:write_only|load_only|hide_input|sensitive|is_secret|secret|hidden|encrypted|private)"?(?::bool)?[=:]True$/u,
    ],
    ['careless', 3, SET, /^"?(?:write_only|load_only|hide_input|sensitive|is_secret|secret|encrypted)"?[=:]False$/u],
    ['careful', 2, 'option', /^repr=False$|^include_in_schema=False$|^echo=False$|^render_value=False$/u],
    ['careful', 3, ['call', 'import'], /\b_?\w{0,20}(?:redact|censor|obfuscat|obscure|anonymi[sz]e|scrub)\w{0,40}\b/iu],
    [
      'careful',
      3,
      ['call', 'import'],
      /\b(?:mask|hide|strip|remove|filter|clean|sanitize)_\w{0,20}(?:passwords?|secrets?|tokens?|credentials?|creds|auth|sensitive\w*|keys?|pii)\w{0,20}\b/iu,
    ],
    [
      'careful',
      3,
      'call',
      /\bmask\w{0,20}_(?:data|value|string|url|password|secret|token|field)s?\(|\bmask_\w{1,30}\(/u,
    ],
    [
      'careful',
      3,
      ['string', 'option', 'assignment', 'return'],
      /(?:^|[=:(,]|return)"(?:\*{3,12}|\[?(?:redacted|REDACTED|filtered|FILTERED|masked|MASKED|hidden|HIDDEN)\]?|x{4,12}|X{4,12}|<(?:redacted|hidden|masked|secret)>)"/u,
    ],
    ['careful', 3, 'decorator', /^@[\w.]{0,40}\bsensitive_(?:variables|post_parameters)\b/u],
    [
      'careful',
      3,
      ['call', 'option', 'import'],
      /\bgetpass\(|\bSecretStr\b|\bSecretBytes\b|\bget_secret_value\(|\bPasswordInput\(|\bSecretField\b|\bEncrypted\w{1,20}Field\b|\bkeyring\b/u,
    ],
    [
      'careful',
      3,
      'call',
      /\bheaders\.pop\(b?"(?:proxy-)?(?:authorization|cookie)"|\.pop\("(?:password|secret|token|api_key|access_token|refresh_token|client_secret|private_key|otp|credentials)"/iu,
    ],
    [
      'careful',
      3,
      ['guard', 'comparison'],
      /"(?:proxy-)?authorization"(?: ?(?:not )?in\b)|\b(?:proxy_)?authorization"?\]?(?:==|!=)/iu,
    ],
    [
      'careful',
      3,
      ['option', 'assignment'],
      /^"?exclude"?[=:].{0,60}"(?:password|secret|token|api_key|hashed_password)/u,
    ],
    [
      'careless',
      3,
      'assignment',
      /^[\w.["]{0,40}(?:password|passwd|secret|secret_key|api_?key|auth_token|access_token|private_key)"?\]?="[^"{}<>$* ]{6,120}"$/iu,
    ],
    [
      'careful',
      2,
      'assignment',
      /^[\w.["]{0,40}(?:password|passwd|secret|secret_key|api_?key|auth_token|access_token|private_key)"?\]?=(?:os\.(?:environ|getenv)|env\(|env\.|config\(|settings\.|secrets\.)/iu,
    ],
    ['careless', 2, ['string', 'call'], /[?&](?:token|password|api_?key|secret|access_token)=(?:\{|%s|"\+)/iu],
    [
      'careful',
      2,
      'option',
      /^response_model(?:_\w{1,20})?=(?!None)|^hide_parameters=True$|^(?:introspection|graphiql|show_index|autoindex)=False$/u,
    ],
    ['careless', 2, 'option', /^(?:graphiql|introspection|show_index|autoindex)=True$/u],
  ]),
  ...pythonIdiomRows('log', [
    [
      'careless',
      2,
      'call',
      /^(?:self\.)?(?:_?log|_?logger|logging|LOG|LOGGER|app\.logger|current_app\.logger|warnings|_log)\.(?:debug|info|warn|warning|error|exception|critical|log|msg)\(.{0,200}\b(?:password|passwd|secret|token|api_?key|authorization|credentials?|cookies?|private_key)\b(?!")/iu,
    ],
    [
      'careless',
      2,
      'call',
      /^print\(.{0,150}\b(?:password|passwd|secret|token|api_?key|authorization|credentials?|private_key)\b(?!")/iu,
    ],
    [
      'careful',
      2,
      'call',
      /\b(?:audit_log|log_security\w*|log_audit|security_log\w*|audit\.log|record_audit\w*|audit_event)\w*\(/u,
    ],
    ['careful', 3, 'call', /\.addFilter\(|\bSensitive\w{0,20}(?:Filter|Formatter)\(/u],
  ]),
  ...pythonIdiomRows('error', [
    [
      'careless',
      3,
      SET,
      /^(?:app\.|self\.)?(?:debug|DEBUG|PROPAGATE_EXCEPTIONS|TRAP_HTTP_EXCEPTIONS|show_error_details|DEBUG_PROPAGATE_EXCEPTIONS|serve_traceback|use_debugger|use_evalex|evalex)"?[=:]True$|^"DEBUG":True$/u,
    ],
    [
      'careful',
      3,
      SET,
      /^(?:app\.|self\.)?(?:debug|DEBUG|PROPAGATE_EXCEPTIONS|show_error_details|use_debugger|use_evalex|evalex|show_error)(?::bool)?=False$/u,
    ],
    [
      'careless',
      2,
      'option',
      /^"?(?:detail|message|error|error_message|msg|reason|description|content|body|text|details|errors)"?[=:](?:str\(\w{1,12}\)|repr\(\w{1,12}\)|f"[^"]{0,80}\{(?:e|ex|exc|err|error|exception)(?:![rs])?\}[^"]{0,20}"|traceback\.format_exc\(\))$/u,
    ],
    [
      'careless',
      3,
      ['call', 'return'],
      /^(?:return )?[\w.]{0,40}\b(?:HttpResponse|JsonResponse|jsonify|JSONResponse|PlainTextResponse|HTMLResponse|Response|make_response|HttpResponseServerError|HttpResponseBadRequest|abort|HTTPException|HttpResponseForbidden|HTTPInternalServerError)\(.{0,120}\b(?:str|repr)\((?:e|ex|exc|err|error|exception)\)/u,
    ],
    ['careless', 1, 'call', /\btraceback\.format_(?:exc|exception|tb)\(|\btraceback\.print_exc\(/u],
    ['careful', 2, 'throw', / from None$/u],
    [
      'careful',
      3,
      ['string', 'call'],
      /"(?:Internal [Ss]erver [Ee]rror|An (?:unexpected|internal) error[^"]{0,80}|Something went wrong[^"]{0,40})"/u,
    ],
    [
      'careless',
      2,
      'option',
      /^errors="(?:ignore|surrogateescape|surrogatepass)"$|^ignore_errors=True$|^suppress\w{0,20}=True$/u,
    ],
    ['careful', 2, 'option', /^errors="strict"$|^ignore_errors=False$/u],
    ['careful', 2, 'option', /^check=True$|^fail_closed=True$|^default_deny=True$/u],
    ['careless', 3, 'option', /^fail_open=True$|^fail_closed=False$|^fail_silently=True$/u],
    ['careless', 2, 'call', /^(?:contextlib\.)?suppress\((?:Exception|BaseException)/u],
  ]),
];
