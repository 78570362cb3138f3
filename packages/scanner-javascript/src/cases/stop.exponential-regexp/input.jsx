export const words = /^(\w+\s?)*$/;
export const nested = new RegExp('^(a+)+$');
