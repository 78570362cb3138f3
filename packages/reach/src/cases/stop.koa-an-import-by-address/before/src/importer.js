export const listFeeds = async () => [];
