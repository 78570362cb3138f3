// Gives every package the same next version, and those constants and templates that repeat it.
//   node tools/release/version.mjs <version | patch | minor | major> [--dry-run]
import { readFileSync, writeFileSync } from 'node:fs';
import { releaseVersion } from 'nx/release';

/** Each says the version of the packages in a place where no manifest is read: at a start that must be quick, or by a user. */
const REPEATED = [
  'packages/checkpoint/src/engine-version.ts',
  'packages/cli/src/version.ts',
  'packages/nx/src/version.ts',
  'packages/report/src/sarif.ts',
  'packages/scanner-javascript/src/tools.ts',
  'packages/scanner-python/src/tools.ts',
  'packages/scanner-secrets/src/tools.ts',
  'templates/azure/pawl-judge.yml',
  'templates/bitbucket/bitbucket-pipelines.yml',
  'templates/gitlab/pawl.gitlab-ci.yml',
  'templates/jenkins/Jenkinsfile',
];

const [specifier, isDryRun] = argumentsOf(process.argv.slice(2));
const before = JSON.parse(readFileSync('packages/cli/package.json', 'utf8')).version;
for (const file of REPEATED) if (!readFileSync(file, 'utf8').includes(before)) fail(`${file} does not say ${before}.`);
const options = { specifier, dryRun: isDryRun, gitCommit: false, gitTag: false, stageChanges: false };
const { workspaceVersion: after } = await releaseVersion(options);
if (typeof after !== 'string') fail('Nx gave no version that all packages have.');
if (!isDryRun) for (const file of REPEATED) repeat(file, before, after);
console.log(
  `${before} ${isDryRun ? 'would become' : 'became'} ${after}. Next: npm run build && npm test, and a pull request.`,
);

function argumentsOf(given) {
  const [specifier, ...others] = given.filter((each) => each !== '--dry-run');
  if (specifier === undefined || others.length > 0)
    fail('Say which version is next: <version>, patch, minor or major.');
  return [specifier, given.includes('--dry-run')];
}

function repeat(file, before, after) {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(before, after));
}

function fail(why) {
  console.error(why);
  process.exit(2);
}
