export function go(window, step, value, fallback) {
  window.schedule('step', new Function('value', step), value, fallback, 100); // eslint-disable-line no-new-func
}
