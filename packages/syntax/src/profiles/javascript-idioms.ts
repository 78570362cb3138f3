import type { Idiom } from '../idiom.ts';
import { JAVASCRIPT_ACCESS_IDIOMS } from './javascript-idioms-access.ts';
import { JAVASCRIPT_CHECK_IDIOMS } from './javascript-idioms-check.ts';
import { JAVASCRIPT_CODE_IDIOMS } from './javascript-idioms-code.ts';
import { JAVASCRIPT_CRYPTO_IDIOMS } from './javascript-idioms-crypto.ts';
import { JAVASCRIPT_FILE_IDIOMS } from './javascript-idioms-file.ts';
import { JAVASCRIPT_HTML_IDIOMS } from './javascript-idioms-html.ts';
import { JAVASCRIPT_LIMIT_IDIOMS } from './javascript-idioms-limit.ts';
import { JAVASCRIPT_OBJECT_IDIOMS } from './javascript-idioms-object.ts';
import { JAVASCRIPT_QUERY_IDIOMS } from './javascript-idioms-query.ts';
import { JAVASCRIPT_SECRECY_IDIOMS } from './javascript-idioms-secrecy.ts';
import { JAVASCRIPT_SESSION_IDIOMS } from './javascript-idioms-session.ts';
import { JAVASCRIPT_TEXT_IDIOMS } from './javascript-idioms-text.ts';
import { JAVASCRIPT_WEB_IDIOMS } from './javascript-idioms-web.ts';

/** What reviewers of browser and Node code know as careful or careless, for JavaScript and TypeScript alike. */
export const JAVASCRIPT_IDIOMS: readonly Idiom[] = [
  ...JAVASCRIPT_HTML_IDIOMS,
  ...JAVASCRIPT_WEB_IDIOMS,
  ...JAVASCRIPT_SESSION_IDIOMS,
  ...JAVASCRIPT_CODE_IDIOMS,
  ...JAVASCRIPT_QUERY_IDIOMS,
  ...JAVASCRIPT_OBJECT_IDIOMS,
  ...JAVASCRIPT_TEXT_IDIOMS,
  ...JAVASCRIPT_CHECK_IDIOMS,
  ...JAVASCRIPT_CRYPTO_IDIOMS,
  ...JAVASCRIPT_ACCESS_IDIOMS,
  ...JAVASCRIPT_SECRECY_IDIOMS,
  ...JAVASCRIPT_FILE_IDIOMS,
  ...JAVASCRIPT_LIMIT_IDIOMS,
];
