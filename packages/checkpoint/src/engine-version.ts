/** The version of this package, which stands for that of every adapter; a spec holds it against `package.json`. */
export const ENGINE_VERSION = '0.1.0';
