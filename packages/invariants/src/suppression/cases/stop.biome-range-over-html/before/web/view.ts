export function show(el: HTMLElement, text: string): void {
  el.innerHTML = text;
}
