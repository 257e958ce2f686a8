import type { Family, Town } from '@mash/town';
import type { Visitors } from './harness.js';
import type { Visitor } from './visitor.js';

export interface Telling { readonly visitors: Visitors; readonly town: Town; readonly family: Family }

/** The day after tomorrow, as a person would type it. */
export const soon = (): { day: string; time: string } => ({ day: new Date(Date.now() + 48 * 3_600_000).toISOString().slice(0, 10), time: '10:00' });

/** Says why they read, when the page asks. */
export async function stateProtection(visitor: Visitor): Promise<void> {
  await visitor.sees('Why are you reading this?');
  await visitor.choose('Your purpose', 'Protect a child from harm');
  await visitor.press('Continue');
}

/** A school's lead sends a concern about two siblings. */
export async function sendConcern({ visitors, town, family }: Telling): Promise<void> {
  const lead = await visitors.as('schoolLead');
  await lead.looks('01-work-of-the-school');
  await lead.follow('Send a concern');
  await lead.select('To which hub?', new RegExp(town.organisations.council.name));
  await lead.looks('02-concern-where');
  await lead.press('Continue');
  await lead.sees('Who it is about');
  for (const [place, member, capacity] of [[1, family.elder, 'Child'], [2, family.younger, 'Brother or sister']] as const) {
    if (place > 1) await lead.press('Add another person');
    const part = lead.part(`Person ${place}`);
    await lead.fill(/Given name/, member.givenName, part);
    await lead.fill(/Family name/, member.familyName, part);
    if (place === 1) await lead.enterDate(/Date of birth/, { day: member.dateOfBirth }, part);
    await lead.select('What are they in this concern?', capacity, part);
  }
  await lead.press('Continue');
  await lead.sees('What is the concern?');
  const elder = `${family.elder.givenName} ${family.elder.familyName}`;
  const younger = `${family.younger.givenName} ${family.younger.familyName}`;
  await lead.fill(/What was seen/, `${family.elder.givenName} came to school with a burn on her left hand on Monday.`, lead.part('Statement 1'));
  await lead.choose('What kind of statement is it?', 'Fact', lead.part('Statement 1'));
  await lead.choose('Whom is it about?', elder, lead.part('Statement 1'));
  await lead.press('Add another statement');
  await lead.fill(/What was seen/, 'Both children seem afraid of going home.', lead.part('Statement 2'));
  await lead.choose('What kind of statement is it?', 'Opinion', lead.part('Statement 2'));
  await lead.choose('Whom is it about?', [elder, younger], lead.part('Statement 2'));
  await lead.press('Continue');
  await lead.seesText('There is a problem');
  await lead.looks('03-concern-error');
  await lead.fill('Whose opinion is it?', 'Class teacher', lead.part('Statement 2'));
  await lead.press('Continue');
  await lead.sees('Telling the people concerned');
  for (const name of [elder, younger]) {
    await lead.choose(/Is .* told/, 'To be told after sharing', lead.part(name));
    await lead.enterDate(/By when/, soon(), lead.part(name));
    await lead.fill('In a sentence', 'Her teacher will tell her what happens next.', lead.part(name));
  }
  await lead.press('Continue');
  await lead.sees('Why you share it');
  await lead.fill('Why do you share it?', 'Reasonable cause to suspect significant harm to two children.');
  await lead.fill('What may happen if you share it?', 'The mother may feel watched.');
  await lead.fill('What may happen if you do not?', 'The children may be hurt again.');
  await lead.choose(/lawful basis/, 'School or college');
  await lead.looks('04-concern-why');
  await lead.press('Send the concern');
  await stateProtection(lead);
  await lead.sees('A concern');
  await lead.looks('05-concern-sent');
}

/** The hub's decision-maker opens an enquiry on it and gives it to the social worker. */
export async function openEnquiry({ visitors, town, family }: Telling): Promise<void> {
  const maker = await visitors.as('decisionMaker');
  await maker.follow('Look at a new concern');
  await maker.sees('Why are you reading this?');
  await maker.looks('06-purpose');
  await stateProtection(maker);
  await maker.press('Accept the restrictions and read');
  await maker.seesText('afraid of going home');
  await maker.looks('07-concern-read');
  await maker.press('Open an enquiry on this concern');
  await maker.fill('What is the concern?', `Concern from school about ${family.elder.givenName} and a younger sibling.`);
  await maker.choose('Is somebody in danger now?', 'No');
  await maker.choose('How soon are answers wanted?', 'Within 24 hours');
  await maker.choose('What is the ground in law?', /section 47/);
  if (await maker.page.getByLabel('Which safeguarding arrangement?').count() > 0) await maker.select('Which safeguarding arrangement?', new RegExp(town.name));
  await maker.press('Open the enquiry');
  await maker.seesText('There is a problem');
  await maker.fill('Why is that ground met?', 'A burn without explanation, and two frightened children.');
  await maker.press('Open the enquiry');
  await maker.sees('Enquiry');
  await maker.follow('Give to a worker');
  await maker.select('Who takes it?', town.practitioners.socialWorker.familyName);
  await maker.press('Give to this worker');
  await maker.seesText('The enquiry has a new worker');
  await maker.looks('08-enquiry-opened');
}
