/** The version of this package and of those that come with it; a spec holds it against `package.json`. */
export const VERSION = '0.1.0';
