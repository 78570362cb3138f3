export const routes = { ping: () => 'pong' };
