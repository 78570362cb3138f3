/* eslint-disable */
export function old() {
  return 1;
}
