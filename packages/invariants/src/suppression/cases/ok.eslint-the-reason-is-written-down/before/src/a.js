export function load(name) {
  // eslint-disable-next-line security/detect-non-literal-require
  return require(name);
}
