import type { Idiom } from '../idiom.ts';
import { callee, careful, careless, module } from './javascript-idioms-row.ts';

const COMMANDS: readonly Idiom[] = [
  careful(
    'exec',
    3,
    ['call'],
    callee(/execFile(?:Sync|Async|P)?|execa(?:Sync)?|spawn(?:Sync)?|fork|crossSpawn(?:\.\w+)?/u),
  ),
  careful(
    'exec',
    3,
    ['call'],
    callee(
      /(?:shell\w*|arg\w*|cmd|command)_?(?:[qQ]uote|[eE]scape)\w*|(?:escape|quote)_?(?:[sS]hell|[aA]rg|[cC]md|[cC]ommand)\w*|escapeshellarg|shescape\.\w+|quote/u,
    ),
  ),
  careful(
    'exec',
    3,
    ['import', 'call'],
    module(/shell-quote|shescape|shell-escape|shlex|cross-spawn|execa|any-shell-escape|quotemeta/u),
  ),
  careful(
    'exec',
    3,
    ['import', 'assignment'],
    /^(?:import|(?:const )?)?\{[^}]{0,80}\b(?:execFile|spawn)(?:Sync)?\b[^}]{0,80}\}(?:from|=require\()"(?:node:)?child_process"/u,
  ),
  careful('exec', 3, ['option'], /^"?shell"?:false|^"?windowsVerbatimArguments"?:false/u),
  careful(
    'exec',
    3,
    ['string'],
    /^"--(?:end-of-options|sandbox|no-shell|ignore-scripts|safe(?:-mode)?|dSAFER|no-ext-diff)?"$/u,
  ),
  careful(
    'exec',
    3,
    ['call', 'guard', 'comparison'],
    /(?:startsWith|indexOf|charAt)\("--?"\)|\[0\][!=]==?"-"|"-"[!=]==?[\w.]{1,40}\[0\]|test\(\/\^\\?-/u,
  ),
  careful('exec', 2, ['regex'], /^\/\^(?:\\s\*)?\(?-{1,2}[\w\\(|[/]/u),
  careful(
    'exec',
    2,
    ['call', 'assignment'],
    /\b(?:is)?(?:allowed|safe|valid|blocked|denied|dangerous|unsafe|forbidden)_?(?:Commands?|Cmd|Args?|Flags?|Switch\w*|Executables?|Binar\w+)\b/iu,
  ),
  careless(
    'exec',
    3,
    ['call'],
    /^(?:(?:await )?\w*(?:child_?process|childProcess|cp|proc)\.|require\("(?:node:)?child_process"\)\.)exec(?:Sync)?\(/iu,
  ),
  careless(
    'exec',
    3,
    ['call'],
    /^(?:execSync|execAsync|execPromise|execP|shelljs\.exec|shell\.exec|sh\.exec|promisify\(exec\))\(/u,
  ),
  careless('exec', 3, ['call'], /^exec\((?:`|"[^"]{0,120}"\+|cmd|command|\w+\+)/u),
  careless('exec', 3, ['option'], /^"?shell"?:(?:true|"|process\.env)/u),
  careless(
    'exec',
    3,
    ['call'],
    /^(?:[\w.]{1,40}\.)?(?:spawn|execFile|execa)(?:Sync)?\("(?:\/bin\/)?(?:ba|z|da)?sh",\["-l?c"|\("cmd(?:\.exe)?",\["\/c"/iu,
  ),
  careless(
    'exec',
    3,
    ['import', 'assignment'],
    /\{(?:[^}]{0,80},)?exec(?:Sync)?(?:[,:][^}]{0,80})?\}(?:from|=require\()"(?:node:)?child_process"/u,
  ),
  careless(
    'exec',
    3,
    ['string'],
    /^"--(?:no-sandbox|disable-web-security|disable-setuid-sandbox|allow-all|unsafe-perm|privileged|insecure|allow-running-insecure-content)/u,
  ),
  careless(
    'exec',
    2,
    ['call'],
    /^(?:Bun|Deno|zx|\$)\.(?:shell|run)\(`[^`]{0,100}\$\{|^new Deno\.Command\("(?:ba|z)?sh"/u,
  ),
];

const RUNNING_CODE: readonly Idiom[] = [
  careful(
    'code',
    3,
    ['call'],
    callee(/safeLoad(?:All)?|safeEval|JSON5?\.parse|lockdown|harden|isolate\.\w+|quickjs\.\w+/u),
  ),
  careful(
    'code',
    3,
    ['option'],
    /^"?schema"?:(?:yaml\.)?(?:FAILSAFE|JSON|CORE|SAFE|DEFAULT_SAFE)_SCHEMA|^"?customTags"?:\[\]/u,
  ),
  careful(
    'code',
    3,
    ['option'],
    /^"?(?:nodeIntegration\w*|webviewTag|enableRemoteModule|allowRunningInsecureContent|experimentalFeatures|allowCodeGeneration|jsonp|eval|wasm|unsafe\w*|expose\w*)"?:false/u,
  ),
  careful(
    'code',
    3,
    ['option'],
    /^"?(?:contextIsolation|webSecurity|sandbox(?:ed)?|safeMode|noEval|strictMode|disallow\w+)"?:true/u,
  ),
  careful('code', 3, ['option'], /^"?(?:allowProto\w+ByDefault|allowCalls\w+|allowedProto\w+)"?:(?:false|\{)/u),
  careful('code', 3, ['option'], /^"?runScripts"?:"outside-only"|^"?codeGeneration"?:\{strings:false/u),
  careful(
    'code',
    3,
    ['call'],
    callee(
      /is(?:Valid)?Identifier\w*|isValid(?:Js|JS|Tag|Attr|Prop|Var|Variable|Function|Property)\w*|assertIdentifier/u,
    ),
  ),
  careful(
    'code',
    3,
    ['import', 'call'],
    module(/isolated-vm|serialize-javascript|ses|expr-eval-fork|safe-eval|static-eval|quickjs-emscripten/u),
  ),
  careful('code', 2, ['call'], callee(/JSON\.stringify/u)),
  careful('code', 2, ['regex'], /^\/\^\[(?:a-zA-Z|a-z|A-Za-z)_?\$_?\]/u),
  careless('code', 3, ['call'], /^(?:(?:window|globalThis|global|self)\.|\(0,)?eval\)?\(/u),
  careless('code', 3, ['call'], /^(?:new )?(?:(?:window|globalThis|global)\.)?(?:Async|Generator)?Function\(/u),
  careless(
    'code',
    3,
    ['call'],
    callee(
      /vm\.(?:runIn\w+Context|compileFunction|Script)|runIn(?:New|This)Context|NodeVM|VM2?|globalEval|execScript/u,
    ),
  ),
  careless('code', 3, ['call'], /^(?:set(?:Timeout|Interval|Immediate))\((?:"|`|\w+\+)/u),
  careless(
    'code',
    3,
    ['call'],
    callee(
      /\w*[sS]eriali[sz]e\.unserialize|unserialize|v8\.deserialize|funcster\.\w+|cryo\.parse|serializeToJs\.deserialize/u,
    ),
  ),
  careless('code', 3, ['call'], /^(?:js-?yaml|yaml|YAML)\.load(?:All)?\([^,]{1,80}\)$/u),
  careless('code', 3, ['option'], /^"?schema"?:(?:\w+\.)?DEFAULT_FULL_SCHEMA|^"?runScripts"?:"dangerously"/u),
  careless(
    'code',
    2,
    ['call'],
    /^(?:require|import)\((?!"|`\.)(?:req|request|\w*(?:[nN]ame|[pP]ath|[iI]nput|[fF]ile|[mM]odule\w*))[,).+[]/u,
  ),
  careless(
    'code',
    3,
    ['option'],
    /^"?(?:nodeIntegration\w*|webviewTag|enableRemoteModule|allowRunningInsecureContent|experimentalFeatures|compileDebug|allowEval)"?:true/u,
  ),
  careless('code', 3, ['option'], /^"?(?:contextIsolation|webSecurity|safeMode)"?:false|^"?sandbox"?:false/u),
  careless(
    'code',
    3,
    ['option'],
    /^"?allowProto\w+ByDefault"?:true|^"?allow_?(?:Unsafe|Insecure|Dangerous|Any|All|Proto|Eval)\w*"?:true/iu,
  ),
  careless('code', 2, ['call'], /createElement\("script"\)|^importScripts\((?!")/u),
  careless('code', 2, ['option', 'string'], /^"?dataType"?:"jsonp"|^"jsonp"$/u),
  careless(
    'code',
    2,
    ['import', 'call'],
    module(/vm2?|node-serialize|serialize-to-js|funcster|cryo|safer-eval|expression-eval/u),
  ),
  careless(
    'code',
    2,
    ['call'],
    /^(?:ejs|pug|handlebars|nunjucks|Mustache|_|lodash|doT|swig)\.(?:render|compile|template|renderString)\([^,)]{0,40}req\./iu,
  ),
  careless(
    'code',
    3,
    ['call'],
    /\.render\([^,)]{1,60},(?:req\.(?:query|body|params)\)|\{\.{3}req\.(?:query|body|params))/u,
  ),
  careful('code', 3, ['option'], /^"?preload"?:|^"?disableBlinkFeatures"?:|^"?(?:fallbackToNetwork|noLookup)"?:true/u),
  careful('code', 3, ['guard', 'comparison'], /\.senderFrame\b|\bevent\.sender(?:Frame)?\.(?:url|getURL)/u),
  careless(
    'code',
    3,
    ['call'],
    callee(
      /executeJavaScript|page\.evaluate(?=\(`)|insertRule(?=\(`)|Worker(?=\(URL\.createObjectURL)|v8\.setFlagsFromString/u,
    ),
  ),
  careless('code', 3, ['call'], /contextBridge\.exposeInMainWorld\([^)]{0,60}(?:ipcRenderer|require|process)\b/u),
];

/** Text that becomes a command or a program. */
export const JAVASCRIPT_CODE_IDIOMS: readonly Idiom[] = [...COMMANDS, ...RUNNING_CODE];
