export const price = (value: number, currency = '') => `${value.toFixed(2)}${currency === 'EUR' ? ' €' : ''}`;
