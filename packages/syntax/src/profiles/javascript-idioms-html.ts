import type { Idiom } from '../idiom.ts';
import { callee, careful, careless, method, module } from './javascript-idioms-row.ts';

const ESCAPING: readonly Idiom[] = [
  careful(
    'html',
    3,
    ['call'],
    callee(/\w*(?:[eE]scape|[eE]ncode)_?(?:HTML|Html|html|XML|Xml|Attr|Markup|Tag|Entit)\w*/u),
  ),
  careful(
    'html',
    3,
    ['call'],
    callee(/(?:html|xml|attr|markup)_?(?:[eE]scape|[eE]ncode)\w*|entif\w+|h(?:tml)?_?entities\w*/u),
  ),
  careful(
    'html',
    3,
    ['call'],
    callee(/_?\w{0,20}[sS]aniti[sz]e\w*|\w*DOMPurify\w*|filterXSS|xss|\w*[pP]urif(?:y|ied)\w*/u),
  ),
  careful(
    'html',
    2,
    ['call'],
    callee(/_?escape|esc|h\.escape|he\.encode|entities\.encode\w*|encode(?:NonUTF|Special)\w*/u),
  ),
  careful('html', 3, ['call'], callee(/document\.createTextNode|createTextNode|trustedTypes\.createPolicy|setHTML/u)),
  careful(
    'html',
    3,
    ['call'],
    callee(/encodeForHTML\w*|stripTags|strip_tags|stripHtml|removeHtml\w*|striptags|bleach\w*/u),
  ),
  careful('html', 2, ['call'], method(/text/u)),
  careful('html', 2, ['call'], method(/createTextNode|setAttribute/u)),
  careful('html', 2, ['assignment'], /\.(?:textContent|innerText)\+?=(?!=)/u),
  careful('html', 3, ['call'], /\.replace(?:All)?\([^()]{1,40},"&(?:amp|lt|gt|quot|apos|#\w{2,5});"\)$/u),
  careful('html', 3, ['call'], /\.replace(?:All)?\([^()]{1,30},"\\+(?:u003[cC]|x3[cC]|u2028|u2029|\/)[^"]{0,12}"\)$/u),
  careful(
    'html',
    3,
    ['option', 'string'],
    /&(?:quot|apos|#0?39|#x27|#x60|#96);|^"\\{1,2}u(?:003[ceCE]|0026|202[89])"/u,
  ),
  careful('html', 2, ['regex'], /^\/\[[^\]]{0,12}(?=[<>&])[^\]]{0,12}["'][^\]]{0,8}\]\/g?/u),
  careful(
    'html',
    2,
    ['regex', 'string'],
    /\\u202[89]|<\\?\/?(?:script|style|iframe|svg|math|base|meta|embed|object)\b/iu,
  ),
  careful(
    'html',
    3,
    ['import', 'call'],
    module(
      /[^"]{0,60}(?:dompurify|saniti[sz]e|escape-?(?:html|goat)|html-?e(?:scape|ntities)|[/-]escape|xss)[^"]{0,20}/iu,
    ),
  ),
  careful(
    'html',
    2,
    ['import', 'call'],
    module(/xss|he|insane|lodash[./]escape|xss-filters|serialize-javascript|jsesc|devalue|escape-string\w*/u),
  ),
  careful('html', 3, ['import'], /\b\w*(?:[sS]aniti[sz]e|[eE]scape(?:Html|HTML|Xml|XML|Markup|Attr)|htmlEscape)\w*/u),
];

const SETTINGS: readonly Idiom[] = [
  careful(
    'html',
    3,
    ['option', 'assignment'],
    /\b(?:auto_?escape|escape(?:HTML|Html|Value|Markup)?|saniti[sz]e\w*)(?:[:=]\{?)true\b/u,
  ),
  careful(
    'html',
    3,
    ['option'],
    /^"?(?:allowedTags|allowedAttributes|allowedSchemes\w*|allowedClasses|disallowedTagsMode)"?:/u,
  ),
  careful(
    'html',
    3,
    ['option'],
    /^"?(?:ALLOWED|FORBID|FORBIDDEN|SAFE)_(?:TAGS|ATTR|ATTRS|URI_REGEXP|CONTENTS|FOR_\w+)"?:/u,
  ),
  careful('html', 3, ['option'], /^"?(?:sandbox)"?(?:=\{?|:)(?!false)/u),
  careful(
    'html',
    2,
    ['option'],
    /^"?(?:html|skipHtml|allowHtml|allowDangerousHtml|trust|htmlLabels|useHtmlLabels|convert_unsafe\w*)"?(?::|=\{)(?:false)\b/u,
  ),
  careful(
    'html',
    2,
    ['option'],
    /^"?(?:sandbox_iframes|convert_unsafe_embeds|skipHtml|xss_sanitization|whitespaceSensitive)"?(?::|=\{?)true/u,
  ),
  careful('html', 3, ['option'], /^"?securityLevel"?:"(?:strict|sandbox|antiscript)"/u),
  careful('html', 3, ['option', 'string'], /\brel[:=]\{?"[^"]*\bno(?:opener|referrer)|^"noopener\b/u),
  careful(
    'html',
    2,
    ['option', 'assignment'],
    /^(?:this\.)?"?(?:whiteList|allowElements|dropElements|blockElements|safe(?:Tags|Attr)\w*)"?[:=]/u,
  ),
  careful(
    'html',
    2,
    ['call', 'comparison', 'assignment'],
    /\b(?:white_?list|allow(?:ed)?_?list)_?(?:Attr|Tags?)\w*|allowed(?:Tags?|Attr\w*|Elements?|Protocols?|Schemes?)\b/iu,
  ),
  careful('html', 3, ['call'], callee(/document\.implementation\.createHTMLDocument/u)),
  careful(
    'html',
    2,
    ['string', 'comparison'],
    /"(?:on(?:error|load|click|mouseover)|srcdoc|formaction|xlink:href|annotation-xml|foreignObject|script|style|iframe|svg|math|noscript|template|textarea|xmp)"/iu,
  ),
  careful('html', 2, ['regex'], /\\?b?\(?\^?on(?:\\w|\[a-z|error|load)|javascript|vbscript/iu),
  careful('html', 2, ['option', 'assignment'], /^"?(?:integrity|crossOrigin)"?[:=]"|\.opener=null$/iu),
  careful('html', 2, ['option', 'call', 'string'], /text\/plain\b/u),
];

const CARELESS: readonly Idiom[] = [
  careless(
    'html',
    3,
    ['assignment'],
    /\.(?:inner|outer)HTML\+?=(?!=|""$|"[^"$]{0,200}"$|\w*(?:[eE]scape|[sS]aniti[sz]e|purify)\w*\()/u,
  ),
  careless(
    'html',
    3,
    ['call'],
    callee(/insertAdjacentHTML|document\.writeln?|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe/u),
  ),
  careless('html', 3, ['call'], callee(/bypassSecurityTrust\w+|(?:Handlebars\.)?SafeString|markSafe|htmlSafe/u)),
  careless('html', 2, ['call'], method(/html/u)),
  careless(
    'html',
    2,
    ['call'],
    /^(?:\$|jQuery|[\w$.]{1,60}\.(?:append|prepend|after|before|wrap|replaceWith|parseHTML))\((?:"<[^"]{0,100}"\+|`<[^`]{0,100}\$\{)/u,
  ),
  careless('html', 2, ['call'], /\.(?:append|prepend|after|before|replaceWith)\("<[^"]{0,100}"\+[^)]{1,80}\)$/u),
  careless(
    'html',
    2,
    ['assignment', 'return'],
    /[=(\s]"<[a-zA-Z][^"]{0,120}"\+\w|`<[a-zA-Z][^`>]{0,40}\$\{(?!\w*(?:[eE]sc|[sS]an))/u,
  ),
  careless(
    'html',
    3,
    ['option'],
    /^dangerouslySetInnerHTML(?:=\{|:)(?!\{?\{?__html:\w*(?:[eE]scape|[sS]aniti|[sS]afe))/u,
  ),
  careless('html', 3, ['option'], /^"?__html"?:(?!\w*(?:[eE]scape|[sS]aniti[sz]e|[sS]afe|DOMPurify|purify)\w*[(.])/u),
  careless('html', 3, ['option', 'string'], /^"?v-html\b|^"?\[innerHTML\]|^"?srcdoc"?[:=]|\bng-bind-html-unsafe\b/iu),
  careless(
    'html',
    3,
    ['option', 'assignment'],
    /\b(?:auto_?escape|escape(?:HTML|Html|Value|Markup)?|saniti[sz]e\w*)(?:[:=]\{?)false\b/u,
  ),
  careless(
    'html',
    3,
    ['option'],
    /^"?(?:noEscape|allowDangerousHtml|allowVulnerableTags|ALLOW_UNKNOWN_PROTOCOLS|disableSanitization|\w*unsafeHtml)"?(?::|=\{)true/iu,
  ),
  careless(
    'html',
    3,
    ['option'],
    /^"?(?:sanitizer|escapeMarkup|escapeFn|escapeHtml)"?:(?:\(?\w*\)?=>\w+|false|null|undefined)$/u,
  ),
  careless('html', 2, ['option'], /^"?(?:html|allowHtml|allowHTML|trust)"?:true$/u),
  careless('html', 3, ['option'], /^"?securityLevel"?:"loose"/u),
  careless('html', 2, ['option', 'string'], /allow-same-origin|allow-top-navigation(?!-by)/u),
  careless('html', 2, ['string'], /\{\{\{|<%-\s?\w|!\{\w/u),
  careless('html', 2, ['import', 'call'], module(/rehype-raw|html-react-parser|domify/u)),
  careless('html', 2, ['regex'], /^\/\[(?:&<>|<>&|<>|<&>)\]\/g?$/u),
  careless('html', 2, ['regex'], /^\/&\(\?!/u),
  careless('html', 1, ['option'], /^target="_blank"$|^"?html"?:(?!true|false)[a-z]\w*$/u),
  careless('html', 3, ['assignment'], /^document\.domain=/u),
  careless(
    'html',
    2,
    ['call', 'option'],
    /^\$?sce\.trustAs\w*\(|\.setAttribute\("(?:on\w+|srcdoc|style|href|src)",(?!")/u,
  ),
  careless(
    'html',
    2,
    ['call', 'assignment'],
    /(?:content-type|contentType)"?\]?[,=:]"text\/html|\.type\("(?:text\/)?html"\)/iu,
  ),
  careless('html', 2, ['call'], /^(?:res|response|reply)\.(?:send|end|write)\((?:`[^`]{0,120}\$\{|"[^"]{0,120}"\+)/u),
  careless(
    'html',
    3,
    ['call'],
    /^(?:res|response|reply|ctx)\.(?:send|end|write)\(req(?:uest)?\.(?:query|params|body)/u,
  ),
  careless(
    'html',
    2,
    ['call'],
    callee(/unescapeHtml|decodeHtml\w*|htmlDecode|_\.unescape|he\.decode|unescape(?:HTML|Entities)\w*/u),
  ),
];

/** Text that becomes markup. */
export const JAVASCRIPT_HTML_IDIOMS: readonly Idiom[] = [...ESCAPING, ...SETTINGS, ...CARELESS];
