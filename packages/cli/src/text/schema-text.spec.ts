import { shippedSchemas } from '../schemas.ts';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_TEXT } from '../testing/hostile.ts';
import { describeOutput } from '../testing/shows.ts';
import { schemasJson, schemasText } from './schema-text.ts';

const typical = await shippedSchemas([
  new URL('../../../config/schema/', import.meta.url),
  new URL('../../../contracts/schema/', import.meta.url),
]);
const states = {
  empty: [],
  typical,
  failing: typical.slice(0, 1),
  hostile: [{ name: HOSTILE.bidi, about: HOSTILE_TEXT, text: '{}' }],
};

describeOutput('schema', states, schemasText);
describeDocument('schema', states, schemasJson);
