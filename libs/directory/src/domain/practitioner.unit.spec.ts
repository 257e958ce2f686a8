import { describe, it } from '@jest/globals';
import { practitionerFacts } from '@mash/directory-events';
import type { PractitionerEvent, PractitionerFacts } from '@mash/directory-events';
import { fold } from '@mash/kernel';
import { decisionSpec } from '@mash/kernel/testing';
import { ada, at, ben, council, councilRegistered, desk, deskOpened, factsOf, otherDesk, post, posted, registered } from '../testing/wexcombe.js';
import { claimingAccount } from './claim-account.js';
import { endingAbsence, recordingAbsence } from './be-absent.js';
import { leavingPost, takingPost } from './hold-post.js';
import { registeringPractitioner } from './register-practitioner.js';

const organisation = factsOf(councilRegistered(), deskOpened);
const colleague = (...events: readonly PractitionerEvent[]): PractitionerFacts | null =>
  fold<PractitionerFacts | null, PractitionerEvent>((state, event) => practitionerFacts.evolve(state, event), null, events);

describe('registering a practitioner', () => {
  const command = { practitionerId: ada, organisationId: council, name: 'Ada Pelham', account: { issuer: 'https://id.example/realms/mash', subject: 'subject-of-Ada Pelham' } };
  const spec = decisionSpec(registeringPractitioner);
  it('seals the name for the employer', () => spec.given().knowing({ organisation }).when(command).expectEvents(registered(ada, 'Ada Pelham')));
  it('needs no account', () => void spec.given().knowing({ organisation }).when({ ...command, account: null }).events());
  it('13.8 refuses a second practitioner for one account', () => {
    const { account } = command;
    const claimed = { type: 'AccountClaimed', schema: 1, data: { account, practitionerId: ada } } as const;
    decisionSpec(claimingAccount).given().knowing(null).when({ account, practitionerId: ada }).expectEvents(claimed);
    decisionSpec(claimingAccount).given(claimed).knowing(null).when({ account, practitionerId: ada }).expectNothing();
    decisionSpec(claimingAccount).given(claimed).knowing(null).when({ account, practitionerId: ben }).expectRejection('13.8 ACCOUNT_TAKEN');
  });
  it('refuses an organisation that nobody knows', () =>
    spec.given().knowing({ organisation: null }).when(command).expectRejection('13.8 ORGANISATION_UNKNOWN'));
});

describe('holding a post', () => {
  const command = { practitionerId: ada, postId: post, organisationId: council, unitId: desk, title: 'Social worker', roles: ['hub-worker'], from: at('2026-01-01T00:00:00.000Z') } as const;
  const taking = decisionSpec(takingPost).given(registered(ada, 'Ada')).knowing({ organisation });
  it('begins on its date', () => taking.when(command).expectEvents(posted(ada)));
  it('refuses a unit that the organisation does not have', () => taking.when({ ...command, unitId: otherDesk }).expectRejection('13.8 UNIT_UNKNOWN'));
  it('refuses a post without a role', () => taking.when({ ...command, roles: [] }).expectRejection('13.8 NO_ROLE'));
  it('refuses to end before it began', () => decisionSpec(leavingPost).given(registered(ada, 'Ada'), posted(ada)).knowing(null)
    .when({ practitionerId: ada, postId: post, at: at('2025-01-01T00:00:00.000Z') }).expectRejection('13.8 ENDS_BEFORE_IT_BEGAN'));
});

describe('being away', () => {
  const now = at('2026-11-02T09:00:00.000Z');
  const away = { practitionerId: ada, from: now, until: at('2026-11-09T09:00:00.000Z'), coveredBy: ben } as const;
  const recording = decisionSpec(recordingAbsence).given(registered(ada, 'Ada'), posted(ada));
  const cover = colleague(registered(ben, 'Ben'), posted(ben));
  const recorded: PractitionerEvent = { type: 'AbsenceRecorded', schema: 1, data: away };

  it('names who covers', () => recording.knowing({ now, cover }).when(away).expectEvents(recorded));
  it('refuses a cover from another unit, who may not see the work', () =>
    recording.knowing({ now, cover: colleague(registered(ben, 'Ben'), posted(ben, otherDesk)) }).when(away).expectRejection('13.8 COVER_NOT_IN_UNIT'));
  it('refuses a cover who is away too', () =>
    recording.knowing({ now, cover: colleague(registered(ben, 'Ben'), posted(ben), { ...recorded, data: { ...away, practitionerId: ben, coveredBy: ada } }) })
      .when(away).expectRejection('13.8 COVER_IS_AWAY'));
  it('refuses an absence that is over', () =>
    recording.knowing({ now: at('2026-12-01T09:00:00.000Z'), cover }).when(away).expectRejection('13.8 ABSENCE_OVER'));
  it('ends once', () => decisionSpec(endingAbsence).given(registered(ada, 'Ada')).knowing({ now }).when({ practitionerId: ada }).expectNothing());
});
