import type { FamilyMember, Town } from '@mash/town';
import { furtherFamily } from '@mash/town';
import { register, search } from './chapters-asking.js';
import type { Telling } from './chapters-opening.js';
import type { Visitor } from './visitor.js';

/** The child of another family, whose case is reviewed. */
const reviewedIn = (town: Town): FamilyMember => furtherFamily(town, 1).elder;
const nameOf = ({ givenName, familyName }: FamilyMember): string => `${givenName} ${familyName}`;
const helped = 'A volunteer visited weekly from March to June.';

/** The delegated signatory opens a practice review and brings in the child. */
export async function openReview({ visitors, town }: Telling): Promise<void> {
  const signatory = await visitors.as('signatory');
  const child = reviewedIn(town);
  await signatory.follow('Enquiries');
  await signatory.seesText('Your unit leads no enquiry');
  await signatory.looks('50-no-enquiries');
  await signatory.press('Open an enquiry');
  await signatory.fill('What is the concern?', 'Local practice review of another family.');
  await signatory.choose('Is somebody in danger now?', 'No');
  await signatory.choose('How soon are answers wanted?', 'Within 72 hours');
  await signatory.choose('What is the ground in law?', /practice review/i);
  if (await signatory.page.getByLabel('Which safeguarding arrangement?').count() > 0) await signatory.select('Which safeguarding arrangement?', new RegExp(town.name));
  if (await signatory.page.getByRole('group', { name: 'Which council area?' }).count() > 0) await signatory.choose('Which council area?', town.area);
  await signatory.fill('Why is that ground met?', 'A serious case that raises issues important to the area.');
  await signatory.looks('51-open-review');
  await signatory.press('Open the enquiry');
  await signatory.seesText('The enquiry is open');
  await signatory.press('Find and add a person');
  await search(signatory, child, true);
  await register(signatory, child, 'No');
  await signatory.press('Register');
  await signatory.sees('What is this person in the enquiry?');
  await signatory.choose('In this enquiry they are', /^Child$/);
  await signatory.press('Add to the enquiry');
  await signatory.seesText('The person is now part of the enquiry');
  await signatory.looks('52-review');
}

async function sayWhatThePowerAsks(signatory: Visitor, town: Town): Promise<void> {
  await signatory.press('Issue a statutory request');
  await signatory.choose('What function does it serve?', /practice review/i);
  await signatory.select(/Under which safeguarding arrangement/, new RegExp(town.name));
  await signatory.looks('53-power');
  await signatory.press('Continue');
  await signatory.sees('What the power asks you to say');
  await signatory.fill('The purpose of the request', 'To learn what support the family had.');
  await signatory.fill('Why the information is needed', 'The review must see what help was offered.');
  await signatory.fill(/Why it is necessary/, 'Nobody else holds it.');
  await signatory.fill(/Why it is proportionate/, 'One question about one year.');
  await signatory.fill(/What burden/, 'A small charity: a letter will do, and four weeks.');
  await signatory.looks('54-power-words');
  await signatory.press('Continue');
  await signatory.sees('Who receives the answer');
  await signatory.choose('To whom must the answer go?', 'A reviewer');
  await signatory.select('Which organisation are they with?', town.organisations.police.name);
  await signatory.select('Which team?', 'Review and partnership');
  await signatory.select(/Which person/, town.practitioners.reviewer.familyName);
  const reason = signatory.page.getByLabel('Why does it go to them?');
  if (await reason.count() > 0) await reason.fill('The reviewer writes the review.');
  await signatory.looks('55-power-recipient');
  await signatory.press('Continue');
}

/** A request on the power of section 16H to a charity without an account, naming the reviewer as recipient. */
export async function issueStatutoryRequest({ visitors, town }: Telling): Promise<void> {
  const signatory = await visitors.as('signatory');
  const child = nameOf(reviewedIn(town));
  await sayWhatThePowerAsks(signatory, town);
  await signatory.select('Which agency do you ask?', town.organisations.charity.name);
  await signatory.seesText('does not use the hub. Ring');
  await signatory.press('Continue');
  await signatory.sees('What you ask');
  await signatory.fill('What do you need to know?', 'What support did the family have in 2025?');
  await signatory.choose('About whom?', child);
  await signatory.fill('Why do you need it?', 'For the review.');
  await signatory.press('Continue');
  await signatory.choose(new RegExp(`How is ${child} to be found`), 'By name');
  await signatory.press('Continue');
  await signatory.fill('Why do you ask?', 'A local child safeguarding practice review.');
  await signatory.fill(/What does asking tell/, 'That a review is under way.');
  await signatory.choose('What about consent?', 'Not required');
  await signatory.press('Continue');
  await signatory.choose(/lawful basis/, /statutory request/);
  await signatory.looks('56-power-basis');
  await signatory.press('Continue');
  await signatory.choose('How soon do you need it?', 'Within 72 hours');
  await signatory.press('Issue the request');
  await signatory.seesText('The statutory request is issued');
  await signatory.seesText('What support did the family have in 2025?');
  await signatory.looks('57-power-issued');
}

/** The charity's letter is entered; it kept every rule of the post. */
export async function enterLetter({ visitors, town }: Telling): Promise<void> {
  const signatory = await visitors.as('signatory');
  await signatory.press('Record an answer that came outside the hub');
  await signatory.fill('Who said or wrote it?', 'The charity\'s manager');
  await signatory.choose('How?', 'Post');
  await signatory.fill('Addressed to which person?', 'The practice reviewer');
  await signatory.fill('Full address', `Police headquarters, ${town.name}`);
  await signatory.choose('By which service?', /signed/i);
  await signatory.choose(/two envelopes/, 'Yes');
  await signatory.choose(/Addressee Only/, 'Yes');
  await signatory.looks('58-letter');
  await signatory.press('Continue');
  const part = signatory.part('Statement 1');
  await signatory.select('Which question does it answer?', 'What support did the family have', part);
  await signatory.fill('What do you share?', helped, part);
  await signatory.choose('What kind of statement is it?', 'Fact', part);
  await signatory.choose('Whom is it about?', nameOf(reviewedIn(town)), part);
  await signatory.choose('Is it about the past, rather than now?', 'No', part);
  await signatory.select('What kind of record is it from?', 'Other', part);
  await signatory.choose('Is any of it', /^Confidential/, part);
  await signatory.choose(/What were you told about consent/, 'Not required', part);
  await signatory.press('Continue');
  await signatory.press('Record it');
  await readForReview(signatory);
  await signatory.seesText('It is recorded.');
  await signatory.seesText(helped);
  await signatory.looks('59-letter-recorded');
}

async function readForReview(visitor: Visitor): Promise<void> {
  await visitor.sees('Why are you reading this?');
  await visitor.choose('Your purpose', /practice review/i);
  await visitor.press('Continue');
}

/** The reviewer, named as recipient, reads the answer for the review. */
export async function reviewerReads({ visitors, town }: Telling): Promise<void> {
  const reviewer = await visitors.as('reviewer');
  await reviewer.looks('60-work-of-the-reviewer');
  await reviewer.follow('Sent and received');
  await reviewer.follow(new RegExp(town.organisations.charity.name));
  await readForReview(reviewer);
  await reviewer.seesText(helped);
  await reviewer.looks('61-reviewer-reads');
}

/** Somebody of a safeguarding partner, whose post has nothing to do with safeguarding, is shown no trace of any of it. */
export async function housingSeesNothing({ visitors }: Telling): Promise<void> {
  const housing = await visitors.as('housingOfficer');
  await housing.seesText('There is nothing for your team to do just now');
  await housing.looks('62-housing');
  for (const address of ['/enquiries', '/sent-and-received']) {
    await housing.goTo(address);
    await housing.sees('Not allowed for your post');
    await housing.looks(`62-housing${address.replace('/', '-')}`);
  }
}
