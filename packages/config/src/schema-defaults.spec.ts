import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from './resolve-config.ts';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly default?: unknown;
}

const schema = JSON.parse(
  readFileSync(new URL('../schema/pawl.config.schema.json', import.meta.url), 'utf8'),
) as Schema & { readonly definitions: Readonly<Record<string, Schema>> };

/** What the defaults of the single settings make together. */
function defaultsOf(node: Schema): unknown {
  const [{ $ref = '' } = {}] = node.allOf ?? [];
  const inner = node.properties ?? schema.definitions[$ref.replace('#/definitions/', '')]?.properties;
  if (inner === undefined) return node.default;
  const entries = Object.entries(inner).map(([name, property]) => [name, defaultsOf(property)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

describe('when the schema tells a default', () => {
  it('it is the one that Pawl has, for every setting', () => {
    const { people, sensitivity, policy, notify, ...others } = resolveConfig();
    const { notify: told, ...rest } = defaultsOf(schema) as Readonly<Record<string, unknown>>;
    expect(rest).toEqual({ ...others, policy: { people, sensitivity, ...policy } });
    // Nobody is told unless it is said; these are the defaults of who says so.
    expect([notify, told]).toEqual([undefined, { inconclusive: false, budgetMs: 10_000 }]);
  });

  it('that of a group as a whole is the same', () => {
    const { policy } = schema.properties ?? {};
    const bySeverity = defaultsOf({ allOf: [{ $ref: '#/definitions/bySeverity' }] });
    for (const name of ['introduced', 'worsened']) expect(policy?.properties?.[name]?.default).toEqual(bySeverity);
  });
});
