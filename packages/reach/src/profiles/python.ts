import type { ReachProfile } from '../profile.ts';
import { PYTHON_ASSERTERS, PYTHON_SANITISERS, PYTHON_VALIDATORS } from './python-defences.ts';
import { PYTHON_FRAMEWORKS } from './python-frameworks.ts';
import { PYTHON_SINKS } from './python-sinks.ts';

export const python: ReachProfile = {
  ...PYTHON_FRAMEWORKS,
  sinks: PYTHON_SINKS,
  sanitisers: PYTHON_SANITISERS,
  validators: PYTHON_VALIDATORS,
  asserters: PYTHON_ASSERTERS,
  otherChecks:
    /auth|admin|owner|permi[st]|role|access|login|logged|csrf|token|session|signature|member|(?:^|\.)is_?(?:string|str|array|list|object|dict|defined|nil|null|none|undefined|empty|not_?empty|function|promise|production|dev\w*|test\w*)$|exist|connection|ready|enabled|rate_?limit|quota|can_?(?:edit|view|read|write|delete|manage)/iu,
  validatingMiddleware: /valid|Schema\b|\bschema\b|use_(?:args|kwargs)|expects_json|parser/u,
  exits:
    /^(?:sys\.exit|os\._exit|exit|quit|(?:flask\.)?abort|(?:aiohttp\.)?web\.abort|pytest\.(?:skip|fail)|self\.(?:send_error|fail|permission_denied)|parser\.error)$/u,
  unrelated:
    /^(?:get|find|find_one|find_all|find_by\w*|get_by\w*|filter|filter_by|all|first|one|query|execute\w*|exec|fetch\w*|load_\w+|exists?|has_\w+|count\w*|save|create|create_\w+|insert\w*|update|update_\w+|delete\w*|remove\w*|send\w*|post|put|patch|head|lookup\w*|verify\w*|compare\w*|check\w*|is_\w+|index|startswith|endswith|sign\w*|hash\w*|log|info|warning|warn|error|debug|exception|critical|json|jsonify|render|render_\w+|redirect|emit|publish|enqueue|push|add|add_\w+|set|set_\w+|write\w*|unlink|stat|mkdir|makedirs|run|call|check_output|Popen|system|authenticate|authorize|login\w*|register\w*|encrypt\w*|get_object_or_404|get_list_or_404|get_or_create|scalar\w*|commit|print|Response|JSONResponse|JsonResponse|HTTPException|\w*Error|\w*Exception|super|isinstance|issubclass|hasattr|range|enumerate_|Depends|delay|apply_async|raise_\w+|range|any|sum|min|max|get_[a-z]+_by_\w+|get_[a-z]+_for_\w+|aggregate|annotate)$/u,
  tells:
    /^(?:startswith|endswith|isdigit|isnumeric|isalnum|isalpha|isidentifier|isdecimal|islower|isupper|isspace|count|index|find|rfind|is_\w+|exists|is_relative_to|issubset|issuperset|isdisjoint)$/u,
  harmlessMembers: /^(?:scheme|size|content_length|content_type|method|status_code|user|session|app|state)$/u,
  handsElement: /(?!)/u,
  keepsElement: /(?!)/u,
  builtinMethods:
    /^(?:append|extend|insert|remove|pop|clear|index|count|sort|reverse|copy|get|items|keys|values|update|setdefault|add|discard|union|intersection|split|rsplit|join|strip|lstrip|rstrip|replace|format|encode|decode|lower|upper|title|capitalize|startswith|endswith|find|rfind|splitlines|zfill|isdigit|isalnum|isalpha|read|readline|readlines|write|close|seek|flush|group|groups|match|search|fullmatch|sub|as_posix|resolve|exists|is_file|is_dir|joinpath|with_suffix|relative_to|is_relative_to|json|text|form|body|getlist|to_dict|first|all|one|filter|save|delete|execute|commit|fetchone|fetchall|cursor|info|error|warning|debug|log|next|send|throw|set|run|start|stop|getvalue|tolist|get_json|get_data)$/u,
  keeps: /^(?:append|add|extend|insert|update|setdefault|appendleft|put)$/u,
  replaces: /(?:^|\.)(?:replace|sub|subn|translate)$/u,
  answersIn: /\b(?:flask|bottle|quart)\b/iu,
  ownModule:
    /^(?!(?:abc|argparse|array|ast|asyncio|base64|binascii|bisect|builtins|bz2|calendar|codecs|collections|concurrent|configparser|contextlib|copy|csv|ctypes|dataclasses|datetime|decimal|difflib|email|enum|errno|fcntl|fnmatch|fractions|functools|gc|getpass|glob|gzip|hashlib|heapq|hmac|html|http|imaplib|importlib|inspect|io|ipaddress|itertools|json|locale|logging|lzma|marshal|math|mimetypes|multiprocessing|operator|os|pathlib|pickle|pkgutil|platform|pprint|queue|random|re|secrets|select|shelve|shlex|shutil|signal|smtplib|socket|sqlite3|ssl|stat|string|struct|subprocess|sys|tarfile|tempfile|textwrap|threading|time|traceback|types|typing|typing_extensions|unicodedata|urllib|uuid|warnings|weakref|xml|zipfile|zlib|zoneinfo|aiohttp|attr|attrs|bleach|boto3|botocore|bs4|celery|click|cryptography|dateutil|django|fastapi|flask|flask_sqlalchemy|httpx|jinja2|jwt|kafka|lxml|markupsafe|numpy|orjson|pandas|pika|PIL|psycopg2?|pydantic|pymongo|pytest|pytz|redis|requests|rest_framework|rich|simplejson|six|sqlalchemy|starlette|tornado|typer|urllib3|uvicorn|werkzeug|wtforms|yaml)(?:\.|$))/u,
  assignmentDeclares: true,
  self: /^(?:self|cls)$/u,
  modules: 'dots',
  extensions: ['.py', '.pyi'],
  folderFiles: ['__init__'],
};
