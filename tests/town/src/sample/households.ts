import type { PractitionerKey } from '../town.js';

/** Somebody of a household: sex, and age in years; an unborn child has an expected birth, and of some the birth is estimated. */
export interface Resident {
  readonly sex: 'FEMALE' | 'MALE' | 'UNKNOWN';
  readonly age: number;
  readonly birth: 'EXACT' | 'ESTIMATED' | 'EXPECTED' | 'UNKNOWN';
  readonly nhsNumberKnown: boolean;
}

/** People at one address, as the agency that knows them wrote them down. */
export interface Household {
  readonly knownTo: PractitionerKey;
  /** Hubs may learn that the agency knows them, and whom to ring. */
  readonly marker: boolean;
  readonly area: 'home' | 'neighbour';
  readonly kind: 'HOME' | 'PLACEMENT';
  readonly isProtected: boolean;
  /** Parents first, then whoever else lives there. */
  readonly people: readonly Resident[];
  /** How many of the first are parents of those who follow up to `children`. */
  readonly parents: number;
  readonly children: number;
  /** Further relations, by place in `people`. */
  readonly relations: readonly (readonly [from: number, relation: string, to: number])[];
}

const born = (sex: Resident['sex'], age: number, fields: Partial<Resident> = {}): Resident => ({ sex, age, birth: 'EXACT', nhsNumberKnown: true, ...fields });
const woman = (age: number, fields?: Partial<Resident>): Resident => born('FEMALE', age, fields);
const man = (age: number, fields?: Partial<Resident>): Resident => born('MALE', age, fields);
const unborn: Resident = born('UNKNOWN', 0, { birth: 'EXPECTED', nhsNumberKnown: false });
const noNumber = { nhsNumberKnown: false } as const;

const household = (knownTo: PractitionerKey, people: readonly Resident[], parents: number, fields: Partial<Household> = {}): Household => ({
  knownTo, marker: true, area: 'home', kind: 'HOME', isProtected: false, people, parents, children: people.length - parents, relations: [], ...fields,
});

/** The households of the sample town, some known to hospital or school only, some to a council. */
export const households: readonly Household[] = [
  // Two who expect a child.
  household('trustLead', [woman(24), man(27), unborn], 2),
  // A child who came alone: age estimated, no number, with carers.
  household('socialWorker', [woman(52), man(55), man(15, { birth: 'ESTIMATED', nhsNumberKnown: false })], 0, { marker: false, relations: [[0, 'PARTNER_OF', 1], [0, 'CARER_OF', 2], [1, 'CARER_OF', 2]] }),
  // A child of this council who is placed in the other council's area.
  household('socialWorker', [woman(46), woman(10)], 0, { marker: false, area: 'neighbour', kind: 'PLACEMENT', relations: [[0, 'CARER_OF', 1]] }),
  // A mother and children at a protected address.
  household('socialWorker', [woman(33), man(7), woman(3)], 1, { marker: false, isProtected: true }),
  // Grandparents who bring up their grandchild.
  household('schoolLead', [woman(66), man(68), man(8)], 0, { relations: [[0, 'PARTNER_OF', 1], [0, 'GRANDPARENT_OF', 2], [1, 'GRANDPARENT_OF', 2]] }),
  household('schoolLead', [woman(38), man(41), man(9), woman(6), man(1, noNumber)], 2),
  household('schoolLead', [woman(29), man(5)], 1),
  // An adult at risk and the son who cares for her.
  household('trustLead', [woman(81), man(54)], 0, { relations: [[0, 'PARENT_OF', 1], [1, 'CARER_OF', 0]] }),
  household('trustLead', [woman(35), woman(36), woman(4), man(2)], 2),
  household('designatedNurse', [woman(19, noNumber), woman(0)], 1),
  household('secondSchoolLead', [woman(43), man(45), man(16), woman(13)], 2, { area: 'neighbour' }),
  household('secondSchoolLead', [man(37), man(12), woman(11)], 1, { area: 'neighbour' }),
  household('neighbourWorker', [woman(31), man(30), woman(6), man(4, { birth: 'UNKNOWN', nhsNumberKnown: false })], 2, { marker: false, area: 'neighbour' }),
  household('neighbourWorker', [woman(27), woman(1)], 1, { marker: false, area: 'neighbour' }),
];
