import type { DecoratorRule, FileEntry, ReachProfile, Registration, SourceRule } from '../profile.ts';

const REQUEST =
  '(?:args|form|json|get_json|data|values|files|cookies|headers|full_path|url|path|query_string|stream|get_data|view_args|GET|POST|FILES|COOKIES|META|body|QUERY_PARAMS|DATA|query_params|path_params|match_info|rel_url|query|post|text|read|params|path_info|get_full_path|build_absolute_uri|environ|host|get_host|base_url|url_root|user_agent|content_params|forms|multipart)';

const SOURCES: readonly SourceRule[] = [
  { kind: 'http', match: new RegExp(`^(?:flask\\.|bottle\\.|quart\\.|sanic\\.)(?:request)\\.${REQUEST}\\b`, 'u') },
  { kind: 'http', match: new RegExp(`^self\\.request\\.${REQUEST}\\b`, 'u') },
  {
    kind: 'http',
    match: /^self\.kwargs\b|^self\.(?:get_argument|get_query_argument|get_body_argument|get_arguments|get_cookie)\(\)/u,
  },
  {
    kind: 'data',
    match:
      /^(?:json|toml|tomllib|yaml|pickle|marshal|plistlib)\.(?:load|safe_load|load_all|safe_load_all)\(\)|^csv\.(?:reader|DictReader)\(\)/u,
  },
  { kind: 'cli', match: /^sys\.argv\b/u },
  {
    kind: 'cli',
    match:
      /^(?:\w+\.)*\w*[pP]arser(?:\(\))?\.(?:parse_args|parse_known_args)\(\)|^argparse\.ArgumentParser\(\)(?:\.\w+\(\))*\.(?:parse_args|parse_known_args)\(\)/u,
  },
  { kind: 'cli', match: /^(?:builtins\.)?(?:raw_)?input\(\)/u },
  { kind: 'env', match: /^os\.(?:environ|getenv\(\)|environb)/u },
  {
    kind: 'file',
    match:
      /^(?:open|io\.open|codecs\.open|Path|pathlib\.Path)\(\)\.(?:read|readline|readlines|read_text|read_bytes)\(\)/u,
  },
  {
    kind: 'message',
    match:
      /^(?:kafka\.|confluent_kafka\.|aiokafka\.)?(?:KafkaConsumer|AIOKafkaConsumer)\(\)|^(?:confluent_kafka\.)?Consumer\(\)\.(?:poll|consume)\(\)|^(?:\w+\.)*(?:sqs|queue_client|sqs_client)\.receive_message\(\)|^boto3\.(?:client|resource)\(\)\.receive_messages?\(\)|^redis\.Redis\(\)\.(?:blpop|brpop|lpop|rpop)\(\)|^(?:\w+\.)*pubsub(?:\(\))?\.(?:listen|get_message)\(\)/u,
  },
];

const REGISTRATIONS: readonly Registration[] = [
  {
    kind: 'http',
    callee:
      /\.(?:add_url_rule|add_api_route|add_route|add_get|add_post|add_put|add_patch|add_delete|add_websocket_route|route)$/u,
    from: 1,
    routed: true,
    roles: ['request'],
  },
  {
    kind: 'http',
    callee:
      /^(?:starlette\.routing\.)?(?:Route|WebSocketRoute)$|^aiohttp\.web\.(?:get|post|put|patch|delete|route|view)$/u,
    from: 1,
    routed: true,
    roles: ['request'],
  },
  {
    kind: 'http',
    callee: /^(?:django\.(?:urls|conf\.urls)\.)?(?:path|re_path|url)$/u,
    from: 1,
    routed: true,
    roles: ['request', 'value', 'value', 'value'],
  },
  { kind: 'message', callee: /\.basic_consume$/u, from: 0, roles: [undefined, undefined, undefined, 'value'] },
  { kind: 'message', callee: /\.(?:subscribe|on_message)$/u, from: 1, roles: ['value'] },
];

const DECORATORS: readonly DecoratorRule[] = [
  {
    kind: 'http',
    match: /^(?:\w+\.)*(?:route|get|post|put|patch|delete|head|options|websocket|api_route)\(/u,
    params: 'all',
  },
  {
    kind: 'http',
    match: /^(?:rest_framework\.decorators\.)?(?:api_view|action|list_route|detail_route)\(/u,
    params: 'all',
  },
  {
    kind: 'task',
    match:
      /^(?:celery\.)?(?:shared_task|task|periodic_task)\b|^\w*(?:app|celery|huey|dramatiq|broker|worker|rq)\w*\.(?:task|actor|agent|subscriber|timer|job)\b|^dramatiq\.actor|^(?:faust_?app|app)\.agent|^job\(/u,
    params: 'all',
  },
  {
    kind: 'cli',
    match: /^(?:click\.|typer\.|\w*(?:app|cli|group|main)\w*\.)(?:command|callback|group)\b/u,
    params: 'all',
  },
];

const FILE_ENTRIES: readonly FileEntry[] = [
  { kind: 'http', name: /^(?:lambda_handler|handler)$/u, file: /./u, exported: true, roles: ['request'] },
];

export const PYTHON_FRAMEWORKS: Pick<
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
  requestFields: new RegExp(
    `^(?:request\\.)?(?:${REQUEST}|queryStringParameters|pathParameters|Records)(?:\\.|$)`,
    'u',
  ),
  requestParam: {
    name: /^(?:request|req)$/u,
    type: /^(?:(?:\w+\.)*(?:HttpRequest|WSGIRequest|Request|ASGIRequest)\b)/u,
  },
  routedMethods:
    /^(?:get|post|put|patch|delete|head|options|dispatch|list|create|retrieve|update|partial_update|destroy)$/u,
  registrations: REGISTRATIONS,
  decorators: DECORATORS,
  paramDecorators: [],
  fileEntries: FILE_ENTRIES,
  safeTypes:
    /^(?:Optional\[|Annotated\[|list\[|List\[|Union\[|set\[)*(?:int|float|bool|uuid\.UUID|UUID\d?|UUID4|date|datetime|datetime\.\w+|timedelta|Decimal|Literal\[.*|PositiveInt|NonNegativeInt|conint\(.*|EmailStr|HttpUrl|AnyHttpUrl|\w*Enum|IPvAnyAddress|Request|HttpRequest|Response|BackgroundTasks|(?:Async)?Session|AsyncSession|WebSocket|\w*Service|\w*Repository|\w*Client|\w*Dep|Current\w+|\w*Settings|logging\.Logger|HTTPConnection)\b|\b(?:pattern|regex)=|\bDepends\(/u,
  provided: /^(?:Depends|Security|fastapi\.Depends|fastapi\.Security|Inject|Provide)\b|\b(?:pattern|regex)=/u,
};
