import type { SinkRule } from '../profile.ts';

const FS = 'fs(?:-extra|/promises|\\.promises)?(?:\\.default)?|graceful-fs|node:fs|fsp|fsPromises|this\\.fs';

const QUERY: readonly SinkRule[] = [
  {
    kind: 'sql',
    callee:
      /(?:^|\.)(?:query|execute|raw|whereRaw|orWhereRaw|havingRaw|orderByRaw|groupByRaw|selectRaw|joinRaw|fromRaw|\$queryRawUnsafe|\$executeRawUnsafe|queryRaw|executeSql|execSQL|multi|manyOrNone|oneOrNone|any|none|one|many)$/u,
    args: [0],
    keys: /^(?:sql|text|query)$/u,
    needs: 'query',
  },
  {
    kind: 'sql',
    callee:
      /^(?:\w+\.)*(?:db|pool|conn|connection|client|knex|sequelize|prisma|dataSource|manager|entityManager|queryRunner|sqlite|database|mysql|pg|trx|tx|cursor|repo|\w+Repository)(?:\(\))?\.(?:query|execute|raw|prepare|exec|run|all|get|each|\$queryRawUnsafe|\$executeRawUnsafe)$/u,
    args: [0],
    keys: /^(?:sql|text)$/u,
    needs: 'query',
  },
  {
    kind: 'sql',
    callee: /(?:^|\.)(?:\$queryRawUnsafe|\$executeRawUnsafe|literal)$|^(?:Prisma|.*\.Prisma)\.raw$/u,
    args: [0],
  },
  {
    kind: 'sql',
    callee:
      /^(?:\w+\.)*(?:db|pool|conn|connection|knex|sequelize|prisma|dataSource|queryRunner|sqlite|database|mysql|pg)(?:\(\))?\.(?:query|execute|prepare|raw)$/u,
    args: [0],
    keys: /^(?:sql|text)$/u,
    needs: 'whole',
  },
  {
    kind: 'sql',
    callee: /\.(?:where|andWhere|orWhere|having|orderBy|addSelect|leftJoin|innerJoin)$/u,
    args: [0],
    needs: 'query',
  },
  {
    kind: 'nosql',
    callee: /\.(?:find|findOne|findOneAndUpdate|updateOne|updateMany|deleteOne|deleteMany|countDocuments|aggregate)$/u,
    args: [0],
    needs: 'whole',
  },
  { kind: 'nosql', callee: /\.\$where$/u, args: [0] },
];

const RUN: readonly SinkRule[] = [
  { kind: 'shell', callee: /^(?:child_process|cp|childProcess)\.(?:default\.)?(?:exec|execSync)$/u, args: [0] },
  {
    kind: 'shell',
    callee:
      /^(?:shelljs|shell)\.exec$|^execa\.(?:execaCommand|command|commandSync|execaCommandSync)$|^(?:execaCommand|shelljs\.exec)$/u,
    args: [0],
  },
  { kind: 'shell', callee: /^child_process\.(?:spawn|spawnSync|execFile|execFileSync)$/u, args: [0] },
  {
    kind: 'shell',
    callee: /^child_process\.(?:spawn|spawnSync|execFile|execFileSync)$|^execa\.\w+$|^execa$/u,
    args: ['all'],
    when: /\bshell:(?!false)|["'](?:\/bin\/)?(?:ba|z)?sh["']/u,
  },
  { kind: 'shell', callee: /\.exec$/u, args: [0], when: /^\("|^\(`/u, inFilesWith: /\bssh2\b|node-ssh/u },
  { kind: 'code', callee: /^(?:(?:window|globalThis|global|self)\.)?(?:eval|Function)$/u, args: ['all'] },
  {
    kind: 'code',
    callee: /^(?:vm|node:vm)\.(?:runIn\w*Context|compileFunction|Script)$|^vm2\.VM\.run$|^new VM\(\)\.run$/u,
    args: [0],
  },
  { kind: 'code', callee: /^(?:require|import)$/u, args: [0], fromStrangers: true },
  { kind: 'code', callee: /^(?:setTimeout|setInterval)$/u, args: [0], needs: 'mixed' },
  {
    kind: 'deserialise',
    callee:
      /^(?:node-serialize|serialize|serialize-to-js|funcster)\.(?:unserialize|deserialize|deepDeserialize)$|^unserialize$|^v8\.deserialize$/u,
    args: [0],
  },
  {
    kind: 'deserialise',
    callee: /^js-yaml\.(?:load|loadAll)$/u,
    args: [0],
    when: /DEFAULT_FULL_SCHEMA|js-yaml-js-types/u,
  },
];

const FILES: readonly SinkRule[] = [
  {
    kind: 'file',
    callee: new RegExp(
      `^(?:${FS})\\.(?:readFile|readFileSync|createReadStream|createWriteStream|writeFile|writeFileSync|appendFile|appendFileSync|unlink|unlinkSync|rm|rmSync|rmdir|rmdirSync|remove|removeSync|open|openSync|readdir|readdirSync|mkdir|mkdirSync|outputFile|readJson|readJSON|writeJson|copyFile|copyFileSync|copy|move|rename|renameSync|stat|chmod|truncate|symlink|emptyDir)$`,
      'u',
    ),
    args: [0],
  },
  {
    kind: 'file',
    callee: new RegExp(`^(?:${FS})\\.(?:copyFile|copyFileSync|copy|move|rename|renameSync|symlink|link)$`, 'u'),
    args: [1],
  },
  {
    kind: 'file',
    callee: /^(?:res|response|reply|c|ctx)(?:\.\w+\(\))*\.(?:sendFile|sendfile|download)$/u,
    args: [0],
    unless: /\broot:/u,
  },
  { kind: 'file', callee: /^(?:res|response)\.render$/u, args: [0] },
  { kind: 'file', callee: /^(?:koa-send|send)$/u, args: [1], unless: /\broot:/u, inFilesWith: /koa-send/u },
  {
    kind: 'file',
    callee: /^h\.file$|^Bun\.file$|^Deno\.(?:readTextFile|readFile|writeTextFile|open|remove)$/u,
    args: [0],
  },
];

const NETWORK: readonly SinkRule[] = [
  {
    kind: 'network',
    callee:
      /^(?:(?:global|globalThis|window)\.)?fetch$|^(?:node-fetch|cross-fetch|undici\.(?:fetch|request)|got(?:\.default)?|request|request-promise(?:-native)?|superagent|ky|phin|bent|needle|urllib\.request)$/u,
    args: [0],
    keys: /^(?:url|uri|href|host|hostname)$/u,
  },
  {
    kind: 'network',
    callee:
      /^(?:axios|got|request|superagent|ky|needle|request-promise|request-promise-native|\w*(?:axios|[hH]ttpService|httpClient))\.(?:default\.)?(?:get|post|put|patch|delete|head|del|request|stream)$|^(?:axios|axios\.default)$|^(?:this\.)?(?:http|httpService|httpClient)\.axiosRef\.\w+$|^this\.(?:http|httpService|httpClient)\.(?:get|post|put|patch|delete|head|request)$/u,
    args: [0],
    keys: /^(?:url|uri|baseURL|host|hostname)$/u,
  },
  { kind: 'network', callee: /^https?\.(?:get|request)$/u, args: [0], keys: /^(?:host|hostname|href)$/u },
  { kind: 'network', callee: /^(?:net|tls)\.(?:connect|createConnection)$/u, args: [0, 1], keys: /^(?:host)$/u },
  { kind: 'network', callee: /\.goto$/u, args: [0], inFilesWith: /puppeteer|playwright/u },
];

/** An answer that says what it is, and that it is no page. */
const OTHER_TYPE = /\.(?:type|contentType|set|header|setHeader)\((?![^)]*html)[^)]*\)/u;

const ANSWERS: readonly SinkRule[] = [
  {
    kind: 'html',
    callee: /^(?:res|response)(?:\.\w+\(\))*\.send$/u,
    args: [0],
    keys: /^$/u,
    needs: 'direct',
    unlessCalled: OTHER_TYPE,
  },
  {
    kind: 'html',
    callee: /^(?:res|response|reply|h|ctx|context|c)(?:\.\w+\(\))*\.(?:send|end|write|response|html)$/u,
    args: [0],
    needs: 'tag',
    unlessCalled: OTHER_TYPE,
  },
  { kind: 'html', callee: /^(?:ctx|context)(?:\.response)?\.body=$/u, args: [0], needs: 'tag' },
  { kind: 'html', callee: /^(?:Response|next\/server\.NextResponse|NextResponse)$/u, args: [0], needs: 'tag' },
  { kind: 'html', name: 'the page', callee: /^return$/u, args: [0], needs: 'tag' },
  { kind: 'html', callee: /\.(?:innerHTML|outerHTML|srcdoc)=$/u, args: [0] },
  {
    kind: 'html',
    callee: /^(?:window\.)?document\.(?:write|writeln)$|^(?:\$|jQuery)(?:\(\))?(?:\.\w+(?:\(\))?)*\.html$/u,
    args: [0],
  },
  {
    kind: 'html',
    callee: /^(?:\$|jQuery)(?:\(\))?(?:\.\w+(?:\(\))?)*\.(?:append|prepend|after|before|replaceWith)$/u,
    args: [0],
    needs: 'tag',
  },
  { kind: 'html', callee: /\.insertAdjacentHTML$/u, args: [1] },
  { kind: 'html', callee: /^@dangerouslySetInnerHTML$/u, args: [0], keys: /^__html$/u },
  { kind: 'html', callee: /\.bypassSecurityTrustHtml$/u, args: [0] },
  {
    kind: 'redirect',
    callee: /^(?:res|response|reply|ctx|context|h|c|this\.ctx|this)(?:\.response)?(?:\.\w+\(\))*\.redirect$/u,
    args: ['last'],
    keys: /^url$/u,
  },
  {
    kind: 'redirect',
    callee:
      /^(?:next\/navigation\.(?:redirect|permanentRedirect)|(?:next\/server\.)?NextResponse\.redirect|Response\.redirect)$/u,
    args: [0],
  },
  {
    kind: 'redirect',
    callee: /^(?:res|response|reply|ctx)(?:\.\w+\(\))*\.(?:setHeader|set|header|writeHead)$/u,
    args: [1],
    keys: /^[lL]ocation$/u,
    when: /\b[lL]ocation\b/u,
  },
  {
    kind: 'redirect',
    callee:
      /^(?:window\.|document\.|self\.|top\.)*location(?:\.href)?=$|^(?:window\.|document\.)?location\.(?:assign|replace)$/u,
    args: [0],
  },
];

const TEMPLATES: readonly SinkRule[] = [
  {
    kind: 'template',
    callee:
      /^(?:ejs|pug|jade|[hH]andlebars|nunjucks|mustache|Mustache|eta|swig|dot|doT|twig|liquidjs\.Liquid|hogan\.js|art-template)\.(?:default\.)?(?:render|renderAsync|compile|renderString|template|precompile|parseAndRender|renderStringAsync)$/u,
    args: [0],
    inFilesWith: /ejs|pug|jade|handlebars|nunjucks|mustache|eta|swig|doT|twig|liquid|hogan|art-template/iu,
  },
  { kind: 'template', callee: /^(?:_|lodash|underscore)\.template$|^lodash\.template$/u, args: [0] },
];

export const JAVASCRIPT_SINKS: readonly SinkRule[] = [...QUERY, ...RUN, ...FILES, ...NETWORK, ...ANSWERS, ...TEMPLATES];
