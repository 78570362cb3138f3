import type { Idiom } from '../idiom.ts';
import { callee, careful, careless, module } from './javascript-idioms-row.ts';

const IDENTITY: readonly Idiom[] = [
  careful(
    'authn',
    3,
    ['call'],
    callee(
      /\w*(?:[aA]uthenticat|[rR]equire_?(?:Auth|Login|User|Session|Signin)|[eE]nsure_?(?:Auth|Logged|User)|[iI]s_?(?:Auth|Logged|SignedIn)|[cC]heck_?(?:Auth|Login|Session|Token|Jwt|JWT|Password|Credentials)|[vV]erify_?(?:Token|Auth|User|Session|Jwt|JWT|Password|Id|Credentials)|[lL]ogin_?[rR]equired|[vV]alidate_?(?:Token|Session|Auth|User|Credentials|Issuer))\w*/u,
    ),
  ),
  careful(
    'authn',
    3,
    ['call'],
    callee(
      /passport\.\w+|expressjwt|expressJwt|basicAuth|getServerSession|getSession|getToken|requireSession|withAuth\w*|auth(?:Middleware|Guard|enticate)?|currentUser|useAuth\w*/u,
    ),
  ),
  careful(
    'authn',
    3,
    ['call', 'option', 'comparison'],
    /\b(?:authMiddleware|requireAuth|isAuthenticated|ensureLoggedIn|authGuard|jwtAuth|requireLogin|authenticateToken|requiresAuth)\b/u,
  ),
  careful(
    'authn',
    3,
    ['option'],
    /^"?(?:requireAuth\w*|authRequired|authenticated|requiresAuth\w*|protected|requireLogin|protect\w+)"?:true|^"?(?:audience|issuer|nonce|jwtid|maxTokenAge|checks|pkce|state|expectedNonce|expectedIssuer|clockTolerance|expiresIn)"?:(?!undefined|null|false)/u,
  ),
  careful(
    'authn',
    3,
    ['call', 'number', 'throw', 'option'],
    /\b(?:sendStatus|status|writeHead|abort|error|createError)\(401\b|^40[13]$|\b(?:UNAUTHORIZED|UnauthorizedE\w+|UnauthenticatedE\w+|AuthenticationE\w+)\b|^"?(?:status|statusCode|code)"?:401$/u,
  ),
  careful(
    'authn',
    3,
    ['guard', 'comparison'],
    /\b(?:expires?_?(?:At|In|On)?|expiry|exp)\b[^&|]{0,40}(?:<|>)|\bisExpired/iu,
  ),
  careful(
    'authn',
    3,
    ['guard'],
    /\b(?:req|request|ctx|context|socket|this|session)\.(?:session|user|auth|uid|userId|currentUser|isAuthenticated)\b|\b(?:token|session|user|credentials?|headerToken|account|secret|isActive|disabled|banned)$/iu,
  ),
  careful('authn', 2, ['option'], /^"?auth"?:(?!false|null|undefined)/u),
  careful(
    'authn',
    2,
    ['import', 'call'],
    module(
      /passport[\w-]*|express-jwt|express-basic-auth|next-auth[^"]{0,20}|@auth\/\w+|jsonwebtoken|express-openid-connect|@fastify\/(?:auth|jwt)|[^"]{0,60}\/(?:auth\w*|rbac|guards?|permissions?)(?:\/[\w-]+)?(?:\.\w+)?/iu,
    ),
  ),
  careless(
    'authn',
    3,
    ['option', 'assignment'],
    /^(?:[\w.]{1,60}\.)?"?(?:auth|authRequired|requireAuth\w*|requiresAuth|requireLogin|protected|authenticate\w*|protect\w+|passReqToCallback)"?[:=]false$/u,
  ),
  careless(
    'authn',
    3,
    ['option', 'assignment'],
    /\b(?:skip|bypass|disable|no|allow)_?(?:Auth|Login|Authentication|Anonymous|Guest|Unauthenticated)\w*"?[:=]true/iu,
  ),
  careless('authn', 3, ['decorator'], /^@(?:Public|SkipAuth|AllowAnonymous|NoAuth|Unprotected)\b/u),
  careful(
    'authn',
    3,
    ['call', 'assignment', 'guard'],
    /\b(?:failed_?(?:Login|Attempt)\w*|login_?attempts?\w*|lock_?out\w*|locked_?until|two_?factor\w*|totp\w*|otp\w*|mfa\w*|verify_?email\w*|email_?verified|is_?(?:Banned|Locked|Verified))\b/iu,
  ),
  careful(
    'authn',
    3,
    ['call'],
    callee(
      /(?:router|app|server|fastify|this|route)\.(?:get|post|put|patch|delete|use|all)(?=\("[^"]{0,100}",\w*(?:auth|guard|login|session|permission|csrf|limit|protect|verify|require|ensure|check)\w*[.,(])/iu,
    ),
  ),
  careful(
    'authn',
    3,
    ['option'],
    /^"?(?:preHandler|onRequest|preValidation|before(?:Handler|Enter)?|middlewares?|canActivate|guards?|verifyClient|authChecker|isAuthorized|beforeEach)"?:/u,
  ),
];

const RIGHTS: readonly Idiom[] = [
  careful(
    'authz',
    3,
    ['call', 'guard'],
    /\b\w{0,30}(?:[pP]ermission|[pP]rivilege|[aA]uthori[sz]|[iI]s_?Admin|[iI]s_?Owner|[hH]as_?(?:Role|Access|Right|Scope)|[cC]heck_?(?:Role|Access|Owner|Scope|Assign)|[rR]equire_?(?:Role|Admin|Scope|Owner|Access)|[cC]an_?(?:View|Edit|Read|Write|Access|Delete|Update|Create|Manage)|[aA]bility|[aA]ccess_?Control)\w*(?:\.\w+)?\(/u,
  ),
  careful(
    'authz',
    3,
    ['guard', 'comparison'],
    /\b(?:isAdmin|isOwner|isPrivileged|isMember|canAccess|canEdit|canView|hasAccess|hasPermission|isAuthorized|isModerator|isGuest|readOnly|isPublic)\b|\.(?:role|roles|permissions?|scopes?|owner(?:_?[iI]d)?|author|user_?[iI]d|tenant_?[iI]d|workspace_?[iI]d|organi[sz]ation_?[iI]d)[!=]==?|[!=]==?[\w.]{0,60}\b(?:user\.id|user_?[iI]d|owner_?[iI]d|uid|tenant_?[iI]d|author|workspace_?[iI]d)$/u,
  ),
  careful(
    'authz',
    3,
    ['decorator'],
    /^@(?:UseGuards|Roles|Permissions?|RequirePermissions?|Authorized|Auth|CheckAbilities|CheckPolicies|Policies|ApiBearerAuth|Scopes?)\b/u,
  ),
  careful(
    'authz',
    3,
    ['option'],
    /^"?(?:user_?id|owner(?:_?id)?|author_?id|tenant_?id|account_?id|org(?:anization)?_?id|workspace_?id|created_?by)"?:(?:req|request|ctx|context|session|user|this|auth)\b/iu,
  ),
  careful(
    'authz',
    3,
    ['assignment', 'call'],
    /\b(?:req|request|ctx|context)\.(?:user|session|auth)\.\w*(?:[iI]d|role|roles|permissions?)\b/u,
  ),
  careful(
    'authz',
    3,
    ['call', 'throw', 'option'],
    /\b(?:sendStatus|status|writeHead|abort|createError)\(403\b|\b(?:FORBIDDEN|Forbidden(?:E\w+)?|AccessDenied\w*|PermissionDenied\w*|NotAuthori[sz]ed\w*|InsufficientPermission\w*)\b|^"?(?:status|statusCode|code)"?:403$/u,
  ),
  careful(
    'authz',
    3,
    ['throw', 'call', 'string'],
    /["`[:(][^"`]{0,60}\b(?:no[- ]privileges?|not authori[sz]ed|unauthori[sz]ed|access denied|permission denied|forbidden|insufficient (?:permission|privilege|scope)s?|don"?t have (?:permission|access))/iu,
  ),
  careful(
    'authz',
    3,
    ['call'],
    callee(
      /(?:_|lodash)\.(?:pick|omit)|pick|omit|strip\w*(?:Fields?|Props?|Attrs?|Keys?)|(?:filter|whitelist|allow|sanitize|only)\w{0,16}(?:Fields?|Props?|Keys?|Params?|Body)\w*|assert\w*(?:Match|Access|Owner|Member|Tenant|Session)\w*/u,
    ),
  ),
  careful(
    'authz',
    3,
    ['option'],
    /^"?(?:roles|permissions?|scopes?|allowedRoles|access|requiredRole|allow_?internals?|disable(?:File|Url)Access)"?:(?!true|"\*"|undefined|null|\(\)=>true)/iu,
  ),
  careful(
    'authz',
    3,
    ['heritage', 'call', 'import'],
    /\b(?:CanActivate|AuthGuard|RolesGuard|AccessControl|casbin|CASL|@casl\/ability)\b/u,
  ),
  careless(
    'authz',
    3,
    ['call'],
    /^Object\.assign\([\w.]{1,60},(?:req\.|request\.)?body\b|^_\.(?:extend|assign|merge)\([\w.]{1,60},(?:req\.|request\.)?(?:body|query)\b/u,
  ),
  careless(
    'authz',
    3,
    ['call', 'option'],
    /^(?:new [A-Z]\w+|[\w.]{1,60}\.(?:create|update|insert|insertMany|upsert|updateOne|findByIdAndUpdate|save|build|set))\((?:[^()]{0,60},)?(?:\{\.{3})?(?:req|request|ctx\.request|ctx)\.body\b(?!\.)/u,
  ),
  careless(
    'authz',
    3,
    ['option', 'assignment', 'call'],
    /\b(?:overrideAccess|isAdmin|bypassPermission\w*|skipPermission\w*|ignorePermission\w*|allowAll|sudo|runAsRoot|superuser|noAuthz)"?[:=]true|\.sudo\(\)|bypassSecurity\w*\(/u,
  ),
  careless('authz', 2, ['assignment', 'option', 'call'], /[{,]\.{3}(?:req|request|ctx)\.(?:body|query)\b/u),
  careful(
    'authz',
    3,
    ['option'],
    /^"?(?:where|filter|query)"?:\{[^}]{0,100}\b(?:user_?id|owner_?id|tenant_?id|author|created_?by|workspace_?id|org(?:anization)?_?id|account_?id)\b/iu,
  ),
  careful(
    'authz',
    3,
    ['call'],
    /\.(?:findOne|find|findFirst|findUnique|findOneBy|update|delete|deleteOne|updateOne|where|count)\(\{[^}]{0,120}\b(?:user_?id|owner(?:_?id)?|tenant_?id|author(?:_?id)?|created_?by|workspace_?id|org(?:anization)?_?id|account_?id)\b/iu,
  ),
  careless('authz', 3, ['option', 'string'], /^"?ACL"?:"public-read|^"public-read(?:-write)?"$/u),
  careless(
    'authz',
    2,
    ['call'],
    /\.(?:findById|findByIdAndUpdate|findByIdAndDelete|findByPk|findByIdAndRemove)\(req\.(?:params|body|query)\.\w+/u,
  ),
  careless(
    'authz',
    3,
    ['option'],
    /^"?(?:access|read|create|update|delete|canActivate|isAuthorized|authorize|allow)"?:(?:\(\w*\)=>true|true|"\*"|"public"|\(\{\}\)=>true|allowAll)$/u,
  ),
];

/** Who asks, and what they may do. */
export const JAVASCRIPT_ACCESS_IDIOMS: readonly Idiom[] = [...IDENTITY, ...RIGHTS];
