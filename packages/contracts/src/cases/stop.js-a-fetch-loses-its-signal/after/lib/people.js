export async function profile(id) {
  const answer = await fetch(`https://people.example/${id}`);
  return answer.json();
}

export const avatar = (id) => fetch(`https://people.example/${id}/avatar`);
