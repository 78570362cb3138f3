// @ts-check
import { pythonSection } from './python-section.mjs';
import { scriptSection } from './script-section.mjs';

/** @typedef {'ts' | 'js' | 'py'} Language */

/**
 * @typedef {object} Revision
 * @property {number} number 0 is what is locked; every other number is its own small edit
 * @property {boolean} [unguarded] the edit also deletes a security check, which must stop the commit
 */

const LINES = 500;
const NOUNS = ['Order', 'Invoice', 'Customer', 'Parcel', 'Session', 'Ticket', 'Report', 'Payment', 'Upload', 'Token'];
/** The section that an edit changes: neither the first nor the last. */
const EDITED = 4;

/** The same path, language and revision give the same text on every machine.
 * @param {Language} language @param {number} file @param {Revision} revision */
export function sourceText(language, file, revision) {
  const lines = [...HEADERS[language]];
  for (let section = 0; lines.length < LINES; section += 1) {
    const name = `${NOUNS[(file + section) % NOUNS.length]}${file}x${section}`;
    const here = section === EDITED ? revision : { number: 0 };
    lines.push(...(language === 'py' ? pythonSection(name, here) : scriptSection(name, here, language)));
  }
  return `${lines.join('\n')}\n`;
}

const IMPORTS = [
  "import { createHash, timingSafeEqual } from 'node:crypto';",
  "import { readFile, writeFile } from 'node:fs/promises';",
  "import { join, resolve, sep } from 'node:path';",
];

/** @type {Readonly<Record<Language, readonly string[]>>} */
const HEADERS = {
  ts: [...IMPORTS, "import type { IncomingMessage, ServerResponse } from 'node:http';", ''],
  js: [...IMPORTS, "import { db, log } from '../shared/services.js';", ''],
  py: [
    'import hashlib',
    'import hmac',
    'import os',
    'from pathlib import Path',
    '',
    'from shared.services import db, log',
    '',
  ],
};
