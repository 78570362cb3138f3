/** The names in a list of rules, up to the reason that may follow it after `--` or `//`. */
export function rulesIn(list: string): readonly string[] {
  const names = (list.split(/\s--|\/\/|\*\//u)[0] ?? '')
    .split(/[\s,]+/u)
    .map((name) => name.replace(/^["']|["':]+$|(?:["']?:.*)$/gu, ''));
  return names.filter((name) => /^[@\w][\w@/.\-:()]*$/u.test(name) && /[A-Za-z]/u.test(name) && name !== 'off');
}
