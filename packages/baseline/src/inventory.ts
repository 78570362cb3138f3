import { type Coverage, type Finding, SEVERITIES, type Suppression } from '@pawl/findings';
import { readDocument, writeDocument } from './document.ts';
import { flag, integer, list, object, oneOf, type Shape, text } from './shape.ts';

/** What a baseline holds, in full. A lock pins it by digest. */
export interface Inventory {
  readonly schema: 'pawl/inventory@1';
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
  readonly coverage: Coverage;
}

const SCHEMA = 'pawl/inventory@1';
const place = integer(1);

const location: Shape = object(
  { file: text, line: place, symbol: text },
  { column: place, endLine: place, endColumn: place },
);

const finding: Shape = object(
  {
    tool: text,
    rule: text,
    severity: oneOf(...SEVERITIES),
    message: text,
    cwe: list(text),
    location,
    snippet: text,
    fingerprint: text,
  },
  { suppressed: flag },
);

const suppression: Shape = object({
  tool: text,
  rules: list(text),
  scope: oneOf('line', 'block', 'file'),
  code: text,
  text,
  location,
});

const INVENTORY: Shape = object({
  schema: oneOf(SCHEMA),
  findings: list(finding),
  suppressions: list(suppression),
  coverage: object({
    examined: list(object({ file: text, blob: text, by: text })),
    notExamined: list(object({ file: text, blob: text, by: text, code: text, why: text })),
  }),
});

/** The canonical text of an inventory, ending with a newline. @throws LockError when it could not be read back. */
export function writeInventory(inventory: Inventory): string {
  return writeDocument(inventory, INVENTORY);
}

/** @throws LockError when the text is not exactly what `writeInventory` would have written. */
export function readInventory(text: string): Inventory {
  return readDocument(text, SCHEMA, INVENTORY) as Inventory;
}
