/** What is told of suppressions, whatever tool they silence. */
export const SUPPRESSION_RULES: Readonly<Record<string, string>> = {
  'new-suppression': 'The change keeps a scanner from saying what it finds, where it was not kept from it before.',
};
