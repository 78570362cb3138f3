export const features = { archives: true };
