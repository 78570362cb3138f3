import { describe, expect, it } from 'vitest';
import { foreignEncoding } from './foreign-encoding.ts';

describe('when Python would read another text than we do', () => {
  it.each([
    ['utf-7', '# -*- coding: utf-7 -*-\n# +AAo-eval(x)\n'],
    ['unicode_escape', '# coding=unicode_escape\n# \\neval(x)\n'],
    ['rot13', '#!/usr/bin/python\n# vim: set fileencoding=rot13 :\n'],
    ['UTF_7', '\uFEFF# coding: UTF_7\n'],
    ['raw-unicode-escape', '\r\n# coding: raw-unicode-escape\n'],
    ['utf-16', '\f# coding: utf-16\n'],
    ['latin-1', '# coding: latin-1\n"\u00e9"\n'],
    ['utf-8-but-not-quite', '# coding: utf-8-but-not-quite\n'],
  ])('it tells the encoding %s', (encoding, text) => {
    expect(foreignEncoding(text)).toBe(encoding);
  });
});

describe('when Python reads what we read', () => {
  it.each([
    ['none is declared', 'eval(x)\n'],
    ['there is nothing', ''],
    ['it is ours', '# -*- coding: utf-8 -*-\n"\u00e9"\n'],
    ['it is ours by another name', '# coding: UTF8\n'],
    ['it differs only beyond ASCII, and there is nothing there', '# coding: latin-1\nx = 1\n'],
    ['it stands below a statement', 'import os\n# coding: utf-7\n'],
    ['it stands in a string', '"""coding: utf-7"""\n'],
    ['it stands in the third line', '#!/bin/sh\n#\n# coding: utf-7\n'],
  ])('it tells none: %s', (_, text) => {
    expect(foreignEncoding(text)).toBeUndefined();
  });
});
