export abstract class Store<const T extends readonly string[]> implements AsyncDisposable {
  declare readonly keys: T;
  accessor size = 0;
  async [Symbol.asyncDispose](): Promise<void> {
    using lock = this.lock();
    await lock?.done;
  }
  protected abstract lock(): (Disposable & { readonly done: Promise<void> }) | null;
}
export type { Store as default } from './store.ts';
