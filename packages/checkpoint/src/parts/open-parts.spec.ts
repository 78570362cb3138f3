import { describe, expect, it } from 'vitest';
import { type Judged, openParts } from './open-parts.ts';
import { type Part, writePart } from './part-document.ts';
import type { PartsGiven } from './parts-given.ts';

const KEY = 'k'.repeat(32);
const lib = { project: 'lib', root: 'libs/lib', nested: [] };
const files = [
  { path: 'libs/lib/a.js', blob: '1' },
  { path: 'libs/lib/b.js', blob: '2' },
];
const part: Part = { ...lib, inputs: 'i', files, entries: [] };
const judged: Judged = { inputs: 'i', files: [...files, { path: 'README.md', blob: '3' }].toReversed() };

function stateOf(text: string | undefined, given: Partial<PartsGiven> = {}, of: Judged = judged): string {
  const [opened] = openParts({ parts: [{ ...lib, text }], runKey: undefined, verifier: false, ...given }, of);
  expect(opened?.part !== undefined).toBe(opened?.report.state === 'used');
  return `${opened?.report.state}: ${opened?.report.why}`;
}

const written = (change: Partial<Part> = {}, runKey?: string): string => writePart({ ...part, ...change }, runKey);

describe('when a part is given', () => {
  it('it is used where it was made for the judged files by what judges them', () => {
    expect(stateOf(written())).toBe('used: undefined');
  });

  it('a root may be written in other words', () => {
    const parts = [{ ...lib, root: './libs/lib/', text: written() }];
    const [opened] = openParts({ parts, runKey: undefined, verifier: false }, judged);
    expect(opened?.report.state).toBe('used');
  });

  it.each([
    ['C06: other inputs', written({ inputs: 'j' }), 'made for another lock'],
    [
      'C06: a stale part, whose file has another content now',
      written({
        files: [
          { path: 'libs/lib/a.js', blob: '1' },
          { path: 'libs/lib/b.js', blob: '0' },
        ],
      }),
      'other files',
    ],
    ['C06: a stale part that lacks a new file', written({ files: files.slice(1) }), 'other files'],
    [
      'C06: a stale part with a file that went',
      written({ files: [...files, { path: 'libs/lib/c.js', blob: '3' }] }),
      'other files',
    ],
    ['C06: the part of another project', written({ project: 'other' }), 'another project'],
    ['C06: a part of another folder', written({ root: 'libs/other' }), 'another project'],
    ['C06: a cut one', written().slice(0, 100), 'cannot be read'],
  ])('it is found out again and reported: %s', (_, text, why) => {
    expect(stateOf(text)).toMatch(new RegExp(`^recomputed: .*${why}`, 'u'));
  });

  it('nothing is believed where nobody knows what it should be made for', () => {
    expect(stateOf(written(), {}, { ...judged, inputs: undefined })).toMatch(/^recomputed/u);
  });

  it('there may be none', () => {
    expect(stateOf(undefined)).toMatch(/^missing/u);
  });
});

describe('when a verifier is given a part', () => {
  it('it is used where the key of this run signed it', () => {
    expect(stateOf(written({}, KEY), { verifier: true, runKey: KEY })).toBe('used: undefined');
  });

  it.each([
    ['nobody signed', written(), KEY],
    ['another run signed', written({}, 'l'.repeat(32)), KEY],
    ['is signed while this run has no key', written({}, KEY), undefined],
    ['is signed with nothing while this run has no key', written({}, ''), ''],
  ])('C06: it is found out again where it has right digests and %s', (_, text, runKey) => {
    expect(stateOf(text, { verifier: true, runKey })).toMatch(/^recomputed: .*sign/u);
  });

  it('a key that could be guessed is refused', () => {
    expect(() => stateOf(written({}, 'secret'), { verifier: true, runKey: 'secret' })).toThrow(
      expect.objectContaining({ name: 'PartsError', code: 'weak-run-key' }),
    );
  });
});
