export function verify(token: string, key: Key): Claims {
  if (!isSigned(token, key)) throw new Error('bad signature');
  return decode(token);
}
