/** A file as it was read. Bytes, because a script of somebody else's need not be UTF-8 and must come back unharmed. */
export interface FileState {
  readonly bytes: Buffer;
  readonly executable: boolean;
}
