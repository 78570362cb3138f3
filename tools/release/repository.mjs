// Names the repository and the folder that each package comes from, in its manifest. Run by the release workflow alone: where
// this is hosted is known there, and npm refuses a provenance whose repository the manifest does not name.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
if (!server || !repository) {
  console.error('GITHUB_SERVER_URL and GITHUB_REPOSITORY are not set.\nThis is run by the release workflow.');
  process.exit(2);
}

for (const name of readdirSync('packages')) {
  const file = `packages/${name}/package.json`;
  if (!existsSync(file)) continue;
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const named = { type: 'git', url: `git+${server}/${repository}.git`, directory: `packages/${name}` };
  writeFileSync(file, `${JSON.stringify({ ...manifest, repository: named }, null, 2)}\n`);
}
