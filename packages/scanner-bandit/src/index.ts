export { banditAdapter } from './bandit-adapter.ts';
