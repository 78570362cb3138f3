export const NAME = 'bandit';
