import type { Sanitiser } from '../profile.ts';

export const JAVASCRIPT_SANITISERS: readonly Sanitiser[] = [
  {
    callee:
      /^(?:(?:window|Number|globalThis)\.)?(?:parseInt|parseFloat|Number|BigInt|Boolean|isNaN)$|^Math\.\w+$|^(?:mongoose\.)?(?:Types\.)?ObjectId$|^mongodb\.ObjectId$|^(?:\+|-|~|typeof|void)$|^Date(?:\.\w+)?$/u,
    kinds: 'all',
  },
  {
    callee: /^(?:encodeURIComponent|escape)$|^querystring\.(?:escape|stringify)$/u,
    kinds: ['html', 'redirect', 'network', 'file', 'sql'],
  },
  { callee: /^encodeURI$/u, kinds: ['html'] },
  {
    callee:
      /^(?:path|node:path|path\.posix|path\.win32)\.basename$|^basename$|^sanitize-filename$|^sanitizeFilename$|^filenamify$/u,
    kinds: ['file'],
  },
  {
    callee:
      /^(?:shell-quote|shellQuote|shell-escape|shellescape)(?:\.(?:quote|default))?$|^(?:quote|shellEscape|shellescape)$/u,
    kinds: ['shell'],
  },
  {
    callee:
      /(?:^|\.)(?:escapeId|escapeLiteral|escapeIdentifier|quoteIdent|quoteLiteral)$|^(?:mysql2?|sqlstring|SqlString|pg-format|pgFormat)\.(?:escape|format|default)$|^(?:pool|conn|connection|db|client)\.escape$|^(?:pg-format|format)$/u,
    kinds: ['sql'],
  },
  { callee: /^(?:validator)\.(?:escape|toInt|toFloat|toBoolean|whitelist)$/u, kinds: 'all' },
  {
    callee:
      /^(?:dompurify|DOMPurify|isomorphic-dompurify|createDOMPurify)(?:\.default)?(?:\(\))?\.sanitize$|^(?:sanitize-html|xss|escape-html|he|html-escaper|html-entities|lodash|_|underscore)(?:[./](?:escape|encode|filterXSS|process|default))?$|(?:^|\.)(?:escapeHtml|escapeHTML|htmlEscape|encodeHtml|encodeHTML|sanitizeHtml|sanitizeHTML|escapeXml|encodeEntities|stripTags)$/u,
    kinds: ['html', 'template'],
  },
  { callee: /^(?:marked|markdown-it)\b/u, kinds: [] },
  {
    callee:
      /^(?:crypto\.(?:createHash|createHmac)\(\)(?:\.\w+\(\))*\.digest|bcrypt\.hash(?:Sync)?|uuid\.v\d|slugify|bcryptjs\.hash(?:Sync)?)$|(?:^|\.)(?:slugify|slug|hash|digest)$/u,
    kinds: 'all',
  },
  {
    callee:
      /(?:[sS]chema|Schemas?\.\w+|[vV]alidator|\b(?:z|joi|Joi|yup|v)\.\w+\(\)(?:\.\w+\(\))*|Input|Dto|DTO|Params|Query|Body)\.(?:parse|parseAsync|safeParse|safeParseAsync|validate|validateSync|validateAsync|attempt|cast)$|^(?:valibot|v)\.(?:parse|safeParse)$|^(?:Joi|joi)\.(?:attempt|assert)$|^class-transformer-validator\.\w+$/u,
    kinds: 'all',
  },
  {
    callee:
      /(?:^|\.)(?:sanitize|sanitise|validate|validated|clean|normali[sz]eAndCheck|assertSafe|ensureSafe|safe|allow|pick|whitelist|to(?:Int|Number|Integer|Id|UUID)|parse(?:Id|Int|UUID|Uuid|Number|Page|Limit|Bool|Date))(?:[A-Z]\w*)?$/u,
    kinds: 'all',
  },
  { callee: /(?:^|\.)(?:(?:escape|quote)(?:Shell|Arg)\w*)$/u, kinds: ['shell'] },
  { callee: /(?:^|\.)(?:(?:escape|quote)Sql\w*|sql(?:Escape|Quote))$/u, kinds: ['sql'] },
  {
    callee: /(?:^|\.)(?:safe(?:Join|Path|Resolve)|resolve(?:Safe|Within|Inside)\w*|secure(?:Path|Filename|Join))$/u,
    kinds: ['file'],
  },
  { callee: /(?:^|\.)safe(?:Url|Redirect|Next|ReturnTo)\w*$/u, kinds: ['redirect', 'network'] },
];

export const JAVASCRIPT_VALIDATORS: readonly Sanitiser[] = [
  {
    callee:
      /(?:^|\.)(?:test|match|exec|includes|has|hasOwn|hasOwnProperty|call|indexOf|startsWith|endsWith|search|some|every|find)$/u,
    kinds: 'all',
  },
  {
    callee: /^(?:validator|validate)(?:\.\w+)?$|^Number\.is\w+$|^is[A-Z]\w*$|\.is[A-Z]\w*$|^path\.isAbsolute$/u,
    kinds: 'all',
  },
  {
    callee:
      /(?:^|\.)(?:is|has|can|check|validate|verify|ensure|assert|valid|allow|allowed|allows|accept|safe|match|matches|within|contains?)(?:[A-Z_]\w*)?$/u,
    kinds: 'all',
  },
  {
    callee:
      /(?:^|\.)(?:safeParse|safeParseAsync|validate|validateSync|validateAsync|isValid|isValidSync|validationResult|compare|timingSafeEqual)$|^ajv(?:\.\w+)?$/u,
    kinds: 'all',
  },
];

export const JAVASCRIPT_ASSERTERS: RegExp =
  /(?:^|\.)(?:assert|ensure|validate|check|verify|require|must|reject|guard|forbid|enforce|sanitize|sanitise)(?:[A-Z_]\w*)?$|^assert(?:\.\w+)?$|(?:[sS]chema|\b[vV]alidator)\.(?:parse|parseAsync|validate|validateSync|validateAsync|assert)$|^(?:tiny-)?invariant$/u;
