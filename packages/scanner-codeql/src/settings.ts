/** Which languages and which queries. */
export interface CodeqlSettings {
  /** As the CLI calls them: `csharp`, `java`, `javascript` (with TypeScript), `python`, `ruby`. */
  readonly languages: readonly string[];
  /**
   * A standard suite (`code-scanning`, the default, `security-extended`, `security-and-quality`), or a pack reference
   * `scope/name@range:path`, in which `{language}` stands for the language. It must take in the diagnostic queries.
   */
  readonly suite?: string;
}
