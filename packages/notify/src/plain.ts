/** Longer ones are cut: a name must not push what matters off a small screen. */
const LONGEST = 80;

/**
 * A dot before a letter makes a host name of its surroundings, and chats and mail programs make links of those:
 * `www.evil.example` is a good name for a branch.
 */
const TELLING = /[^A-Za-z0-9._/ -]|\.(?=[A-Za-z])/gu;

/**
 * A name in the one alphabet that nothing interprets: neither Slack (`<!channel>`), Markdown, HTML, mail headers, a terminal,
 * a shell, AppleScript nor an option parser. What is not in it is percent-encoded as UTF-8, so two names stay two.
 *
 * The agent chooses the name of its branch, and so of the loop (O08).
 */
export function plain(name: string): string {
  const encoded = name.replace(TELLING, percentEncoded).replace(/^[ -]|(?<= ) | $/gu, percentEncoded);
  if (encoded.length <= LONGEST) return encoded === '' ? 'unnamed' : encoded;
  // Half of an escape would read as something else.
  return `${encoded.slice(0, LONGEST - 3).replace(/%[0-9A-F]?$/u, '')}...`;
}

function percentEncoded(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
