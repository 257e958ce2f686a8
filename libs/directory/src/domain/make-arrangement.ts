import type { ArrangementEvent, ArrangementFacts, OrganisationFacts } from '@mash/directory-events';
import { arrangementFacts, hasCapacityAt } from '@mash/directory-events';
import type { ArrangementId, Decider, Instant, OrganisationId, Party, Reason } from '@mash/kernel';
import { reason, rejectIf } from '@mash/kernel';
import type { PartnerKindCode } from '@mash/law';
import { GSS_ENTITIES, isBlank, parseGssCode } from '@mash/law';
import { checkCanBePartner } from './partner-entity.js';

/** Record a local safeguarding arrangement: its areas, partners, relevant agencies and the hub that serves it. */
export interface MakeArrangementCommand {
  readonly arrangementId: ArrangementId;
  readonly name: string;
  readonly areas: readonly string[];
  readonly partners: readonly { readonly organisationId: OrganisationId; readonly kind: PartnerKindCode }[];
  readonly relevantAgencies: readonly OrganisationId[];
  readonly hub: Party;
  readonly from: Instant;
}

export interface MakeArrangementFacts {
  /** Every organisation that the command names and the directory knows. */
  readonly organisations: ReadonlyMap<OrganisationId, OrganisationFacts>;
}

type Entity = keyof typeof GSS_ENTITIES;

/** 13.R1: an arrangement covers areas of children's services authorities; a district is part of one. */
const checkArea = (area: string): Reason[] => {
  const read = parseGssCode(area);
  if (!read.ok) return [reason('13.5', 'GSS_UNREADABLE', read.problem, 'Check the code against its source.')];
  const entity = read.value.slice(0, 3);
  return Object.hasOwn(GSS_ENTITIES, entity) && GSS_ENTITIES[entity as Entity].localAuthorityPartner ? []
    : [reason('13.R1', 'NOT_A_PARTNER_AREA', `${read.value} is not the area of an authority that can be a safeguarding partner.`,
      'Use a code beginning E06, E08, E09 or E10.')];
};

function checkPartner({ organisationId, kind }: MakeArrangementCommand['partners'][number], from: Instant, facts: MakeArrangementFacts): readonly Reason[] {
  const organisation = facts.organisations.get(organisationId);
  if (!organisation) return [reason('13.8', 'ORGANISATION_UNKNOWN', 'A partner is not in the directory.', 'Register it first.')];
  const entity = checkCanBePartner(organisation, kind);
  if (entity.length > 0 || hasCapacityAt(organisation, 'SAFEGUARDING_PARTNER', from)) return entity;
  return [reason('13.8', 'NOT_A_PARTNER_YET', `${organisation.name} does not hold the capacity of a safeguarding partner on that day.`,
    'Grant it the capacity from the day on which it holds it.')];
}

export const makingArrangement: Decider<MakeArrangementCommand, ArrangementFacts | null, ArrangementEvent, MakeArrangementFacts> = {
  initial: null,
  evolve: (state, event) => arrangementFacts.evolve(state, event),
  decide({ arrangementId, name, areas, partners, relevantAgencies, hub, from }, state, facts) {
    const receives = facts.organisations.get(hub.organisation)?.units.some((unit) => unit.unitId === hub.unit) === true;
    rejectIf([
      ...state === null ? [] : [reason('13.8', 'ALREADY_MADE', 'This arrangement is recorded already.', 'Use the one that exists.')],
      ...isBlank(name) ? [reason('13.8', 'NAME_EMPTY', 'The arrangement has no name.', 'Give the name it is known by.')] : [],
      ...areas.length > 0 ? [] : [reason('1.2', 'NO_AREA', 'The arrangement covers no area.', 'Name at least one local authority area.')],
      ...partners.length > 0 ? [] : [reason('1.2', 'NO_PARTNER', 'The arrangement has no partner.', 'Name its safeguarding partners.')],
      ...areas.flatMap(checkArea),
      ...partners.flatMap((partner) => checkPartner(partner, from, facts)),
      ...relevantAgencies.every((agency) => facts.organisations.has(agency)) ? []
        : [reason('13.8', 'ORGANISATION_UNKNOWN', 'A relevant agency is not in the directory.', 'Register it first.')],
      ...receives ? [] : [reason('13.8', 'HUB_UNKNOWN', 'The hub is not a unit in the directory.', 'Open the unit first.')],
    ]);
    return [{ type: 'ArrangementMade', schema: 1, data: {
      arrangementId, name: name.trim(), areas, from, relevantAgencies, hub: { organisation: hub.organisation, unit: hub.unit },
      partners: partners.map((partner) => ({ organisationId: partner.organisationId, kind: partner.kind })),
    } }];
  },
};
