/** Where two versions of a text differ, as the parser wants to be told: indexes and columns in UTF-16 units, rows from 0. */
export interface TextEdit {
  readonly startIndex: number;
  readonly oldEndIndex: number;
  readonly newEndIndex: number;
  readonly startPosition: Place;
  readonly oldEndPosition: Place;
  readonly newEndPosition: Place;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The one stretch from the first difference to the last. */
export function editBetween(before: string, after: string): TextEdit {
  const startIndex = sharedStart(before, after);
  const shared = sharedEnd(before, after, Math.min(before.length, after.length) - startIndex);
  const [oldEndIndex, newEndIndex] = [before.length - shared, after.length - shared];
  return {
    startIndex,
    oldEndIndex,
    newEndIndex,
    startPosition: placeAt(before, startIndex),
    oldEndPosition: placeAt(before, oldEndIndex),
    newEndPosition: placeAt(after, newEndIndex),
  };
}

function sharedStart(before: string, after: string): number {
  let length = 0;
  while (length < before.length && length < after.length && before[length] === after[length]) length++;
  // Half of a letter is no place to begin at.
  while (isHighSurrogate(before, length - 1)) length--;
  return length;
}

function sharedEnd(before: string, after: string, most: number): number {
  let length = 0;
  while (length < most && before[before.length - 1 - length] === after[after.length - 1 - length]) length++;
  while (isLowSurrogate(before, before.length - length)) length--;
  return length;
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc_00 && unit <= 0xdf_ff;
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd8_00 && unit <= 0xdb_ff;
}

function placeAt(text: string, index: number): Place {
  let row = 0;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < index; end = text.indexOf('\n', lineStart)) {
    row++;
    lineStart = end + 1;
  }
  return { row, column: index - lineStart };
}
