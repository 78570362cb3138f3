import type { LoopStore, ObjectSource } from '../ports.ts';

/** What an audit needs of git: the commits to the byte. */
export interface AuditStore extends LoopStore {
  openObjects(): AuditObjects;
}

export interface AuditObjects extends ObjectSource {
  commit(rev: string): Promise<{
    readonly id: string;
    readonly tree: string;
    readonly parents: readonly string[];
    /** Everything that the id is the digest of, but for its header. */
    readonly bytes: Uint8Array;
  }>;
}
