import type { Idiom } from '../idiom.ts';
import { PYTHON_IDIOMS_AUTHENTICATION } from './python-idioms-authentication.ts';
import { PYTHON_IDIOMS_AUTHORIZATION } from './python-idioms-authorization.ts';
import { PYTHON_IDIOMS_CODE } from './python-idioms-code.ts';
import { PYTHON_IDIOMS_CRYPTO } from './python-idioms-crypto.ts';
import { PYTHON_IDIOMS_FILES } from './python-idioms-files.ts';
import { PYTHON_IDIOMS_HTTP } from './python-idioms-http.ts';
import { PYTHON_IDIOMS_INPUT } from './python-idioms-input.ts';
import { PYTHON_IDIOMS_LIMIT } from './python-idioms-limit.ts';
import { PYTHON_IDIOMS_QUERY } from './python-idioms-query.ts';
import { PYTHON_IDIOMS_SECRECY } from './python-idioms-secrecy.ts';
import { PYTHON_IDIOMS_TLS } from './python-idioms-tls.ts';
import { PYTHON_IDIOMS_WEB } from './python-idioms-web.ts';

/**
 * Careful Python and its careless twin: the standard library, Django and REST framework, Flask, FastAPI and Starlette,
 * aiohttp, SQLAlchemy, pydantic, requests and httpx, lxml, Jinja, PyJWT and jose, cryptography, archives, subprocess.
 */
export const PYTHON_IDIOMS: readonly Idiom[] = [
  ...PYTHON_IDIOMS_AUTHENTICATION,
  ...PYTHON_IDIOMS_AUTHORIZATION,
  ...PYTHON_IDIOMS_CODE,
  ...PYTHON_IDIOMS_CRYPTO,
  ...PYTHON_IDIOMS_FILES,
  ...PYTHON_IDIOMS_HTTP,
  ...PYTHON_IDIOMS_INPUT,
  ...PYTHON_IDIOMS_LIMIT,
  ...PYTHON_IDIOMS_QUERY,
  ...PYTHON_IDIOMS_SECRECY,
  ...PYTHON_IDIOMS_TLS,
  ...PYTHON_IDIOMS_WEB,
];
