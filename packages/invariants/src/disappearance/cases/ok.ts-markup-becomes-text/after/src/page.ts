export function show(el: HTMLElement, note: string): void {
  // el.innerHTML = note;
  el.textContent = note;
}
