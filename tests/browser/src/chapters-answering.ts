import type { Telling } from './chapters-opening.js';
import { stateProtection } from './chapters-opening.js';
import type { Visitor } from './visitor.js';

const today = (): { day: string; time: string } => ({ day: new Date().toISOString().slice(0, 10), time: '00:05' });

async function answerQuestions(visitor: Visitor, consent: 'Yes' | 'No'): Promise<void> {
  await visitor.sees('The questions before every decision');
  await visitor.choose(/clear and legitimate purpose/, 'Yes');
  await visitor.choose(/living person be identified/, 'Yes');
  await visitor.choose(/information confidential/, 'Yes');
  await visitor.choose(/consent to share/, consent);
  await visitor.choose(/lawful reason/, 'Yes');
  await visitor.choose(/public interest in sharing/, 'Yes');
  await visitor.press('Continue');
  await visitor.sees('Your lawful basis');
}

async function weigh(visitor: Visitor, reasons: string): Promise<void> {
  await visitor.sees('Weigh it up');
  await visitor.fill('What may happen if you share?', 'The family may feel watched.');
  await visitor.fill('What may happen if you do not?', 'The children may be hurt again.');
  await visitor.fill(/Your decision in a few sentences/, reasons);
}

const tests = [/Necessary/, /In proportion/, /Relevant/, /Enough to/, /Accurate/, /In time/, /As secure/, /The least/, /Only to those/];

async function checkQuality(visitor: Visitor): Promise<void> {
  await visitor.sees('Check what you send');
  await visitor.choose('What you send is', tests);
  await visitor.press('Record the decision');
}

async function statement(visitor: Visitor, place: number, text: string, nature: 'Fact' | 'Opinion', about: string, question: string): Promise<void> {
  if (place > 1) await visitor.press('Add another statement');
  const part = visitor.part(`Statement ${place}`);
  await visitor.select('Which decided item is it part of?', question, part);
  await visitor.fill('What do you share?', text, part);
  await visitor.choose('What kind of statement is it?', nature, part);
  if (nature === 'Opinion') await visitor.fill('Whose opinion is it?', 'Attending officer', part);
  await visitor.choose('Whom is it about?', about, part);
  await visitor.choose('Is it about the past, rather than now?', 'No', part);
}

/** The officer decides, tells nobody, and discloses two facts and one opinion under restrictions. */
export async function policeAnswer({ visitors, family }: Telling): Promise<void> {
  const officer = await visitors.as('officer');
  const partner = `${family.partner.givenName} ${family.partner.familyName}`;
  await officer.follow('Answer a request');
  await officer.sees('A request for information');
  await officer.looks('20-request-received');
  await officer.press('Answer: decide what to share');
  for (const place of [1, 2]) {
    const part = officer.part(`Question ${place}`);
    await officer.choose(/Do you share/, 'Share', part);
    await officer.choose('Whose information is it?', partner, part);
    await officer.select('What kind of record is it from?', 'Police', part);
    await officer.choose('Is any of it', [/^Confidential/, /About crimes/], part);
    await officer.choose('What about consent?', 'Not sought', part);
    await officer.choose('Why was it not sought?', /child at increased risk/, part);
    await officer.fill('What makes that true here?', 'Asking him would tell him that the children have spoken.', part);
    await officer.fill('Why do you share it?', 'It bears directly on the safety of the children.', part);
  }
  await officer.looks('21-decide-items');
  await officer.press('Continue');
  await answerQuestions(officer, 'No');
  await officer.choose(/lawful basis/, /^Police/);
  await officer.choose(/Must the basis cover/, /Crimes/);
  await officer.press('Continue');
  await weigh(officer, 'The risk to the children outweighs his privacy.');
  await officer.press('Continue');
  await officer.sees('Telling the people concerned');
  await officer.choose(/Is .* told/, 'Not told');
  await officer.choose('Why not?', /significant harm to a child/);
  await officer.fill('In a sentence', 'He has threatened the mother for speaking.');
  await officer.looks('22-telling');
  await officer.press('Continue');
  await checkQuality(officer);
  await officer.sees('Send what was decided');
  await officer.looks('23-send');
  await statement(officer, 1, 'Two call-outs to the address this year for assault on the mother.', 'Fact', partner, 'What is known of violence');
  await statement(officer, 2, 'A restraining order from a former partner is in force until next June.', 'Fact', partner, 'What is known of violence');
  await statement(officer, 3, 'The children were more frightened of him than for their mother.', 'Opinion', partner, 'What do officers think');
  for (const place of [1, 2, 3]) {
    const part = officer.part(`Statement ${place}`);
    await officer.choose(/^Restrictions/, [/^Not to the service user/, /^Ask before passing on/], part);
    await officer.choose(/Not to the service user: who/, partner, part);
  }
  await officer.looks('24-statements');
  await officer.press('Continue');
  await officer.sees('To whom, and how');
  await officer.press('Continue');
  await officer.sees('What the recipient is told');
  await officer.choose(/Consent was refused or not sought/, 'Yes, tell them');
  await officer.fill('What do you tell them?', 'His consent was not sought, because asking would put the children at increased risk.');
  await officer.fill(/mean to pass it on/, 'Not beyond the hub without asking.');
  await officer.press('Send');
  await stateProtection(officer);
  await officer.seesText('It is sent');
  await officer.looks('25-sent');
}

/** The mother consents at the hospital: explicit, informed, lifting the duty of confidence. */
export async function motherConsents({ visitors, town, family }: Telling): Promise<void> {
  const lead = await visitors.as('trustLead');
  const mother = `${family.mother.givenName} ${family.mother.familyName}`;
  await lead.follow('My work');
  await lead.follow('Answer a request');
  await lead.follow('Record consent');
  await lead.choose('What happened?', /They gave consent/);
  await lead.choose('Whose consent is it?', mother);
  await lead.choose('Whose information is it about?', mother);
  await lead.press('Continue');
  await lead.choose(/On what footing/, 'An adult');
  await lead.press('Continue');
  await lead.choose('They were told', [/^Why the/, /^What information/, /^How it will be used/, /^Who will/, /^How it will be shared/, /^How long/, /^In what form/, /^What sharing/, /^When it may/, /withdrawn at any time/]);
  await lead.fill(/Version of the privacy notice/, '2026-2');
  await lead.looks('26-consent-informed');
  await lead.press('Continue');
  await lead.choose('What did they agree to?', /Lifts the duty/);
  await lead.choose('For which purposes?', 'Protect a child from harm');
  await lead.choose('Which kinds of information?', 'Health');
  await lead.choose('Who may receive it?', town.organisations.council.name);
  await lead.choose(/Which other agencies may rely/, town.organisations.council.name);
  await lead.press('Continue');
  await lead.choose('How clear was it?', /Explicit/);
  await lead.choose('In what form?', 'In writing');
  await lead.choose(/Does it end/, 'No');
  await lead.fill('What did they say?', 'I agree that the hospital tells the social worker about my injuries.');
  await lead.press('Record');
  await lead.seesText('It is recorded');
  await lead.looks('27-consent');
}

/** The trust shares two items on her consent, and refuses the third with reasons that it talks over. */
export async function trustAnswer({ visitors, family }: Telling): Promise<void> {
  const lead = await visitors.as('trustLead');
  const mother = `${family.mother.givenName} ${family.mother.familyName}`;
  await lead.follow('My work');
  await lead.follow('Answer a request');
  await lead.press('Answer: decide what to share');
  for (const place of [1, 2]) {
    const part = lead.part(`Question ${place}`);
    await lead.choose(/Do you share/, 'Share', part);
    await lead.choose('Whose information is it?', mother, part);
    await lead.select('What kind of record is it from?', 'Health', part);
    await lead.choose('Is any of it', [/^Confidential/, /^Health/], part);
    await lead.choose('What about consent?', 'Given', part);
    await lead.select('Which consent?', family.mother.givenName, part);
    await lead.fill('Why do you share it?', 'Needed to judge the risk in the home.', part);
  }
  const third = lead.part('Question 3');
  await lead.choose(/Do you share/, 'Do not share', third);
  await lead.choose('Whose information is it?', mother, third);
  await lead.choose('Why do you not share it?', /can be met without it/, third);
  await lead.fill('What makes that true here?', 'Her therapy concerns her own childhood.', third);
  await lead.fill(/may whoever asked be told/, 'It is not needed for the purpose.', third);
  await lead.press('Continue');
  await answerQuestions(lead, 'Yes');
  await lead.choose(/lawful basis/, /with consent lifting/);
  await lead.choose(/Must the basis cover/, /Health/);
  await lead.press('Continue');
  await weigh(lead, 'Injuries and medicines bear on the risk; the therapy record does not.');
  await lead.press('Continue');
  await lead.choose(/Is .* told/, 'Told before sharing');
  await lead.enterDate(/When were they told/, today());
  await lead.fill('In a sentence', 'She was told when she agreed.');
  await lead.press('Continue');
  await checkQuality(lead);
  await lead.sees('Send what was decided');
  await statement(lead, 1, 'Seen twice this year with bruised ribs, said to be falls.', 'Fact', mother, 'What injuries');
  await statement(lead, 2, 'Takes a medicine that makes her sleep heavily.', 'Fact', mother, 'What medicines');
  await lead.press('Continue');
  await lead.sees('To whom, and how');
  await lead.press('Continue');
  await lead.fill(/mean to pass it on/, 'Only within the enquiry.');
  await lead.press('Send');
  await stateProtection(lead);
  await lead.follow('Open the decision');
  await lead.sees('Decision');
  await lead.looks('28-decision');
  await lead.press('Record talking over the refusal');
  await lead.fill('What was said?', 'Talked over with the social worker, who accepts it.');
  await lead.press('Record');
  await lead.seesText('The discussion is recorded');
}

/** A GP answers by telephone after a call-back through the published number; the social worker enters it. */
export async function gpAnswersByTelephone({ visitors, town, family }: Telling): Promise<void> {
  const worker = await visitors.as('socialWorker');
  await worker.follow('Enquiries');
  await worker.follow(/^Enquiry of/);
  await worker.follow(town.organisations.gp.name);
  await worker.press('Record an answer that came outside the hub');
  await worker.fill('Who said or wrote it?', 'Dr Umberleigh');
  await worker.choose('How?', 'Telephone');
  await worker.fill('Who was on the line?', 'Dr Umberleigh');
  await worker.fill('From which organisation?', town.organisations.gp.name);
  await worker.choose('What did you check?', ['Name', 'Job or role']);
  await worker.choose(/know them personally/, 'No');
  await worker.choose(/Where did the number come from/, /published switchboard/);
  await worker.fill(/Which number/, town.organisations.gp.publishedNumber);
  await worker.enterDate('When did you call back?', today());
  await worker.choose(/nobody could overhear/, 'Yes');
  await worker.looks('29-telephone');
  await worker.press('Continue');
  const part = worker.part('Statement 1');
  await worker.select('Which question does it answer?', 'When was the elder child', part);
  await worker.fill('What do you share?', 'Last seen in March for a cough; no injury recorded.', part);
  await worker.choose('What kind of statement is it?', 'Fact', part);
  await worker.choose('Whom is it about?', `${family.elder.givenName} ${family.elder.familyName}`, part);
  await worker.choose('Is it about the past, rather than now?', 'No', part);
  await worker.select('What kind of record is it from?', 'Health', part);
  await worker.choose('Is any of it', [/^Confidential/, /^Health/], part);
  await worker.choose(/What were you told about consent/, 'Not sought', part);
  await worker.press('Continue');
  await worker.fill(/What did they tell you about missing consent/, 'The mother was not asked.');
  await worker.press('Record it');
  await stateProtection(worker);
  await worker.seesText('It is recorded.');
  await worker.looks('30-recorded');
}
