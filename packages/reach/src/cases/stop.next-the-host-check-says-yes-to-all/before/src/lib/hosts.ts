const HOSTS = ['images.example.com', 'cdn.example.com'];

export function isAllowedHost(address: string): boolean {
  return HOSTS.includes(new URL(address).hostname);
}
