import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { WORKSPACE } from './support/workspace.ts';

const TEMPLATES = join(WORKSPACE, 'packages/nx/templates/ci');
const texts = (properties: object = {}) => ({
  type: 'object',
  additionalProperties: { type: 'string' },
  ...properties,
});

/** As Nx's pages on launch templates say: https://nx.dev/docs/reference/nx-cloud/launch-templates. Nx Cloud publishes no schema. */
const STEP = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    uses: { type: 'string', pattern: '^[\\w-]+/[\\w-]+/[\\w.-]+/[\\w/-]+\\.yaml$' },
    script: { type: 'string' },
    env: texts(),
    inputs: texts(),
  },
  oneOf: [{ required: ['uses'] }, { required: ['script'] }],
  dependentRequired: { inputs: ['uses'] },
  additionalProperties: false,
};
const GROUP = {
  type: 'object',
  properties: {
    'group-name': { type: 'string' },
    parallel: { type: 'boolean' },
    steps: { type: 'array', items: STEP },
  },
  required: ['group-name', 'steps'],
  additionalProperties: false,
};
const CLASSES = ['small', 'medium', 'medium+', 'large', 'large+', 'extra_large', 'extra_large+'];
const LAUNCH_TEMPLATE = {
  type: 'object',
  properties: {
    'resource-class': {
      enum: [
        ...CLASSES.map((size) => `docker_linux_amd64/${size}`),
        ...['medium', 'large', 'extra_large'].map((size) => `docker_linux_arm64/${size}`),
        'windows/medium',
      ],
    },
    image: { type: 'string', pattern: '^(?:ubuntu[\\d.]+-node[\\d.]+(?:-dockerd)?-v\\d+|windows-2022)$' },
    env: texts(),
    'init-steps': { type: 'array', minItems: 1, items: { oneOf: [STEP, GROUP] } },
  },
  required: ['resource-class', 'image', 'init-steps'],
  additionalProperties: false,
};
const AGENTS = {
  type: 'object',
  properties: { 'launch-templates': { type: 'object', minProperties: 1, additionalProperties: LAUNCH_TEMPLATE } },
  required: ['launch-templates'],
  additionalProperties: false,
};

/** https://nx.dev/docs/reference/nx-cloud/assignment-rules */
const GLOBS = { type: 'array', minItems: 1, items: { type: 'string' } };
const DISTRIBUTION = {
  type: 'object',
  properties: {
    'distribute-on': texts({
      minProperties: 1,
      additionalProperties: { type: 'string', pattern: '^\\d+ [\\w-]+(?:, \\d+ [\\w-]+)*$' },
    }),
    'assignment-rules': {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          projects: GLOBS,
          targets: GLOBS,
          configurations: GLOBS,
          'run-on': {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              properties: { agent: { type: 'string' }, parallelism: { type: 'integer', minimum: 1 } },
              required: ['agent'],
              additionalProperties: false,
            },
          },
        },
        required: ['run-on'],
        anyOf: [{ required: ['projects'] }, { required: ['targets'] }, { required: ['configurations'] }],
        additionalProperties: false,
      },
    },
  },
  required: ['distribute-on'],
  additionalProperties: false,
};

interface Agents {
  readonly 'launch-templates': Readonly<
    Record<string, { readonly 'init-steps': readonly Readonly<Record<string, string>>[] }>
  >;
}

interface Distribution {
  readonly 'distribute-on': Readonly<Record<string, string>>;
  readonly 'assignment-rules': readonly { readonly 'run-on': readonly { readonly agent: string }[] }[];
}

const textOf = (name: string): Promise<string> => readFile(join(TEMPLATES, name), 'utf8');
const agents = parse(await textOf('agents.yaml')) as Agents;
const distribution = parse(await textOf('distribution.yaml')) as Distribution;

function errorsOf(schema: object, value: unknown): readonly string[] {
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('when the configuration of Nx Agents is read', () => {
  it('has what Nx says that it has, and nothing else', () => {
    expect(errorsOf(AGENTS, agents)).toEqual([]);
    expect(errorsOf(DISTRIBUTION, distribution)).toEqual([]);
  });

  it.each([
    ['a misspelt class', { 'resource-class': 'docker_linux_amd64/huge' }],
    ['a step that is two', { 'init-steps': [{ uses: 'a/b/v1/c/main.yaml', script: 'true' }] }],
    ['no step', { 'init-steps': [] }],
    ['another name for the steps', { steps: [] }],
  ])('would not have %s', (_what, worse) => {
    const [[name, template] = ['', {}]] = Object.entries(agents['launch-templates']);
    expect(errorsOf(AGENTS, { 'launch-templates': { [name]: { ...template, ...worse } } })).not.toEqual([]);
  });

  it('names machines that there are', () => {
    const known = Object.keys(agents['launch-templates']);
    const wanted = Object.values(distribution['distribute-on']).flatMap((text) => text.match(/[a-z][\w-]*/gu) ?? []);
    const ruled = distribution['assignment-rules'].flatMap((rule) => rule['run-on'].map(({ agent }) => agent));
    expect(known).toEqual(expect.arrayContaining([...wanted, ...ruled]));
    for (const text of Object.values(distribution['distribute-on']))
      for (const agent of ruled) expect(text).toContain(agent);
  });

  it('lays out all history and the lock, installs without scripts, and knows no secret', async () => {
    const [template] = Object.values(agents['launch-templates']);
    const scripts = template?.['init-steps'].map(({ script = '' }) => script).join('\n');
    expect(scripts).toContain('+refs/pawl/lock/*:refs/pawl/lock/*');
    expect(scripts).toContain('--unshallow');
    expect(scripts).toMatch(/^npm ci .*--ignore-scripts/mu);
    expect(await textOf('agents.yaml')).not.toMatch(/token|secret|PAWL_RUN_KEY/iu);
  });
});
