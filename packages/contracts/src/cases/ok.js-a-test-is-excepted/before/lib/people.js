export async function profile(id) {
  const answer = await fetch(`https://people.example/${id}`, { signal: AbortSignal.timeout(5000) });
  return answer.json();
}

export const avatar = (id) => fetch(`https://people.example/${id}/avatar`);
