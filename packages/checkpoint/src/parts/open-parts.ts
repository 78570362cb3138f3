import { nameOf, type NamedBlob } from './entry-key.ts';
import { type Part, type ReadPart, readPart } from './part-document.ts';
import type { PartReport, PartsGiven } from './parts-given.ts';
import { folderOf, type ProjectFiles } from './project-files.ts';
import { runKeyOf } from './run-key.ts';
import { shareOut } from './share-out.ts';

/** What parts must have been made for. */
export interface Judged {
  /** As the judge finds it, and never as a part says; `undefined` where no part could be right. */
  readonly inputs: string | undefined;
  /** Every file of what is judged, on both sides. */
  readonly files: readonly NamedBlob[];
}

/** A part that was given, and what is thought of it. */
export interface OpenedPart extends ProjectFiles {
  /** `undefined` where it is missing or not believed. */
  readonly part: Part | undefined;
  readonly report: PartReport;
}

/** Believes a part only where it was made for these very files and by what judges now; a verifier, where its own run signed it, too. */
export function openParts(given: PartsGiven, judged: Judged): readonly OpenedPart[] {
  const runKey = runKeyOf(given.runKey);
  const shares = shareOut(given.parts, judged.files);
  return given.parts.map(({ text, ...of }, index) => {
    const told = (state: PartReport['state'], why?: string): PartReport => ({ project: of.project, state, why });
    if (text === undefined) return { ...of, part: undefined, report: told('missing', 'there is none') };
    const read = readPart(text);
    if (read.kind === 'broken') return { ...of, part: undefined, report: told('recomputed', read.why) };
    const why =
      objection(read.part, of, { ...judged, files: shares[index] ?? [] }) ??
      (given.verifier ? signatureMissing(read, runKey) : undefined);
    if (why !== undefined) return { ...of, part: undefined, report: told('recomputed', why) };
    return { ...of, part: read.part, report: told('used') };
  });
}

/** Digests prove that nothing was damaged, and anybody can make them; only this run has its key. */
function signatureMissing(
  read: Extract<ReadPart, { readonly kind: 'part' }>,
  runKey: string | undefined,
): string | undefined {
  if (runKey === undefined) return 'this run has no key, so nobody can have signed it';
  return read.isSignedBy(runKey) ? undefined : 'the key of this run did not sign it';
}

function objection(part: Part, { project, root }: ProjectFiles, { inputs, files }: Judged): string | undefined {
  if (part.project !== project || folderOf(part.root) !== folderOf(root)) return 'it is the part of another project';
  if (part.inputs !== inputs) return 'it was made for another lock or base, or by another version';
  const isOfThese = part.files.length === files.length && part.files.every((file, at) => isSame(file, files[at]));
  return isOfThese ? undefined : 'it is about other files than the judged ones';
}

function isSame(one: NamedBlob, other: NamedBlob | undefined): boolean {
  return other !== undefined && nameOf(one) === nameOf(other);
}
