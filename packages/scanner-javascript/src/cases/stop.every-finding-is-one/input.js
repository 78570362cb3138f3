export const twice = (text) => eval(text) + eval(text);
