import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CatFileParser, type CatFileReply } from './parse-cat-file.ts';
import { errorCode } from './testing/error-code.ts';

const A = 'a'.repeat(40);

function asked(...questions: ('info' | 'contents')[]): CatFileParser {
  const parser = new CatFileParser();
  for (const question of questions) parser.expect(question);
  return parser;
}

describe('CatFileParser', () => {
  it('reads sizes and contents, with newlines and NUL in them', () => {
    const output = Buffer.from(`${A} blob 5\n${A} blob 5\na\n\0b\n\nHEAD:x missing\n`);
    expect(asked('info', 'contents', 'info').push(output)).toEqual([
      { id: A, type: 'blob', size: 5, bytes: undefined },
      { id: A, type: 'blob', size: 5, bytes: Buffer.from('a\n\0b\n') },
      undefined,
    ]);
  });

  it('gives the same answers however the output is cut into chunks', () => {
    const output = Buffer.from(`${A} tree 0\n\n${A} blob 3\n${A} commit 4\nabc\n\nx y ambiguous\n${A} blob 1\nz\n`);
    const questions = ['contents', 'info', 'contents', 'contents', 'contents'] as const;
    const whole = asked(...questions).push(output);
    expect(whole).toHaveLength(5);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: output.length })), (cuts) => {
        const parser = asked(...questions);
        const edges = [0, ...cuts.sort((a, b) => a - b), output.length];
        const replies: (CatFileReply | undefined)[] = [];
        for (const [at, edge] of edges.slice(1).entries())
          replies.push(...parser.push(output.subarray(edges[at], edge)));
        expect(replies).toEqual(whole);
      }),
    );
  });

  it.each([
    ['an answer that nobody asked for', asked(), `${A} blob 1\n`],
    ['an unknown answer', asked('info'), 'hello\n'],
    ['an unknown type', asked('info'), `${A} blub 1\n`],
    ['content longer than it said', asked('contents'), `${A} blob 1\nab\n`],
  ])('refuses %s', async (_, parser, output) => {
    expect(await errorCode(() => parser.push(Buffer.from(output)))).toBe('unreadable-output');
  });

  it('G15 refuses an object that says it is huge before it is held in memory', async () => {
    expect(await errorCode(() => asked('contents').push(Buffer.from(`${A} tree 99999999999\n`)))).toBe(
      'output-too-large',
    );
  });
});
