/** A commit as Pawl writes it. A second signature, an encoding or a merge tag would be read by others and not by us. */
const FORM =
  /^tree [0-9a-f]{40,64}\n(?:parent [0-9a-f]{40,64}\n)?author (Pawl <pawl@localhost> (\d{1,12}) \+0000)\ncommitter \1\n\n[^\0]*\n$/u;

/**
 * When a commit of ours was made, to the second.
 *
 * @throws Error where it is not one that Pawl wrote: another author, another header, a second parent.
 */
export function committedAt(bytes: Uint8Array): Date {
  const [, , seconds] = FORM.exec(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) ?? [];
  if (seconds === undefined) throw new Error('its commit is not in the form in which Pawl writes them');
  return new Date(Number(seconds) * 1000);
}
