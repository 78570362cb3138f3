/** Letters and digits in no order that means anything. */
function noise(length: number): string {
  return 'q7Rw2ZtK9mXc4VbN'.repeat(40).slice(0, length);
}

/**
 * Strings of the shape of a secret that open nothing. Each is put together here, at run time, so that no scanner that reads
 * this repository finds one. The cases name them as `{{name}}`, or as `${{name}}` where even a placeholder would count.
 */
export const FAKE_SECRETS: Readonly<Record<string, string>> = {
  github: ['gh', 'p_', noise(36)].join(''),
  awsSecret: noise(40),
  awsId: ['AK', 'IA', 'QWERTYUIOP123456'].join(''),
  npm: ['npm', '_', noise(36)].join(''),
  slack: ['xo', 'xb-', '123456789012-', noise(24)].join(''),
  password: noise(12),
  key: `MII${noise(300)}`,
  begin: ['-----BEGIN ', 'PRIVATE KEY-----'].join(''),
  end: ['-----END ', 'PRIVATE KEY-----'].join(''),
  sendgrid: ['S', 'G.', noise(22), '.', noise(43)].join(''),
};

export function fillIn(text: string): string {
  return text.replace(/\$?\{\{(\w+)\}\}/gu, (placeholder, name: string) => FAKE_SECRETS[name] ?? placeholder);
}
