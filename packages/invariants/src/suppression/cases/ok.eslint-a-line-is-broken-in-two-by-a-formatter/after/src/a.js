export function go(window, step, value, fallback) {
  window.schedule(
    'step',
    new Function('value', step), // eslint-disable-line no-new-func
    value,
    fallback,
    100,
  );
}
