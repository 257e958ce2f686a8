import type { Telling } from './chapters-opening.js';
import { stateProtection } from './chapters-opening.js';
import type { Visitor } from './visitor.js';

/** Opens something received from an agency, from the enquiry. */
async function openFrom(worker: Visitor, agency: string): Promise<void> {
  await worker.follow('Enquiries');
  await worker.follow(/^Enquiry of/);
  await worker.follow(new RegExp(`Answer from ${agency}`));
  await stateProtection(worker);
}

async function ownBasis(worker: Visitor, place: number, kinds: RegExp): Promise<void> {
  const part = worker.part(`Statement ${place}`);
  await worker.choose(/On what does your agency hold it/, 'On its own lawful basis', part);
  await worker.choose('Which lawful basis?', /^Council/, part);
  await worker.choose(/Must the basis cover/, kinds, part);
}

/** The social worker accepts the restrictions, reads for a purpose, and records the council's own basis. */
export async function readPoliceAnswer({ visitors, town }: Telling): Promise<void> {
  const worker = await visitors.as('socialWorker');
  await openFrom(worker, town.organisations.police.name);
  await worker.seesText('Accept the restrictions to read this');
  await worker.looks('31-restrictions-to-accept');
  await worker.press('Accept the restrictions and read');
  await worker.seesText('Two call-outs to the address');
  await worker.looks('32-police-read');
  await worker.press('Record receipt and your basis');
  for (const place of [1, 2, 3]) await ownBasis(worker, place, /Crimes/);
  await worker.looks('33-receipt');
  await worker.press('Record receipt');
  await worker.seesText('Receipt is recorded');
}

/** For one of the trust's items the council has a basis of its own; the other it holds on the consent alone. */
export async function readTrustAnswer({ visitors, town }: Telling): Promise<void> {
  const worker = await visitors.as('socialWorker');
  await openFrom(worker, town.organisations.trust.name);
  await worker.press('Accept the restrictions and read');
  await worker.seesText('bruised ribs');
  await worker.press('Record receipt and your basis');
  await ownBasis(worker, 1, /Health/);
  await worker.select(/Why is it held without consent/, 'prejudice the protection', worker.part('Statement 1'));
  await worker.choose(/On what does your agency hold it/, /consent alone/, worker.part('Statement 2'));
  await worker.press('Record receipt');
  await worker.seesText('Receipt is recorded');
}

/** She records what the mother was told. */
export async function tellMother({ visitors, family }: Telling): Promise<void> {
  const worker = await visitors.as('socialWorker');
  await worker.follow('Enquiries');
  await worker.follow(/^Enquiry of/);
  await worker.sees('People');
  await worker.follow(new RegExp(`Record.*what ${family.mother.givenName}.*was told`));
  await worker.fill('What were they told?', 'That police and hospital were asked, and why.');
  await worker.press('Record');
  await worker.seesText('What they were told is recorded');
}

/** The mother withdraws: what rests on her consent alone is withheld, the other item stays with a banner. */
export async function motherWithdraws({ visitors, town, family }: Telling): Promise<void> {
  const worker = await visitors.as('socialWorker');
  await worker.follow('Enquiries');
  await worker.follow(/^Enquiry of/);
  await worker.follow(`${family.mother.givenName} ${family.mother.familyName}`, worker.page.locator('ul.app-list', { hasText: 'Lifts the duty' }));
  await worker.press('Record that it was withdrawn');
  await worker.fill(/What did they say/, 'She rang and said that she no longer agrees.');
  await worker.press('Record the withdrawal');
  await worker.seesText('The withdrawal is recorded');
  await worker.looks('34-withdrawn');
  await worker.follow('Enquiries');
  await worker.follow(/^Enquiry of/);
  await worker.follow(new RegExp(`Answer from ${town.organisations.trust.name}`));
  await worker.seesText('A consent was withdrawn');
  await worker.seesText('Consent withdrawn, basis under review.');
  await worker.seesText('bruised ribs');
  await worker.looks('35-withheld');
}

export const safetyFact = 'The children may only be collected by their mother or by a person she has named to school.';

/** She decides to pass on one safety fact; police approve it; the school receives it with its restrictions. */
export async function passOnSafetyFact({ visitors, town, family }: Telling): Promise<void> {
  const worker = await visitors.as('socialWorker');
  const partner = `${family.partner.givenName} ${family.partner.familyName}`;
  await worker.follow('Enquiries');
  await worker.follow(/^Enquiry of/);
  await worker.follow(new RegExp(`Answer from ${town.organisations.police.name}`));
  await worker.follow(/Pass on.*statement 1/);
  await worker.select('To which agency?', town.organisations.school.name);
  await worker.select('Which team?', 'Safeguarding');
  await worker.select('Which person?', town.practitioners.schoolLead.familyName);
  await worker.press('Continue');
  await worker.fill(/In exactly which words/, safetyFact);
  await worker.choose('Whose information is it?', partner);
  await worker.choose('Is any of it', /^Confidential/);
  await worker.choose('What about consent?', 'Not sought');
  await worker.choose('Why was it not sought?', /child at increased risk/);
  await worker.fill('What makes that true here?', 'As police found.');
  await worker.fill('Why do you share it?', 'No more than the gate needs.');
  await worker.looks('36-pass-on-words');
  await worker.press('Continue');
  for (const [question, answer] of [[/legitimate purpose/, 'Yes'], [/be identified/, 'Yes'], [/information confidential/, 'Yes'], [/consent to share/, 'No'], [/lawful reason/, 'Yes'], [/public interest/, 'Yes']] as const) await worker.choose(question, answer);
  await worker.press('Continue');
  await worker.choose(/lawful basis/, /^Council/);
  await worker.press('Continue');
  await worker.fill('What may happen if you share?', 'He may learn that school was told.');
  await worker.fill('What may happen if you do not?', 'He may collect the children.');
  await worker.fill(/Your decision in a few sentences/, 'The school can keep the children safe at the gate.');
  await worker.press('Continue');
  await worker.choose(/Is .* told/, 'Not told');
  await worker.choose('Why not?', /significant harm to a child/);
  await worker.fill('In a sentence', 'As police found.');
  await worker.press('Continue');
  await worker.choose('What you send is', [/Necessary/, /In proportion/, /Relevant/, /Enough to/, /Accurate/, /In time/, /As secure/, /The least/, /Only to those/]);
  await worker.press('Record the decision');
  await worker.sees('Pass it on as decided');
  await worker.looks('37-ask-originator');
  await worker.press(/to approve$/);
  await worker.seesText('You have asked for approval');
  const officer = await visitors.as('officer');
  await officer.follow('My work');
  await officer.follow('Approve passing on');
  await officer.seesText(safetyFact);
  await officer.looks('38-approve');
  await officer.choose(/May these words go/, 'Yes, approve');
  await officer.press('Answer');
  await officer.seesText('Approved');
  await worker.press('Pass it on');
  await worker.sees('Pass it on as decided');
  await worker.fill(/What do you tell the recipient|Consent was refused or not sought/, 'Consent was not sought.');
  await worker.fill(/mean to pass it on/, 'Staff at the gate only.');
  await worker.press('Pass it on');
  await stateProtection(worker);
  await worker.seesText('with every restriction still on it');
  const lead = await visitors.as('schoolLead');
  await lead.follow('My work');
  await lead.follow('Accept restrictions to read');
  await stateProtection(lead);
  await lead.press('Accept the restrictions and read');
  await lead.seesText(safetyFact);
  await lead.seesText('Ask before passing on');
  await lead.looks('39-school-reads');
}
