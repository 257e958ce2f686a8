import { acceptAndReceive } from './receiving.js';
import { bridgeNight, coldHouse, hungry, lateHome, missedSchool, newBruises, quietBoy } from './words.js';
import { concernArrives, homeRoute, liveEnquiry, neighbourRoute } from './live-enquiry.js';
import { ask } from './asking.js';
import { policeAnswer } from '../scenario/police.js';
import { seekApproval } from '../scenario/onward.js';
import type { Story } from '../scenario/story.js';

/** Concerns that arrived just now: one to triage in each hub. */
export async function concernsToTriage(story: Story): Promise<void> {
  await concernArrives(story.another(1), homeRoute, missedSchool);
  await concernArrives(story.another(2), neighbourRoute, hungry);
}

/** Requests wait at police, hospital and board, one of them past its time; the worker is away and a colleague covers. */
export async function requestsWaiting(story: Story): Promise<void> {
  const told = story.another(3);
  await liveEnquiry(told, { ...homeRoute, worker: 'secondSocialWorker' }, coldHouse);
  await ask(told, 'secondSocialWorker', [
    { name: 'late', addressee: 'trust', about: 'mother', question: 'Was the mother seen in the emergency department last night?', why: 'To decide whether the children can stay.', urgency: 'IMMEDIATE', hours: 8 / 3600 },
    { name: 'police', addressee: 'police', about: 'partner', question: 'Has the partner been reported for violence in the home?', why: 'To plan a safe visit.', urgency: 'URGENT', hours: 20 },
    { name: 'trust', addressee: 'trust', about: 'mother', question: 'Is the mother being treated for depression?', why: 'To offer the right help.', urgency: 'ROUTINE', hours: 66 },
    { name: 'icb', addressee: 'icb', about: 'elder', question: 'Did the health visitor or school nurse record a concern?', why: 'To see how long this has gone on.', urgency: 'ROUTINE', hours: 70 },
  ]);
  const officer = await story.as('officer');
  await officer.does('allocateRequest', 'AllocateRequestInput', { idempotencyKey: told.key('allocate'), requestId: told.id('request/police'), worker: story.practitioner('officer') });
  const away = await story.as('secondSocialWorker');
  await away.does('recordAbsence', 'RecordAbsenceInput', {
    idempotencyKey: told.key('away'), practitionerId: story.practitioner('secondSocialWorker'), from: story.in(-2), until: story.in(24 * 6), coveredBy: story.practitioner('socialWorker'),
  });
}

/** Police have answered; the social worker has yet to accept the restrictions before she can read it. */
export async function restrictionsToAccept(story: Story): Promise<void> {
  const told = story.another(4);
  await liveEnquiry(told, homeRoute, newBruises);
  await askPoliceAndAnswer(told, [
    'A neighbour called police in May; officers spoke to both adults and saw the children asleep.', 'He was cautioned in 2024 for damaging a door at a previous address.',
    'She answered each question only after looking at him.',
  ]);
}

/** The social worker wants to tell the school one fact that police disclosed; police have yet to approve it. */
export async function approvalPending(story: Story): Promise<void> {
  const told = story.another(5);
  await liveEnquiry(told, homeRoute, bridgeNight);
  await askPoliceAndAnswer(told, [
    'He was arrested in October on suspicion of assault and is on bail not to come to the home.', 'He has been seen near the school twice since then.', 'He is likely to come back.',
  ]);
  await acceptAndReceive(told, 'police');
  await seekApproval(told);
}

/** Enquiries of the neighbouring council: one asks this council, one asks police about something urgent. */
export async function neighbourAsks(story: Story): Promise<void> {
  const told = story.another(6);
  await liveEnquiry(told, neighbourRoute, lateHome);
  await ask(told, 'neighbourWorker', [
    { name: 'council', addressee: 'council', about: 'elder', question: 'Was the family known to you before they moved in March?', why: 'They lived in your area until then.', urgency: 'URGENT', hours: 22 },
    { name: 'police', addressee: 'police', about: 'partner', question: 'Is he known for violence towards a former partner?', why: 'To judge whether the children are safe tonight.', urgency: 'IMMEDIATE', hours: 3.5 },
  ]);
  const open = story.another(7);
  await liveEnquiry(open, neighbourRoute, quietBoy);
}

async function askPoliceAndAnswer(story: Story, says: readonly string[]): Promise<void> {
  await ask(story, 'socialWorker', [
    { name: 'police', addressee: 'police', about: 'partner', question: 'What is known of violence involving him?', why: 'He lives with the children.', urgency: 'URGENT', hours: 24,
      further: ['What do officers think of the risk to the children?', 'To decide what must happen first.'] },
  ]);
  await story.settled();
  await policeAnswer(story, says);
}
