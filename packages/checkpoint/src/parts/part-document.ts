import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '@pawl/baseline';
import { isListOf, isRecord, isText, type Unknown } from '../plain-data.ts';
import type { NamedBlob } from './entry-key.ts';
import type { ProjectFiles } from './project-files.ts';

/** What was found out of the files of one project. */
export interface Part extends ProjectFiles {
  /** A digest of all that it depends on beside its files. */
  readonly inputs: string;
  /** Every file that it is about, sorted. */
  readonly files: readonly NamedBlob[];
  readonly entries: readonly PartEntries[];
}

/** What one engine says of files. */
export interface PartEntries {
  /** The engine, by all that decides what it says. */
  readonly by: readonly string[];
  /** Its words, as JSON, by the number of the file in the list of files. Text, so that it is read where it is asked for and keeps its order. */
  readonly of: readonly (readonly [file: number, said: string])[];
}

const SCHEMA = 'pawl/part@1';

/** Larger than any project; a text of which each byte is looked at must end. In UTF-16 units. */
const MAX_LENGTH = 256 * 1024 * 1024;

/** One canonical text (RFC 8785 and a newline): a digest over everything and, with a key, a signature by it. */
export function writePart({ project, root, nested, inputs, files, entries }: Part, runKey: string | undefined): string {
  const content = {
    schema: SCHEMA,
    project,
    root,
    nested,
    inputs,
    files: files.map(({ path, blob }) => [path, blob]),
    entries: entries.map(({ by, of }) => ({ by, of })),
  };
  const body = canonicalJson(content);
  const signature = runKey === undefined ? null : hmac(body, runKey);
  return `${canonicalJson({ ...content, digest: sha256(body), signature })}\n`;
}

export type ReadPart =
  | { readonly kind: 'part'; readonly part: Part; isSignedBy(runKey: string): boolean }
  | { readonly kind: 'broken'; readonly why: string };

/** Reads only what {@link writePart} could have written: one document must not have two spellings. Never throws: whoever wrote it may have wanted that. */
export function readPart(text: string): ReadPart {
  if (text.length > MAX_LENGTH) return broken('it is too large');
  try {
    const document: unknown = JSON.parse(text);
    if (`${canonicalJson(document)}\n` !== text) return broken('it is not in canonical form');
    if (!isDocument(document)) return broken('it is no part of this version');
    const { digest, signature, ...content } = document;
    const body = canonicalJson(content);
    if (digest !== sha256(body)) return broken('its digest is not that of what it says');
    return {
      kind: 'part',
      part: partOf(content),
      isSignedBy: (runKey) => signature !== null && isSame(signature, hmac(body, runKey)),
    };
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError || error instanceof Error)
      return broken(`it cannot be read: ${error.message.slice(0, 200)}`);
    throw error;
  }
}

interface Document {
  readonly schema: string;
  readonly project: string;
  readonly root: string;
  readonly nested: readonly string[];
  readonly inputs: string;
  readonly files: readonly (readonly [path: string, blob: string])[];
  readonly entries: readonly PartEntries[];
  readonly digest: string;
  readonly signature: string | null;
}

function partOf({ project, root, nested, inputs, files, entries }: Omit<Document, 'digest' | 'signature'>): Part {
  return { project, root, nested, inputs, files: files.map(([path, blob]) => ({ path, blob })), entries };
}

const FIELDS = 'digest entries files inputs nested project root schema signature';

function isDocument(value: unknown): value is Document {
  if (!isRecord<Document>(value) || Object.keys(value).sort().join(' ') !== FIELDS) return false;
  const { schema, project, root, nested, inputs, files, entries, digest, signature } = value;
  return (
    schema === SCHEMA &&
    [project, root, inputs, digest].every(isText) &&
    (signature === null || isText(signature)) &&
    isListOf(nested, isText) &&
    isListOf(files, (file) => isListOf(file, isText) && (file as readonly unknown[]).length === 2) &&
    isListOf(entries, (one) => isEntries(one, (files as readonly unknown[]).length)) &&
    isEachOnce((entries as readonly PartEntries[]).map(({ by }) => JSON.stringify(by)))
  );
}

/** Each engine speaks of a file of the list, and of each once: two answers would be one for whoever looks and another for us. */
function isEntries(value: unknown, files: number): boolean {
  if (!isRecord<PartEntries>(value) || Object.keys(value).sort().join(' ') !== 'by of') return false;
  const { by, of } = value as Unknown<PartEntries>;
  if (!isListOf(by, isText) || !isListOf(of, (one) => isEntry(one, files))) return false;
  return isEachOnce((of as PartEntries['of']).map(([file]) => file));
}

function isEntry(value: unknown, files: number): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [file, said] = value as readonly unknown[];
  return Number.isSafeInteger(file) && Number(file) >= 0 && Number(file) < files && isText(said);
}

function isEachOnce(names: readonly unknown[]): boolean {
  return new Set(names).size === names.length;
}

function broken(why: string): ReadPart {
  return { kind: 'broken', why };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The schema comes first, so that no other text that the key may sign is a part. */
function hmac(body: string, runKey: string): string {
  return createHmac('sha256', runKey).update(`${SCHEMA}\n${body}`).digest('hex');
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
