import { createHash } from 'node:crypto';
import { canonicalJson } from '@pawl/baseline';
import { describe, expect, it } from 'vitest';
import { type Part, readPart, writePart } from './part-document.ts';

const KEY = 'k'.repeat(32);

const part: Part = {
  project: 'lib',
  root: 'libs/lib',
  nested: ['libs/lib/inner'],
  inputs: 'i',
  files: [
    { path: 'libs/lib/a.js', blob: '1' },
    { path: 'libs/lib/b.js', blob: '2' },
  ],
  entries: [
    {
      by: ['secrets', '1'],
      of: [
        [0, '{"findings":[]}'],
        [1, '[]'],
      ],
    },
    { by: ['reach', '1'], of: [[1, '"€ \\ud800"']] },
  ],
};

/** The text of a part that somebody changed and gave right digests. */
function forged(change: (document: Record<string, unknown>) => void): string {
  const content = JSON.parse(writePart(part, undefined)) as Record<string, unknown>;
  for (const name of ['digest', 'signature']) delete content[name];
  change(content);
  const digest = createHash('sha256').update(canonicalJson(content)).digest('hex');
  return `${canonicalJson({ ...content, digest, signature: null })}\n`;
}

function set(name: string, value: unknown): string {
  return forged((content) => {
    content[name] = value;
  });
}

describe('when a part is written', () => {
  it('it is read as it was, and twice it is the same text', () => {
    const text = writePart(part, undefined);
    expect(readPart(text)).toMatchObject({ kind: 'part', part });
    expect(writePart(part, undefined)).toBe(text);
  });

  it('with a key it is signed by that key and no other one', () => {
    const read = readPart(writePart(part, KEY));
    if (read.kind === 'broken') return expect.fail(read.why);
    expect(read.isSignedBy(KEY)).toBe(true);
    expect(read.isSignedBy('l'.repeat(32))).toBe(false);
  });

  it('without a key nobody signed it', () => {
    const read = readPart(writePart(part, undefined));
    expect(read.kind === 'part' && read.isSignedBy(KEY)).toBe(false);
  });

  it('a signature stays with its part', () => {
    const signature = (JSON.parse(writePart(part, KEY)) as { readonly signature: string }).signature;
    const content = JSON.parse(set('entries', [])) as Record<string, unknown>;
    const read = readPart(`${canonicalJson({ ...content, signature })}\n`);
    expect(read.kind === 'part' && read.part.entries.length).toBe(0);
    expect(read.kind === 'part' && read.isSignedBy(KEY)).toBe(false);
  });
});

describe('when a part is no part', () => {
  const text = writePart(part, undefined);
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;

  it.each<[string, string]>([
    ['nothing', ''],
    ['half of it', text.slice(0, -40)],
    ['a list', '[]\n'],
    ['null', 'null\n'],
    ['another spelling', text.replace('{', '{ ')],
    ['two line ends', `${text}\n`],
    ['a key that stands twice', text.replace('"entries":', '"digest":"x","entries":')],
    ['a prototype', text.replace('"entries":', '"__proto__":{"signature":null},"entries":')],
    ['lists that are very deep', `${deep}\n`],
    ['entries that are very deep', text.replace(/"entries":\[.*\],"files"/u, `"entries":${deep},"files"`)],
    ['another digest', text.replace(/"digest":"./u, '"digest":"x')],
    ['another blob', text.replace('["libs/lib/b.js","2"]', '["libs/lib/b.js","3"]')],
    ['less said', text.replace('{\\"findings\\":[]}', '')],
    ['another schema', set('schema', 'pawl/part@2')],
    ['a field more', set('verdict', 'clean')],
    ['a field less', forged((content) => delete content['nested'])],
    ['a project that is none', set('project', 1)],
    ['files that are no pairs', set('files', [['libs/lib/a.js']])],
    ['entries of no engine', set('entries', [{ of: [] }])],
    ['entries that are none', set('entries', [{ by: [], of: [[0]] }])],
    ['an entry of a file that is not in the list', set('entries', [{ by: ['a'], of: [[2, '[]']] }])],
    ['an entry of no number', set('entries', [{ by: ['a'], of: [['0', '[]']] }])],
    [
      'two entries of one file',
      set('entries', [
        {
          by: ['a'],
          of: [
            [0, '[]'],
            [0, '[1]'],
          ],
        },
      ]),
    ],
    [
      'an engine that stands twice',
      set('entries', [
        { by: ['a'], of: [[0, '[]']] },
        { by: ['a'], of: [[1, '[]']] },
      ]),
    ],
  ])('it is not read: %s', (_, hostile) => {
    expect(readPart(hostile)).toMatchObject({ kind: 'broken', why: expect.stringMatching(/./u) as string });
  });
});
