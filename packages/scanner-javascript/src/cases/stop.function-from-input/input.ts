export function compile(expression: string): (row: object) => unknown {
  return new Function('row', `return ${expression}`) as (row: object) => unknown;
}

export function later(name: string): void {
  setTimeout('run("' + name + '")', 10);
}
