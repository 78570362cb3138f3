/**
 * A CodeQL that takes its command line as strictly as the manual words it, and finds `eval(`. It stands in for the real
 * one, which cannot be installed everywhere. Options are those of the manual's pages "version", "resolve queries",
 * "database create", "database analyze" and "github merge-results" that the adapter may have a use for: `=` where a
 * value is required, nothing where it is a switch.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const VERSION = process.env.FAKE_VERSION ?? '2.24.1';
const COMMANDS = {
  version: { options: { format: /^(?:text|terse|json)$/u }, mandatory: [], positional: [0, 0], does: version },
  'resolve queries': {
    options: { format: /^(?:text|json|bylanguage|installedpacks)$/u, 'search-path': /./u, 'additional-packs': /./u },
    mandatory: [],
    positional: [1, Infinity],
    does: resolveQueries,
  },
  'database create': {
    options: {
      language: /^(?:csharp|java|javascript|python|ruby|go|swift|cpp)$/u,
      'source-root': /^\//u,
      'build-mode': /^(?:none|autobuild|manual)$/u,
      'codescanning-config': /./u,
      command: /./u,
      threads: /^-?\d+$/u,
      ram: /^\d+$/u,
    },
    mandatory: ['language'],
    positional: [1, 1],
    does: createDatabase,
  },
  'database analyze': {
    options: {
      format: /^(?:csv|sarif-latest|sarifv2\.1\.0|graphtext|dgml|dot)$/u,
      output: /^\//u,
      'sarif-category': /./u,
      'no-download': null,
      download: null,
      'no-database-extension-packs': null,
      'no-database-threat-models': null,
      'no-sarif-add-snippets': null,
      threads: /^-?\d+$/u,
      ram: /^\d+$/u,
    },
    mandatory: ['format', 'output'],
    positional: [1, Infinity],
    does: analyze,
  },
  'github merge-results': {
    options: { sarif: /^\//u, output: /^\//u },
    mandatory: ['sarif', 'output'],
    positional: [0, 0],
    does: mergeResults,
  },
};
const ENDINGS = { javascript: /\.(?:jsx?|tsx?|html)$/u, python: /\.py$/u, java: /\.java$/u };
const PREFIXES = { javascript: 'js', python: 'py', java: 'java' };

/** Exit statuses as the page "Exit codes" has them. */
function fail(why, status = 2) {
  process.stderr.write(`A fatal error occurred: ${why}\n`);
  process.exit(status);
}

function parse(argv) {
  const name = [argv.slice(0, 2).join(' '), argv[0]].find((each) => Object.hasOwn(COMMANDS, each));
  if (name === undefined) fail(`Unmatched argument: ${argv[0]}`);
  const { options, mandatory, positional, does } = COMMANDS[name];
  const rest = argv.slice(name.split(' ').length);
  const end = rest.indexOf('--');
  const [flags, places] = end < 0 ? [rest, []] : [rest.slice(0, end), rest.slice(end + 1)];
  const given = {};
  for (const flag of flags) {
    const [, key, value] = /^--([a-z-]+)(?:=(.*))?$/su.exec(flag) ?? fail(`Unmatched argument: ${flag}`);
    if (!Object.hasOwn(options, key)) fail(`Unknown option: --${key}`);
    if ((options[key] === null) !== (value === undefined)) fail(`Wrong use of --${key}`);
    if (value !== undefined && !options[key].test(value)) fail(`Invalid value for --${key}: ${value}`);
    if (Object.hasOwn(given, key) && key !== 'sarif') fail(`--${key} is given twice`);
    (given[key] ??= []).push(value);
  }
  for (const key of mandatory) if (!Object.hasOwn(given, key)) fail(`Missing required option: --${key}`);
  if (places.length < positional[0] || places.length > positional[1]) fail('Wrong number of positional parameters');
  does(Object.fromEntries(Object.entries(given).map(([key, values]) => [key, values[0]])), places, given);
}

function version({ format }) {
  if (format !== 'json') return process.stdout.write(`CodeQL command-line toolchain release ${VERSION}.\n`);
  const sha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';
  const branches = [`codeql-cli-${VERSION}`];
  const told = {
    productName: 'CodeQL',
    vendor: 'GitHub',
    version: VERSION,
    sha,
    branches,
    unpackedLocation: '/opt/codeql',
  };
  process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
}

function packOf(suite) {
  const [, language] =
    /^codeql\/([a-z]+)-queries:codeql-suites\/\1-(?:code-scanning|security-extended|security-and-quality)\.qls$/u.exec(
      suite,
    ) ?? fail(`Could not resolve query suite ${suite}`);
  return language;
}

function resolveQueries({ format }, suites) {
  if (format !== 'json') fail('this fake knows json alone');
  const paths = suites.flatMap((suite) => {
    const folder = `/opt/codeql/qlpacks/codeql/${packOf(suite)}-queries/1.6.1`;
    return [`${folder}/Security/CWE-095/Eval.ql`, `${folder}/Diagnostics/ExtractedFiles.ql`];
  });
  process.stdout.write(JSON.stringify(paths));
}

function createDatabase({ language, 'source-root': root = '.', 'build-mode': mode }, [database]) {
  if (mode !== 'none') fail(`this fake does not build, and was asked for ${mode}`);
  if (existsSync(database)) fail(`${database} already exists`);
  if (!existsSync(dirname(database))) fail(`${dirname(database)} does not exist`);
  if (!statSync(root).isDirectory()) fail(`${root} is not a directory`);
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));
  const files = names.filter((file) => ENDINGS[language].test(file)).sort();
  if (files.length === 0) fail('CodeQL did not find any code during the build', 32);
  mkdirSync(database);
  writeFileSync(join(database, 'fake.json'), JSON.stringify({ language, root, files }));
  process.stdout.write(`Successfully created database at ${database}.\n`);
}

function analyze(options, [database, ...suites]) {
  if (!existsSync(join(database, 'fake.json'))) fail(`${database} is not a recognized CodeQL database.`);
  const { language, root, files } = JSON.parse(readFileSync(join(database, 'fake.json'), 'utf8'));
  if (suites.length !== 1 || packOf(suites[0]) !== language) fail(`the queries are not for ${language}`);
  const at = (file, region) => ({
    physicalLocation: { artifactLocation: { uri: encodeURI(file), uriBaseId: '%SRCROOT%' }, ...region },
  });
  const rule = `${PREFIXES[language]}/code-injection`;
  const results = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const start = line.indexOf('eval(');
        if (start < 0) return [];
        const region = { startLine: index + 1, startColumn: start + 1, endColumn: start + 6 };
        return [{ ruleId: rule, message: { text: 'This is evaluated.' }, locations: [at(file, { region })] }];
      }),
  );
  const id = `${PREFIXES[language]}/diagnostics/successfully-extracted-files`;
  const toolExecutionNotifications = files.map((file) => ({
    locations: [at(file)],
    message: { text: '' },
    level: 'none',
    descriptor: { id },
  }));
  const properties = { 'security-severity': '9.3', tags: ['external/cwe/cwe-095'] };
  const category = options['sarif-category'];
  const run = {
    tool: { driver: { name: 'CodeQL', semanticVersion: VERSION, rules: [{ id: rule, properties }] } },
    invocations: [{ toolExecutionNotifications, executionSuccessful: true }],
    results,
    ...(category && { automationDetails: { id: category.endsWith('/') ? category : `${category}/` } }),
    columnKind: 'utf16CodeUnits',
  };
  writeFileSync(options.output, JSON.stringify({ version: '2.1.0', runs: [run] }));
}

function mergeResults({ output }, _, { sarif }) {
  const runs = sarif.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).runs);
  writeFileSync(output, JSON.stringify({ version: '2.1.0', runs }));
}

parse(process.argv.slice(2));
