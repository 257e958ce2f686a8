import { describe, it } from '@jest/globals';
import type { ArrangementEvent, OrganisationFacts } from '@mash/directory-events';
import type { ArrangementId } from '@mash/kernel';
import { decisionSpec } from '@mash/kernel/testing';
import { ada, at, council, councilRegistered, desk, deskOpened, factsOf, force, partnerGranted } from '../testing/wexcombe.js';
import { delegatingSignatory } from './delegate-signatory.js';
import { makingArrangement } from './make-arrangement.js';

const knowing = (organisation: OrganisationFacts) => decisionSpec(makingArrangement).given().knowing({ organisations: new Map([[council, organisation]]) });
const command = {
  arrangementId: '50000000-0000-4000-8000-000000000001' as ArrangementId, name: 'Wexcombe Safeguarding Partnership', areas: ['E06000999'],
  partners: [{ organisationId: council, kind: 'LA' }], relevantAgencies: [], hub: { organisation: council, unit: desk }, from: at('2024-01-01T00:00:00.000Z'),
} as const;
const made: ArrangementEvent = { type: 'ArrangementMade', schema: 1, data: command };

describe('making an arrangement', () => {
  const whole = knowing(factsOf(councilRegistered(), deskOpened, partnerGranted));
  it('records its partners and its hub', () => whole.when(command).expectEvents(made));
  it('13.R1 refuses a district council as partner', () =>
    knowing(factsOf(councilRegistered('E07000999'), deskOpened)).when(command).expectRejection('13.R1 NOT_A_PARTNER_ENTITY'));
  it('13.R1 refuses the area of a district', () => whole.when({ ...command, areas: ['E07000999'] }).expectRejection('13.R1 NOT_A_PARTNER_AREA'));
  it('13.R1 refuses a council in the place of the police', () =>
    whole.when({ ...command, partners: [{ organisationId: council, kind: 'POLICE_CHIEF_OFFICER' }] }).expectRejection('13.R1 NOT_A_PARTNER_KIND'));
  it('13.8 refuses a partner that does not hold the capacity', () =>
    knowing(factsOf(councilRegistered(), deskOpened)).when(command).expectRejection('13.8 NOT_A_PARTNER_YET'));
  it('refuses a hub that is no unit', () => knowing(factsOf(councilRegistered(), partnerGranted)).when(command).expectRejection('13.8 HUB_UNKNOWN'));
});

describe('delegating to a signatory', () => {
  const signatory = {
    practitionerId: ada, organisationId: council, name: 'Ada', hasAccount: true, absence: null,
    posts: [{ postId: 'p', organisationId: council, unitId: desk, title: 'Director', roles: ['signatory'], from: at('2024-01-01T00:00:00.000Z'), to: null }],
  } as const;
  const delegation = { arrangementId: command.arrangementId, organisationId: council, practitionerId: ada, reference: 'Scheme of delegation 4.2', from: command.from };
  const spec = decisionSpec(delegatingSignatory).given(made);
  it('names the document', () => spec.knowing({ signatory }).when(delegation).expectEvents({ type: 'SignatoryDelegated', schema: 1, data: delegation }));
  it('1.R1 refuses an organisation that is no partner', () =>
    spec.knowing({ signatory }).when({ ...delegation, organisationId: force }).expectRejection('1.R1 ISSUER_NOT_A_PARTNER', '1.6 SIGNATORY_NOT_OF_PARTNER'));
  it('1.6 refuses a delegation that is not written down', () =>
    spec.knowing({ signatory }).when({ ...delegation, reference: ' ' }).expectRejection('1.6 DELEGATION_NOT_WRITTEN'));
});
