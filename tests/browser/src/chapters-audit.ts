import type { Telling } from './chapters-opening.js';

/** An auditor replays everything under a mandate and asks what the social worker could see. */
export async function audit({ visitors, town }: Telling): Promise<void> {
  const governance = await visitors.as('councilIg');
  await governance.follow('Audit mandates');
  await governance.press('Give a mandate');
  await governance.select('Which auditor?', town.practitioners.auditor.familyName);
  await governance.enterDate('Until when?', { day: '2030-01-01', time: '12:00' });
  await governance.fill('What is the audit for?', 'Yearly review of sharing decisions.');
  await governance.press('Give the mandate');
  await governance.seesText('The mandate is given');
  await governance.looks('40-mandate');
  const auditor = await visitors.as('auditor');
  await auditor.goTo('/replay');
  await auditor.sees('Replay');
  await auditor.looks('41-replay');
  await auditor.follow('What could somebody see at a moment?');
  await auditor.select('Whose eyes?', town.practitioners.socialWorker.familyName);
  await auditor.fill('Why do you ask?', 'To see what a withdrawal took away.');
  await auditor.press('Show');
  await auditor.sees(/First moment/);
  await auditor.looks('42-as-of');
}

/** A nurse who is no party sees nothing at all. */
export async function outsiderSeesNothing({ visitors }: Telling): Promise<void> {
  const nurse = await visitors.as('wardNurse');
  await nurse.seesText('There is nothing for your team to do just now');
  await nurse.looks('43-outsider');
}
