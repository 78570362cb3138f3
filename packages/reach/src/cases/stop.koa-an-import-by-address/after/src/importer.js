export const listFeeds = async () => [];

export async function importFeed(source) {
  const answer = await fetch(source);
  return answer.text();
}
