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

/** The further families of the stories: two family names and four given names (mother, partner, elder, younger) to a family. */
export const storyFamilyNames = [
  'Aldermoor', 'Bexhurst', 'Calloway', 'Dimsdale', 'Ellacott', 'Fotherby', 'Grimbald', 'Haddowen', 'Inglesant', 'Jarrowmere', 'Kettlewick', 'Lovibonde',
  'Munslow', 'Northcliffe', 'Ormerod', 'Pascallow', 'Quennell', 'Rushbrook',
] as const;

export const storyGivenNames = [
  'Marisol', 'Corbin', 'Tilda', 'Osric', 'Anwen', 'Joss', 'Peregrine', 'Lumi', 'Nerys', 'Tobiah', 'Saffron', 'Emrys', 'Zuleika', 'Harkan', 'Bramwell', 'Ottilie',
  'Roswitha', 'Denzil', 'Merryn', 'Kit', 'Henrietta', 'Garrick', 'Ivo', 'Pearl', 'Sunniva', 'Leopold', 'Fenella', 'Rory', 'Calantha', 'Ignatius', 'Dara', 'Wynn',
  'Melisande', 'Torquil', 'Linnet', 'Barnaby',
] as const;

/** Households that are known to an agency without being the subject of an enquiry. */
export const householdNames = [
  'Tolliver', 'Brackenbury', 'Winterbourne', 'Osgathorpe', 'Chidlow', 'Maddocks-Vane', 'Trevithen', 'Bellweather', 'Shadforth', 'Yelverton', 'Duckenfield', 'Everhart',
  'Gallimore', 'Holloway-Reed', 'Postlethwick', 'Zimmerley',
] as const;

export const womensNames = [
  'Agnes', 'Beatrix', 'Celandine', 'Dorcas', 'Edda', 'Flora', 'Gwenllian', 'Hester', 'Iona', 'Juno', 'Katell', 'Lavinia', 'Maud', 'Nell', 'Odette', 'Petra', 'Rosalba',
  'Sabra', 'Thea', 'Una', 'Viola', 'Winifred', 'Yolanda', 'Zillah', 'Amabel', 'Blythe',
] as const;

export const mensNames = [
  'Abel', 'Barnabas', 'Clement', 'Dorian', 'Edgar', 'Felix', 'Gideon', 'Hugo', 'Ivor', 'Jasper', 'Kenelm', 'Lucian', 'Magnus', 'Ned', 'Oswin', 'Percival', 'Rufus',
  'Silas', 'Tarquin', 'Ulric', 'Vincent', 'Wendell', 'Yorick', 'Zachary', 'Alaric', 'Benedict',
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
