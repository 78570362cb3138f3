/** A page, or some headings of it, that a spec of its own follows. That spec names the page and each of these headings. */
export interface OwnSpec {
  readonly page: string;
  readonly spec: string;
  readonly headings: readonly string[];
}

/** All other commands of a page are run by `docs-commands.spec.ts`. */
export const OWN_SPECS: readonly OwnSpec[] = [
  { page: 'docs/agents.md', spec: 'harness-settings.spec.ts', headings: ['Install'] },
  {
    page: 'docs/ci.md',
    spec: 'workflow-docs.spec.ts',
    headings: ['Before any forge', 'What to copy', 'The anchor', 'Make it required', 'The Semgrep checkpoint'],
  },
  { page: 'docs/doctor.md', spec: 'doctor.spec.ts', headings: ['The doctor'] },
  {
    page: 'docs/notify.md',
    spec: 'docs-messages.spec.ts',
    headings: ['What is told', 'Channels', 'When a server is down'],
  },
  {
    page: 'docs/nx.md',
    spec: 'nx-plugin.spec.ts',
    headings: ['Set it up', 'Every day', 'What may come from a cache, and what may not', 'A scanner of your own'],
  },
  {
    page: 'docs/nx.md',
    spec: 'nx-scale.spec.ts',
    headings: [
      'Machines that share the work',
      'A cache that machines share',
      'Nx Agents',
      'The first lock of a large repository',
    ],
  },
  {
    page: 'docs/when-the-loop-stopped.md',
    spec: 'decisions.spec.ts',
    headings: [
      'When the loop stopped',
      'Go where you decide',
      'Read the case',
      'It has to be mended',
      'One thing is all right as it stands',
      'Go on',
      'With a key',
    ],
  },
  { page: 'tools/docs-site/README.md', spec: 'docs-site.spec.ts', headings: ['The docs site'] },
];
