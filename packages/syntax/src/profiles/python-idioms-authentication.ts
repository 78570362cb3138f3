import type { ElementKind, Idiom } from '../idiom.ts';
import { pythonIdiomRows } from './python-idiom-rows.ts';

const SET = ['option', 'assignment'] as const satisfies readonly ElementKind[];
const TEST = ['guard', 'comparison', 'return', 'assignment'] as const satisfies readonly ElementKind[];

export const PYTHON_IDIOMS_AUTHENTICATION: readonly Idiom[] = [
  ...pythonIdiomRows('authn', [
    [
      'careful',
      3,
      'decorator',
      /^@[\w.]{0,60}(?:login|auth|authentication|authenticated|token|jwt|session|user|account|sudo|2fa|mfa|otp|apikey|api_key)_?(?:is_)?(?:required|needed)\b/iu,
    ],
    [
      'careful',
      3,
      'decorator',
      /^@[\w.]{0,60}\b(?:requires?|ensure|need|check|verify|enforce)_?(?:login|auth|authenticat|token|jwt|session|user|api_?key|sudo|otp|mfa|2fa|signature|password|confirm)\w*/iu,
    ],
    [
      'careful',
      3,
      'decorator',
      /^@[\w.]{0,60}\b(?:authenticated|authenticate|authentication_classes|auth\.login_required|protected|fresh_jwt_required|jwt_required|verify_jwt_in_request)\b/u,
    ],
    ['careful', 3, 'decorator', /\bauth="(?:user|bearer|api_key)"/u],
    [
      'careless',
      3,
      'decorator',
      /\bauth="(?:none|public)"|^@[\w.]{0,60}\b(?:login_not_required|public|allow_anonymous|no_auth|noauth|unprotected|allow_unauthenticated|skip_auth\w*|auth_exempt|anonymous_allowed)\b/u,
    ],
    [
      'careful',
      3,
      ['option', 'call'],
      /\b(?:Depends|Security)\([\w.]{0,60}(?:current|auth|user|verif|require|token|permission|admin|login|api_key|scope|role|access|check)/iu,
    ],
    [
      'careful',
      3,
      ['heritage', 'import'],
      /\b(?:LoginRequiredMixin|LoginRequired\w*|AuthenticatedMixin|TokenAuthentication|SessionAuthentication|IsAuthenticated\w*|JWTAuthentication)\b/u,
    ],
    ['careful', 3, TEST, /\.(?:is_authenticated|is_anonymous)\b/u],
    ['careful', 2, TEST, /\.is_(?:active|verified|confirmed|locked|disabled|suspended|banned)\b/u],
    ['careful', 3, 'option', /^is_active=True$/u],
    [
      'careful',
      3,
      SET,
      /\b(?:authentication|permission)_classes(?::[^=]{0,40})?=(?![[(][\])]|[[(](?:\w{1,30}\.)?AllowAny,?[\])]|None)/u,
    ],
    [
      'careless',
      3,
      [...SET, 'decorator'],
      /\b(?:authentication|permission)_classes(?::[^=]{0,40})?=(?:[[(][\])]|[[(](?:\w{1,30}\.)?AllowAny,?[\])]|None)/u,
    ],
    [
      'careless',
      3,
      'decorator',
      /^@[\w.]{0,40}(?:permission|authentication)_classes\([[(](?:(?:\w{1,30}\.)?AllowAny,?)?[\])]\)/u,
    ],
    ['careless', 2, 'import', /\bAllowAny\b/u],
    [
      'careless',
      3,
      SET,
      /\b(?:auth|login|authentication|token|require_auth|require_login|requires_auth|verify_auth)(?:_required|_enabled)?"?[=:]False$/u,
    ],
    [
      'careful',
      3,
      SET,
      /\b(?:(?:auth|login|authentication|token)_(?:required|enabled)|require_auth|require_login|requires_auth|check_auth)"?(?::bool)?[=:]True$/u,
    ],
    [
      'careful',
      3,
      'call',
      /^[\w.]{0,60}\b(?:authenticate|check_password|check_password_hash|verify_password|checkpw|verify_and_update|check_auth\w*|require_auth\w*|require_login|login_required|ensure_authenticated|verify_token|validate_token|check_token|verify_id_token|verify_jwt_in_request|verify_credentials|verify_api_key)\(/u,
    ],
    [
      'careful',
      3,
      'call',
      /^[\w.]{0,60}\b(?:validate_password|password_validators_help_texts|update_session_auth_hash)\(/u,
    ],
    [
      'careful',
      3,
      'import',
      /\b(?:validate_password|password_validation|login_required|check_password|jwt_required|auth_required|authenticate)\b/u,
    ],
    [
      'careful',
      3,
      'call',
      /\.(?:cycle_key|rotate_session|regenerate|renew_session|invalidate_session\w*|revoke_\w{0,20}token\w*|revoke_\w{0,20}sessions?)\(/u,
    ],
    ['careful', 2, 'call', /\bsession\.(?:flush|clear)\(\)/u],
    ['careful', 3, 'call', /\b_?(?:delete|revoke|invalidate|expire)_\w{0,20}(?:tokens?|sessions?|credentials?)\w*\(/u],
    ['careful', 3, 'assignment', /^AUTH_PASSWORD_VALIDATORS=\[(?!\])/u],
    ['careless', 3, 'assignment', /^AUTH_PASSWORD_VALIDATORS=\[\]/u],
    [
      'careful',
      3,
      'throw',
      /^raise [\w.]{0,60}\b(?:NotAuthenticated|AuthenticationFailed|AuthenticationError|AuthError|Unauthorized\w*|HTTPUnauthorized|InvalidToken\w*|InvalidCredentials\w*|InvalidSignature\w*|LoginRequired\w*|ExpiredSignature\w*|InvalidGrant\w*|InvalidClient\w*|MismatchingState\w*|CSRFError)\b/u,
    ],
    [
      'careful',
      3,
      ['call', 'throw'],
      /^(?:raise )?[\w.]{0,60}\b(?:abort|HTTPException|HTTPError|http_error)\((?:status_code=)?(?:401|status\.HTTP_401)/u,
    ],
    ['careful', 3, 'option', /^dependencies=\[(?!\])|^"DEFAULT_(?:PERMISSION|AUTHENTICATION)_CLASSES":[[(](?![\])])/u],
    [
      'careful',
      3,
      'string',
      /\bpermissions\.IsAuthenticated\w*"$|\bLoginRequiredMiddleware"$|\bAuthenticationMiddleware"$/u,
    ],
    ['careless', 3, 'string', /\bpermissions\.AllowAny"$|\bOAUTHLIB_INSECURE_TRANSPORT\b/u],
    [
      'careful',
      3,
      ['call', 'import'],
      /\b(?:AuthMiddlewareStack|AuthenticationMiddleware|HTTPBearer|HTTPBasic|OAuth2PasswordBearer|APIKeyHeader)\b/u,
    ],
    [
      'careful',
      3,
      SET,
      /\buse_pkce=True$|\bcode_challenge(?:_method)?=(?!None|"plain")|^"(?:wantAssertionsSigned|want_assertions_signed|want_response_signed|wantMessagesSigned)":True$/u,
    ],
    [
      'careless',
      3,
      SET,
      /^"(?:wantAssertionsSigned|want_assertions_signed|want_response_signed|wantMessagesSigned)":False$|^"allow_unsolicited":True$/u,
    ],
    ['careful', 2, 'option', /^authkey=(?!None)|^state=(?!None|"")[\w.]{1,40}$/u],
  ]),
];
