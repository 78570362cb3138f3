export function load(name) {
  // eslint-disable-next-line security/detect-non-literal-require -- the names are checked by the caller
  return require(name);
}
