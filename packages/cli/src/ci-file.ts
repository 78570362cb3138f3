import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CiFile } from '@pawl/checkpoint';

export type CiName = 'github' | 'github-semgrep' | 'gitlab' | 'azure' | 'jenkins' | 'bitbucket';

const PAGE = 'docs/ci.md of Pawl says how to require it, so that an agent cannot change its judge';
const ELSEWHERE = 'it belongs into a repository of its own, which no agent can write: move it there';
const PIN = 'fill in OWNER and the commit of the action, and commit it on the protected branch yourself';

/** By the name that is asked for: the template, where it goes, and what is left for a person to do. */
const TEMPLATES: Readonly<Record<CiName, readonly [from: string, to: string, left: string]>> = {
  github: ['github/pawl.yml', '.github/workflows/pawl.yml', PIN],
  'github-semgrep': ['github/semgrep-checkpoint.yml', '.github/workflows/semgrep-checkpoint.yml', PIN],
  gitlab: ['gitlab/pawl.gitlab-ci.yml', 'pawl.gitlab-ci.yml', ELSEWHERE],
  azure: ['azure/pawl-judge.yml', 'pawl-judge.yml', ELSEWHERE],
  jenkins: ['jenkins/Jenkinsfile', 'Jenkinsfile.pawl', ELSEWHERE],
  bitbucket: [
    'bitbucket/bitbucket-pipelines.yml',
    'bitbucket-pipelines.yml',
    'an agent can change this file on its branch, so it is early news and no control',
  ],
};

export const CI_NAMES: readonly CiName[] = Object.keys(TEMPLATES) as CiName[];

/** Read from beside the program: `dist/templates`, as this version was built. */
export async function ciFile(name: CiName): Promise<CiFile> {
  const [from, path, left] = TEMPLATES[name];
  const text = await readFile(fileURLToPath(new URL(`../templates/${from}`, import.meta.url)), 'utf8');
  return { path, text, note: `${path}: ${left}; ${PAGE}` };
}
