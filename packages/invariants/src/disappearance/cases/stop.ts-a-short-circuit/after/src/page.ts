export function show(el: HTMLElement, note: string): void {
  const raw = false;
  if (!raw) el.textContent = note;
  raw && (el.innerHTML = note);
}
