const HOSTS = ['images.example.com', 'cdn.example.com'];

export function isAllowedHost(address: string): boolean {
  try {
    return HOSTS.includes(new URL(address).hostname);
  } catch {
    return false;
  }
}
