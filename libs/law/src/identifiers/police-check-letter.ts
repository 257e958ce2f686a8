// Not the pupil-number table: here 0 stands for Z.
const LETTERS = 'ZABCDEFGHJKLMNPQRTUVWXY';

/** The letter that closes a PNC identifier or a criminal record number (13.3). */
export const policeCheckLetter = (twoDigitYear: string, serial: string): string =>
  LETTERS.charAt(Number(BigInt(`${twoDigitYear}${serial}`) % 23n));
