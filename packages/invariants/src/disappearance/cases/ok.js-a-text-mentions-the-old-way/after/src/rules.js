export function read(text) {
  if (text === '') throw new Error('use eval no more');
  return JSON.parse(text);
}
