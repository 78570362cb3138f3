export const f = (text) => JSON.parse(text);
