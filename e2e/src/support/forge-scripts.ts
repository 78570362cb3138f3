import { template, templateText } from './workflow.ts';

/** The one script of a template, as its forge hands it to a shell. */
export interface ForgeScript {
  readonly file: string;
  /** What the forge starts it with. */
  readonly shell: 'sh' | 'bash';
  readonly script: string;
  /** What the forge would put into the text of a script before any shell reads it. */
  readonly macros: readonly RegExp[];
}

export async function forgeScripts(): Promise<readonly ForgeScript[]> {
  const gitlab = await template<GitlabFile>('gitlab/pawl.gitlab-ci.yml');
  const bitbucket = await template<BitbucketFile>('bitbucket/bitbucket-pipelines.yml');
  const azure = await template<AzureFile>('azure/pawl-judge.yml');
  return [
    { file: 'gitlab/pawl.gitlab-ci.yml', shell: 'bash', script: only(gitlab.pawl.script), macros: [/\$\[\[/u] },
    {
      ...{ file: 'bitbucket/bitbucket-pipelines.yml', shell: 'bash', macros: [] },
      script: only(only(bitbucket.definitions.steps).step.script),
    },
    {
      ...{ file: 'azure/pawl-judge.yml', shell: 'bash', macros: [/\$\(/u, /\$\{\{/u, /\$\[/u] },
      script: only(only(azure.jobs).steps.flatMap(({ bash }) => bash ?? [])),
    },
    { file: 'jenkins/Jenkinsfile', shell: 'sh', script: await jenkinsScript(), macros: [] },
  ];
}

/** What stands between the quotes of `sh`, without the indentation of the file. */
async function jenkinsScript(): Promise<string> {
  const [, script = ''] = /\bsh '''\n(.*?)\n *'''/su.exec(await templateText('jenkins/Jenkinsfile')) ?? [];
  const indent = /^ */u.exec(script)?.[0] ?? '';
  return script
    .split('\n')
    .map((line) => line.replace(indent, ''))
    .join('\n');
}

function only<Item>(items: readonly Item[]): Item {
  const [item, ...more] = items;
  if (item === undefined || more.length > 0) throw new Error(`not one but ${items.length}`);
  return item;
}

interface GitlabFile {
  readonly pawl: { readonly script: readonly string[] };
}

interface BitbucketFile {
  readonly definitions: { readonly steps: readonly { readonly step: { readonly script: readonly string[] } }[] };
}

interface AzureFile {
  readonly jobs: readonly { readonly steps: readonly { readonly bash?: string }[] }[];
}
