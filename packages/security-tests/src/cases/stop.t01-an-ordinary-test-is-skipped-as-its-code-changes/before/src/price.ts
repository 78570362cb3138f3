export const price = (value: number, currency = '') => `${(Math.round(value * 100) / 100).toFixed(2)}${currency === 'EUR' ? ' €' : ''}`;
