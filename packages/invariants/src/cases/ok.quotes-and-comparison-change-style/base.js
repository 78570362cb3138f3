function f(kind) {
  if (kind !== "a") throw new Error("kind");
  return kind;
}
