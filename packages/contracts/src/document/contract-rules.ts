import { SEVERITIES } from '@pawl/findings';
import { all, isRecord, matching, oneOf, type Rule, shown, wrong } from '@pawl/document';
import { fields, has, listOf, oneOrMore, record, text } from './basic-rules.ts';
import { globRule } from './glob.ts';

export const KINDS = ['flow', 'mustHave', 'mustNot', 'mustStay'] as const;
export const LANGUAGES = ['javascript', 'typescript', 'tsx', 'python'] as const;

export const MAX_PATTERN = 1_000;
/** Counted repetitions apart, the engine's expressions take linear time; their length bounds what they compile to. */
export const MAX_REGEX = 300;
const MAX_DEPTH = 12;
const MAX_LIST = 50;

const regex: Rule = text(1, MAX_REGEX);
const patternText: Rule = text(1, MAX_PATTERN);

const ruleObject: Rule = (value, path) => ruleAt(value, path, 0);

/** A pattern may hold others, however deep a person can still read. */
function ruleAt(value: unknown, path: Parameters<Rule>[1], depth: number): ReturnType<Rule> {
  if (depth > MAX_DEPTH) return wrong(path, `nests deeper than ${MAX_DEPTH} rules`);
  const inner: Rule = (one, at) => ruleAt(one, at, depth + 1);
  const related: Rule = (one, at) => relatedAt(one, at, depth + 1);
  return all(fields(ruleKeys(inner, related)), has('some', ATOMIC))(value, path);
}

function relatedAt(value: unknown, path: Parameters<Rule>[1], depth: number): ReturnType<Rule> {
  if (depth > MAX_DEPTH) return wrong(path, `nests deeper than ${MAX_DEPTH} rules`);
  const inner: Rule = (one, at) => ruleAt(one, at, depth + 1);
  const related: Rule = (one, at) => relatedAt(one, at, depth + 1);
  const stopBy: Rule = (one, at) =>
    typeof one === 'string' ? oneOf('neighbor', 'end')(one, at) : ruleAt(one, at, depth + 1);
  return all(
    fields({ ...ruleKeys(inner, related), stopBy, field: matching(/^[a-z_]{1,40}$/u, 'the name of a field') }),
    has('some', ATOMIC),
  )(value, path);
}

const ATOMIC = ['pattern', 'kind', 'regex', 'all', 'any', 'not', 'inside', 'has', 'precedes', 'follows', 'nthChild'];

function ruleKeys(inner: Rule, related: Rule): Readonly<Record<string, Rule>> {
  return {
    pattern: (value, path) => (isRecord(value) ? patternObject(value, path) : patternText(value, path)),
    kind: matching(/^[a-z_]{1,60}$/u, 'the kind of a node, like "call_expression"'),
    regex,
    all: listOf(inner, 1, MAX_LIST),
    any: listOf(inner, 1, MAX_LIST),
    not: inner,
    inside: related,
    has: related,
    precedes: related,
    follows: related,
    nthChild: (value, path) =>
      (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1000) ||
      (typeof value === 'string' && /^[0-9n+ -]{1,20}$/u.test(value))
        ? []
        : wrong(path, `must be a position like 1 or "2n+1", not ${shown(value)}`),
  };
}

const patternObject: Rule = fields(
  { context: patternText, selector: matching(/^[a-z_]{1,60}$/u, 'the kind of a node') },
  ['context'],
);

const pattern: Rule = (value, path) => (isRecord(value) ? ruleObject(value, path) : patternText(value, path));
const patterns: Rule = oneOrMore(pattern, MAX_LIST);

const where: Rule = record(
  /^[A-Z_][A-Z0-9_]{0,39}$/u,
  'a metavariable, written without its "$"',
  all(
    fields({ regex, notRegex: regex, oneOf: listOf(text(0, 200), 1, MAX_LIST) }),
    has('some', ['regex', 'notRegex', 'oneOf']),
  ),
  20,
);

const optionName: Rule = matching(/^[\w$-]{1,80}$/u, 'the name of an option');
const globs: Rule = oneOrMore(globRule, MAX_LIST);

const haveFields: Readonly<Record<string, Rule>> = {
  decorator: patterns,
  classDecorator: patterns,
  argument: patterns,
  middleware: patterns,
  option: oneOrMore(optionName, MAX_LIST),
  inside: patterns,
  contains: patterns,
  begins: patterns,
  precededBy: patterns,
  orBefore: patterns,
};

const imports: Rule = all(
  fields({ files: globs, modules: oneOrMore(matching(/^[@\w][\w@./:-]{0,199}$/u, 'the name of a module'), MAX_LIST) }),
  has('some', ['files', 'modules']),
);

const functionName: Rule = matching(/^[\p{L}_$][\p{L}\p{N}_$.]{0,119}$/u, 'the name of a function');

const promises: Readonly<Record<(typeof KINDS)[number], Rule>> = {
  flow: fields({ from: patterns, to: patterns, through: patterns }, ['from', 'to', 'through']),
  mustHave: fields({ every: patterns, where, have: all(fields(haveFields), has('some', Object.keys(haveFields))) }, [
    'every',
    'have',
  ]),
  mustNot: all(fields({ pattern: patterns, where, import: imports }), has('some', ['pattern', 'import'])),
  mustStay: all(
    fields({
      exists: patterns,
      where,
      called: oneOrMore(functionName, MAX_LIST),
      order: listOf(pattern, 2, MAX_LIST),
    }),
    has('some', ['exists', 'called', 'order']),
  ),
};

const contract: Rule = all(
  fields(
    {
      id: matching(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/u, 'an id like "admin-routes-need-an-admin"'),
      why: text(10, 500),
      severity: oneOf(...SEVERITIES),
      cwe: oneOrMore(matching(/^CWE-[1-9]\d{0,5}$/u, 'a CWE like "CWE-862"'), 10),
      files: globs,
      except: globs,
      language: oneOf(...LANGUAGES),
      ...promises,
    },
    ['id', 'why', 'files'],
  ),
  has('one', KINDS),
);

/** What a person may write. */
export const documentRule: Rule = all(
  fields({ $schema: text(0, 500), contracts: listOf(contract, 0, 200) }, ['contracts']),
  (value, path) => duplicateIds(value, path),
);

function duplicateIds(value: unknown, path: Parameters<Rule>[1]): ReturnType<Rule> {
  const list = isRecord(value) && Array.isArray(value['contracts']) ? (value['contracts'] as readonly unknown[]) : [];
  const seen = new Set<unknown>();
  return list.flatMap((one, index) => {
    const id = isRecord(one) ? one['id'] : undefined;
    if (typeof id !== 'string') return [];
    if (seen.has(id)) return wrong([...path, 'contracts', index, 'id'], `${shown(id)} names a second contract`);
    seen.add(id);
    return [];
  });
}
