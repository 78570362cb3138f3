import { Markup, markup } from './markup.ts';
import { STYLE, STYLE_DIGEST } from './style.ts';

/**
 * Whatever got into the page despite all escaping loads nothing and runs nothing: the only thing allowed is our own style, by its
 * hash. There is no script to allow.
 */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'`;

export function documentMarkup(title: string, body: Markup): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="pawl report">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${body}</body>
</html>
`.text;
}
