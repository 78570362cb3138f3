/** Who signed, among those who may. */
export interface Signed {
  readonly principal: string;
  /** As `ssh-keygen -l` prints it: `SHA256:…`. */
  readonly fingerprint: string;
  /** A token signed, and was touched. Anybody can make a key that says so: only an anchor vouches for it. */
  readonly isHardware: boolean;
}

/** What the ledger needs of signatures. Errors are LedgerErrors. Loaded only where there is a signature, or a list of signers. */
export interface Signatures {
  /** Refuses lines that leave open who may sign for what: `signer-wildcard`, `anchor-unusable`. */
  checkLines(lines: readonly string[]): void;
  /** Who signed the text for a purpose, judged at the present: `signature-*`, `signer-*`, `namespace-wrong`, `presence-missing`. */
  verify(text: string, signature: string, namespace: string, lines: readonly string[]): Signed;
  /** The line by which a key is known from its first signature on; nothing is proven by it yet. */
  lineOf(signature: string, namespace: string): string;
  /**
   * Whether who works on this machine can sign with the key of that fingerprint, among these lines; `unknown` where it
   * cannot be told. `keyFiles` are looked at besides where keys usually lie.
   */
  isOnThisMachine(
    fingerprint: string,
    lines: readonly string[],
    keyFiles: readonly string[],
  ): Promise<'yes' | 'no' | 'unknown'>;
}

/** What a lock is signed for; the same key may be allowed other purposes, and a signature for one is none for another. */
export const LOCK_NAMESPACE = 'pawl-lock@v1';

/** What a verifier signs a checkpoint for. */
export const CHECKPOINT_NAMESPACE = 'pawl-checkpoint@v1';
