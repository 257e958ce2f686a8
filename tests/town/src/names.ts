/** Invented people of an invented town. Any likeness is chance. */
export const givenNames = [
  'Ada', 'Bryn', 'Cora', 'Davin', 'Elspeth', 'Farid', 'Greta', 'Hamza', 'Isolde', 'Jory', 'Kezia', 'Lowen', 'Mina', 'Nadir', 'Orla',
  'Piran', 'Quilla', 'Rafe', 'Senna', 'Tamsin', 'Ursa', 'Vesna', 'Wilf', 'Xanthe', 'Yusra', 'Zeno', 'Ansel', 'Briony', 'Caspian', 'Delphi',
] as const;

export const familyNames = [
  'Pelham', 'Okonjo', 'Tarrant', 'Quillfeather', 'Marchbanks', 'Oyelarin', 'Thistlewood', 'Abernethy', 'Vasquenza', 'Larkhill', 'Penhallow',
  'Rookwood', 'Sandringer', 'Umberleigh', 'Wexley', 'Yarrowby', 'Zelenkova', 'Fairweather', 'Gossamer', 'Hollinrake', 'Ibanque', 'Jessop-Hale',
  'Kingsmill', 'Mistlethorpe', 'Nettlefold', 'Oxenford', 'Plumtree', 'Ravensdale', 'Silverlock', 'Tunnicliffe',
] as const;

export const places = ['Wexcombe', 'Saltmere', 'Harrowby', 'Tidewell', 'Ashmoor', 'Birchover', 'Coldbrook', 'Dunmarsh', 'Eastlow', 'Fernhythe'] as const;
export const streets = ['Mill Lane', 'Quay Street', 'Orchard Row', 'Tanners Hill', 'Lantern Way', 'Cooper Close', 'Weir Road', 'Gallery Mews'] as const;

/**
 * An NHS number of the test range (999), with its check digit.
 * @param serial 0 to 999,999
 */
export function testNhsNumber(serial: number): string {
  for (let tried = serial; ; tried += 1) {
    const digits = `999${String(tried % 1_000_000).padStart(6, '0')}`;
    const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check !== 10) return `${digits}${check}`;
  }
}
