import type { ReachProfile } from '../profile.ts';
import { JAVASCRIPT_ASSERTERS, JAVASCRIPT_SANITISERS, JAVASCRIPT_VALIDATORS } from './javascript-defences.ts';
import { JAVASCRIPT_FRAMEWORKS } from './javascript-frameworks.ts';
import { JAVASCRIPT_SINKS } from './javascript-sinks.ts';

export const javascript: ReachProfile = {
  ...JAVASCRIPT_FRAMEWORKS,
  sinks: JAVASCRIPT_SINKS,
  sanitisers: JAVASCRIPT_SANITISERS,
  validators: JAVASCRIPT_VALIDATORS,
  asserters: JAVASCRIPT_ASSERTERS,
  otherChecks:
    /auth|admin|owner|permi[st]|role|access|login|logged|csrf|token|session|signature|member|(?:^|\.)is_?(?:string|str|array|list|object|dict|defined|nil|null|none|undefined|empty|not_?empty|function|promise|production|dev\w*|test\w*)$|exist|connection|ready|enabled|rate_?limit|quota|can_?(?:edit|view|read|write|delete|manage)/iu,
  validatingMiddleware:
    /valid|celebrate|checkSchema|sanitiz|\b(?:z|joi|Joi|yup)\.object|Schema\b|\bschema\b[^]*\b(?:body|query\w*|params|headers)\b|\bParse\w*Pipe|\.(?:isInt|isUUID|isEmail|isIn|matches|isAlphanumeric|isURL|isMongoId|isNumeric)\(/u,
  exits:
    /^(?:process\.(?:exit|abort)|next\/navigation\.(?:redirect|permanentRedirect|notFound)|(?:ctx|context|this\.ctx|c)\.(?:throw|assert)|@sveltejs\/kit\.(?:error|redirect))$/u,
  unrelated:
    /^(?:get|find|findOne|findMany|findFirst|findUnique|findAll|findBy\w*|getBy\w*|query|queryRaw|\$queryRaw\w*|execute|exec|fetch\w*|load\w*|exists\w*|has\w*|count\w*|save\w*|create(?!Url|Path|Query|Hash)\w*|insert\w*|update(?!$)\w*|delete\w*|remove\w*|send\w*|post|put|lookup\w*|verify\w*|compare\w*|check\w*|is[A-Z]\w*|test|includes|indexOf|startsWith|endsWith|lastIndexOf|localeCompare|charCodeAt|sign\w*|hash\w*|digest|log|info|warn|error|debug|json|status|redirect|render|render\w+|emit|publish|enqueue|push|subscribe|on|once|use|add(?!ress)\w*|set\w*|write\w*|read\w*|unlink\w*|stat\w*|mkdir\w*|open\w*|request\w*|axios|head|patch|sendFile|download|end|destroy|close|authenticate|authorize|login|register\w*|encrypt\w*|len\w*|Set|Map|WeakMap|Error|\w+Error|\w*Exception|require\w*|assert\w*|ensure\w*|describe|it|expect|next|done|cb|resolveId|raw|run|all|get[A-Z]\w*(?:By|For|From)[A-Z]\w*)$/u,
  tells:
    /^(?:test|includes|indexOf|lastIndexOf|startsWith|endsWith|has|hasOwn|hasOwnProperty|localeCompare|charCodeAt|codePointAt|findIndex|some|every|is[A-Z]\w*|exists|equals|getTime)$/u,
  harmlessMembers: /^(?:length|size|byteLength|mimetype|statusCode|ok|status|protocol)$/u,
  handsElement:
    /^(?:map|forEach|filter|find|findLast|flatMap|some|every|then|finally|each|sort|reduce|mapSeries|eachSeries|mapLimit)$/u,
  keepsElement: /^(?:filter|find|findLast|sort|forEach|some|every|finally)$/u,
  builtinMethods:
    /^(?:toString|trim|trimStart|trimEnd|slice|substring|substr|split|join|concat|replace|replaceAll|toLowerCase|toUpperCase|map|filter|reduce|forEach|find|findIndex|some|every|flat|flatMap|keys|values|entries|includes|indexOf|startsWith|endsWith|push|pop|shift|unshift|splice|sort|reverse|charAt|at|padStart|padEnd|repeat|normalize|match|matchAll|test|has|set|add|clear|then|catch|finally|call|apply|bind|json|text|on|once|emit|toFixed|valueOf|get|delete|next|return|status|send|end|header|fill|from|of|log|error|warn|info|debug|parse|stringify|assign|freeze|all|race|resolve|reject|use|listen|close|write|toJSON|toISOString|getTime|raw|query|execute|exec|run|param|params|header|headers|formData|blob|arrayBuffer|cookie|cookies|valid|parts|file|files|redirect|render|type|html)$/u,
  keeps: /^(?:push|unshift|add|set|append|assign|splice)$/u,
  replaces: /(?:^|\.)(?:replace|replaceAll)$/u,
  answersIn: /@hapi\/hapi|['"]hapi['"]/u,
  ownModule: /^(?:\.|\/|@\/|~|#|src\/|app\/|lib\/|server\/|\$lib)/u,
  assignmentDeclares: false,
  self: /^this$/u,
  modules: 'paths',
  extensions: ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts'],
  folderFiles: ['index'],
};
