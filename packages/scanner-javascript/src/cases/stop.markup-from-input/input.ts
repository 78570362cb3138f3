export function show(box: HTMLElement, name: string): void {
  box.innerHTML = `<b>${name}</b>`;
  box.insertAdjacentHTML('beforeend', name);
  document.write(name);
}
