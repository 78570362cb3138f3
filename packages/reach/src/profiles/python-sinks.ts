import type { SinkRule } from '../profile.ts';

const QUERY: readonly SinkRule[] = [
  {
    kind: 'sql',
    callee:
      /(?:^|\.)(?:execute|executemany|executescript|fetch_all|fetchall|fetch_one|fetchrow|fetchval|read_sql|read_sql_query|exec_driver_sql|mogrify|query)$/u,
    args: [0, 'sql', 'query', 'statement'],
    needs: 'query',
  },
  {
    kind: 'sql',
    callee:
      /^(?:\w+\.)*(?:db|conn|connection|cursor|cur|c|session|engine|database|con|pool)(?:\(\))?\.(?:execute|executemany|executescript|fetch_all|fetchrow|fetchval)$/u,
    args: [0],
    needs: 'whole',
  },
  {
    kind: 'sql',
    callee: /^(?:sqlalchemy\.)?(?:sql\.)?text$|^sqlalchemy\.(?:sql\.expression\.)?(?:text|literal_column)$|^db\.text$/u,
    args: [0],
  },
  { kind: 'sql', callee: /\.objects\.raw$|\.raw$|(?:^|\.)RawSQL$/u, args: [0], needs: 'query' },
  { kind: 'sql', callee: /\.extra$/u, args: ['where', 'select', 'tables', 'order_by'] },
  { kind: 'sql', callee: /\.(?:filter|order_by|having)$/u, args: [0], needs: 'query' },
  {
    kind: 'nosql',
    callee: /\.(?:find|find_one|update_one|update_many|delete_one|delete_many|count_documents|aggregate)$/u,
    args: [0],
    needs: 'whole',
  },
];

const SUBPROCESS = '(?:run|call|check_call|check_output|Popen)';

const RUN: readonly SinkRule[] = [
  {
    kind: 'shell',
    callee:
      /^(?:os|posix|commands)\.(?:system|popen\d?|getoutput|getstatusoutput)$|^subprocess\.(?:getoutput|getstatusoutput)$|^asyncio\.create_subprocess_shell$|^asyncio\.subprocess\.create_subprocess_shell$/u,
    args: [0, 'cmd', 'command'],
  },
  {
    kind: 'shell',
    callee: new RegExp(`^subprocess\\.${SUBPROCESS}$`, 'u'),
    args: [0, 'args'],
    when: /\bshell=(?!False|0\b)/u,
  },
  {
    kind: 'shell',
    callee: new RegExp(`^subprocess\\.${SUBPROCESS}$`, 'u'),
    args: [0, 'args'],
    needs: 'text',
    unless: /^\(\[|^\(\s*args=\[|\bshell=|^\((?:cmd|args|command)\b/u,
  },
  {
    kind: 'shell',
    callee: new RegExp(`^subprocess\\.${SUBPROCESS}$`, 'u'),
    args: ['all'],
    when: /["'](?:\/bin\/)?(?:ba|z)?sh["'],\s*["']-\w*c["']/u,
  },
  {
    kind: 'shell',
    callee: /\.exec_command$|^(?:invoke|c|ctx|conn|connection)\.(?:run|sudo)$|^fabric\.api\.(?:run|local|sudo)$/u,
    args: [0],
    inFilesWith: /paramiko|fabric|invoke/u,
  },
  { kind: 'shell', callee: /^os\.(?:exec[lv]p?e?|spawn[lv]p?e?)$|^pty\.spawn$/u, args: ['all'] },
  {
    kind: 'code',
    callee: /^(?:builtins\.)?(?:eval|exec|compile|execfile)$|^code\.interact$|^runpy\.\w+$/u,
    args: [0],
  },
  {
    kind: 'code',
    callee:
      /^(?:builtins\.)?__import__$|^importlib\.(?:import_module|__import__|util\.spec_from_file_location)$|^(?:werkzeug\.utils\.)?import_string$|^django\.utils\.module_loading\.import_string$/u,
    args: [0],
    fromStrangers: true,
  },
  {
    kind: 'deserialise',
    callee:
      /^(?:c?[pP]ickle|_pickle|dill|cloudpickle|pandas|pd|joblib|torch|shelve|marshal)\.(?:loads?|Unpickler|read_pickle|open)$/u,
    args: [0],
  },
  { kind: 'deserialise', callee: /^jsonpickle\.(?:decode|loads)$/u, args: [0] },
  {
    kind: 'deserialise',
    callee: /^(?:ruamel\.)?yaml\.(?:load|load_all)$/u,
    args: [0],
    unless: /\bC?(?:Safe|Base)Loader\b/u,
  },
  { kind: 'deserialise', callee: /^yaml\.(?:unsafe_load|full_load|unsafe_load_all|full_load_all)$/u, args: [0] },
];

const PATH = '(?:pathlib\\.)?(?:Path|PurePath)\\(\\)';

const FILES: readonly SinkRule[] = [
  {
    kind: 'file',
    callee: /^(?:builtins\.|io\.|codecs\.|aiofiles\.|gzip\.|tarfile\.|zipfile\.|os\.)?(?:open|ZipFile)$/u,
    args: [0, 'file'],
    unless: /^\(io\.|BytesIO|StringIO/u,
  },
  {
    kind: 'file',
    callee:
      /^os\.(?:remove|unlink|rmdir|removedirs|rename|replace|mkdir|makedirs|listdir|scandir|chmod|chown|symlink|link|walk|stat)$|^shutil\.(?:rmtree|copy|copy2|copyfile|copytree|move|unpack_archive)$/u,
    args: [0, 1],
  },
  {
    kind: 'file',
    callee: /\.(?:read_text|read_bytes|write_text|write_bytes|unlink|rmdir|iterdir)$/u,
    args: ['receiver'],
  },
  {
    kind: 'file',
    callee: new RegExp(`^${PATH}(?:\\.\\w+\\(\\))*\\.(?:open|mkdir|rename|replace|touch)$`, 'u'),
    args: ['receiver'],
  },
  {
    kind: 'file',
    callee:
      /^(?:flask\.)?send_file$|^(?:fastapi\.responses\.|starlette\.responses\.)?FileResponse$|^(?:aiohttp\.)?web\.FileResponse$|^django\.http\.FileResponse$|^static_file$/u,
    args: [0, 'path', 'path_or_file'],
  },
  { kind: 'file', callee: /\.(?:extractall|extract)$/u, args: ['path'] },
  {
    kind: 'file',
    callee: /^(?:flask\.)?render_template$|^django\.shortcuts\.render$|^render$/u,
    args: ['template_name'],
  },
  { kind: 'file', callee: /\.save$/u, args: [0], needs: 'mixed', inFilesWith: /\.files\b|UploadFile|FILES/u },
  { kind: 'file', callee: /^(?:flask\.)?send_from_directory$/u, args: ['directory'] },
];

const VERBS = '(?:get|post|put|patch|delete|head|options|request|stream|urlopen)';

const NETWORK: readonly SinkRule[] = [
  {
    kind: 'network',
    callee:
      /^(?:requests|httpx|aiohttp|urllib3)\.(?:get|post|put|patch|delete|head|options|stream|urlopen)$|^urllib\.request\.(?:urlopen|Request|urlretrieve)$|^urllib2?\.urlopen$/u,
    args: [0, 'url'],
  },
  { kind: 'network', callee: /^(?:requests|httpx|aiohttp|urllib3)\.request$/u, args: [1, 'url'] },
  {
    kind: 'network',
    callee: new RegExp(
      `^(?:requests\\.(?:Session|session)|httpx\\.(?:AsyncClient|Client)|aiohttp\\.ClientSession|urllib3\\.PoolManager)\\(\\)\\.${VERBS}$`,
      'u',
    ),
    args: [0, 'url'],
  },
  {
    kind: 'network',
    callee: /^socket\.create_connection$|^http\.client\.HTTPS?Connection$|^smtplib\.SMTP$|^ftplib\.FTP$/u,
    args: [0],
  },
];

const ANSWERS: readonly SinkRule[] = [
  {
    kind: 'html',
    callee: /^(?:django\.http\.)?(?:HttpResponse|HttpResponseBadRequest|HttpResponseNotFound)$/u,
    args: [0, 'content'],
    needs: 'mixed',
    unless: /content_type=["'](?:application|text\/plain)/u,
  },
  { kind: 'html', callee: /^(?:django\.http\.)?HttpResponse$/u, args: [0, 'content'], unless: /content_type=|json/u },
  {
    kind: 'html',
    callee:
      /^(?:(?:markupsafe|flask|jinja2)\.)?Markup$|^(?:django\.utils\.safestring\.)?(?:mark_safe|SafeString|SafeText)$/u,
    args: [0],
  },
  { kind: 'html', callee: /^(?:(?:fastapi|starlette)\.responses\.)?HTMLResponse$/u, args: [0, 'content'] },
  {
    kind: 'html',
    callee:
      /^(?:flask\.)?(?:make_response|Response)$|^aiohttp\.web\.Response$|^(?:(?:fastapi|starlette)\.responses\.)Response$/u,
    args: [0, 'text', 'body', 'content'],
    needs: 'tag',
  },
  { kind: 'html', name: 'the page', callee: /^return$/u, args: [0], needs: 'mixed' },
  {
    kind: 'redirect',
    callee:
      /^(?:flask\.|django\.shortcuts\.|werkzeug\.utils\.)?redirect$|^(?:django\.http\.)?HttpResponse(?:Permanent)?Redirect$|^(?:(?:fastapi|starlette)\.responses\.)?RedirectResponse$|^aiohttp\.web\.HTTP(?:Found|SeeOther|MovedPermanently|TemporaryRedirect)$|^self\.redirect$/u,
    args: [0, 'url', 'location', 'redirect_to'],
  },
];

const TEMPLATES: readonly SinkRule[] = [
  {
    kind: 'template',
    callee:
      /^(?:flask\.)?render_template_string$|^jinja2\.Template$|^(?:django\.template\.)?Template$|^mako\.template\.Template$/u,
    args: [0, 'source'],
  },
  { kind: 'template', callee: /\.from_string$/u, args: [0] },
];

export const PYTHON_SINKS: readonly SinkRule[] = [...QUERY, ...RUN, ...FILES, ...NETWORK, ...ANSWERS, ...TEMPLATES];
