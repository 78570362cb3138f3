import type { GradedWords } from './graded-words.ts';

/** Words of code that takes data apart or hands it on: escaping, parsing, queries, patterns, types, prototypes. */
export const DATA_WORDS: Readonly<
  Record<'escaping' | 'html' | 'execution' | 'parsing' | 'sql' | 'regex' | 'types' | 'prototype', GradedWords>
> = {
  escaping: {
    3:
      'absint ansiescape bidi confusable confusables contextualescape controlcharacters controlchars crlf ' +
      'crlfinjection csvinjection defang defanged encodeforbase encodeforcss encodefordn encodeforldap encodeforos ' +
      'encodeforsql encodeforurl encodeforxpath encoderfactory esapi escapecomponent escapecontrol escapecsv ' +
      'escapedn escapednchars escapeecmascript escapefilter escapefilterchars escapefn escapeformula escapeinput ' +
      'escapelatex escapeldap escapelog escapemarkdown escapenewlines escapeoutput escapepattern escapestring ' +
      'escapetemplate escapeunicode escapeuri escapeuricomponent escapeurl escapevalue escapexpath filterinput ' +
      'filtersanitize filtersanitizefullspecialchars filtersanitizenumberint filtersanitizespecialchars ' +
      'filtersanitizestring filtersanitizeurl filtervalidateemail filtervalidateint filtervalidateip ' +
      'filtervalidateregexp filtervalidateurl filtervar forcssstring formulainjection foruricomponent homoglyph ' +
      'homograph htmlescaper injection injections ldapencode ldapescape logforging loginjection metachar ' +
      'metacharacter metacharacters metachars mustescape needsescape needsescaping neutralise neutralization ' +
      'neutralize neutralized neutralizes nullbytes outputencoding pathescape queryescape rawurlencode ' +
      'removecontrolchars sanitisation sanitise sanitised sanitiser sanitising sanitization sanitize sanitized ' +
      'sanitizeemail sanitizeforlog sanitizehtmlclass sanitizeinput sanitizekey sanitizelog sanitizename ' +
      'sanitizeoutput sanitizeparam sanitizeparams sanitizequery sanitizer sanitizers sanitizes sanitizestring ' +
      'sanitizetext sanitizetextfield sanitizetitle sanitizevalue sanitizing shouldescape stringescapeutils ' +
      'stripansi stripcontrol stripcontrolchars stripcrlf stripescapes stripnewlines stripnull stripnullbytes ' +
      'textescaper trojansource unicodeescape unsanitized',
    2:
      'addcslashes addslashes allowedchars badchars canonical clean cleaned cleaner cleaninput cleanse control ' +
      'controlchar danger dangerous doubleencoding doubleescape encodecomponent encodeuri encodeuricomponent escape ' +
      'escaped escaper escapers escapes escaping forbiddenchars fromutf harmful harmless hazardous idna illegal ' +
      'illegalchars intval invalidchars invisible isutf linebreaks newlines nfc nfd nfkc nfkd nonprintable ' +
      'normalisation normalise normalised normalization normalize normalized normalizer normalizes nul nullchar ' +
      'percentencode printable punycode quote quoted quoteplus quotes quoting replacechars requote reservedchars ' +
      'safe safechars safely safer safestring safety scrub scrubbed scrubber scrubbing scrubs specialcharacters ' +
      'specialchars strip stripped stripping strips stripslashes toascii tounicode unescaped unprintable unquoted ' +
      'unsafechars urlencode urlencoded urlquote validutf whitespace wpunslash zerowidth',
    1:
      'alphanumeric apostrophe ascii backtick bom canonicaleq carriage casefold char character characters charat ' +
      'charcode charcodeat chars charset codepoint codepointat decode decoded decodeuri decodeuricomponent decoding ' +
      'delimiter delimiters encode encoded encoder encodes encoding encodings eol fromcharcode hex iconv isalnum ' +
      'isalpha isalphanumeric isascii isdigit isprintable isspace linefeed lower lowercase lstrip mbstring newline ' +
      'octal printf quotation raw remove removed removes removing replace replaceall replaced replacement ' +
      'replacements rstrip special surrogate surrogates tolower tolowercase touppercase trim trimend trimmed ' +
      'trimstart unescape unicode unicodedata unquote unquoteplus urldecode urlunescape utf',
  },
  html: {
    3:
      'allowedattr allowedattributes allowedattrs allowedelements allowedtag allowedtags allowedurlschemes ammonia ' +
      'antixss attrescape autoescape autoescaped autoescapefilter autoescaping badprotocol badprotocols bleach ' +
      'blockedtags bluemonday bypasssecuritytrusthtml bypasssecuritytrustresourceurl bypasssecuritytrustscript ' +
      'bypasssecuritytruststyle bypasssecuritytrusturl clobber clobbered clobbering conditionalescape ' +
      'crosssitescripting disallowedtags domclobbering dompurify domsanitizer encodeentities encodeforhtml ' +
      'encodeforhtmlattribute encodeforjavascript encodeforjs encodehtml entquotes erbutil escapeattr ' +
      'escapeattribute escapeattributevalue escapedhtml escapehtml escapehtmlentities escapejavascript escapejs ' +
      'escapejson escapeonce escapescript escapetext escapexml escapexmltext escattr eschtml escjs esctextarea ' +
      'escurl forbidattr forbidtags forceescape forcss forhtml forhtmlattribute forhtmlcontent forjavascript ' +
      'formathtml formathtmljoin htmlattributeencode htmlencode htmlencoder htmlentities htmlescape htmlescaped ' +
      'htmlescapestring htmlinjection htmlsanitizer htmlspecialchars htmlspecialcharsdecode htmlutils ishtmlsafe ' +
      'isjavascripturl isscripturl isunsafeurl javascriptencode javascriptencoder javascriptprotocol ' +
      'javascriptstringencode javascripturl jsesc jsescape jsescapestring jsoup kses loofah markupsafe mxss ' +
      'noopener noreferrer purify purifyconfig rawsafe safehref safelistbasic sanitizeattributes sanitizecontext ' +
      'sanitizecss sanitizehref sanitizehtml sanitizehtmls sanitizelink sanitizerconfig sanitizestyle sanitizesvg ' +
      'sce scriptinjection securitycontext selectautoescape serializejavascript strictpolicy stripslashesdeep ' +
      'striptags trustedhtml trustedresourceurl trustedscript trustedscripturl trustedtypes ugcpolicy unsafehref ' +
      'unsafeprotocol unsafeprotocols unsafeurl urlencoder urlpathencode vbscript wpkses wpksespost xmlescape xss',
    2:
      'allowhtml attributename createtextnode dangerously dangerouslysetinnerhtml datauri dataurl dataurls entities ' +
      'eventhandlers foreignobject htmlentity htmlsafe htmlunescape iframesandbox innertext isurlattribute marksafe ' +
      'mathml mutationxss nh nonhtml noscript onevent plaintext rawhtml safehtml setinnerhtml setjavascriptenabled ' +
      'settextcontent srcdoc striphtml textcontent urlattributes voidelements xlink xlinkhref',
    1:
      'amp ampersand apos attr attribute attributes attributevalue attrs cdata documentwrite dom domparser ejs ' +
      'entity gt handlebars href html htmls iframe innerhtml insertadjacenthtml interpolate interpolated ' +
      'interpolation javascript jinja lt markup mustache nbsp nodetype onerror onload opener outerhtml quot rawtext ' +
      'script scripts src svg tag tagname tags unescapehtml xhtml xmlns',
  },
  execution: {
    3:
      'allowedbinaries allowedcommand allowedcommands allowedfunctions allowedimports allowedmodules ' +
      'allowedprotoproperties allowprotopropertiesbydefault allowunsafe apparmor argumentinjection argvinjection ' +
      'blockedcommands capsicum codegeneration codeinjection commandinjection dangerouscommands dangerousfunctions ' +
      'disablefunctions disablescripts disallowcodegeneration disallowedfunctions doubledash enableeval ' +
      'enddoubledash endofoptions escapearg escapeargs escapeargument escapecommand escapeshell escapeshellarg ' +
      'escapeshellcmd execfile execfilesync flagimmutable forbiddenmodules ignorescripts ' +
      'immutablesandboxedenvironment isolated isolatedvm isolation issafeattribute issafecallable issafecommand ' +
      'issandboxed landlock ldpreload literaleval nodev noeval noexec noshell nosuid ognl pivotroot preventeval ' +
      'quotearg quoteargs quoteforshell rce restrictedimport restrictedpython safebuiltins safeconstantize safeeval ' +
      'safeexec safeglobals sandbox sandboxed sandboxedenvironment sandboxes sandboxing seccomp securegetenv ' +
      'securemode selinux setallowfileaccess setallowfileaccessfromfileurls setallowuniversalaccessfromfileurls ' +
      'shellargument shellescape shellfalse shellinjection shellquote shellwords shlex shlexquote shlexsplit ' +
      'simpleevaluationcontext spawnargs ssti templateinjection unsafeeval usenoshell vmsandbox winescape',
    2:
      'allowlistclasses argv checkcall checkoutput cleanenv constantize envwhitelist exechild execv execve execvp ' +
      'isolate isolates noninteractive processbuilder restrictedshell safeconstructor safeenv setallowcontentaccess ' +
      'shell unsafefunctions untrustedcode vmcontext wasmsandbox',
    1:
      'backticks childprocess cmd cmdline command commandline commands container createfunction docker dynamically ' +
      'env environ eval evals evalscript evaluate evaluated evaluator exec executable execute executed executes ' +
      'executing execution getenv importlib interpreter macro macros passthru popen procopen reflection ' +
      'reflectively runinnewcontext runinthiscontext shellexec spawn spawnsync subprocess system vm',
  },
  parsing: {
    3:
      'acceptedclasses accessexternaldtd accessexternalschema accessexternalstylesheet activatedefaulttyping ' +
      'allowclass allowedclasses allowtypes allowtypesbywildcard billionlaugh billionlaughs bindtotype checkmembers ' +
      'checkresolve checkunknown csafeloader datafilter deactivatedefaulttyping decompressionbomb defused ' +
      'defusedxml denytypes deserializationfilter disableentityloader disallowdoctype disallowdoctypedecl ' +
      'dtdforbidden dtdprocessing duplicatekeyerror enabledefaulttyping entitiesforbidden entitydepth ' +
      'entityexpansion entityexpansionlimit expandentities expandentity expandentityreferences externalentities ' +
      'externalentity externalgeneralentities externalparameterentities externalreferenceforbidden extractionfilter ' +
      'failsafeschema featuresecureprocessing findclass forbiddtd forbidentities forbidexternal fullytrustedfilter ' +
      'insecuredeserialization isexpandentityreferences issupportingexternalentities isunsafeentry ' +
      'libxmldisableentityloader libxmlnoent loadexternaldtd lookaheadobjectinputstream maxaliasesforcollections ' +
      'maxentitycount maxentitysize maxexpandedlength maxtotalexpansions nestingdepthlimit noent noentities nonet ' +
      'objectinputfilter permittedclasses permitteddeserialization polymorphictypevalidator processentities ' +
      'prohibitdtd rejectduplicates replaceentityreferences resolveclass resolveentities resolveentity ' +
      'restrictedunpickler safeconstruct safedump safeextract safeextractall safejson safeload safeloadall ' +
      'safeloader safemembers safeparse safetensors safeunserialize safeyaml secureparsing secureprocessing ' +
      'serializationbinder setexpandentity setexpandentityreferences setobjectinputfilter setxincludeaware ' +
      'supportdtd tarfilter tarslip typefilterlevel typenamehandling unpickler unpicklingerror unsafearchive ' +
      'unsafedeserialization validatingobjectinputstream weightsonly xmlreadersettings xmlresolver xmlsecure xxe ' +
      'zipbomb zipslip',
    2:
      'badzipfile decompress decompressed decompression decompressobj delim deserialization doctype ' +
      'documentbuilderfactory dtd dtds elementtree etree expat extractall extractfile invalidjson jsondecodeerror ' +
      'libxml lxml malformedjson multipartparser objectinputstream parseerror revive reviver sax saxparser ' +
      'saxparserfactory setfeature snakeyaml tarentry tarfile tarinfo truncatedjson unbalanced unclosed ' +
      'uncompressed unexpectedtoken unterminated xinclude xmlconstants xmldecoder xmlinputfactory xmlparser xpath ' +
      'xslt xstream zipentry zipfile zipinfo',
    1:
      'allowdots archive archives bodyparser boundary bracket brackets compressed compression cpickle csv deflate ' +
      'deserialise deserialize deserialized deserializer deserializers deserializes dill encodingtype entityref ' +
      'entries extract extracted extraction extracts form formdata gunzip gzip inflate ini jar json loads magic ' +
      'marshal multipart nested parse parsebody parsed parsequery parser parsers parses parsing picklable pickle qs ' +
      'queryparser querystring readobject serialization serialize serialized serializer syntaxerror tar toml ' +
      'unmarshal unmarshaller unpickling unserialize untar unzip wbits xml yaml zip zlib',
  },
  sql: {
    3:
      'addwithvalue allowedcolumns allowedfields allowedsort allowedsortfields bindparam bindparameter bindparams ' +
      'bindvalue bindvalues bindvariables disallowoperators emulateprepares escapeid escapeidentifier ' +
      'escapeidentifiers escapelike escapelikepattern escapeliteral escapesql escapewildcards esclike escsql ' +
      'expressmongosanitize identifierquoter isvalidcolumn isvalidtablename makesafe mongosanitize ' +
      'mysqlescapestring mysqlirealescapestring mysqlistmtbindparam mysqlistmtprepare mysqlrealescapestring ' +
      'namedparameterjdbctemplate namedparameters nosqli nosqlinjection parameterised parameterize parameterized ' +
      'parameterizedquery parameterizedstatement parametrized pgescapeidentifier pgescapeliteral pgescapestring ' +
      'preparedstatement preparedstatements preparequery preparestatement quotecolumn quotecolumnname quoteident ' +
      'quoteidentifier quoteliteral quotename quotestring quotetable quotetablename rawunsafe realescapestring ' +
      'rowlevelsecurity safesql sanitizefilter sanitizesql sanitizesqlarray sanitizesqllike securitybarrier ' +
      'sortwhitelist sqlescape sqlescapestring sqli sqlidentifier sqlinjection sqlliteral sqlparameter ' +
      'sqlparameters sqltemplate stmtprepare usebindparams validatecolumn validatetable wpdbprepare',
    2:
      'arel castas dollarsign escapestr executemany parameterbinding prepare prepared prepares quotedname rls stmt ' +
      'textual',
    1:
      'bind binding bindings binds column columnname columns cql cursorexecute dialect executeraw filterby ' +
      'identifier identifiers jdbc like likepattern limitby literal literals mongo mongodb mysql operator operators ' +
      'orderby orm placeholder placeholders postgres postgresql queries query queryraw rawquery rawsql sql sqlite ' +
      'statement statements table tablename tables varchar where',
  },
  regex: {
    3:
      'anchored backtrack backtracking backtracklimit backtracks catastrophic catastrophicbacktracking escaperegex ' +
      'escaperegexp escaperegexpchars escaperegexstring escapestringregexp exponential fullmatchonly issaferegex ' +
      'linearregex matchtimeout nonbacktracking patternquote pcrebacktracklimit polynomialregex possessive ' +
      'pregquote quotemeta redos reescape regexdos regexescape regexmatchtimeout regexmatchtimeoutexception ' +
      'regexpescape regexpquote regexquote regextimelimit regextimeout saferegex superlinear unanchored',
    2:
      'anchor anchors exactmatch isexactmatch ismatching lastmatch lookahead lookbehind matchentire matcher ' +
      'matchesexactly matchfull patternlimit regexlimit',
    1:
      'alternation charclass compilepattern dotall findall greedy grep ignorecase lazy matchall multiline pattern ' +
      'patterns pcre preg pregmatch pregreplace quantifier regex regexes regexmatch regexp regexps rematch sticky',
  },
  types: {
    3:
      'assertisstring assertstring asserttype checktype checktypes ctypealnum ctypealpha ctypedigit ensurestring ' +
      'ensuretype expectedstring expectstring identical isstringstrict looseequality mustbestring nodatacoercion ' +
      'notarray requirestring strictequal strictequals typeconfusion typeguard typeguards typejuggling ' +
      'validatetypes',
    2:
      'badtype castexception classcastexception coerce coerced coerces coercing coercion downcast dynamiccast ' +
      'exacttype invalidtype isarray isarraylike isbool isboolean isbuffer isbytes isdate isdefined isdict isfloat ' +
      'isint isiterable islist isnil isnull isnullish isnumber isnumeric isobjectliteral isprimitive isstrict ' +
      'isstring issymbol isuint isundefined isview nonstring notanumber notstring nullsafe nullsafety ' +
      'reinterpretcast safecast sametype staticcast tostrict typecheck typechecking typechecks typeerror ' +
      'unexpectedtype wrongtype',
    1:
      'basestring bigint bool boolean bytestring callable cast casting casts gettype instanceof isinstance isstream ' +
      'issubclass istype kind nonetype objecttag parsefloat primitive str string strings stringtypes symbol tobool ' +
      'toint tonumber tostring type typed typeid typeis typename typeof types unsupportedtype',
  },
  prototype: {
    3:
      'allowprototypes badkeys blockedkeys constructoraction dangerouskey dangerouskeys dangerousproperties ' +
      'dangerousprops definegetter definesetter disallowedkeys disallowproto forbiddenkey forbiddenkeys ' +
      'forbiddenproperties forbiddenprops hasown hasownprop hasownproperty ignoreproto internalattributes ' +
      'invalidkeys isinternalattribute isownproperty isplainobject isproto isprototype isprototypekey ' +
      'isprototypepolluted isprototypeproperty issafekey issafeprop issafeproperty isunsafeattribute isunsafekey ' +
      'isunsafeprop isunsafeproperty isvalidkey lookupgetter lookupsetter nullproto nullprototype ' +
      'nullprototypeobject ownproperty poisoning polluted pollutes pollution preventextensions protoaction ' +
      'protopollution prototypepoisoning prototypepolluting prototypepollution reservedkeys safegetattr safekey ' +
      'safeproperty securejsonparse secureparse unsafefunctionattributes unsafekey unsafekeys ' +
      'unsafemethodattributes unsafeproperty',
    2:
      'deepfreeze dunder freeze frozen getownpropertydescriptor getownpropertynames getprototypeof immutable ' +
      'immutably isfrozen isown isprototypeof issealed mro own ownkeys propertyisenumerable proto seal sealed',
    1:
      'attrname builtin builtins constructor deepclone deepmerge defaultsdeep defineproperty enumerable getattr ' +
      'getattribute globals hasattr inherited inherits isfunction isobject isobjectlike keyname mergedeep ' +
      'propertykey propertyname propname prototype prototypes readonly reflect setattr setin setpath setprototypeof ' +
      'subclasses',
  },
};
