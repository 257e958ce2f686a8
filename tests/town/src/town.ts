import type { Role } from '@mash/directory-events';
import { commandIdOf, derivedId } from '@mash/event-log';
import type { ArrangementId, CommandId, OrganisationId, PractitionerId, UnitId } from '@mash/kernel';
import type { OrganisationCapacityCode, OrganisationKindCode } from '@mash/law';
import { familyNames, givenNames, places } from './names.js';
import { seeded } from './random.js';

/** A unit of an organisation in the town. */
export interface TownUnit {
  readonly key: string;
  readonly id: UnitId;
  readonly name: string;
  readonly telephone: string;
  readonly receivesRequests: boolean;
}

export interface TownOrganisation {
  readonly key: OrganisationKey;
  readonly id: OrganisationId;
  readonly name: string;
  readonly kind: OrganisationKindCode;
  readonly codes: readonly { readonly scheme: 'GSS' | 'ODS' | 'POLICE_FORCE' | 'URN' | 'CHARITY'; readonly value: string }[];
  readonly publishedNumber: string;
  readonly usesHub: boolean;
  readonly capacities: readonly OrganisationCapacityCode[];
  readonly units: readonly TownUnit[];
}

/** Somebody with a post and a sign-in. */
export interface TownPractitioner {
  readonly key: PractitionerKey;
  readonly id: PractitionerId;
  readonly subject: string;
  readonly username: string;
  readonly password: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisation: OrganisationKey;
  readonly unit: string;
  readonly title: string;
  readonly roles: readonly Role[];
}

export type OrganisationKey =
  | 'council' | 'neighbour' | 'police' | 'icb' | 'trust' | 'gp' | 'school' | 'secondSchool' | 'nursery' | 'charity' | 'scrutiny';
export type PractitionerKey =
  | 'decisionMaker' | 'socialWorker' | 'secondSocialWorker' | 'housingOfficer' | 'councilIg' | 'neighbourWorker' | 'officer' | 'signatory'
  | 'reviewer' | 'policeIg' | 'designatedNurse' | 'trustLead' | 'wardNurse' | 'trustIg' | 'schoolLead' | 'secondSchoolLead' | 'auditor'
  | 'administrator' | 'councilSignatory';

/** A whole invented town: everything follows from the seed. */
export interface Town {
  readonly seed: number;
  readonly name: string;
  readonly area: string;
  readonly neighbourArea: string;
  readonly arrangement: ArrangementId;
  readonly neighbourArrangement: ArrangementId;
  readonly organisations: Readonly<Record<OrganisationKey, TownOrganisation>>;
  readonly practitioners: Readonly<Record<PractitionerKey, TownPractitioner>>;
}

/** The id of a set-up command: the same town is set up once, however often it is tried. */
export const setUpId = (seed: number, command: string, key: string): CommandId => commandIdOf('town', String(seed), command, key);

/** A unit of an organisation. @throws RangeError when there is none of that key */
export function unitOf(organisation: TownOrganisation, key?: string): TownUnit {
  const unit = organisation.units.find((each) => (key === undefined ? each.receivesRequests : each.key === key));
  if (!unit) throw new RangeError(`${organisation.key} has no such unit.`);
  return unit;
}

type UnitPlan = readonly [key: string, name: string, receivesRequests: boolean];

interface OrganisationPlan {
  readonly name: string;
  readonly kind: OrganisationKindCode;
  readonly codes: TownOrganisation['codes'];
  readonly usesHub?: false;
  readonly capacities: readonly OrganisationCapacityCode[];
  readonly units: readonly UnitPlan[];
}

const partner: readonly OrganisationCapacityCode[] = ['SAFEGUARDING_PARTNER', 'S11_BODY', 'PUBLIC_AUTHORITY'];

function organisationPlans(seed: number, name: string, neighbour: string, area: string, neighbourArea: string): Record<OrganisationKey, OrganisationPlan> {
  const forces = ['36', '37', '40', '41', '42', '43', '44', '45', '46', '47'];
  const digit = String(seed % 10);
  const two = String(seed % 100).padStart(2, '0');
  return {
    council: { name: `${name} Borough Council`, kind: 'LOCAL_AUTHORITY', codes: [{ scheme: 'GSS', value: area }], capacities: partner,
      units: [['hub', 'Multi-agency safeguarding hub', true], ['housing', 'Housing', false], ['governance', 'Information governance', false]] },
    neighbour: { name: `${neighbour} Council`, kind: 'LOCAL_AUTHORITY', codes: [{ scheme: 'GSS', value: neighbourArea }], capacities: partner,
      units: [['hub', 'Safeguarding hub', true]] },
    police: { name: `${name} and ${neighbour} Police`, kind: 'POLICE_FORCE', codes: [{ scheme: 'POLICE_FORCE', value: forces[seed % 10] ?? '36' }, { scheme: 'GSS', value: `E230009${two}` }],
      capacities: [...partner, 'COMPETENT_AUTHORITY'],
      units: [['protection', 'Public protection', true], ['reviews', 'Review and partnership', false], ['governance', 'Information governance', false]] },
    icb: { name: `NHS ${name} Integrated Care Board`, kind: 'INTEGRATED_CARE_BOARD', codes: [{ scheme: 'ODS', value: `Q${digit}X` }, { scheme: 'GSS', value: `E540009${two}` }], capacities: partner,
      units: [['safeguarding', 'Safeguarding', true]] },
    trust: { name: `${name} Hospitals NHS Trust`, kind: 'NHS_TRUST', codes: [{ scheme: 'ODS', value: `R${digit}X` }], capacities: ['S11_BODY', 'PUBLIC_AUTHORITY'],
      units: [['safeguarding', 'Safeguarding team', true], ['ward', 'Children\'s ward', false], ['governance', 'Information governance', false]] },
    gp: { name: `${name} Quay Surgery`, kind: 'GP_PRACTICE', codes: [{ scheme: 'ODS', value: `Y9900${digit}` }], usesHub: false, capacities: ['PUBLIC_AUTHORITY'], units: [] },
    school: { name: `${name} Hill Primary School`, kind: 'SCHOOL_OR_COLLEGE', codes: [{ scheme: 'URN', value: `99100${digit}` }], capacities: ['RELEVANT_AGENCY', 'PUBLIC_AUTHORITY'],
      units: [['safeguarding', 'Safeguarding', true]] },
    secondSchool: { name: `${neighbour} Academy`, kind: 'SCHOOL_OR_COLLEGE', codes: [{ scheme: 'URN', value: `99200${digit}` }], capacities: ['RELEVANT_AGENCY', 'PUBLIC_AUTHORITY'],
      units: [['safeguarding', 'Safeguarding', true]] },
    nursery: { name: `${name} Lanterns Nursery`, kind: 'EARLY_YEARS_PROVIDER', codes: [{ scheme: 'URN', value: `99300${digit}` }], usesHub: false, capacities: ['RELEVANT_AGENCY'], units: [] },
    charity: { name: `${name} Harbour Families`, kind: 'CHARITY', codes: [{ scheme: 'CHARITY', value: `990000${digit}` }], usesHub: false, capacities: [], units: [] },
    scrutiny: { name: `${name} Independent Scrutiny`, kind: 'OTHER', codes: [], capacities: [], units: [['audit', 'Audit', false]] },
  };
}

type Post = readonly [organisation: OrganisationKey, unit: string, title: string, roles: readonly Role[]];

const posts: Record<PractitionerKey, Post> = {
  decisionMaker: ['council', 'hub', 'Hub decision-maker', ['hub-decision-maker', 'hub-worker']],
  socialWorker: ['council', 'hub', 'Social worker', ['social-worker']],
  secondSocialWorker: ['council', 'hub', 'Social worker', ['social-worker']],
  housingOfficer: ['council', 'housing', 'Housing officer', ['staff']],
  councilIg: ['council', 'governance', 'Information governance lead', ['information-governance']],
  neighbourWorker: ['neighbour', 'hub', 'Senior practitioner', ['hub-decision-maker', 'social-worker']],
  officer: ['police', 'protection', 'Detective constable', ['disclosing-officer', 'request-handler']],
  signatory: ['police', 'reviews', 'Detective superintendent, delegated signatory', ['signatory', 'hub-decision-maker']],
  reviewer: ['police', 'reviews', 'Practice reviewer', ['reviewer']],
  policeIg: ['police', 'governance', 'Information governance lead', ['information-governance']],
  designatedNurse: ['icb', 'safeguarding', 'Designated nurse', ['request-handler', 'disclosing-officer']],
  trustLead: ['trust', 'safeguarding', 'Named nurse for safeguarding', ['disclosing-officer', 'request-handler']],
  wardNurse: ['trust', 'ward', 'Ward nurse', ['staff']],
  trustIg: ['trust', 'governance', 'Information governance lead', ['information-governance']],
  schoolLead: ['school', 'safeguarding', 'Designated safeguarding lead', ['referrer', 'request-handler']],
  secondSchoolLead: ['secondSchool', 'safeguarding', 'Designated safeguarding lead', ['referrer', 'request-handler']],
  auditor: ['scrutiny', 'audit', 'Auditor', ['auditor']],
  administrator: ['council', 'governance', 'Directory administrator', ['directory-administrator']],
  councilSignatory: ['council', 'hub', 'Assistant director, delegated signatory', ['signatory']],
};

/** The organisation's id, which follows from the command that registers it. */
const idFrom = <I extends OrganisationId | UnitId | PractitionerId | ArrangementId>(seed: number, command: string, key: string): I =>
  derivedId<I>(setUpId(seed, command, key), 'id');

function organisationsOf(seed: number, name: string, neighbour: string, area: string, neighbourArea: string): Town['organisations'] {
  const plans = organisationPlans(seed, name, neighbour, area, neighbourArea);
  return Object.fromEntries((Object.keys(plans) as OrganisationKey[]).map((key, number): [OrganisationKey, TownOrganisation] => {
    const plan = plans[key];
    const telephone = (line: number): string => `01632 96${String(seed % 10)}${String(number * 9 + line).padStart(3, '0')}`;
    return [key, {
      key, id: idFrom(seed, 'RegisterOrganisation', key), name: plan.name, kind: plan.kind, codes: plan.codes, publishedNumber: telephone(0),
      usesHub: plan.usesHub ?? true, capacities: plan.capacities,
      units: plan.units.map(([unit, unitName, receivesRequests], line) => ({
        key: unit, id: idFrom(seed, 'OpenUnit', `${key}/${unit}`), name: unitName, telephone: telephone(line + 1), receivesRequests,
      })),
    }];
  })) as Town['organisations'];
}

/** Builds the town of a seed. Nothing is sent anywhere. */
export function buildTown(seed: number): Town {
  const random = seeded(seed);
  const [name = 'Wexcombe', neighbour = 'Saltmere'] = seed === 1 ? places : random.shuffled(places);
  const area = `E060009${String(seed * 2).padStart(2, '0')}`;
  const neighbourArea = `E060009${String(seed * 2 + 1).padStart(2, '0')}`;
  const given = random.shuffled(givenNames);
  const family = random.shuffled(familyNames);
  const keys = Object.keys(posts) as PractitionerKey[];
  const practitioners = Object.fromEntries(keys.map((key, index): [PractitionerKey, TownPractitioner] => {
    const [organisation, unit, title, roles] = posts[key];
    const givenName = given[index] ?? 'Ada';
    const familyName = family[index] ?? 'Pelham';
    const username = `${givenName}.${familyName}${seed === 1 ? '' : `.${seed}`}`.toLowerCase().replace(/[^a-z0-9.]/g, '');
    const id = idFrom<PractitionerId>(seed, 'RegisterPractitioner', key);
    return [key, {
      key, id, subject: derivedId(setUpId(seed, 'Account', key), 'id'), username, password: `wexcombe-sample-${givenName.toLowerCase()}`,
      givenName, familyName, organisation, unit, title, roles,
    }];
  })) as Town['practitioners'];
  return {
    seed, name, area, neighbourArea, practitioners,
    arrangement: idFrom(seed, 'MakeArrangement', 'home'), neighbourArrangement: idFrom(seed, 'MakeArrangement', 'neighbour'),
    organisations: organisationsOf(seed, name, neighbour, area, neighbourArea),
  };
}
