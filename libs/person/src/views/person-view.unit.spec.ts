import { describe, expect, it } from '@jest/globals';
import type { PersonAddedToEnquiry } from '@mash/enquiry-events';
import type { EnquiryId, RequestId } from '@mash/kernel';
import { ViewMap, enquiryFile, heldBy, personal } from '@mash/kernel';
import { recorded, viewSpec } from '@mash/kernel/testing';
import type { PersonEvent } from '@mash/person-events';
import type { InformationRequested } from '@mash/request-events';
import { termsOf } from '../domain/terms.js';
import { ada, adaPelham, at, finn, hub, registered, school, trust } from '../testing/pelhams.js';
import { personView } from './person-view.js';

type Shown = Parameters<typeof personView.apply>[1]['event'];
const enquiryId = '90000000-0000-4000-8000-000000000001' as EnquiryId;
const spec = viewSpec(personView);
const bodyFor = (key: string, ...events: readonly Shown[]) => {
  const map = new ViewMap(personView);
  for (const each of recorded(events)) map.apply(each);
  return map.get(key)?.body;
};

const added: PersonAddedToEnquiry = { type: 'PersonAddedToEnquiry', schema: 1, data: {
  enquiryId, lead: hub, personId: ada, capacity: 'CHILD', from: at('2026-11-02T09:00:00.000Z'),
  identification: personal('r', heldBy(enquiryFile(enquiryId), hub.organisation), adaPelham),
} };

/** Only the parts that the view of people reads. */
const asked = { type: 'InformationRequested', schema: 1, data: {
  requestId: 'r' as RequestId, enquiryId, from: hub, to: trust,
  people: [{ personId: ada, capacity: 'CHILD', identification: personal('i', heldBy(enquiryFile(enquiryId), trust.organisation), { givenName: 'Ada', familyName: 'Pelham' }) }],
} } as unknown as InformationRequested;

describe('the view of people', () => {
  it('shows a registered person to the unit that registered them and to nobody else', () =>
    spec.given(registered()).expectRows({ [`${ada}/${school.unit}`]: { agency: school.organisation, units: [school.unit], status: 'OWN', terms: termsOf(adaPelham) } }));

  it('5.R9 gives a hub no row without a marker, and with one no more than name, birth and whom to ring', () => {
    expect(bodyFor(`${ada}/${hub.unit}`, registered())).toBeUndefined();
    spec.given(registered({ existenceMarker: true, markerFor: [hub] })).expectRows({
      [`${ada}/${school.unit}`]: { agency: school.organisation },
      [`${ada}/${hub.unit}`]: { agency: hub.organisation, units: [hub.unit], people: [], status: 'MARKER', body: {
        id: ada, kind: 'MARKER', knownTo: [school], addresses: [], relations: [], enquiries: [], details: {
          givenName: 'Ada', familyName: 'Pelham', alsoKnownAs: [], birth: { kind: 'EXACT', on: '2017-03-04' }, sex: 'UNKNOWN', nhsNumber: null, address: null,
        },
      } },
    });
  });

  it('5.R9 shows what the registering unit adds later to that unit only', () => {
    const moved = { type: 'AddressRecorded', schema: 1, data: { personId: ada, by: school, placeId: 'p' as never, kind: 'HOME', area: 'E06000999',
      from: at('2026-11-02T09:00:00.000Z'), isProtected: true, address: personal('a', [], '9 Quay Street') } } satisfies PersonEvent;
    const events = [registered({ existenceMarker: true, markerFor: [hub] }), moved];
    expect(bodyFor(`${ada}/${hub.unit}`, ...events)?.addresses).toEqual([]);
    expect(bodyFor(`${ada}/${school.unit}`, ...events)?.addresses).toHaveLength(1);
  });

  it('turns a marker into the hub\'s own record when the person joins an enquiry, and still says whom to ring', () =>
    expect(bodyFor(`${ada}/${hub.unit}`, registered({ existenceMarker: true, markerFor: [hub] }), added))
      .toMatchObject({ kind: 'OWN', knownTo: [school], details: adaPelham, enquiries: [{ enquiryId, capacity: 'CHILD' }] }));

  it('lets an addressee see no more than the request said', () => spec.given(asked).expectRows({
    [`${ada}/${trust.unit}`]: { agency: trust.organisation, units: [trust.unit], status: 'ASKED_ABOUT', lookups: [`person:${ada}`, `enquiry:${enquiryId}`] },
  }));

  it('does not take back what a unit knows of its own', () => expect(bodyFor(`${ada}/${trust.unit}`, registered({ by: trust }), asked))
    .toMatchObject({ kind: 'OWN', details: adaPelham, enquiries: [{ enquiryId }] }));

  it('shows a relation from both sides, to the unit that recorded it', () => {
    const related = { type: 'PersonRelated', schema: 1, data: { personId: ada, by: school, to: finn, relation: 'CHILD_OF' } } satisfies PersonEvent;
    const events = [registered({ existenceMarker: true, markerFor: [hub] }), registered({ personId: finn }), related];
    expect(bodyFor(`${ada}/${school.unit}`, ...events)?.relations).toEqual([{ to: finn, relation: 'CHILD_OF' }]);
    expect(bodyFor(`${finn}/${school.unit}`, ...events)?.relations).toEqual([{ to: ada, relation: 'PARENT_OF' }]);
    expect(bodyFor(`${ada}/${hub.unit}`, ...events)?.relations).toEqual([]);
  });
});
