/** Names of guards that a reviewer would ask for, the most wanted first: the place in the list is the rank. */
const WANTED: readonly RegExp[] = [
  /auth(?!or(?:s|$|_?name))|log_?in|logged|session|jwt|token|identity|current_?user|require_?user|sign(?:ed)?_?in|passport|protect/iu,
  /admin|permi[st]|role|owner|access|allowed|policy|scope|acl|guard|can[A-Z_]|superuser|staff|tenant/iu,
  /csrf|xsrf|same_?origin|cors|helmet|hsts|csp|secur/iu,
  /valid|schema|sanit|escap|clean|parse_?body|celebrate|zod|joi/iu,
  /limit|throttl|slow_?down|captcha|quota|time_?out/iu,
  /verif|check|ensure|require|assert|audit/iu,
];

/** Names that hold one of these words and guard nothing. */
const UNWANTED =
  /^(?:require|checkbox|define|describe|it|test|expect|console|logger?|next|done|useCallback|useEffect)$|^(?:get|set|create|fetch|load|render|find|list|handle|on|to|make|build|log|use)(?=[A-Z_])|tokenize|author|parser?$|Handler$|csrf_exempt|allow_any|AllowAny|public|anonymous|exempt|skip|disable/u;

/** How much a reviewer wants a guard of this name, from 0; undefined for one that is none. */
export function rankOf(name: string): number | undefined {
  const last = /[\w$]+(?=\(|$)/u.exec(name.replace(/^@/u, '').replace(/\(\$\$\$\)$/u, ''))?.[0] ?? name;
  const own = name.replace(/^@/u, '').replace(/\(.*$/u, '');
  if (UNWANTED.test(last) || UNWANTED.test(own.split('.').at(-1) ?? own)) return undefined;
  const rank = WANTED.findIndex((pattern) => pattern.test(own));
  return rank === -1 ? undefined : rank;
}
