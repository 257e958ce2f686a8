import { concernInput } from '../scenario/concern.js';
import { openEnquiryInput } from '../scenario/enquiry.js';
import type { FamilyMember, Story } from '../scenario/story.js';
import type { OrganisationKey, PractitionerKey } from '../town.js';
import { knownPerson } from './known-person.js';
import type { PersonForm } from './known-person.js';

/** Who sends a concern to which hub, who decides there and who works on it. */
export interface Route {
  readonly from: OrganisationKey;
  readonly sender: PractitionerKey;
  readonly hub: OrganisationKey;
  readonly decisionMaker: PractitionerKey;
  readonly worker: PractitionerKey;
}

/** What is said, from the concern to the opening. */
export interface Words {
  readonly fact: string;
  readonly opinion: string;
  readonly reasons: string;
  readonly summary: string;
  readonly ground: string;
  readonly groundReasons: string;
  readonly urgency: string;
}

export const homeRoute: Route = { from: 'school', sender: 'schoolLead', hub: 'council', decisionMaker: 'decisionMaker', worker: 'socialWorker' };
export const neighbourRoute: Route = { from: 'secondSchool', sender: 'secondSchoolLead', hub: 'neighbour', decisionMaker: 'neighbourWorker', worker: 'neighbourWorker' };

/** A school sends its concern; the hub has it to triage. */
export async function concernArrives(story: Story, route: Route, words: Words): Promise<void> {
  const sender = await story.as(route.sender);
  const { id } = await sender.does('sendConcern', 'SendConcernInput', {
    ...concernInput(story), unit: story.unit(route.from), hubOrganisation: story.organisation(route.hub), hubUnit: story.unit(route.hub, 'hub'), reasons: words.reasons,
    statements: [{ nature: 'FACT', statement: words.fact, about: [0] }, { nature: 'OPINION', statement: words.opinion, opinionHolder: 'Class teacher', about: [0, 1] }],
  });
  story.made.set('concern', id);
}

/** The hub opens an enquiry on the concern and gives it to a worker, who brings the family in. */
export async function liveEnquiry(story: Story, route: Route, words: Words): Promise<void> {
  await concernArrives(story, route, words);
  await story.settled();
  const unit = story.unit(route.hub, 'hub');
  const decisionMaker = await story.as(route.decisionMaker);
  const home = route.hub === 'council';
  const { id: enquiryId } = await decisionMaker.does('openEnquiry', 'OpenEnquiryInput', {
    ...openEnquiryInput(story), unit, arrangementId: home ? story.town.arrangement : story.town.neighbourArrangement, area: home ? story.town.area : story.town.neighbourArea,
    summary: words.summary, urgency: words.urgency, ground: words.ground, groundReasons: words.groundReasons,
  });
  story.made.set('enquiry', enquiryId);
  await decisionMaker.does('assignWorker', 'AssignWorkerInput', { idempotencyKey: story.key('assign'), enquiryId, worker: story.practitioner(route.worker), note: 'Please begin with what school has seen.' });
  await bringIn(story, route, unit);
}

const capacities = [['elder', 'CHILD'], ['younger', 'SIBLING'], ['mother', 'PARENT'], ['partner', 'ALLEGED_PERPETRATOR']] as const;

async function bringIn(story: Story, { worker: who }: Route, unit: string): Promise<void> {
  const worker = await story.as(who);
  for (const [name, capacity] of capacities) {
    const personId = await knownPerson(story, { name, who, unit, existenceMarker: false }, formOf(story.family[name]));
    // A colleague's browser, too, brings in only whom it is shown.
    await story.settled();
    await worker.does('addPerson', 'AddPersonInput', { idempotencyKey: story.key(`add/${name}`), enquiryId: story.id('enquiry'), personId, capacity, from: story.in(-0.001) });
  }
  // The children are known from the concern alone, so nobody has a record of them that a relation could be written in.
  await worker.does('relatePeople', 'RelatePeopleInput', { idempotencyKey: story.key('relate'), unit, personId: story.id('mother'), relation: 'PARTNER_OF', to: story.id('partner') });
}

/** A member of a story's family, as a form sends them. */
export const formOf = (member: FamilyMember): PersonForm => ({
  givenName: member.givenName, familyName: member.familyName, birth: { kind: 'EXACT', on: member.dateOfBirth }, sex: 'UNKNOWN', nhsNumber: member.nhsNumber, address: member.address,
});
