export const features = { archives: false };
