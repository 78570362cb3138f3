import { describe, expect, it } from 'vitest';
import { documentLine, documentText } from './document-text.ts';

describe('when something is told to a program', () => {
  it('its schema comes first', () => {
    expect(documentText('pawl/x@1', { a: [1] })).toBe('{\n  "schema": "pawl/x@1",\n  "a": [\n    1\n  ]\n}\n');
    expect(documentLine('pawl/x@1', { a: [1] })).toBe('{"schema":"pawl/x@1","a":[1]}\n');
  });

  it.each(['\u0000', '\u009b2J', '\u202e', '\u2028', '\ufeff', '\u{e0001}', '\ud800', '##vso[task]x', '\ue000'])(
    'O08 what a terminal or a build server obeys is an escape, and the same text: %j',
    (text) => {
      for (const written of [documentText('s', { text }), documentLine('s', { text })]) {
        expect(written).toMatch(/^[\n\x20-\x7e]+$/u);
        expect(written).not.toContain('##vso');
        expect(JSON.parse(written)).toEqual({ schema: 's', text });
      }
    },
  );
});
