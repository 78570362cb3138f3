import type { OnThisMachine } from '@pawl/signature';
import type { Fact } from '../fact.ts';

export interface KeyFacts {
  readonly principal: string;
  readonly fingerprint: string;
  readonly isHardware: boolean;
  /** Whether an ssh-agent of this shell would sign with it. */
  readonly inAgent: OnThisMachine;
  /** Whether it lies in a file where keys lie, or in one that was signed with here. */
  readonly inFile: OnThisMachine;
}

export interface KeyFileFacts {
  readonly path: string;
  /** `undefined` where it is gone by now. */
  readonly file: Fact<{ readonly mode: number; readonly protection: KeyProtection } | undefined>;
}

/** `handle`: of a hardware key, of no use without it. `none`: not a private key. */
export type KeyProtection = 'plain' | 'encrypted' | 'handle' | 'none';

export interface AnchorFacts {
  /** `PAWL_ANCHOR`, or the file. */
  readonly from: string;
  /** Of the file and the folder that holds it; `undefined` where there is no file. */
  readonly mode: Fact<number | undefined>;
  readonly signers: readonly KeyFacts[];
  readonly verifiers: readonly KeyFacts[];
}

export interface AllKeyFacts {
  readonly anchor: Fact<AnchorFacts | undefined>;
  /** Who signed the first lock that was seen, where no anchor says who may. */
  readonly firstSeen: readonly KeyFacts[];
  readonly keyFiles: readonly KeyFileFacts[];
}
