/**
 * Where the part of a project lies, from the root of the workspace. It is named for the folder, which is there before the name of the project is known; what
 * might mean something in a path or in a pattern is written as its number.
 */
export function partFile(root: string): string {
  const name = root === '.' ? '%2E' : root.replace(/[^\w.-]|^\.|\.$/gu, percent);
  return `.nx/pawl/${name}.json`;
}

function percent(unit: string): string {
  return [...Buffer.from(unit)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
