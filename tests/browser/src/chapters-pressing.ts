import type { Telling } from './chapters-opening.js';
import { soon } from './chapters-opening.js';

/** The next minute that is far enough away to send a form before it, by the clock in England. */
function nextMinute(): { day: string; time: string } {
  const at = new Date(Math.ceil((Date.now() + 20_000) / 60_000) * 60_000);
  const [day = '', time = ''] = at.toLocaleString('sv-SE', { timeZone: 'Europe/London' }).split(' ');
  return { day, time: time.slice(0, 5) };
}

/** The social worker asks a nursery that does not use the hub, and wants the answer almost at once. */
export async function askNursery({ visitors, town, family }: Telling): Promise<void> {
  const worker = await visitors.as('socialWorker');
  const child = `${family.younger.givenName} ${family.younger.familyName}`;
  await worker.follow('Work on an enquiry');
  await worker.press('Ask an agency for information');
  await worker.select('Which agency do you ask?', town.organisations.nursery.name);
  await worker.press('Continue');
  await worker.sees('What you ask');
  await worker.fill('What do you need to know?', 'Has the younger child been at nursery this week?');
  await worker.choose('About whom?', child);
  await worker.fill('Why do you need it?', 'To know where the child is.');
  await worker.press('Continue');
  await worker.choose(new RegExp(`How is ${child} to be found`), 'By name');
  await worker.press('Continue');
  await worker.choose('What is it for?', 'Protect a child from harm');
  await worker.fill('Why do you ask?', 'Enquiry under section 47 after a burn without explanation.');
  await worker.fill(/What does asking tell/, 'That the council has begun an enquiry about this household.');
  await worker.choose('What about consent?', 'Not sought');
  await worker.choose('Why was it not sought?', 'Obtaining consent would prejudice the protection');
  await worker.press('Continue');
  await worker.choose(/lawful basis/, /^Council/);
  await worker.press('Continue');
  await worker.seesText('State your public task.');
  await worker.fill(/Your public task/, 'The council makes enquiries under section 47 of the Children Act 1989.');
  await worker.press('Continue');
  await worker.choose('How soon do you need it?', 'Within 4 hours');
  await worker.enterDate('By when do you ask for the answer?', nextMinute());
  await worker.press('Send the request');
  await worker.seesText('The request is sent');
}

/** The queue shows by itself that the time has passed, and the request whom to ring. */
export async function overdueShows({ visitors, town }: Telling): Promise<void> {
  const worker = await visitors.as('socialWorker');
  await worker.follow('My work');
  await worker.page.getByRole('link', { name: 'An answer is overdue' }).first().waitFor({ timeout: 120_000 });
  await worker.looks('70-overdue');
  await worker.follow('An answer is overdue');
  await worker.seesText(`Ring ${town.organisations.nursery.publishedNumber}`);
  await worker.looks('71-overdue-request');
}

/** The social worker says that she is away, and who covers. */
export async function goAway({ visitors, town }: Telling): Promise<void> {
  const worker = await visitors.as('socialWorker');
  await worker.follow('Directory');
  await worker.looks('72-directory');
  await worker.follow('I am going to be away');
  await worker.enterDate('From when?', { day: new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10), time: '09:00' });
  await worker.enterDate('Until when?', soon());
  await worker.select('Who covers for you?', town.practitioners.secondSocialWorker.familyName);
  await worker.looks('73-absence');
  await worker.press('Record');
  await worker.seesText('Your absence is recorded');
  await worker.looks('74-away');
}

/** A colleague finds the absent worker's enquiry with who covers, and hands it over. */
export async function colleagueHandsOver({ visitors, town }: Telling): Promise<void> {
  const { socialWorker, secondSocialWorker } = town.practitioners;
  const colleague = await visitors.as('secondSocialWorker');
  await colleague.seesText(`for ${socialWorker.givenName} ${socialWorker.familyName}, who is away`);
  await colleague.looks('75-hand-over');
  await colleague.follow('Hand over');
  await colleague.select('Who takes it?', secondSocialWorker.familyName);
  await colleague.looks('76-hand-over-to');
  await colleague.press('Hand over');
  await colleague.seesText('The enquiry has a new worker');
}

/** What somebody sees who is not signed in, or who follows a wrong address. */
export async function strangeAddresses({ visitors }: Telling): Promise<void> {
  const stranger = await visitors.stranger();
  await stranger.goTo('/');
  await stranger.sees('Sign in to the safeguarding hub');
  await stranger.looks('77-signed-out');
  const nurse = await visitors.as('wardNurse');
  await nurse.seesText('There is nothing for your team to do just now');
  await nurse.looks('78-no-work');
  await nurse.goTo('/nowhere');
  await nurse.sees('Page not found');
  await nurse.looks('79-nowhere');
}
