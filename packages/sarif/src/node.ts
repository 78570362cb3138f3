import { SarifError, type SarifErrorCode } from './sarif-error.ts';

/** A value of the log with its place in it, read strictly: `null` is not "absent", and a text is not a number. */
export class Node {
  readonly value: unknown;
  readonly #parent: Node | undefined;
  readonly #key: string | number;

  constructor(value: unknown, key: string | number = '$', parent?: Node) {
    this.value = value;
    this.#key = key;
    this.#parent = parent;
  }

  /** Like `$.runs[0].results`. Made only when something is wrong. */
  get path(): string {
    if (!this.#parent) return String(this.#key);
    return this.#parent.path + (typeof this.#key === 'number' ? `[${this.#key}]` : `.${this.#key}`);
  }

  fail(code: SarifErrorCode, what: string): never {
    throw new SarifError(code, `${this.path} ${what}.`);
  }

  /** The member of an object, `undefined` where it is absent. */
  get(key: string): Node | undefined {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) {
      return this.fail('wrong-type', 'is not an object');
    }
    if (!Object.hasOwn(this.value, key)) return undefined;
    return new Node((this.value as Readonly<Record<string, unknown>>)[key], key, this);
  }

  need(key: string): Node {
    return this.get(key) ?? this.fail('missing-field', `has no ${key}`);
  }

  /** The names of an object's members. */
  keys(): readonly string[] {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) {
      return this.fail('wrong-type', 'is not an object');
    }
    return Object.keys(this.value);
  }

  items(): readonly Node[] {
    if (!Array.isArray(this.value)) return this.fail('wrong-type', 'is not a list');
    return this.value.map((item, index) => new Node(item, index, this));
  }

  /** The items of a list that may be absent. */
  list(key: string): readonly Node[] {
    return this.get(key)?.items() ?? [];
  }

  /** The item that an index in the log points to. */
  at(index: number): Node {
    if (!Array.isArray(this.value)) return this.fail('wrong-type', 'is not a list');
    if (index >= this.value.length) return this.fail('bad-reference', `has no item ${index}`);
    return new Node(this.value[index], index, this);
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.fail('wrong-type', 'is not a text');
  }

  /** A text that says something: an empty name or id is as good as none. */
  filled(): string {
    return this.text().trim() === '' ? this.fail('missing-field', 'is empty') : this.text();
  }

  flag(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.fail('wrong-type', 'is not true or false');
  }

  /** An integer that counts from `atLeast`. JSON reads `1e999` as infinity. */
  integer(atLeast: number): number {
    if (typeof this.value !== 'number') return this.fail('wrong-type', 'is not a number');
    if (!Number.isSafeInteger(this.value) || this.value < atLeast) {
      return this.fail('bad-number', `is not an integer from ${atLeast}`);
    }
    return this.value;
  }

  /** An index into a list of the log; SARIF writes "none" as -1. */
  index(key: string): number | undefined {
    const index = this.get(key)?.integer(-1);
    return index === -1 ? undefined : index;
  }

  oneOf<const Word extends string>(words: readonly Word[]): Word {
    return words.find((word) => word === this.value) ?? this.fail('wrong-type', `is not one of ${words.join(', ')}`);
  }
}
