/** The secondary key under which the view `arrangement` lists what an organisation is part of. */
export const memberLookup = (organisation: string): string => `member:${organisation}`;
