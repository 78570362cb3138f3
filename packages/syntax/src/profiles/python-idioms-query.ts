import type { ElementKind, Idiom } from '../idiom.ts';
import { pythonIdiomRows } from './python-idiom-rows.ts';

const SET = ['option', 'assignment'] as const satisfies readonly ElementKind[];
const CALL_OR_IMPORT = ['call', 'import'] as const satisfies readonly ElementKind[];

export const PYTHON_IDIOMS_QUERY: readonly Idiom[] = [
  ...pythonIdiomRows('sql', [
    ['careless', 3, 'call', /\bexecute(?:many|script|_sql)?\((?:\w{1,20},)?f"[^{]{0,250}\{/u],
    [
      'careless',
      3,
      'call',
      /\b(?:execute(?:many|script|_sql)?|fetch(?:one|all|row|val)?)\("(?:[^"]{0,250})"(?:%|\+|\.format\()/u,
    ],
    [
      'careful',
      3,
      'call',
      /\b(?:execute(?:many)?|fetch(?:one|all|row|val)?)\((?:text\()?"[^"]{0,260}(?:%s|%\(\w+\)s|\?|:\w+|\$\d)[^"]{0,120}"\)?,/u,
    ],
    ['careful', 2, 'call', /\bexecute(?:many)?\(\w{1,30},(?:\[|\(|\{|params|args|values)/u],
    ['careless', 1, 'call', /\bexecute(?:many)?\((?:sql|query|stmt|cmd)\)$/u],
    ['careless', 3, 'call', /^[\w.]{0,40}\btext\((?:f"|"[^"]{0,200}"(?:%|\+|\.format\())/u],
    [
      'careless',
      3,
      'call',
      /\.(?:raw|extra|from_statement|read_sql\w*)\((?:where=\[|\w{1,20}=)?(?:f"|"[^"]{0,200}"(?:%|\+|\.format\())/u,
    ],
    [
      'careless',
      2,
      'call',
      /\bRawSQL\(|\.extra\((?:where|select|tables|order_by)=|\bliteral_column\(|\bexecutescript\(/u,
    ],
    [
      'careless',
      2,
      ['string', 'assignment'],
      /\bf"(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|DROP|ALTER TABLE|CREATE)\b[^{]{0,200}\{/iu,
    ],
    ['careless', 2, 'assignment', /="(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b[^"]{0,200}"(?:%|\+|\.format\()/iu],
    ['careless', 2, 'assignment', /(?:sql|query|stmt|where)\+=(?:f".{0,100}\{|"[^"]{0,100}"(?:%|\+|\.format\())/u],
    ['careful', 3, 'call', /^(?:psycopg2?\.)?sql\.(?:Identifier|Literal|SQL|Placeholder)\(/u],
    [
      'careful',
      3,
      'call',
      /\b(?:bindparams?|quote_name|quote_ident\w*|quote_identifier|escape_string|escape_sql\w*|escape_like|escape_identifier|quoted_name|qn|mogrify|real_escape_string|_quote_identifier|quote_literal|adapt)\(/u,
    ],
    ['careful', 2, 'option', /^(?:params|parameters|query_params|bind|binds|bindparams|query_parameters)=(?!None)/u],
    ['careless', 3, ['string', 'option'], /^"\$where"|\$where"?:/u],
    [
      'careless',
      2,
      'call',
      /\.(?:filter|exclude|get|order_by|filter_by|values)\((?:\*\*|\*)?(?:self\.)?request\.(?:GET|POST|data|args|json|query_params)\b/u,
    ],
    [
      'careful',
      2,
      ['guard', 'comparison'],
      /\b(?:not )?in (?:[\w.]{0,30}\.)?(?:valid|allowed|sortable|ordering|safe)_?(?:fields|columns|orderings?|sorts?|order_by)\b/u,
    ],
    ['careful', 2, 'option', /^mode=ro$|^uri=True$|^read_?only=True$|^isolation_level="SERIALIZABLE"$/u],
    ['careful', 2, 'call', /\.(?:select_for_update|with_for_update)\(/u],
    ['careful', 3, 'string', /\?mode=ro"|"PRAGMA query_only|SET TRANSACTION READ ONLY/u],
  ]),
  ...pythonIdiomRows('xml', [
    ['careful', 3, CALL_OR_IMPORT, /\bdefused(?:xml|expat)\b|\bDefusedXMLParser\b|\bdefuse_stdlib\(/u],
    [
      'careful',
      3,
      SET,
      /\b(?:resolve_entities|load_dtd|huge_tree|expand_entities|dtd_validation|attribute_defaults|resolve_external\w*)"?[=:](?:False|"internal")$/u,
    ],
    ['careless', 3, SET, /\b(?:resolve_entities|load_dtd|huge_tree|expand_entities|attribute_defaults)"?[=:]True$/u],
    [
      'careful',
      3,
      SET,
      /\b(?:no_network|forbid_dtd|forbid_entities|forbid_external|disable_entities)"?(?::bool)?[=:]True$/u,
    ],
    ['careless', 3, SET, /\b(?:no_network|forbid_dtd|forbid_entities|forbid_external|disable_entities)"?[=:]False$/u],
    [
      'careful',
      3,
      'call',
      /\.setFeature\([\w.]{0,60}external_[gp]es,(?:False|0)\)|\bXSLTAccessControl\(|\.SetParamEntityParsing\(\w{0,40}NEVER|\bEntitiesForbidden\(|\bDTDForbidden\(/u,
    ],
    [
      'careless',
      3,
      'call',
      /\.setFeature\([\w.]{0,60}external_[gp]es,(?:True|1)\)|\.SetParamEntityParsing\(\w{0,60}ALWAYS/u,
    ],
    ['careful', 3, 'call', /\bXMLParser\(.{0,200}(?:resolve_entities=(?!True)|no_network=True)/u],
    ['careless', 2, 'call', /\bXMLParser\((?!.{0,250}resolve_entities=)/u],
    [
      'careless',
      2,
      'import',
      /^(?:import|from) (?:xml\.(?:etree|sax(?!\.saxutils)|dom|parsers)|lxml(?!\.html)|xmlrpclib)\b/u,
    ],
    [
      'careless',
      1,
      'call',
      /^(?:etree|ET|ElementTree|lxml\.etree|minidom|xml\.dom\.minidom|sax|xml\.sax|pulldom)\.(?:parse|fromstring|parseString|XML|iterparse)\([^,]{1,200}\)$/u,
    ],
    [
      'careful',
      2,
      'call',
      /^(?:etree|ET|ElementTree|lxml\.etree)\.(?:parse|fromstring|XML)\(.{1,200},(?:parser=)?\w*parser\w*\)?/iu,
    ],
  ]),
];
