/** Those that `@pawl/reach` follows, written down because to ask it would be to load it; a spec asks it. */
export const FOLLOWED_LANGUAGES: ReadonlySet<string> = new Set(['javascript', 'typescript', 'tsx', 'python']);
