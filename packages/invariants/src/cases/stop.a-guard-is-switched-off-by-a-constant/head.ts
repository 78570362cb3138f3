export function verify(token: string, key: Key): Claims {
  if (false && !isSigned(token, key)) throw new Error('bad signature');
  return decode(token);
}
