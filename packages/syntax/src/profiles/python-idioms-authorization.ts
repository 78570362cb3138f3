import type { ElementKind, Idiom } from '../idiom.ts';
import { pythonIdiomRows } from './python-idiom-rows.ts';

const SET = ['option', 'assignment'] as const satisfies readonly ElementKind[];
const TEST = ['guard', 'comparison', 'return', 'assignment'] as const satisfies readonly ElementKind[];

export const PYTHON_IDIOMS_AUTHORIZATION: readonly Idiom[] = [
  ...pythonIdiomRows('authz', [
    [
      'careful',
      3,
      'decorator',
      /^@[\w.]{0,60}(?:permission|perm|role|scope|admin|staff|superuser|privilege|access|acl|owner|capability|grant)s?_?\w{0,20}(?:required|allowed|check\w*|needed|only|protected)\b/iu,
    ],
    [
      'careful',
      3,
      'decorator',
      /^@[\w.]{0,60}\b(?:requires?|has|need|check|verify|enforce|ensure)_?\w{0,20}(?:permission|perm|role|scope|admin|staff|superuser|privilege|access|acl|owner|capability|policy)\w*/iu,
    ],
    [
      'careful',
      3,
      'decorator',
      /^@[\w.]{0,60}\b(?:user_passes_test|permission_classes|requires|authorize|authorized|protected|guarded|security\.(?:protected|private|declareProtected)|has_permission|staff_member_required)\b/u,
    ],
    [
      'careful',
      3,
      ['decorator', 'option'],
      /\b(?:permission_classes|permissions?|required_permissions?|required_scopes?|permission_required|required_roles?|roles_required|scopes)"?(?::[^=]{0,40})?[=:](?!None|[[(][\])]|"none"|[[(](?:\w{1,30}\.)?AllowAny)/u,
    ],
    [
      'careful',
      3,
      'assignment',
      /^(?:self\.)?(?:permission_required|required_permissions?|required_scopes?|permissions?|raise_exception|write_permission|read_only_fields|readonly_fields)(?::[^=]{0,40})?=(?!None|[[(][\])]|False)/u,
    ],
    [
      'careful',
      3,
      ['heritage', 'import'],
      /\b(?:PermissionRequiredMixin|UserPassesTestMixin|AccessMixin|StaffuserRequiredMixin|SuperuserRequiredMixin|ObjectPermission\w*|DjangoModelPermissions\w*|IsAdminUser|IsOwner\w*)\b/u,
    ],
    [
      'careful',
      3,
      'call',
      /^[\w.()]{0,80}\b(?:has_perms?|has_permissions?|has_object_permission|has_module_perms|user_has_perm|has_scopes?|has_roles?|has_access|has_privilege)\(/u,
    ],
    [
      'careful',
      3,
      'call',
      /^[\w.()]{0,80}\b_?(?:check|verify|require|ensure|assert|enforce|validate|test)_\w{0,30}(?:perms?|permissions?|access|authoriz\w*|role|roles|scope|scopes|acl|policy|owner|ownership|privileges?|admin|can_\w+)\(/iu,
    ],
    [
      'careful',
      3,
      'call',
      /^[\w.()]{0,80}\b(?:can_(?:access|view|edit|manage|read|write|delete|modify|create|see|update|user\w*)|user_can\w*|is_(?:allowed|authorized|owner|permitted|accessible\w*|admin|member)|checkPermission|_checkPermission|authorize|authorized_\w+|enforce)\(/u,
    ],
    [
      'careful',
      3,
      'call',
      /\b(?:get_objects_for_user|visible_to\w*|accessible_by\w*|for_user|restrict|filter_for_user|viewable_by|editable_by|readable_by|owned_by|restricted_to|available_to_user)\(/u,
    ],
    [
      'careful',
      3,
      ['option', 'call'],
      /\b(?:user|owner|author|creator|created_by|account|members?|customer|tenant|organi[sz]ation|team|workspace|profile)(?:_id|__id|__pk|_pk)?(?:__in)?=(?:self\.)?(?:request\.user|current_user|info\.context\.user|g\.user|session\.user|request\.(?:tenant|organization|team|account))\b/u,
    ],
    [
      'careful',
      2,
      'option',
      /^(?:owner|tenant|organi[sz]ation|org|workspace|project|team|account|client)(?:_id|__id|_pk)?=(?!None|True|False|")[\w.]{1,60}$/u,
    ],
    [
      'careful',
      3,
      'call',
      /^get_(?:object|list)_or_404\((?:self\.(?:get_)?queryset|[\w.]{0,60}\.(?:filter|restrict|for_user)\()/u,
    ],
    ['careless', 2, 'call', /^get_(?:object|list)_or_404\([A-Z]\w{0,60},(?:pk|id|slug|uuid|code|token)=/u],
    ['careful', 3, TEST, /\b(?:is_staff|is_superuser|is_admin|is_owner|is_moderator|is_root)\b/u],
    [
      'careful',
      3,
      TEST,
      /\b(?:owner|user|user_id|owner_id|author|created_by|account_id|tenant_id|tenant|organization_id|org_id|project_id|client_id)\b(?:\(\))?(?:==|!=| is not )(?:self\.)?[\w.]{0,40}\b(?:user|current_user|user_id|owner_id|id|pk|tenant_id|project_id|client_id|get_client_id|org_id|account_id)\b/u,
    ],
    [
      'careful',
      2,
      TEST,
      /\b(?:permission|permissions|scope|scopes|role|roles|allowed_\w{1,20}|acl|privileges?)\b(?:==|!=)|\bin (?:self\.)?(?:[\w.]{0,30}\.)?(?:permissions?|scopes?|roles?|allowed\w*)\b/u,
    ],
    [
      'careful',
      3,
      'throw',
      /^raise [\w.]{0,60}\b(?:PermissionDenied|Forbidden\w*|HTTPForbidden|NotAuthorized\w*|AccessDenied\w*|AuthorizationError|PermissionError|InsufficientPermission\w*|NotPermitted|SuspiciousOperation|DisallowedHost|NoPermission\w*|AccessError|OperationNotPermitted|InsufficientScope\w*)\b/u,
    ],
    [
      'careful',
      3,
      ['call', 'throw'],
      /^(?:raise |return )?[\w.]{0,60}\b(?:abort|HTTPException|HTTPError|http_error|HttpResponseForbidden|HTTPForbidden|PermissionDenied)\((?:status_code=)?(?:403|status\.HTTP_403|"|f"|_\(|\))/u,
    ],
    ['careful', 3, 'assignment', /\.queryset=.{0,100}\b(?:restrict|filter|for_user)\(/u],
    ['careful', 3, SET, /^"?(?:read_only_fields|readonly_fields|protected_fields)"?[=:]/u],
    ['careful', 2, 'option', /^(?:read_only|readonly|editable)=(?:True)$|^dump_only=True$/u],
    ['careless', 3, SET, /\bfields="__all__"|\bextra=(?:"allow"|Extra\.allow)|\bunknown=INCLUDE\b/u],
    [
      'careful',
      3,
      [...SET, 'call'],
      /\bextra"?[=:](?:"forbid"|Extra\.forbid)|\bunknown=(?:RAISE|EXCLUDE|marshmallow\.RAISE)\b/u,
    ],
    ['careless', 2, 'call', /\.sudo\(\)$|\bwith_user\((?:SUPERUSER_ID|1)\)|\bbypass_(?:permission|auth|acl)\w*\(/u],
    [
      'careless',
      3,
      SET,
      /\b(?:ignore_permissions|skip_(?:permissions?|auth|validation|verify)\w{0,20}|bypass_\w{1,20}|ignore_auth|allow_(?:unsafe|dangerous|insecure|anonymous|guest)\w{0,30})(?::bool)?=True$/u,
    ],
    [
      'careful',
      3,
      SET,
      /\b(?:ignore_permissions|allow_(?:unsafe|dangerous|insecure|anonymous|guest)\w{0,30})(?::bool)?=False$/u,
    ],
    [
      'careless',
      3,
      SET,
      /\b(?:check_(?:permissions?|perms?|access|acl|auth)|enforce_(?:permissions?|policy|perm|csrf|auth))=False$/u,
    ],
    [
      'careful',
      3,
      SET,
      /\b(?:check_(?:permissions?|perms?|access|acl|auth)|enforce_(?:permissions?|policy|perm|csrf|auth))(?::bool)?=True$/u,
    ],
    ['careful', 2, 'call', /\.(?:declareProtected|declarePrivate|declareObjectProtected|protect|requirePermission)\(/u],
    ['careless', 2, 'call', /\.(?:declarePublic|declareObjectPublic|setDefaultAccess|allow_(?:module|class|type))\(/u],
    ['careful', 2, 'call', /\.(?:intersection|issubset|issuperset)\(.{0,100}(?:perm|scope|role|allowed)/u],
    ['careful', 3, 'assignment', /__roles__=/u],
    ['careful', 3, 'option', /^groups="|^ACL="private"$/u],
    ['careless', 3, ['option', 'string'], /^ACL="public-read|^"public-read(?:-write)?"$/u],
  ]),
];
