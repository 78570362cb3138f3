import { parseKeyLine } from './key-line.ts';
import { isKeyType } from './key-kind.ts';
import { refuseWildcard } from './refuse-signers.ts';
import type { Refuse } from './signature-error.ts';
import type { Signer } from './signer.ts';
import { parseSignerOptions } from './signer-options.ts';

/** One line of the list, which holds a signer. */
export function parseSigner(line: string, refuse: Refuse): Signer {
  if (/[^\t\P{Cc}]/u.test(line)) throw refuse('it holds a control character');
  const [principal = '', options = '', ...key] = line.split(/[ \t]+/u);
  return {
    principal: plainPrincipal(principal, refuse),
    ...parseSignerOptions(optionsBeforeKey(options, refuse), refuse),
    key: parseKeyLine(key.join(' '), refuse),
  };
}

function plainPrincipal(principal: string, refuse: Refuse): string {
  if (/[*?!]/u.test(principal)) throw refuseWildcard(`the principal ${JSON.stringify(principal)}`);
  // A comma would make it two people, and a decision has one name.
  const isPlain = /^[!-~]+$/u.test(principal) && !/[,"\\#]/u.test(principal);
  if (!isPlain) throw refuse('it does not start with one plain principal');
  return principal;
}

function optionsBeforeKey(options: string, refuse: Refuse): string {
  if (isKeyType(options)) throw refuse('it does not say for what: namespaces="…" is missing');
  return options;
}
