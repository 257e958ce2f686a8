import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsentWithdrawn } from '@mash/consent-events';
import { relyingOnConsent } from '@mash/consent-events';
import type { DisclosureEvent } from '@mash/disclosure-events';
import { derivedId } from '@mash/event-log';
import type { ApprovalId, ConsentId, DecisionId, DisclosureId } from '@mash/kernel';
import { NotFound, Rejected } from '@mash/kernel';
import { actorOf, consentRecorded, contextFor, sharingDecided, startJournal } from '../testing/journal-under-test.js';
import type { JournalUnderTest } from '../testing/journal-under-test.js';
import {
  at, council, decidedItem, decidedItemId, decision, item, itemId, make, officer, police, school, socialWorker, teacher,
} from '../testing/wexcombe.js';
import { AcceptRestrictions, AcceptRestrictionsHandler } from './accept-restrictions/accept-restrictions.js';
import { ApproveOnward, ApproveOnwardHandler } from './approve-onward/approve-onward.js';
import { settleConsents } from './gather.js';
import { MakeDisclosure, MakeDisclosureHandler } from './make-disclosure/make-disclosure.js';
import type { MakeDisclosureInput } from './make-disclosure/make-disclosure.js';
import { SeekOnwardApproval, SeekOnwardApprovalHandler } from './seek-onward-approval/seek-onward-approval.js';
import { ShareOnward, ShareOnwardHandler } from './share-onward/share-onward.js';
import type { ShareOnwardInput } from './share-onward/share-onward.js';

const [officerActor, workerActor, teacherActor] = [actorOf(police, officer), actorOf(council, socialWorker), actorOf(school, teacher)];
const fresh = (name: string) => derivedId('1f1f1f1f-1f1f-4f1f-8f1f-1f1f1f1f1f1f', name);
const { disclosureId: _, madeBy: __, recordedBy: ___, kind: ____, items, ...form } = make({ occurredAt: at('2021-05-01T10:00') });
const input = (changes: Partial<MakeDisclosureInput> = {}): MakeDisclosureInput => ({ ...form, kind: 'OWN_INITIATIVE', items: items.map(({ itemId: _own, ...each }) => each), ...changes });

describe('disclosing on real servers', () => {
  let under: JournalUnderTest;
  beforeAll(async () => {
    under = await startJournal();
  }, 60_000);
  afterAll(() => under.stop());

  const making = async (changes: Partial<MakeDisclosureInput>, context = contextFor(officerActor)) =>
    new MakeDisclosureHandler(under.journal).execute(new MakeDisclosure(input(changes), officerActor, context));
  const decided = async (name: string, changes: Parameters<typeof decision>[0] = {}): Promise<DecisionId> => {
    const decisionId = fresh(name) as string as DecisionId;
    await under.begin(`decision-${decisionId}`, sharingDecided(decision({ decisionId, requestId: null, requester: null, ...changes })));
    return decisionId;
  };

  it('2.R1 makes nothing without a decision', async () => {
    const context = contextFor(officerActor);
    await expect(making({ decisionId: null }, context)).rejects.toBeInstanceOf(Rejected);
    expect(await under.types(`disclosure-${derivedId(context.commandId, 'id')}`)).toEqual([]);
  });
  it('answers somebody who acts for another unit like a missing record', async () =>
    expect(making({ decisionId: null, sender: council })).rejects.toBeInstanceOf(NotFound));

  describe('on a consent', () => {
    const consentId = fresh('consent') as string as ConsentId;
    const resting = decidedItem({ consentPosition: 'GIVEN', consentId, notSoughtReason: null });
    const withdrawn: ConsentWithdrawn = { type: 'ConsentWithdrawn', schema: 1, data: { consentId, at: at('2021-06-01T11:00'), reportedBy: council, words: null, underReview: [] } };

    it('claims the consent first, once however often it is sent', async () => {
      await under.begin(`consent-${consentId}`, { ...consentRecorded(), data: { ...consentRecorded().data, consentId } });
      const decisionId = await decided('resting', { items: [resting] });
      const context = contextFor(officerActor);
      const { id } = await making({ decisionId }, context);
      await making({ decisionId }, context);
      expect(await under.types(`consent-${consentId}`)).toEqual(['ConsentRecorded', 'ConsentReliedUpon']);
      expect(await under.types(`disclosure-${id}`)).toEqual(['DisclosureMade']);
    });
    it('claims nothing for a disclosure that is refused for another reason', async () => {
      const decisionId = await decided('refused', { items: [resting] });
      await expect(making({ decisionId, purpose: 'PROTECT_ADULT' })).rejects.toBeInstanceOf(Rejected);
      expect(await under.types(`consent-${consentId}`)).toHaveLength(2);
    });
    it('3.R8 writes down a withdrawal that slipped in between claim and disclosure', async () => {
      const disclosureId = fresh('slipped') as string as DisclosureId;
      const decisionId = await decided('slipped', { items: [resting] });
      const context = contextFor(officerActor);
      const { id } = await making({ decisionId }, context);
      const history = await under.journal.history(`consent-${consentId}`);
      await under.journal.append(`consent-${consentId}`, history.at(-1)?.revision ?? 'none', [withdrawn], contextFor(workerActor), {});
      await settleConsents(under.journal, id as DisclosureId, context);
      await settleConsents(under.journal, id as DisclosureId, context);
      expect(await under.types(`disclosure-${id}`)).toEqual(['DisclosureMade', 'ConsentLost']);
      await expect(under.journal.execute({
        stream: `consent-${consentId}`, decider: relyingOnConsent, context: contextFor(officerActor), facts: () => ({ now: under.journal.clock.now() }), about: () => ({}),
        command: { consentId, disclosureId, items: [itemId], recipient: council.organisation, share: {
          sender: police, purpose: 'PROTECT_CHILD', categories: ['POLICE'], recipients: [council.organisation], onArticle9a: false,
        } },
      })).rejects.toThrow('3.R8 CONSENT_WITHDRAWN');
    });
    it('3.R8 makes nothing more from then on', async () =>
      expect(making({ decisionId: await decided('later', { items: [resting] }) })).rejects.toThrow('3.R8 CONSENT_WITHDRAWN'));
  });

  describe('onward', () => {
    const wording = 'Do not hand the children to the mother’s partner at the gate.';
    const recipient = { ...school, practitioner: teacher };
    let parentId: DisclosureId;
    let parentItem: typeof itemId;
    const share = (changes: Partial<ShareOnwardInput>): ShareOnwardInput => {
      const { decidedItemId: _d, restrictions: _r, itemId: _i, ...statement } = item({ statement: wording });
      const { sender: _s, decisionId: _n, ...rest } = form;
      return { ...rest, parentId, itemId: parentItem, decisionId: null, recipient: { ...recipient, name: null }, statement, restrictions: null, ...changes };
    };
    const sharing = (changes: Partial<ShareOnwardInput>, context = contextFor(workerActor)) =>
      new ShareOnwardHandler(under.journal).execute(new ShareOnward(share(changes), workerActor, context));

    beforeAll(async () => {
      parentId = (await making({ decisionId: await decided('parent') })).id as DisclosureId;
      const [first] = await under.journal.history<DisclosureEvent>(`disclosure-${parentId}`);
      if (first?.event.type !== 'DisclosureMade') throw new TypeError('Nothing was disclosed.');
      parentItem = first.event.data.items[0]?.itemId ?? itemId;
      await new AcceptRestrictionsHandler(under.journal).execute(new AcceptRestrictions(parentId, workerActor, contextFor(workerActor)));
    });

    it('5.R5 is refused without approval, and the attempt is kept once however often it is sent', async () => {
      const context = contextFor(workerActor);
      for (const attempt of [sharing({}, context), sharing({}, context)]) await expect(attempt).rejects.toThrow('5.R5 ORIGINATOR_NOT_APPROVED');
      expect(await under.types(`disclosure-${parentId}`)).toEqual(['DisclosureMade', 'RestrictionsAccepted', 'OnwardShareRefused']);
      expect(await under.types(`disclosure-${derivedId(context.commandId, 'id')}`)).toEqual([]);
    });
    it('goes through in the approved words, with every restriction, and spends the approval', async () => {
      const decisionId = await decided('onward', { by: council, trigger: 'OWN_INITIATIVE', recipients: [recipient], items: [decidedItem({
        itemId: decidedItemId, requestItemId: null, consentPosition: 'NOT_REQUIRED', drawnFrom: { disclosureId: parentId, itemId: parentItem },
        wording: { ...decidedItem().reasons, value: wording },
      })] });
      const seeking = new SeekOnwardApproval({ disclosureId: parentId, itemId: parentItem, decisionId, recipient }, workerActor, contextFor(workerActor));
      const { id } = await new SeekOnwardApprovalHandler(under.journal).execute(seeking);
      const answer = { disclosureId: parentId, approvalId: id as ApprovalId };
      await expect(new ApproveOnwardHandler(under.journal).execute(new ApproveOnward(answer, teacherActor, contextFor(teacherActor)))).rejects.toBeInstanceOf(NotFound);
      await new ApproveOnwardHandler(under.journal).execute(new ApproveOnward(answer, officerActor, contextFor(officerActor)));
      const child = await sharing({ decisionId });
      const [made] = await under.journal.history<DisclosureEvent>(`disclosure-${child.id}`);
      expect(made?.event).toMatchObject({ type: 'DisclosureMade', data: {
        parentId, sender: council, items: [{ originator: police.organisation, restrictions: item().restrictions, content: { value: { statement: wording } } }],
      } });
      expect((await under.types(`disclosure-${parentId}`)).at(-1)).toBe('OnwardApprovalUsed');
      await expect(sharing({ decisionId })).rejects.toThrow('5.R5 ORIGINATOR_NOT_APPROVED');
    });
  });
});
