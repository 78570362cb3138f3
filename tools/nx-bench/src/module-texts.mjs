// @ts-check

/** @typedef {import('./workspace-files.d.mts').ProjectLanguage} ProjectLanguage */

/** How many modules there are for one that opens files. */
const FILES = 10;

/**
 * The text of a module by its number, with what it imports from another project: small code of the ordinary kind, with a check in each.
 * @type {Readonly<Record<ProjectLanguage, (number: number, imported: string | undefined) => string>>}
 */
export const MODULE_TEXTS = {
  js: (number, imported) => (number % FILES === 1 ? readerOf(number, false) : script(number, imported, false)),
  ts: (number, imported) => (number % FILES === 1 ? readerOf(number, true) : script(number, imported, true)),
  py: (number, imported) => (number % FILES === 1 ? pythonReader(number) : python(number, imported)),
};

/** @param {number} number @param {string | undefined} imported @param {boolean} typed */
function script(number, imported, typed) {
  const [orders, total] = typed ? ['orders: readonly { amount: number }[]', ': number'] : ['orders', ''];
  const limit = typed ? 'limit: number' : 'limit';
  return `${imported ? `import { total0 as totalBefore } from '${imported}';\n\n` : ''}const LARGEST = ${1000 + number};

/** What the orders of page ${number} come to. */
export function total${number}(${orders})${total} {
  if (orders.length > LARGEST) throw new RangeError('too many orders');
  return orders.reduce((sum, { amount }) => sum + amount, ${imported ? 'totalBefore([])' : number});
}

export function page${number}(${orders}, ${limit}) {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError('no such limit');
  return orders.slice(0, Math.min(limit, LARGEST));
}
`;
}

/** @param {number} number @param {boolean} typed */
function readerOf(number, typed) {
  const [root, name] = typed ? ['root: string', 'name: string'] : ['root', 'name'];
  return `import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The text of an attachment of page ${number}. */
export async function readAttachment${number}(${root}, ${name})${typed ? ': Promise<string>' : ''} {
  const file = path.resolve(root, name);
  if (!file.startsWith(root + path.sep)) throw new Error('outside');
  return readFile(file, 'utf8');
}
`;
}

/** @param {number} number @param {string | undefined} imported */
function python(number, imported) {
  return `"""Orders of page ${number}."""
${imported ? `\nfrom ${imported} import total_0 as total_before\n` : ''}
LARGEST = ${1000 + number}


def total_${number}(orders: list[int]) -> int:
    if len(orders) > LARGEST:
        raise ValueError("too many orders")
    return sum(orders, ${imported ? 'total_before([])' : number})


def page_${number}(orders: list[int], limit: int) -> list[int]:
    if limit < 1:
        raise ValueError("no such limit")
    return orders[: min(limit, LARGEST)]
`;
}

/** @param {number} number */
function pythonReader(number) {
  return `"""Attachments of page ${number}."""

from pathlib import Path


def read_attachment_${number}(root: Path, name: str) -> str:
    file = (root / name).resolve()
    if not file.is_relative_to(root):
        raise PermissionError(name)
    return file.read_text()
`;
}
