import { parseInstant } from './instant.ts';
import { refuseWildcard } from './refuse-signers.ts';
import type { Refuse } from './signature-error.ts';
import type { Signer } from './signer.ts';

/** `cert-authority` is not among them: who may sign is named in the list, not by whom the list vouches for. */
const OPTION = /(namespaces|valid-after|valid-before)="([^"\\]+)"(?:,(?=.)|$)/uy;

/** What stands between principal and key: options with their values in quotes, each once, `namespaces` always. */
export function parseSignerOptions(text: string, refuse: Refuse): Omit<Signer, 'principal' | 'key'> {
  const options = splitOptions(text, refuse);
  const namespaces = parseNamespaces(options.get('namespaces'), refuse);
  const validAfter = parseBound(options.get('valid-after'), refuse);
  const validBefore = parseBound(options.get('valid-before'), refuse);
  if (validAfter && validBefore && validAfter >= validBefore) throw refuse('it ends before it begins');
  return { namespaces, ...(validAfter && { validAfter }), ...(validBefore && { validBefore }) };
}

function splitOptions(text: string, refuse: Refuse): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  const option = new RegExp(OPTION);
  while (option.lastIndex < text.length) {
    const [, name, value] = option.exec(text) ?? [];
    if (name === undefined || value === undefined) throw refuse('an option is unknown, or not written as name="value"');
    if (options.has(name)) throw refuse(`it says ${name} twice`);
    options.set(name, value);
  }
  return options;
}

function parseNamespaces(text: string | undefined, refuse: Refuse): readonly string[] {
  if (text === undefined) throw refuse('it does not say for what: namespaces="…" is missing');
  if (/[*?!]/u.test(text)) throw refuseWildcard(`the namespaces ${JSON.stringify(text)}`);
  const namespaces = text.split(',');
  if (namespaces.some((name) => !/^[!-~]+$/u.test(name))) throw refuse('a namespace is not a plain name');
  if (new Set(namespaces).size !== namespaces.length) throw refuse('it names a namespace twice');
  return namespaces;
}

function parseBound(text: string | undefined, refuse: Refuse): Date | undefined {
  return text === undefined ? undefined : parseInstant(text, refuse);
}
