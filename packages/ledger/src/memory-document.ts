import { type Assurance, ASSURANCES } from './assurance.ts';
import { parseStrictJson } from './strict-json.ts';

/** The newest lock of a branch that was seen here. */
export interface Mark {
  readonly sequence: number;
  /** The commit that holds it. */
  readonly commit: string;
  /** Whether there is a signature beside it, so that it need not be looked for again. */
  readonly isSigned: boolean;
}

/** What was seen of one repository. */
export interface Memory {
  /** The id that its first lock had; `undefined` where none was seen. */
  readonly repository: string | undefined;
  /** The highest one: it never falls by itself. */
  readonly assurance: Assurance;
  /** Who signed the first lock that was signed, as a line of an anchor. Counts where no anchor names signers. */
  readonly signers: readonly string[];
  /** Key files that were signed with on this machine, wherever they lay: an agent may be able to sign with them too. */
  readonly keyFiles: readonly string[];
  /** By protected branch. */
  readonly locks: ReadonlyMap<string, Mark>;
}

export const EMPTY_MEMORY: Memory = {
  repository: undefined,
  assurance: 'unsigned',
  signers: [],
  keyFiles: [],
  locks: new Map(),
};

export function writeMemory({ repository, assurance, signers, keyFiles, locks }: Memory, commonDir: string): string {
  const document = {
    schema: 'pawl/memory@2',
    folder: commonDir,
    repository: repository ?? null,
    assurance,
    signers,
    keyFiles,
    locks: Object.fromEntries(locks),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** @throws Error when the text is no memory: what cannot be read must not look like "nothing seen". */
export function readMemory(text: string): Memory {
  const value = asObject(parseStrictJson(text));
  if (value['schema'] === 'pawl/memory@1') return { ...EMPTY_MEMORY, locks: marksOf(value['locks'], false) };
  if (value['schema'] !== 'pawl/memory@2') throw new Error('its schema is not known');
  const { repository, assurance } = value;
  if (repository !== null && !(typeof repository === 'string' && /^[0-9a-f]{32}$/u.test(repository)))
    throw new Error('its repository is no id');
  return {
    repository: repository ?? undefined,
    assurance: asAssurance(assurance),
    signers: asTexts(value['signers']),
    keyFiles: asTexts(value['keyFiles']),
    locks: marksOf(value['locks'], undefined),
  };
}

/** Before there were signatures nothing was said of them. */
function marksOf(value: unknown, isSigned: boolean | undefined): ReadonlyMap<string, Mark> {
  return new Map(
    Object.entries(asObject(value)).map(([target, item]) => {
      const mark = { isSigned, ...asObject(item) } as Readonly<Record<keyof Mark, unknown>>;
      if (!Number.isSafeInteger(mark.sequence) || typeof mark.commit !== 'string' || typeof mark.isSigned !== 'boolean')
        throw new Error(`what it says of ${JSON.stringify(target)} is not a lock`);
      return [target, { sequence: mark.sequence as number, commit: mark.commit, isSigned: mark.isSigned }];
    }),
  );
}

function asAssurance(value: unknown): Assurance {
  const known = ASSURANCES.find((one) => one === value);
  if (known === undefined) throw new Error('its assurance is not known');
  return known;
}

function asTexts(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value as readonly string[];
  throw new Error('its signers or key files are not a list of texts');
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('it is not an object');
  return value as Readonly<Record<string, unknown>>;
}
