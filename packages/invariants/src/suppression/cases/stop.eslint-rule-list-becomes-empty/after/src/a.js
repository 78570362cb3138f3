export function load(name) {
  // eslint-disable-next-line
  return require(name);
}
