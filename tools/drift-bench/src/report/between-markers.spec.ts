import { describe, expect, it } from 'vitest';
import { BEGIN, betweenMarkers, END } from './between-markers.ts';

describe('when a section is written into a document', () => {
  it('only what is between the markers changes', () => {
    const before = `# T\n\n${BEGIN}\n\nold\n\n${END}\n\nrest\n`;
    expect(betweenMarkers(before, 'new\n')).toBe(`# T\n\n${BEGIN}\n\nnew\n\n${END}\n\nrest\n`);
  });

  it('it comes at the end of a document that has none yet, and stays there', () => {
    const once = betweenMarkers('# T\n\ntext\n', 'one');
    expect(once).toBe(`# T\n\ntext\n\n${BEGIN}\n\none\n\n${END}\n`);
    expect(betweenMarkers(once, 'one')).toBe(once);
  });

  it.each([
    ['only one of them', `${BEGIN}\n`],
    ['one of them twice', `${BEGIN}\n${BEGIN}\n${END}\n`],
    ['the wrong order', `${END}\n${BEGIN}\n`],
  ])('markers that form no pair are refused: %s', (_, document) => {
    expect(() => betweenMarkers(document, 'new')).toThrowError(expect.objectContaining({ code: 'bad-docs' }));
  });
});
