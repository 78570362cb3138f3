export function watchPolicy() {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.log(`refused by the policy: ${violatedDirective} ${blockedURI}`),
  );
}

export function unfold() {
  for (const each of document.querySelectorAll('details')) each.open = true;
}

export function sidewaysScrolls() {
  const root = document.documentElement;
  const wide = root.clientWidth;
  const isSeen = (element) => element.closest('.out, .skip') === null && element.checkVisibility();
  const isDrawn = (element) => element.parentElement?.closest('svg') !== null;
  const isOutside = (element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (right > wide + 0.5 || left < -0.5);
  };
  const scrolls = (element) =>
    element.scrollWidth > element.clientWidth + 1 && /auto|scroll/u.test(getComputedStyle(element).overflowX);
  const all = [...document.querySelectorAll('body *')].filter((element) => !isDrawn(element) && isSeen(element));
  const found = all.filter((element) => isOutside(element) || scrolls(element));
  return [...(root.scrollWidth > wide ? ['the page'] : []), ...found.map(({ outerHTML }) => outerHTML.slice(0, 160))];
}

export async function accessibilityFaults() {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
  return violations.map(({ id, impact, nodes }) => {
    const places = nodes.slice(0, 3).map(({ html }) => html.slice(0, 200));
    return `${impact}: ${id}, ${nodes.length} times: ${places.join(' ')}`;
  });
}

export function numberControls() {
  const all = [...document.querySelectorAll('a[href], summary, button, input, select, textarea, [tabindex="0"]')];
  const seen = all.filter((element) => element.checkVisibility());
  const names = new Map();
  for (const element of seen) {
    const group = element.type === 'radio' ? `radio ${element.name}` : names.size;
    if (!names.has(group)) names.set(group, names.size);
    element.dataset.control = String(names.get(group));
  }
  return names.size;
}

export function focused() {
  const element = document.activeElement;
  if (element?.dataset?.control === undefined) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return { control: Number(element.dataset.control), isSeen: outlineStyle !== 'none' && outlineWidth !== '0px' };
}

export function loadTime() {
  return performance.getEntriesByType('navigation')[0].loadEventEnd;
}
