export function f(): void {
  report();
}
