export function f(a) { if (!a.ok) throw new Error("a"); return a }
