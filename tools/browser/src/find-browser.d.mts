/** A Chromium that was started and said its version. */
export interface FoundBrowser {
  readonly program: string;
  /** Like `156.0.8078.79`. */
  readonly version: string;
}

/** Older ones do not know all that the pages use. */
export declare const LEAST_MAJOR: number;

/**
 * The browser that `PAWL_BROWSER` names, and no other where it names one; else the first that is on the path. `why` says, for a
 * person, why there is none.
 */
export declare function findBrowser(
  env?: Readonly<Record<string, string | undefined>>,
): { readonly found: FoundBrowser } | { readonly found?: undefined; readonly why: string };
