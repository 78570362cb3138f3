export function resolveDownload(name: string): string { return name; }
