export function f(): void {
  // eslint-disable-next-line no-console -- the user asked for it
  console.log('x');
  report();
}
