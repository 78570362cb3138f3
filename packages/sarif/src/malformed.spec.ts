import { describe, expect, it } from 'vitest';
import { readSarif } from './read-sarif.ts';
import { driver, logOf, logWith, result, run } from './testing/log-of.ts';

const whole = logOf(run);
const deep = (open: string, close: string): string =>
  whole.replace('"text":', `"extra":${open.repeat(100_000)}1${close.repeat(100_000)},"text":`);

function refuses(text: string, code: string): void {
  expect(() => readSarif(text)).toThrow(expect.objectContaining({ name: 'SarifError', code }));
}

it('when nothing is wrong the log of these specs is read', () => {
  expect(readSarif(whole).runs[0]?.findings).toHaveLength(1);
});

describe('O04 when the text is not one honest JSON document', () => {
  it.each([
    ['an empty text', 'not-json', ''],
    ['half a log', 'not-json', whole.slice(0, -20)],
    ['a log that ends within a text', 'not-json', whole.slice(0, whole.indexOf('input'))],
    ['a log and more', 'not-json', `${whole}{}`],
    ['a byte order mark', 'not-json', `\ufeff${whole}`],
    ['NaN', 'not-json', whole.replace('"startLine":3', '"startLine":NaN')],
    ['a comment', 'not-json', `// clean\n${whole}`],
    ['a single quote', 'not-json', whole.replaceAll('"', "'")],
    ['results twice, the last one empty', 'duplicate-key', whole.replace('"results"', '"results":[],"results"')],
    ['a key twice, once escaped', 'duplicate-key', whole.replace('"results"', '"r\\u0065sults":[],"results"')],
    ['a key twice with objects between', 'duplicate-key', whole.replace('"ruleId"', '"x":{"a":[{}]},"x":1,"ruleId"')],
    [
      'a key twice after a text that ends with a backslash',
      'duplicate-key',
      whole.replace('"results"', '"x":"\\\\","x":1,"results"'),
    ],
    ['__proto__', 'forbidden-key', whole.replace('"ruleId"', '"__proto__":{"level":"none"},"ruleId"')],
    ['__proto__, escaped', 'forbidden-key', whole.replace('"ruleId"', '"__pr\\u006fto__":{},"ruleId"')],
    ['a hundred thousand lists', 'too-deep', deep('[', ']')],
    ['a hundred thousand objects', 'too-deep', deep('{"a":', '}')],
    ['brackets that never close', 'too-deep', '['.repeat(100_000)],
  ])('it refuses %s as %s', (_, code, text) => {
    expect(text).not.toBe(whole);
    refuses(text, code);
  });

  it('it refuses more text than can be parsed', () => {
    refuses(' '.repeat(128 * 1024 * 1024 + 1), 'too-large');
  });

  it('it does not mistake values, brackets in texts or equal keys of two objects for duplicates', () => {
    const message = { text: '","text":"{"a":1,"a":2} \\" [[[' };
    const text = logOf({
      ...run,
      results: [
        { ...result, message },
        { ...result, ruleId: 'ruleId' },
      ],
    });
    expect(readSarif(text).runs[0]?.findings.map(({ message: told }) => told)).toEqual([message.text, 'eval of input']);
  });
});

describe('when the JSON is not a log', () => {
  it.each([
    ['null', 'wrong-type', 'null'],
    ['a list', 'wrong-type', '[]'],
    ['no version', 'missing-field', JSON.stringify({ runs: [run] })],
    ['another version', 'not-2.1.0', JSON.stringify({ version: '2.0.0', runs: [run] })],
    ['a version as a number', 'not-2.1.0', JSON.stringify({ version: 2.1, runs: [run] })],
    ['no runs member', 'missing-field', JSON.stringify({ version: '2.1.0' })],
    ['runs that are null', 'wrong-type', JSON.stringify({ version: '2.1.0', runs: null })],
    ['no runs', 'no-runs', logOf()],
    ['a run that is null', 'wrong-type', JSON.stringify({ version: '2.1.0', runs: [null] })],
    ['a run without a tool', 'missing-field', logOf({ results: [] })],
    ['a tool without a driver', 'missing-field', logOf({ tool: {}, results: [] })],
    ['a driver without a name', 'missing-field', logOf({ tool: { driver: {} }, results: [] })],
    ['results that are missing', 'missing-field', logOf({ tool: { driver } })],
    ['results that are null', 'wrong-type', logOf({ ...run, results: null })],
    ['results that are an object', 'wrong-type', logOf({ ...run, results: {} })],
    ['a second run without results', 'missing-field', logOf(run, { tool: { driver } })],
    ['a result that is null', 'wrong-type', logOf({ ...run, results: [null] })],
    ['a result without a rule', 'missing-field', logWith({ result: { ruleId: undefined } })],
    ['a rule id that is a number', 'wrong-type', logWith({ result: { ruleId: 7 } })],
    ['a result without a message', 'missing-field', logWith({ result: { message: undefined } })],
    ['an empty message', 'missing-field', logWith({ result: { message: {} } })],
    ['an empty rule id', 'missing-field', logWith({ result: { ruleId: '' } })],
    ['an empty name', 'missing-field', logOf({ ...run, tool: { driver: { name: '' } } })],
    ['no locations', 'missing-field', logWith({ result: { locations: undefined } })],
    ['an empty list of locations', 'missing-field', logWith({ result: { locations: [] } })],
    ['a location without a file', 'missing-field', logWith({ result: { locations: [{}] } })],
    ['an unknown level', 'wrong-type', logWith({ result: { level: 'fatal' } })],
    ['suppressions that are null', 'wrong-type', logWith({ result: { suppressions: null } })],
    ['rules that are an object', 'wrong-type', logOf({ ...run, tool: { driver: { ...driver, rules: {} } } })],
    ['a rule without an id', 'missing-field', logOf({ ...run, tool: { driver: { ...driver, rules: [{}] } } })],
  ])('it refuses %s as %s', (_, code, text) => {
    refuses(text, code);
  });
});

describe('O03 when the tool did not do all its work', () => {
  const invoked = (invocation: object): string => logWith({ run: { invocations: [invocation] } });
  const notified = (list: string, level: string): string =>
    invoked({ executionSuccessful: true, [list]: [{ level, message: { text: 'could not parse a.py' } }] });

  it.each([
    ['an execution that failed', 'failed-invocation', invoked({ executionSuccessful: false })],
    ['an execution that does not say', 'missing-field', invoked({})],
    ['a success that is a text', 'wrong-type', invoked({ executionSuccessful: 'true' })],
    ['invocations that are null', 'wrong-type', logWith({ run: { invocations: null } })],
    ['an error on the way', 'tool-error-notification', notified('toolExecutionNotifications', 'error')],
    ['an error of the configuration', 'tool-error-notification', notified('toolConfigurationNotifications', 'error')],
    ['a notification of unknown level', 'wrong-type', notified('toolExecutionNotifications', 'fatal')],
    [
      'a failure after a success',
      'failed-invocation',
      logWith({ run: { invocations: [{ executionSuccessful: true }, { executionSuccessful: false }] } }),
    ],
    [
      'results in another file',
      'external-properties',
      logWith({ run: { results: [], externalPropertyFileReferences: { results: [{ location: { uri: 'r' } }] } } }),
    ],
  ])('it refuses %s as %s', (_, code, text) => {
    refuses(text, code);
  });

  it('it refuses a log that keeps parts of its runs outside them', () => {
    const text = JSON.stringify({ version: '2.1.0', runs: [run], inlineExternalProperties: [{ results: [result] }] });
    refuses(text, 'external-properties');
  });

  it.each(['warning', 'note', 'none'])('it lets a %s pass', (level) => {
    expect(readSarif(notified('toolExecutionNotifications', level)).runs[0]?.findings).toHaveLength(1);
  });

  it('it says where in the log it went wrong', () => {
    expect(() => readSarif(logOf(run, { ...run, results: [result, { ...result, level: 1 }] }))).toThrow(
      /^\$\.runs\[1\]\.results\[1\]\.level is not/u,
    );
  });
});
