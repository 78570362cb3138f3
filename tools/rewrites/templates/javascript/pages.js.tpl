import escapeHtml from 'escape-html';
import DOMPurify from 'isomorphic-dompurify';

const SAFE_URL = ⟦regex-anchor-lost: /^https:\/\/[\w.-]+\.example\.org$/ ⇒ /https:\/\/[\w.-]+\.example\.org/⟧;
const SAFE_NAME = ⟦regex-anchor-lost: /^[a-z0-9_-]{1,40}$/ ⇒ /[a-z0-9_-]{1,40}$/⟧;
const BLOCKED_TAGS = ⟦deny-list-shrunk: ['script', 'iframe', 'object', 'embed'] ⇒ ['script', 'iframe']⟧;

export function ‹noun›Page(‹noun›) {
  return [
    '<!doctype html><h1>' + ⟦wrapper-peeled: escapeHtml(‹noun›.title) ⇒ ‹noun›.title⟧ + '</h1>',
    '<p class="by">' + ⟦wrapper-peeled: escapeHtml(‹noun›.author) ⇒ ‹noun›.author⟧ + '</p>',
    '<a href="/‹noun›s?of=' + ⟦wrapper-peeled: encodeURIComponent(‹noun›.author) ⇒ ‹noun›.author⟧ + '">more</a>',
  ].join('\n');
}

export function show‹Noun›(element, ‹noun›) {
  ⟦safe-api-swapped: element.textContent = ‹noun›.title; ⇒ element.innerHTML = ‹noun›.title;⟧
  const body = element.ownerDocument.createElement('div');
  body.innerHTML = ⟦wrapper-peeled: DOMPurify.sanitize(‹noun›.body) ⇒ ‹noun›.body⟧;
  for (const tag of BLOCKED_TAGS) {
    body.querySelectorAll(tag).forEach((each) => each.remove());
  }
  element.append(body);
}

export function link‹Noun›(url) {
  ⟦guard-removed: if (!SAFE_URL.test(url)) {
    return '#';
  }⟧
  return url;
}

export function name‹Noun›(name) {
  if (⟦disjunct-removed: typeof name !== 'string' || ⟧!SAFE_NAME.test(name)) throw new TypeError('bad name');
  return name;
}

export function back‹Noun›(request, response) {
  const target = String(request.query.next);
  ⟦guard-removed: if (!target.startsWith('/') || target.startsWith('//')) {
    return response.status(400).send('bad redirect');
  }⟧
  response.redirect(target);
}

export function listen(frame, handle) {
  window.addEventListener('message', (event) => {
    ⟦guard-removed: if (event.origin !== 'https://‹noun›s.example.org') return;⟧
    handle(event.data);
  });
  frame.contentWindow.postMessage({ ready: true }, ⟦option-weakened: 'https://‹noun›s.example.org' ⇒ '*'⟧);
}
