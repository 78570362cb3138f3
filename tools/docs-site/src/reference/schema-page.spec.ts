import { describe, expect, it } from 'vitest';
import { schemaPage } from './schema-page.ts';

const PAGE = schemaPage('thing.jsonc', {
  path: 'packages/x/schema/thing.json',
  schema: {
    description: 'A thing',
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', maxLength: 9, description: 'Its name' },
      size: { type: 'integer', minimum: 1, maximum: 5, default: 2, description: 'How <large>' },
      kind: { enum: ['a', 'b'], description: 'Which' },
      parts: { type: 'array', items: { type: 'object', properties: { of: { $ref: '#/definitions/place' } } } },
      by: { type: 'object', additionalProperties: { type: 'object', properties: { x: { const: true } } } },
      either: { anyOf: [{ const: false }, { type: 'object', properties: { y: { type: ['number', 'null'] } } }] },
    },
    definitions: {
      place: { type: 'string', description: 'Where it is.' },
      form: { oneOf: [{ description: 'The first', properties: { f: { type: 'boolean' } } }] },
    },
  },
});

describe('when a schema is described', () => {
  it.each([
    '| `name` | Its name | string, up to 9 characters | required |',
    '| `size` | How \\<large> | integer, 1 to 5 | `2` |',
    '| `kind` | Which | `"a"`, `"b"` |  |',
    '| `parts` |  | list of object |  |',
    '| `parts[].of` |  | [place](#place) |  |',
    '| `by.NAME.x` |  | `true` |  |',
    '| `either` |  | `false` or object |  |',
    '| `either.y` |  | number or null |  |',
    '### place\n\nWhere it is.\n\nString.',
    'It has one of these forms.\n\nThe first.\n\n| property | meaning | type | default |\n| --- | --- | --- | --- |\n| `f` |  | boolean |  |',
    '[packages/x/schema/thing.json](../../../packages/x/schema/thing.json)',
  ])('its page has %j', (part) => {
    expect(PAGE).toContain(part);
  });
});
