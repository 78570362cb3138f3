/** What a site is built of. Everything is named from the root of the workspace, with `/`. */
export interface Source {
  /** The Markdown of each page. */
  readonly pages: ReadonlyMap<string, string>;
  /** What stands there, of all that a page could link to. */
  readonly kindOf: (path: string) => 'file' | 'folder' | undefined;
}

export interface SiteOptions {
  /** Where the sources can be read, as `https://forge.example/owner/name`; without it a link to a source is text. */
  readonly repository: string | undefined;
  readonly version: string;
}
