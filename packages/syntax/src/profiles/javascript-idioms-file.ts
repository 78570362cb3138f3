import type { Idiom } from '../idiom.ts';
import { callee, careful, careless, module } from './javascript-idioms-row.ts';

const PATHS: readonly Idiom[] = [
  careful(
    'path',
    2,
    ['call'],
    callee(
      /path\.(?:normalize|relative|isAbsolute|basename|(?:win32|posix)\.(?:isAbsolute|normalize|parse))|normalizePath|isAbsolute|realpath(?:Sync)?(?:\.native)?|fs\.promises\.realpath/u,
    ),
  ),
  careful(
    'path',
    3,
    ['call'],
    callee(
      /\w*(?:is|assert|ensure|check|validate|safe|secure|sanitize|resolve|strip|verify|contain)_?(?:Safe|Valid|Sub|Inside|In|Path|Within|Contained|Child|Parent|File|Dir|Absolute|Relative|Resolve|Join|Root|Subpath|Traversal)_?(?:Path|name|Dir|Folder|Root|File|Resolve|Join|Directory|Url|Parent)?s?\w{0,20}/u,
    ),
  ),
  careful(
    'path',
    3,
    ['call', 'guard', 'comparison'],
    /\b(?:is_?(?:Path_?)?(?:Inside|Within|Contained|SubPath|Subdir|ChildOf|InDirectory)\w*|contains?Path|within\w*|pathTraversal\w*|has\w*Traversal)\(/iu,
  ),
  careful(
    'path',
    3,
    ['call', 'guard'],
    /\.startsWith\((?:[^()]{0,60}(?:[rR]oot|[dD]ir|[bB]ase|[pP]ath|[fF]older|[cC]wd|prefix|path\.sep|[pP]arent|sep)|`)|\.startsWith\("\.\.|\.includes\("(?:\.\.|\\0|\0)/u,
  ),
  careful(
    'path',
    3,
    ['guard', 'comparison'],
    /0[!=]==?[\w.]{1,60}\.(?:indexOf|lastIndexOf)\([^)]{0,40}(?:[rR]oot|[dD]ir|[bB]ase|[pP]ath)|[\w.]{1,60}\.indexOf\([^)]{0,40}(?:[rR]oot|[dD]ir|[bB]ase)[^)]{0,20}\)[!=]==?0/u,
  ),
  careful('path', 3, ['string', 'comparison'], /"\.\.[\\/]{0,2}"/u),
  careful(
    'path',
    3,
    ['regex', 'call'],
    /^\/[^ ]{0,40}\\\.\\\.|\\\.\{2|^\/\\\.\\\.|\.(?:match|test|replace|replaceAll)\(\/[^/]{0,20}\\\.\\\./u,
  ),
  careful('path', 3, ['string', 'regex', 'comparison'], /\\0|\\x00|\\u0000|^"%(?:2[eEfF]|5[cC]|00)"/u),
  careful('path', 2, ['call'], /\.replace(?:All)?\((?:\/\\\\\\?\\?\/g|"\\\\\\?\\?"),"\/?"\)/u),
  careful('path', 1, ['call'], callee(/path\.(?:resolve|extname)/u)),
  careful('path', 1, ['comparison', 'call', 'assignment'], /\bpath\.sep\b|\bsep\b/u),
  careful(
    'path',
    3,
    ['option'],
    /^"?dotfiles"?:"(?:deny|ignore)"|^"?root"?:|^"?(?:serve_?dotfiles|allowDotfiles|wildcard|index|dotfiles|preservePaths|allowAbsolute\w*)"?:false/u,
  ),
  careful(
    'path',
    3,
    ['import', 'call'],
    module(
      /sanitize-filename|is-path-inside|path-is-inside|resolve-path|contained-path|is-path-in-cwd|filenamify|path-is-absolute|[^"]{0,60}(?:strip-absolute|safe-path|normalize-path|path-valid)[\w-]{0,20}(?:\.\w+)?/u,
    ),
  ),
  careless(
    'path',
    3,
    ['call'],
    /(?:path\.)?(?:join|resolve|readFile(?:Sync)?|createReadStream|sendFile|sendfile|download|unlink(?:Sync)?|rm(?:Sync)?|writeFile(?:Sync)?|createWriteStream|stat(?:Sync)?)\([^()]{0,80}\b(?:req|request|ctx)\.(?:query|params|body|url|path|originalUrl|headers|files?)\b/u,
  ),
  careless(
    'path',
    3,
    ['option'],
    /^"?(?:dotfiles"?:(?:"allow"|true)|preservePaths"?:true|allowDotfiles"?:true|serve_?dotfiles"?:true)/u,
  ),
  careless('path', 1, ['call'], /^(?:try)?decodeURI(?:Component)?\((?:[\w.]{0,40}(?:path|url|file|name)\w*)\)$/iu),
];

const FILES: readonly Idiom[] = [
  careful(
    'fs',
    2,
    ['call'],
    callee(
      /(?:fs\.|fsp\.|fs\.promises\.)?(?:mkdtemp(?:Sync)?|lstat(?:Sync)?|chmod(?:Sync)?|fchmod(?:Sync)?|fstat(?:Sync)?|access(?:Sync)?)|tmp\.(?:file|dir|tmpName)\w*|isSymbolicLink|umask|process\.set[ug]id|setgroups/u,
    ),
  ),
  careful('fs', 3, ['option', 'number', 'assignment', 'call'], /\b(?:0o?[67]00|0o?[67][45]0|0o?400)\b/u),
  careful(
    'fs',
    3,
    ['subscript', 'assignment', 'comparison', 'call', 'option'],
    /\bO_(?:NOFOLLOW|EXCL)\b|^"?flags?"?:"(?:wx|ax)\+?"|\bCOPYFILE_EXCL\b/u,
  ),
  careful('fs', 3, ['string'], /^"(?:wx|ax)\+?"$|^"(?:SymbolicLink|Link)"$/u),
  careful(
    'fs',
    3,
    ['option'],
    /^"?(?:followSymlinks?|followSymbolicLinks|follow|dereference|symlinks)"?:false|^"?(?:noFollow|nofollow|nosymfollow|verbatimSymlinks)"?:true/u,
  ),
  careless(
    'fs',
    3,
    ['number', 'option', 'call'],
    /^0o?(?:777|666|775|766)$|:0o?(?:777|666)$|chmod\w*\([^)]{0,80}(?:0o?(?:777|666)|"(?:777|666)")/u,
  ),
  careless('fs', 3, ['option'], /^"?(?:followSymlinks?|followSymbolicLinks|dereference)"?:true/u),
  careless('fs', 2, ['string', 'call'], /^["`]\/tmp\/|^(?:path\.)?join\((?:os\.)?tmpdir\(\),"[^"]{1,40}"\)/u),
  careful(
    'archive',
    2,
    ['comparison', 'guard'],
    /\.type[!=]==?"(?:SymbolicLink|Link|File|Directory)"|"(?:SymbolicLink|Link)"[!=]==?/u,
  ),
  careful(
    'archive',
    2,
    ['call', 'assignment'],
    /\bstrip_?(?:Absolute|Root|Leading|Trailing)\w+|\b(?:entry|header|zipEntry)\.(?:path|fileName|name|entryName)\.(?:includes|startsWith|replace|split|indexOf)\(/u,
  ),
  careful(
    'archive',
    3,
    ['option'],
    /^"?(?:preservePaths|unlink|keepExisting)"?:false|^"?(?:strict|noMtime|keepExisting|newer|preserveOwner)"?:true|^"?(?:decodeStrings|validateEntrySizes|strictFileNames)"?:true/u,
  ),
  careless(
    'archive',
    3,
    ['option'],
    /^"?(?:preservePaths|preserveOwner|unlinkFirst)"?:true|^"?(?:validateEntrySizes|strictFileNames)"?:false/u,
  ),
  careful('fs', 3, ['call'], callee(/writeFileAtomic(?:Sync)?|tempy\.\w+/u)),
  careful('fs', 3, ['option'], /^"?mode"?:(?:0o?[67]00|384|448|0o?[67][045]0)/u),
];

/** Paths, files and archives. */
export const JAVASCRIPT_FILE_IDIOMS: readonly Idiom[] = [...PATHS, ...FILES];
