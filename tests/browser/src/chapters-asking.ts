import type { FamilyMember } from '@mash/town';
import type { Telling } from './chapters-opening.js';
import type { Visitor } from './visitor.js';

/** Fills in the search page and sends it. */
export async function search(visitor: Visitor, member: FamilyMember, born: boolean): Promise<void> {
  await visitor.fill(/Family name/, member.familyName);
  await visitor.fill(/Given name/, member.givenName);
  if (born) await visitor.enterDate(/Date of birth/, { day: member.dateOfBirth });
  await visitor.press('Search');
  await visitor.sees(/Nobody found|may be who you mean/);
}

/** Fills in the page that registers whom a search did not find. */
export async function register(visitor: Visitor, member: FamilyMember, marker: 'Yes' | 'No'): Promise<void> {
  await visitor.press(/Register this person|register a new person/);
  await visitor.sees('Register a person');
  await visitor.choose('What is known of the birth?', 'The date of birth is known');
  await visitor.enterDate('Date', { day: member.dateOfBirth });
  await visitor.choose('Sex', 'Not known');
  await visitor.fill('NHS number', member.nhsNumber);
  await visitor.fill('Address', member.address);
  await visitor.choose(/May hub workers learn/, marker);
  const others = visitor.page.getByLabel(/Why is it not/);
  for (let index = 0; index < await others.count(); index += 1) await others.nth(index).fill('Another member of the family, with another given name.');
}

/** The trust knows the elder child and lets hub workers learn of it. */
export async function trustRegisters({ visitors, family }: Telling): Promise<void> {
  const lead = await visitors.as('trustLead');
  await lead.follow('Find a person');
  await search(lead, family.elder, true);
  await lead.looks('09-nil-return');
  await register(lead, family.elder, 'Yes');
  await lead.looks('10-register');
  await lead.press('Register');
  await lead.seesText('The person is registered');
  await lead.looks('11-person');
}

/** The social worker finds one sibling known and registers the others, each with a capacity. */
export async function bringInFamily({ visitors, town, family }: Telling): Promise<void> {
  const worker = await visitors.as('socialWorker');
  await worker.looks('12-work-of-the-social-worker');
  await worker.follow('Work on an enquiry');
  const members = [[family.elder, 'Child'], [family.younger, 'Brother or sister'], [family.mother, 'Parent'], [family.partner, 'Alleged to have caused harm']] as const;
  for (const [member, capacity] of members) {
    await worker.press('Find and add a person');
    await search(worker, member, member !== family.younger);
    const known = member === family.elder || member === family.younger;
    if (member === family.elder) {
      await worker.seesText(town.organisations.trust.name);
      await worker.looks('13-known-to');
    }
    if (known) await worker.follow(new RegExp(`Add to the enquiry.*${member.givenName}`));
    else { await register(worker, member, 'No'); await worker.press('Register'); }
    await worker.sees('What is this person in the enquiry?');
    await worker.choose('In this enquiry they are', new RegExp(`^${capacity}$`));
    await worker.press('Add to the enquiry');
    await worker.seesText('The person is now part of the enquiry');
  }
  await worker.looks('14-enquiry-with-people');
}

interface Question { readonly agency: string; readonly about: FamilyMember; readonly questions: readonly string[]; readonly picture: string }

async function ask(worker: Visitor, { agency, about, questions, picture }: Question): Promise<void> {
  const name = `${about.givenName} ${about.familyName}`;
  await worker.press('Ask an agency for information');
  await worker.select('Which agency do you ask?', agency);
  await worker.press('Continue');
  await worker.sees('What you ask');
  for (const [index, question] of questions.entries()) {
    if (index > 0) await worker.press('Add another question');
    const part = worker.part(`Question ${index + 1}`);
    await worker.fill('What do you need to know?', question, part);
    await worker.choose('About whom?', name, part);
    await worker.fill('Why do you need it?', 'To understand the risk in the home.', part);
  }
  await worker.looks(`${picture}-questions`);
  await worker.press('Continue');
  await worker.choose(new RegExp(`How is ${name} to be found`), ['By name', 'By date of birth']);
  await worker.press('Continue');
  await worker.choose('What is it for?', 'Protect a child from harm');
  await worker.fill('Why do you ask?', 'Enquiry under section 47 after a burn without explanation.');
  await worker.fill(/What does asking tell/, 'That the council has begun an enquiry about this household.');
  await worker.choose('What about consent?', 'Not sought');
  await worker.choose('Why was it not sought?', 'Obtaining consent would prejudice the protection');
  await worker.press('Continue');
  await worker.choose(/lawful basis/, /^Council/);
  await worker.choose(/Must the basis cover/, /Health/);
  await worker.fill(/Your public task/, 'The council makes enquiries under section 47 of the Children Act 1989.');
  await worker.looks(`${picture}-basis`);
  await worker.press('Continue');
  await worker.choose('How soon do you need it?', 'Within 24 hours');
  await worker.press('Send the request');
  await worker.seesText('The request is sent');
  await worker.looks(`${picture}-sent`);
  await worker.follow('Open the enquiry');
  await worker.sees('Enquiry');
}

/** She asks police and trust, and a GP who does not use the hub. */
export async function askAgencies({ visitors, town, family }: Telling): Promise<void> {
  const worker = await visitors.as('socialWorker');
  await ask(worker, { agency: town.organisations.police.name, about: family.partner, picture: '15-police', questions: ['What is known of violence involving him?', 'What do officers think of the risk to the children?'] });
  await ask(worker, { agency: town.organisations.trust.name, about: family.mother, picture: '16-trust', questions: ['What injuries of the mother are recorded?', 'What medicines does the mother take?', 'What does her therapy record say?'] });
  await ask(worker, { agency: town.organisations.gp.name, about: family.elder, picture: '17-gp', questions: ['When was the elder child last seen, and for what?'] });
  await worker.looks('18-enquiry-with-requests');
}
