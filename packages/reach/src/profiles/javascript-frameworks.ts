import type { FileEntry, ReachProfile, Registration, SourceRule } from '../profile.ts';

const SOURCES: readonly SourceRule[] = [
  { kind: 'cli', match: /^process\.argv\b(?!\.length)/u },
  {
    kind: 'cli',
    match:
      /^(?:yargs|argv)(?:\.\w+(?:\(\))?)*\.argv\b|^yargs\/yargs\(\)(?:\.\w+(?:\(\))?)*\.(?:argv|parse\(\)|parseSync\(\))|^minimist\(\)|^(?:program|commander(?:\.program)?)\.(?:opts\(\)|args)|^(?:node:)?util\.parseArgs\(\)\.(?:values|positionals)/u,
  },
  { kind: 'env', match: /^(?:process\.env|import\.meta\.env|Deno\.env\.get\(\)|Bun\.env)\b/u },
  {
    kind: 'browser',
    match:
      /^(?:window\.|document\.|self\.)?location\.(?:hash|search)\b|^document\.(?:URL|documentURI)\b|^(?:react-router(?:-dom)?|next\/navigation)\.(?:useSearchParams|useParams)\(\)/u,
  },
  { kind: 'http', match: /^next\/headers\.(?:headers|cookies)\(\)/u },
  {
    kind: 'file',
    match: /^fs(?:\/promises|\.promises|-extra)?\.(?:readFile|readFileSync|readJson|readJSON|readJsonSync)\(\)/u,
  },
  { kind: 'message', match: /^(?:\w+\.)*(?:sqs|sqsClient|SQS)(?:\(\))?\.receiveMessage\(\)/u },
];

const REQUEST_FIELDS =
  /^(?:(?:request|req)\.)?(?:body|query|params|param|headers?|cookies|rawHeaders|url|originalUrl|files?(?!\.(?:\w+\.)*(?:path|destination|size|mimetype|fieldname|encoding)\b)|rawBody|payload|hostname|host|json|text|formData|arrayBuffer|blob|nextUrl\.(?:search|searchParams|href|pathname|query)|searchParams|querystring|get|raw\.url|queryStringParameters|multiValueQueryStringParameters|pathParameters|Records|parts|valid|path|href|search|protocol|originalUrl|signedCookies|input)(?:\.|$)/u;

const VERBS = '(?:get|post|put|patch|delete|del|all|use|options|head|any|opts)';

const REGISTRATIONS: readonly Registration[] = [
  {
    kind: 'http',
    callee: new RegExp(
      `^(?!.*(?:axios|http|client|api[cC]lient|request|agent|fetch)\\.)(?:\\w+\\.)*(?:\\w*(?:[aA]pp|[rR]outer?s?|[sS]erver|fastify|instance|api|koa|scope|polka|express)\\w*)(?:\\(\\))?(?:\\.\\w+\\(\\))*\\.${VERBS}$|^(?:express|express\\.Router|koa-router|@koa/router|Hono|hono\\.Hono|fastify|Router)\\(\\)(?:\\.\\w+\\(\\))*\\.${VERBS}$`,
      'u',
    ),
    from: 0,
    roles: ['request'],
  },
  { kind: 'http', callee: /\.route$/u, entries: ['handler', 'preHandler', 'options', 'config'], roles: ['request'] },
  { kind: 'http', callee: /\.param$/u, from: 1, routed: true, roles: ['request', undefined, undefined, 'value'] },
  {
    kind: 'http',
    callee: /^(?:http|https)\.createServer$|^Bun\.serve$|^Deno\.serve$/u,
    from: 0,
    entries: ['fetch'],
    roles: ['request'],
  },
  {
    kind: 'message',
    callee: /\.(?:consume|process|eachMessage)$|^(?:bullmq\.)?Worker$|^sqs-consumer\.Consumer\.create$|\.addConsumer$/u,
    from: 0,
    entries: ['handleMessage'],
    roles: ['value'],
  },
  { kind: 'message', callee: /\.run$/u, entries: ['eachMessage', 'eachBatch'], roles: ['value'] },
  {
    kind: 'message',
    callee:
      /^(?:socket|ws|io|wss|client|conn|connection|sock|channel|subscriber|sub|redis|consumer|worker|queue|amqp|mqttClient|mqtt)\.on$/u,
    from: 1,
    routed: true,
    roles: ['value', 'value'],
  },
  { kind: 'browser', callee: /^(?:window\.)?addEventListener$/u, from: 1, routed: true, roles: ['value'] },
  {
    kind: 'cli',
    callee: /^(?:program|commander|cli|cmd|command|yargs)(?:\.\w+(?:\(\))?)*\.(?:action|command)$/u,
    from: 0,
    roles: ['value', 'value', 'value'],
  },
];

const NEXT = String.raw`\.(?:[cm]?[jt]sx?)$`;

const FILE_ENTRIES: readonly FileEntry[] = [
  {
    kind: 'http',
    file: new RegExp(`(?:^|/)pages/api/.*${NEXT}`, 'u'),
    name: /^(?:default|handler)$/u,
    exported: true,
    roles: ['request'],
  },
  {
    kind: 'http',
    file: new RegExp(`(?:^|/)route${NEXT}`, 'u'),
    name: /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/u,
    exported: true,
    roles: ['request', 'value'],
  },
  {
    kind: 'http',
    file: new RegExp(`(?:^|/)(?:page|layout|default)${NEXT}`, 'u'),
    name: /^default$/u,
    exported: true,
    roles: ['value'],
  },
  {
    kind: 'http',
    file: new RegExp(`(?:^|/)(?:pages|app)/.*${NEXT}`, 'u'),
    name: /^(?:getServerSideProps|getInitialProps|generateMetadata)$/u,
    exported: true,
    roles: ['request'],
  },
  {
    kind: 'http',
    file: new RegExp(`(?:^|/)middleware${NEXT}`, 'u'),
    name: /^(?:middleware|default)$/u,
    exported: true,
    roles: ['request'],
  },
  { kind: 'http', directive: /^use server$/u, name: /./u, roles: ['value'] },
  {
    kind: 'http',
    file: /(?:^|\/)(?:lambda|functions|handlers?|netlify)\b/u,
    name: /^(?:handler|main)$/u,
    exported: true,
    roles: ['request'],
  },
];

export const JAVASCRIPT_FRAMEWORKS: Pick<
  ReachProfile,
  | 'sources'
  | 'requestFields'
  | 'requestParam'
  | 'routedMethods'
  | 'registrations'
  | 'decorators'
  | 'paramDecorators'
  | 'fileEntries'
  | 'safeTypes'
  | 'provided'
> = {
  sources: SOURCES,
  requestFields: REQUEST_FIELDS,
  requestParam: {
    name: /^(?:_?req|request|ctx)$/u,
    type: /^(?:(?:express\.|e\.)?Request\b|NextApiRequest|NextRequest|FastifyRequest|(?:Koa\.)?(?:Parameterized)?Context\b|IncomingMessage|APIGatewayProxyEvent\w*|GetServerSidePropsContext|Hapi\.Request)/u,
  },
  routedMethods: /(?!)/u,
  registrations: REGISTRATIONS,
  decorators: [
    {
      kind: 'message',
      match:
        /^(?:MessagePattern|EventPattern|SubscribeMessage|Process|RabbitSubscribe|RabbitRPC|OnEvent|SqsMessageHandler)\(/u,
      params: 'all',
    },
  ],
  paramDecorators: [
    {
      name: /^(?:Body|Query|Param|Params|Headers|HeaderParam|QueryParam|QueryParams|BodyParam|CookieParam|UploadedFile|UploadedFiles|RawBody|HostParam|Arg|Args|Cookies|Ip)$/u,
      role: 'value',
      kind: 'http',
    },
    { name: /^(?:Req|Request|Ctx|Context)$/u, role: 'request', kind: 'http' },
    { name: /^(?:Payload|MessageBody)$/u, role: 'value', kind: 'message' },
  ],
  fileEntries: FILE_ENTRIES,
  safeTypes:
    /\b(?:Parse(?:Int|UUID|Float|Bool|Enum|Array|Date)Pipe|ParseObjectId\w*|ValidationPipe|Zod\w*Pipe|Joi\w*Pipe)\b/u,
  provided: /(?!)/u,
};
