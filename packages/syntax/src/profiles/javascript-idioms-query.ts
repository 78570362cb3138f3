import type { Idiom } from '../idiom.ts';
import { callee, careful, careless, module } from './javascript-idioms-row.ts';

const QUERIES: readonly Idiom[] = [
  careful(
    'sql',
    3,
    ['call'],
    callee(
      /\w{0,20}(?:escape|quote|wrap|delimit|encode|format)_?(?:Id(?:ent\w*)?|Identifiers?|Literal|Value|Name|Column|Table|Comment|String\w*|Sql|SQL|Binding|Like|Field|Params?|Object\w*)\w*/u,
    ),
  ),
  careful(
    'sql',
    3,
    ['call'],
    callee(
      /(?:mysql2?|pg|pgp|SqlString|sqlstring|connection|conn|pool|client|db|helpers|driver|dialect|formatter|queryGenerator|this\.(?:client|driver|formatter))\.(?:_?escape\w*|format|wrap|as\.\w+|quote\w*)/u,
    ),
  ),
  careful(
    'sql',
    3,
    ['call'],
    /\.replace(?:All)?\((?:\/\(?(?:\?<!)?["`]\)?[^/]{0,12}\/g?|["`]["`]{0,2}["`]),["`](?:""|``|\\+["`]|\\{1,2}\$&|\$1\$1[^"]{0,6})["`]\)/u,
  ),
  careful(
    'sql',
    3,
    ['call'],
    /\.(?:query|execute|run|all|get|each|raw|prepare|whereRaw|exec)\((?:"[^"]{0,220}"|`[^`$]{0,220}`),(?:\[|\{|[a-z]\w*(?:,|\)))/u,
  ),
  careful(
    'sql',
    2,
    ['string'],
    /^["`](?:SELECT|INSERT|UPDATE|DELETE|MERGE|WITH|CALL)\b[^$]{0,150}(?:=\s?\?|\(\?|\$\d|=\s?:\w|@\w)/iu,
  ),
  careful(
    'sql',
    3,
    ['call'],
    callee(
      /(?:setParameters?|bindParam|bindValue|addBinding|\w*_escapeBinding|\$queryRaw|\$executeRaw|Prisma\.sql|sql\.(?:placeholder|param|identifier))/u,
    ),
  ),
  careful('sql', 3, ['option'], /^"?(?:replacements|bindings|bind|binds|placeholders)"?:/u),
  careful('sql', 3, ['option'], /^"?(?:multipleStatements|allowMultiQueries|stringifyObjects|insecureAuth)"?:false/u),
  careful('sql', 3, ['option'], /^"?sanitizeFilter"?:true|^"?\$eq"?:/u),
  careful(
    'sql',
    3,
    ['call', 'import'],
    /^(?:mongoSanitize|expressMongoSanitize|mongoose\.sanitizeFilter|sanitizeFilter)\(|"(?:express-)?mongo-sanitize"|"sqlstring"|"sql-template-strings"|"sql-escaper"|"pg-format"/u,
  ),
  careful(
    'sql',
    2,
    ['assignment', 'comparison', 'call'],
    /\b(?:valid|allowed|safe)?_?(?:orderBys?|sortOrders?|sortFields?|directions?|operators|sortable\w*|validOrders)\.(?:includes|has|indexOf)\(|\["asc","desc"|\["ASC","DESC"/u,
  ),
  careful('sql', 3, ['call'], callee(/ObjectId\.isValid|isValidObjectId|mongoose\.Types\.ObjectId|isMongoId/u)),
  careless(
    'sql',
    3,
    ['call'],
    /\.(?:query|execute|raw|run|all|each|whereRaw|orderByRaw|havingRaw|joinRaw|selectRaw|unsafe)\((?:"[^"]{0,200}"\+|`[^`]{0,200}\$\{)/u,
  ),
  careless(
    'sql',
    2,
    ['assignment', 'return', 'call'],
    /["`](?:SELECT|INSERT INTO|UPDATE|DELETE FROM|ALTER TABLE|DROP TABLE|CREATE TABLE|COMMENT ON|comment on)\b[^"`]{0,150}(?:"\+\w|(?:"|=|\(|,|\s)\$\{(?!\w*(?:[eE]sc|[qQ]uot|[wW]rap|place))[\w.]{1,60}\})/u,
  ),
  careless(
    'sql',
    3,
    ['call'],
    callee(/\$(?:queryRaw|executeRaw)Unsafe|sql\.unsafe|sql\.raw|Prisma\.raw|[sS]equelize\.literal/u),
  ),
  careless(
    'sql',
    3,
    ['option'],
    /^"?(?:multipleStatements|allowMultiQueries|insecureAuth)"?:true|^"?\$(?:where|function|accumulator)"?:|^"?sanitizeFilter"?:false/u,
  ),
  careless(
    'sql',
    3,
    ['call'],
    /\.(?:find|findOne|findOneAnd\w+|updateOne|updateMany|deleteOne|deleteMany|where|count\w*)\((?:req|request|ctx)\.(?:body|query|params)\b/u,
  ),
  careless(
    'sql',
    3,
    ['call'],
    /\.(?:find|findOne|findOneAnd\w+|updateOne|deleteOne)\(\{\w+:(?:req|request)\.(?:body|query)\.\w+/u,
  ),
  careless('sql', 2, ['assignment', 'call', 'option'], /`"\$\{(?!\w*[eE]sc|\w*\.?[eE]sc)[\w.]{1,60}\}"`$/u),
  careful('sql', 3, ['call'], /\.(?:where|andWhere|orWhere|having)\("[^"]{0,120}:\w{1,30}[^"]{0,60}",\{/u),
  careful(
    'sql',
    3,
    ['call'],
    callee(/(?:ldap|filter|dn|xpath)\.?_?[eE]scape\w*|escape_?(?:Ldap|LDAP|DN|Dn|Filter|XPath|Xpath)\w*/u),
  ),
  careless(
    'sql',
    3,
    ['call'],
    /\.(?:where|andWhere|orWhere|having|orderBy|addOrderBy)\((?:"[^"]{0,120}"\+|`[^`]{0,120}\$\{)/u,
  ),
  careless('sql', 3, ['call'], /\.(?:aggregate|find|findOne)\(JSON\.parse\(|xpath\.select\((?:`|"[^"]{0,80}"\+)/u),
];

const MARKUP_PARSERS: readonly Idiom[] = [
  careful(
    'xml',
    3,
    ['option'],
    /^"?(?:noent|processEntities|resolveEntities|expandEntities|loadExternalDtd|htmlEntities|dtdload|dtdvalid|dtdattr|huge|explicitEntities|allowDoctype)"?:false/iu,
  ),
  careful(
    'xml',
    3,
    ['option'],
    /^"?(?:nonet|noNetwork|strictEntities|disableEntities|ignoreDoctype|strictReservedNames)"?:true/iu,
  ),
  careful('xml', 3, ['string', 'regex', 'comparison'], /<!(?:DOCTYPE|ENTITY)|^"!?(?:DOCTYPE|ENTITY)"$/u),
  careful('xml', 3, ['assignment', 'guard', 'option', 'comparison'], /\b(?:max|total)\w{0,20}(?:Entit|Expan)\w*/iu),
  careless(
    'xml',
    3,
    ['option'],
    /^"?(?:noent|resolveEntities|expandEntities|processEntities|loadExternalDtd|dtdload|huge)"?:true/iu,
  ),
  careless('xml', 3, ['option'], /^"?nonet"?:false/iu),
  careless('xml', 2, ['import', 'call'], module(/node-expat|libxmljs|xml2json/u)),
];

/** Text that becomes a query or a document. */
export const JAVASCRIPT_QUERY_IDIOMS: readonly Idiom[] = [...QUERIES, ...MARKUP_PARSERS];
