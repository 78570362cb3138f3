import { setText } from './safe';

export function show(el: HTMLElement, note: string): void {
  setText(el, note);
}
