import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bringInFamily, openEnquiry, sendConcern, trustKnowsElder } from '@mash/town';
import type { Telling } from './chapters-opening.js';
import { askNursery, colleagueHandsOver, goAway, overdueShows, strangeAddresses } from './chapters-pressing.js';
import { beginTelling } from './harness.js';

describe('pressing work in a browser', () => {
  let telling: Telling;
  let end: () => Promise<void>;

  beforeAll(async () => {
    const begun = await beginTelling();
    ({ telling, end } = begun);
    // Told in the scenario's own pages elsewhere; here it is only where the work comes from.
    for (const chapter of [sendConcern, openEnquiry, trustKnowsElder, bringInFamily]) await chapter(begun.story);
  });
  afterAll(() => end());

  it('lets the social worker ask for an answer almost at once', () => askNursery(telling));
  it('shows what is not signed in, not there or not to be done', () => strangeAddresses(telling));
  it('shows the request as overdue when its time has passed', () => overdueShows(telling));
  it('lets the social worker say that she is away and who covers', () => goAway(telling));
  it('lets a colleague see that, and take the enquiry over', () => colleagueHandsOver(telling));
  it('shows no page that keeps somebody from using it', async () => {
    expect(await telling.visitors.faults()).toEqual([]);
  });
});
