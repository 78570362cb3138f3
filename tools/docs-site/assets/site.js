// The search, and the contents that stand open where there is room. Without this script every page can be read and reached all the same.
const script = document.currentScript;
const index = new URL(script.dataset.index, document.baseURI);
const form = document.querySelector('.search');
const input = document.querySelector('#search');
const found = document.querySelector('#found');
const wide = matchMedia('(min-width: 60rem)');
const contents = document.querySelector('.contents details');

const openContents = () => (contents.open = wide.matches);
wide.addEventListener('change', openContents);
openContents();
showCurrent(document.querySelector('.contents'));

form.hidden = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  found.querySelector('a')?.click();
});
input.addEventListener('focus', loadIndex, { once: true });
input.addEventListener('input', search);
document.addEventListener('keydown', (event) => {
  const isTyping = /^(?:input|textarea|select)$/iu.test(document.activeElement?.tagName ?? '');
  if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    input.focus();
  }
  if (event.key === 'Escape') found.replaceChildren();
});

/** The list is long where a folder is open. Only the list moves: the page begins at its beginning. */
function showCurrent(list) {
  const current = list.querySelector('[aria-current]');
  if (current === null) return;
  const below = current.getBoundingClientRect().top - list.getBoundingClientRect().top;
  if (below > list.clientHeight * 0.8) list.scrollTop = below - list.clientHeight / 2;
}

function loadIndex() {
  const element = document.createElement('script');
  element.src = index.href;
  element.addEventListener('load', search);
  document.head.append(element);
}

/** Every word has to be on the page; in the title it counts most. */
function search() {
  const words = input.value.toLowerCase().split(/\s+/u).filter(Boolean);
  found.replaceChildren();
  if (words.length === 0 || globalThis.pawlPages === undefined) return;
  const pages = globalThis.pawlPages
    .map((page) => ({ page, weight: weigh(page, words) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 12);
  for (const { page } of pages) found.append(linkTo(page, words));
  if (pages.length === 0) found.append(Object.assign(document.createElement('p'), { textContent: 'Nothing found.' }));
}

function weigh({ title, headings, words: text }, words) {
  let weight = 0;
  for (const word of words) {
    const inTitle = title.toLowerCase().includes(word) ? 20 : 0;
    const inHeadings = headings.some(([, heading]) => heading.toLowerCase().includes(word)) ? 5 : 0;
    const inText = ` ${text}`.includes(` ${word}`) ? 2 : text.includes(word) ? 1 : 0;
    if (inTitle + inHeadings + inText === 0) return 0;
    weight += inTitle + inHeadings + inText;
  }
  return weight;
}

function linkTo({ address, title, headings }, words) {
  const heading = headings.find(([, text]) => words.some((word) => text.toLowerCase().includes(word)));
  const link = document.createElement('a');
  link.href = new URL(heading === undefined ? address : `${address}#${heading[0]}`, index).href;
  link.textContent = title;
  if (heading !== undefined) link.append(Object.assign(document.createElement('small'), { textContent: heading[1] }));
  return link;
}
