export function get(key: string): Value {
  return load(key);
}
