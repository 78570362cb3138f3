/**
 * The text with every marker that makes Ruff keep silent spoilt, at the same length, so that lines and columns stay true:
 * `noqa` in all its forms (`# noqa: S307`, `# ruff: noqa`, `# flake8: noqa`) and `# ruff: disable[…]`, `ignore[…]` and
 * `file-ignore[…]`. Whoever writes the code under test may not decide what is seen of it. `# nosec` Ruff does not know.
 *
 * A `#` in a string begins no comment, but to spoil a marker there harms nothing; to take a comment for a string would.
 */
export function neutralise(text: string): string {
  return text.replace(/#[^\r\n]*/gu, (comment) =>
    comment.replace(/noqa/giu, 'n_qa').replace(/ruff(?=\s*:)/giu, 'ru_f'),
  );
}
