export const NAME = 'semgrep';
