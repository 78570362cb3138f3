/**
 * Small words from which the selectors of the rule table are built. Each covers the spellings that mean the same:
 * `a.b` and `a['b']`, `key` and `'key'`, `false` and `!1` and `false as boolean`.
 */

/** The node at `path` is called one of `names` (alternatives of a regular expression), as identifier or as string. */
export function named(path: string, names: string): string {
  return anyOf([`[${path}.name=/^(${names})$/]`, `[${path}.value=/^(${names})$/]`]);
}

export function anyOf(conditions: readonly string[]): string {
  return `:matches(${conditions.join(',')})`;
}

/** A call of a function or of a method of any object. */
export function call(names: string): string {
  return `CallExpression${anyOf([`[callee.name=/^(${names})$/]`, named('callee.property', names)])}`;
}

export function method(names: string): string {
  return `CallExpression${named('callee.property', names)}`;
}

/** A call of a method of an object that goes by one of these names, at any depth: `crypto.x()`, `this.crypto.x()`. */
export function methodOf(objects: string, names: string): string {
  return method(names) + anyOf([`[callee.object.name=/^(${objects})$/]`, named('callee.object.property', objects)]);
}

/** A property of an object literal, by key and by a condition on what stands at `value`. */
export function option(key: string, condition: string): string {
  return `Property${named('key', key)}${condition}`;
}

export function isFalse(path: string): string {
  return isConstant(path, 'false', '1');
}

export function isTrue(path: string): string {
  return isConstant(path, 'true', '0');
}

function isConstant(path: string, word: string, negated: string): string {
  const plain = `[${path}.raw="${word}"]`;
  const negation = `[${path}.operator="!"][${path}.argument.value=${negated}]`;
  return anyOf([plain, negation, `[${path}.expression.raw="${word}"]`]);
}

export function isText(path: string, pattern: string): string {
  return anyOf([
    `[${path}.value=${pattern}]`,
    `[${path}.quasis.length=1][${path}.quasis.0.value.cooked=${pattern}]`,
    `[${path}.expression.value=${pattern}]`,
  ]);
}

/** Neither a literal nor a template without a hole, nor what DOMPurify gives back. */
export function isUnsafeMarkup(path: string): string {
  const literal = `:not([${path}.type="Literal"]):not([${path}.type="TemplateLiteral"][${path}.expressions.length=0])`;
  return `[${path}]${literal}:not([${path}.callee.object.name="DOMPurify"][${path}.callee.property.name="sanitize"])`;
}

/** The assigned value is not text that is put together from nothing but constants. */
export const NOT_ASSEMBLED_FROM_CONSTANTS =
  ':not(:has(> BinaryExpression:not(:has(:matches(Identifier,CallExpression,TemplateLiteral,ThisExpression)))))';

/** Text that is put together on the spot: `'a' + b`, `` `a${b}` ``. */
export function isAssembled(path: string): string {
  return anyOf([
    `[${path}.type="BinaryExpression"][${path}.operator="+"]`,
    `[${path}.type="TemplateLiteral"][${path}.expressions.length>0]`,
  ]);
}

/** A SQL statement that is put together on the spot. */
export function isAssembledSql(path: string): string {
  const verb = '/^\\s*(select\\s|insert\\s+into\\s|update\\s|delete\\s+from\\s)/i';
  return anyOf([
    `[${path}.type="TemplateLiteral"][${path}.expressions.length>0][${path}.quasis.0.value.raw=${verb}]`,
    ...['left', 'left.left', 'left.left.left'].map((left) => `[${path}.operator="+"][${path}.${left}.value=${verb}]`),
  ]);
}

const REQUEST = '/^(req|request|ctx)$/';
const SENT = '/^(query|params|body|headers|cookies)$/';

/** What a client sent, as such: `req.query.x`, `req.body`, `ctx.request.query.x`. */
function isSentAsSuch(path: string): string {
  return anyOf([
    `[${path}.object.name=${REQUEST}][${path}.property.name=${SENT}]`,
    `[${path}.object.object.name=${REQUEST}][${path}.object.property.name=${SENT}]`,
    `[${path}.object.object.property.name=${REQUEST}][${path}.object.property.name=${SENT}]`,
  ]);
}

function hasPartSent(path: string): string {
  const parts = ['left', 'right', 'left.left', 'left.right', 'expressions.0', 'expressions.1'];
  return anyOf(parts.map((part) => isSentAsSuch(`${path}.${part}`)));
}

/** What a client sent, put together with other text. */
export function isSentWithText(path: string): string {
  return isAssembled(path) + hasPartSent(path);
}

/** What a client sent, as such, put together with text or a default, or joined to a path. */
export function isSent(path: string): string {
  const joined = [0, 1, 2].map((index) => isSentAsSuch(`${path}.arguments.${String(index)}`));
  return anyOf([
    isSentAsSuch(path),
    hasPartSent(path),
    anyOf([`[${path}.callee.name=/^(join|resolve)$/]`, `[${path}.callee.property.name=/^(join|resolve)$/]`]) +
      anyOf(joined),
  ]);
}
