export { applies } from './rules/dynamic.js';
