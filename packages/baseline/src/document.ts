import { canonicalJson } from './canonical-json.ts';
import { LockError } from './lock-error.ts';
import type { Shape } from './shape.ts';

/** Writes a document in its one canonical form, ending with a newline. What could not be read back is not written. */
export function writeDocument(document: { readonly schema: string }, shape: Shape): string {
  const text = canonicalJson(document);
  shape(document, '$');
  return `${text}\n`;
}

/**
 * Reads a document of one schema. Only the canonical form is accepted: a signature is over bytes, so one document must
 * not have two spellings, and a key that stands twice must not mean one thing to us and another to somebody else.
 */
export function readDocument(text: string, schema: string, shape: Shape): unknown {
  const document = parse(text);
  if (`${canonicalJson(document)}\n` !== text) {
    throw new LockError('not-canonical', `The ${schema} document is not in canonical form (RFC 8785, then a newline).`);
  }
  requireSchema(document, schema);
  shape(document, '$');
  return document;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LockError('not-json', 'The document is not JSON.', { cause });
  }
}

function requireSchema(document: unknown, schema: string): void {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw new LockError('wrong-type', 'The document is not an object.');
  }
  if (!('schema' in document)) throw new LockError('missing-field', '$.schema is missing.');
  if (document.schema !== schema) {
    const message = `This version reads ${schema}, not ${JSON.stringify(document.schema)}.`;
    throw new LockError('unknown-schema', message, { next: 'Update Pawl to the version that wrote the document.' });
  }
}
