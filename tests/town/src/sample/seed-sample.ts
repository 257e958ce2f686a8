import { Story, eventually } from '../scenario/story.js';
import type { Town } from '../town.js';
import { mandates } from './mandates.js';
import { registerHouseholds } from './register-households.js';
import { reviewOpen } from './review-open.js';
import { approvalPending, concernsToTriage, neighbourAsks, requestsWaiting, restrictionsToAccept } from './stages.js';
import { wholeScenario } from './whole-scenario.js';

/** One thing that the sample shows, as it is told to whoever waits for it. */
type Stage = readonly [label: string, tell: (story: Story) => Promise<void>];

const stages: readonly Stage[] = [
  ['an enquiry from concern to withdrawn consent', wholeScenario],
  ['requests that wait, and a worker who is away', requestsWaiting],
  ['an answer whose restrictions wait to be accepted', restrictionsToAccept],
  ['a fact that police have yet to approve', approvalPending],
  ['enquiries of the neighbouring council', neighbourAsks],
  ['a practice review with a statutory request', reviewOpen],
  ['mandates for the auditor', mandates],
  ['concerns to triage', concernsToTriage],
];

/** Waits until the hub knows who its users are. */
export async function hubKnows(story: Story): Promise<void> {
  const last = await story.as('administrator');
  await eventually(() => last.ask<{ me: { name: string } }>('{ me { name } }'), ({ data }) => data !== null, 60_000);
}

/**
 * Fills the town by what its people do in the hub. Every form has a fixed key, so a town half filled is filled up by
 * doing it all again, and a full one stays as it is.
 */
export async function seedSample(town: Town, hubUrl: string, say: (percent: number, what: string) => void): Promise<void> {
  const story = new Story(town, hubUrl, 'sample');
  await hubKnows(story);
  say(0, 'households known to schools, hospital and councils');
  await registerHouseholds(story, (done, of) => say(Math.round((done / of) * 30), 'households known to schools, hospital and councils'));
  let told = 0;
  await Promise.all(stages.map(async ([label, tell]) => {
    await tell(story);
    told += 1;
    say(30 + Math.round((told / stages.length) * 70), label);
  }));
  say(100, 'done');
}
