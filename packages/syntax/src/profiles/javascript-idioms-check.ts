import type { Idiom } from '../idiom.ts';
import { callee, careful, careless, module } from './javascript-idioms-row.ts';

/** Checks of untrusted data. */
export const JAVASCRIPT_CHECK_IDIOMS: readonly Idiom[] = [
  careful('validate', 3, ['call'], callee(/_?\w{0,20}(?:[vV]alidat(?:e|or|ion)|[vV]erif(?:y|ier))\w*(?:\.\w{1,24})?/u)),
  careful(
    'validate',
    3,
    ['call', 'guard', 'comparison'],
    /\b_?is_?(?:Valid|Invalid|Safe|Unsafe|Allowed|Blocked|Forbidden|Trusted|Dangerous|Malicious|Permitted)\w*/u,
  ),
  careful(
    'validate',
    2,
    ['call'],
    callee(/(?:assert|ensure|check|require|prevent|forbid|reject|enforce|guard)[A-Z_]\w*|Hoek\.assert/u),
  ),
  careful(
    'validate',
    3,
    ['call'],
    callee(
      /validator\.\w+|ajv\.compile|(?:Joi|joi|Yup|yup)\.\w+|\w+\.(?:safeParse|superRefine|refine|parseAsync)|checkSchema|superstruct\.\w+/u,
    ),
  ),
  careful(
    'validate',
    3,
    ['import', 'call'],
    module(
      /joi|yup|zod|ajv|validator(?:\/[\w/]+)?|express-validator|class-validator|celebrate|@hapi\/joi|@sinclair\/typebox|superstruct|[^"]{0,60}\/(?:validat|verif|saniti)\w*(?:\.\w+)?/iu,
    ),
  ),
  careful(
    'validate',
    3,
    ['import'],
    /\b(?:is(?:Valid|Safe|Allowed|Invalid|Unsafe)|validate|verify|assert|check|ensure)[A-Z]\w{2,60}/u,
  ),
  careful(
    'validate',
    3,
    ['decorator'],
    /^@(?:Is[A-Z]\w+|Matches|Length|MaxLength|Max|Min|ValidateNested|Validate|ArrayMaxSize|UsePipes)\(/u,
  ),
  careful(
    'validate',
    3,
    ['option'],
    /^"?(?:additionalProperties"?:false|whitelist"?:true|forbidNonWhitelisted"?:true|forbidUnknownValues"?:true|stripUnknown"?:true|allowUnknown"?:false|unevaluatedProperties"?:false)/u,
  ),
  careful(
    'validate',
    2,
    ['option'],
    /^"?(?:pattern|enum|maxLength|maximum|maxItems|maxProperties|minLength|format|match|validate|validator)"?:/u,
  ),
  careful(
    'validate',
    3,
    ['call', 'comparison', 'guard', 'assignment'],
    /\b\w{0,40}(?:(?:allow(?:ed)?|white|deny|block|black|ban|safe)_?list\w*|disallowed\w*|banned\w*|blacklisted\w*|whitelisted\w*)/iu,
  ),
  careful(
    'validate',
    2,
    ['option', 'string'],
    /^"?\w{0,40}(?:allow(?:ed)?|white|deny|block|black)_?list\w*"?(?::|"$)/iu,
  ),
  careful(
    'validate',
    3,
    ['throw'],
    /\b(?:invalid|not allowed|not permitted|not supported|illegal|unsafe|insecure|forbidden|malformed|must (?:not )?be|must match|does not match|mismatch|disallowed|refus\w+|reserved|untrusted|unexpected|cannot contain|prohibited|blocked|suspicious)\b/iu,
  ),
  careful(
    'validate',
    3,
    ['call'],
    /(?:^new \w{0,30}Error|Boom\.\w+|\breject|\bnext|callback|cb)\((?:new \w*Error\()?(?:[\w.]{1,60},)?["`][^"`]{0,60}\b(?:[iI]nvalid|not allowed|illegal|unsafe|[fF]orbidden|malformed|must be|mismatch|not permitted)\b/u,
  ),
  careful('validate', 3, ['call'], /\.normalize\("NFK?[CD]"\)/u),
  careful('validate', 1, ['call'], /^[\w.[\]"]{1,60}\.trim\(\)$|\.toLowerCase\(\)$/u),
  careful('validate', 1, ['call'], callee(/assert(?:\.\w+)?|invariant|z\.\w+/u)),
  careful('validate', 2, ['guard'], /\.test\(|\.(?:includes|has)\(/u),
  careful(
    'validate',
    3,
    ['option', 'assignment'],
    /^(?:[\w.]{1,60}\.)?"?_?strict\w*"?[:=]true\b|^"?\w*(?:Strict|Validat\w+)"?:true\b/u,
  ),
  careful(
    'validate',
    3,
    ['option', 'assignment'],
    /^(?:[\w.]{1,60}\.)?"?_?allow_?(?:Unsafe|Insecure|Missing|Unauthenticated|Unknown|Any|All|Untrusted|Invalid|Dangerous|Empty|Private)\w*"?[:=]false\b/iu,
  ),
  careless('validate', 3, ['option', 'assignment'], /^(?:[\w.]{1,60}\.)?"?_?(?:strict|validate)\w*"?[:=]false\b/u),
  careless(
    'validate',
    3,
    ['option'],
    /^"?(?:additionalProperties"?:true|forbidNonWhitelisted"?:false|allowUnknown"?:true|stripUnknown"?:false|skipValidation"?:true|validateBeforeSave"?:false|runValidators"?:false)/u,
  ),
  careless('validate', 2, ['call'], /\.(?:passthrough|loose|unknown)\(\)$|^z\.any\(\)|^Joi\.any\(\)/u),
  careful(
    'validate',
    1,
    ['call'],
    /\.(?:max|min|length|regex|int|positive|nonnegative|finite|enum|strict|strictObject|nonempty|valid|pattern|uri|hostname|alphanum|isIn|isLength|isInt|matches|refine|superRefine)\([^()]{0,80}\)$/u,
  ),
  careful(
    'validate',
    3,
    ['option'],
    /^"?(?:fileFilter|validateStatus|allowedFormats|allowedMimeTypes|allowed(?:Extensions|ContentTypes|Methods)|accept(?:edTypes)?|required"?:true)/u,
  ),
  careful(
    'validate',
    3,
    ['call', 'assignment', 'comparison'],
    /\b(?:allowed|safe|unsafe|dangerous|blocked|forbidden|valid|inlineSafe)_?(?:Extensions?|Exts?|Mime_?[tT]ypes?|Types?|Methods?|Values?|Formats?|Chars?|Characters?|Options?|Tags?|Fields?|Columns?|Sizes?)\b/iu,
  ),
];
