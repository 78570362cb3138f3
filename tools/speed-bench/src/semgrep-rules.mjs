// @ts-check
import { readFileSync } from 'node:fs';

const MODULES = ['fs', 'net', 'db', 'shell', 'view', 'crypt', 'auth', 'queue', 'cache', 'mail'];
const VERBS = ['open', 'send', 'run', 'render', 'load', 'write', 'query', 'parse', 'fetch', 'sign'];
const LANGUAGES = [
  ['python', 'request.headers.get(...)'],
  ['javascript', '$REQUEST.query'],
  ['typescript', '$REQUEST.body'],
];
/** Finds what the benchmark plants, whatever the other rules are. */
export const PLANTED_RULE =
  'rules: [{ id: planted, languages: [python], severity: ERROR, message: eval, pattern: eval(...) }]\n';

/**
 * Rules that are the same on every machine: half of them look for calls whose argument is not a constant, half follow data of
 * a request into such a call.
 * @param {number} count
 */
export function generatedRules(count) {
  const rules = Array.from({ length: count }, (_, number) => {
    const [language, source] = LANGUAGES[number % LANGUAGES.length] ?? [];
    const call = `${MODULES[number % 10]}.${VERBS[Math.floor(number / 10) % 10]}${Math.floor(number / 100)}`;
    const common = {
      id: `rule-${number}`,
      languages: [language],
      severity: 'WARNING',
      message: `Something else than a constant goes into ${call}.`,
    };
    return number % 2 === 0
      ? { ...common, patterns: [{ pattern: `${call}(..., $X, ...)` }, { 'pattern-not': `${call}("...")` }] }
      : {
          ...common,
          mode: 'taint',
          'pattern-sources': [{ pattern: source }],
          'pattern-sinks': [{ pattern: `${call}(...)` }],
        };
  });
  return `${JSON.stringify({ rules })}\n`;
}

/** One file of Semgrep's rules.
 * @param {string} path */
export function givenRules(path) {
  return readFileSync(path, 'utf8');
}
