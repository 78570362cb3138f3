import { old, search } from './old.js';

export { search };
