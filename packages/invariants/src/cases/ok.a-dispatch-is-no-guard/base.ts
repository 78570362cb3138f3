export function get(key: string): Value {
  if (cache.has(key)) return cache.get(key);
  return load(key);
}
