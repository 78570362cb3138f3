export function isSafe(url: string): boolean {
  return !url.trim().toLowerCase().startsWith('javascript:') && !/^(?:data|vbscript):/.test(url);
}
