export const key = 'AKIA0000000000000000'; // pragma: allowlist secret
