export function setText(el: HTMLElement, text: string): void {
  el.textContent = text;
}
