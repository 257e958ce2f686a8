import type { Story } from '@mash/town';
import {
  consentInput, details, gpAnswerInput, onwardInput, policeDecisionInput, policeDisclosureInput, requestInput, safetyFact, statutoryInput, trustDecisionInput,
} from '@mash/town';

/** An unlawful variant of a chapter: gives the reasons for which it was refused, or the rules it was marked with. */
export interface Variant {
  readonly rule: string;
  readonly title: string;
  attempt(story: Story): Promise<readonly string[]>;
}

type Input = Record<string, unknown>;
const nobody = '00000000-0000-4000-8000-000000000000';
const first = <T>(from: readonly T[] | undefined): T => {
  const [found] = from ?? [];
  if (found === undefined) throw new RangeError('There is none.');
  return found;
};
const decide = async (story: Story, who: 'officer' | 'trustLead' | 'socialWorker', input: Input): Promise<string[]> =>
  (await story.as(who)).isRefused('decideSharing', 'DecideSharingInput', input);
/** The same input with its first item changed, under a key of its own. */
const withItem = (input: Input, key: string, change: Input): Input => {
  const items = input['items'] as Input[];
  return { ...input, idempotencyKey: key, items: [{ ...first(items), ...change }, ...items.slice(1)] };
};
const ask = async (story: Story, key: string, change: Input): Promise<string[]> => (await story.as('socialWorker')).isRefused('requestInformation', 'RequestInformationInput', {
  ...requestInput(story, { name: key, addressee: 'police', about: 'partner', questions: [['What is known?', 'To decide.']] }), ...change,
});
const issue = async (story: Story, key: string, change: Input): Promise<string[]> => (await story.as('signatory')).isRefused(
  'issueStatutoryRequest', 'IssueStatutoryRequestInput', statutoryInput(story, key, story.id('review'), story.id('reviewed'), change));

/** Before the police have answered. */
export const beforeAnswers: readonly Variant[] = [
  { rule: '1.R13', title: 'a request without an enquiry of one\'s own', attempt: (story) => ask(story, 'no-enquiry', { enquiryId: nobody }) },
  { rule: '1.R14', title: 'a request without the asker\'s own lawful basis', attempt: (story) => ask(story, 'no-basis', { basis: { regime: 'UKGDPR', gateways: [] } }) },
  { rule: '4.R3', title: 'legitimate interests for a public authority at its public task',
    attempt: async (story) => decide(story, 'officer', withItem(await policeDecisionInput(story), story.key('4.R3'), { basis: { regime: 'UKGDPR', article6: 'f', article10Condition: 'OFFICIAL_AUTHORITY', gateways: ['COMMON_LAW_POLICE'], confidentialityBasis: 'PUBLIC_INTEREST' } })) },
  { rule: '4.R1', title: 'special-category content without an Article 9 condition',
    attempt: async (story) => decide(story, 'officer', withItem(await policeDecisionInput(story), story.key('4.R1'), { specialCategory: true })) },
  { rule: '2.R2', title: 'a decision without reasons',
    attempt: async (story) => decide(story, 'officer', { ...await policeDecisionInput(story), idempotencyKey: story.key('2.R2'), reasons: null }) },
  { rule: '2.R9', title: 'nothing decided about telling the person concerned',
    attempt: async (story) => decide(story, 'officer', { ...await policeDecisionInput(story), idempotencyKey: story.key('2.R9'), telling: [] }) },
  { rule: '2.R9', title: 'a person not told without one of the exceptions',
    attempt: async (story) => decide(story, 'officer', { ...await policeDecisionInput(story), idempotencyKey: story.key('2.R9b'), telling: [{ personId: story.id('partner'), kind: 'NOT_TOLD', reasons: 'It is easier.' }] }) },
  { rule: '3.R10', title: 'consent not sought without a listed reason',
    attempt: async (story) => decide(story, 'officer', withItem(await policeDecisionInput(story), story.key('3.R10'), { notSoughtReason: null })) },
  { rule: '2.R1', title: 'a disclosure without a decision',
    attempt: async (story) => (await story.as('officer')).isRefused('makeDisclosure', 'MakeDisclosureInput', { ...policeDisclosureInput(story, nobody, [nobody, nobody, nobody]), idempotencyKey: story.key('2.R1'), decisionId: null }) },
  { rule: '13.R3', title: 'a person registered without a search', attempt: async (story) => (await story.as('socialWorker')).isRefused('registerPerson', 'RegisterPersonInput', {
    idempotencyKey: story.key('13.R3'), unit: story.unit('council', 'hub'), searchId: nobody, existenceMarker: false, notTheSameAs: [], ...details(story.family.partner) }) },
  { rule: '3.R1', title: 'a consent by a holder of parental responsibility without evidence of it', attempt: async (story) => (await story.as('trustLead')).isRefused('recordConsent', 'RecordConsentInput', {
    ...consentInput(story), idempotencyKey: story.key('3.R1'), giverBasis: 'PR_HOLDER', about: [story.id('elder')] }) },
  { rule: '3.R5', title: 'a consent of which not everything was told, relied on', attempt: (story) => relyOn(story, '3.R5', { informed: ['PURPOSE', 'WHAT'] }) },
  { rule: '3.R6', title: 'an ordinary consent as the basis for health information', attempt: (story) => relyOn(story, '3.R6', { kind: 'ORDINARY' }) },
  { rule: '3.R7', title: 'a consent relied on for what it does not reach', attempt: (story) => relyOn(story, '3.R7', { categories: ['EDUCATION'] }) },
  { rule: '0.R6', title: 'what had already happened by telephone, called back on the caller\'s own number', attempt: async (story) => {
    const input = await gpAnswerInput(story);
    const { irregular } = await (await story.as('socialWorker')).does('recordOutsideDisclosure', 'RecordOutsideDisclosureInput', {
      ...input, idempotencyKey: story.key('0.R6'), requestId: null, enquiryId: story.id('enquiry'), items: [{ ...first(input['items'] as Input[]), requestItemId: null }],
      evidence: { ...input['evidence'] as Input, callbackNumber: '01632 960999', callbackNumberSource: 'CALLER_SUPPLIED' },
    });
    return irregular.includes('6.R1') ? ['0.R6 RECORDED_AND_MARKED'] : irregular;
  } },
];

/** A consent that falls short, then a decision that rests on it. */
async function relyOn(story: Story, rule: string, change: Input): Promise<string[]> {
  const lead = await story.as('trustLead');
  const { id } = await lead.does('recordConsent', 'RecordConsentInput', { ...consentInput(story), idempotencyKey: story.key(`${rule}/consent`), ...change });
  const had = story.made.get('consent');
  story.made.set('consent', id);
  const input = await trustDecisionInput(story);
  if (had === undefined) story.made.delete('consent');
  else story.made.set('consent', had);
  return decide(story, 'trustLead', { ...input, idempotencyKey: story.key(rule) });
}

/** Once police have decided; each variant makes a disclosure of that decision in another way. */
export const whileDisclosing: readonly Variant[] = [
  { rule: '5.R1', title: 'the recipient not told that consent was not sought', attempt: (story) => disclose(story, '5.R1', { advisory: { given: false, withheldReason: null, words: null } }) },
  { rule: '5.R7', title: 'an opinion without its holder', attempt: (story) => disclose(story, '5.R7', {}, { nature: 'OPINION', opinionHolder: null }) },
  { rule: '6.R2', title: 'by telephone to a caller who left no number', attempt: (story) => disclose(story, '6.R2', {
    method: 'TELEPHONE', evidence: { callerName: 'A caller', callerOrg: 'The council', identifiersChecked: ['name'], knownToPractitioner: false, callbackNumber: null, overheardRiskChecked: true } }) },
  { rule: '2.R1', title: 'to a recipient the decision did not name', attempt: (story) => disclose(story, '2.R1b', {
    recipient: { organisation: story.organisation('school'), unit: story.unit('school'), practitioner: story.practitioner('schoolLead'), name: null } }) },
];

async function disclose(story: Story, key: string, change: Input, item: Input = {}): Promise<string[]> {
  const officer = await story.as('officer');
  const { decision: decided } = await officer.read<{ decision: { items: { itemId: string }[] } }>('query ($id: Uuid!) { decision(id: $id) { items { itemId } } }', { id: story.id('decision/police') });
  const input = { ...policeDisclosureInput(story, story.id('decision/police'), decided.items.map(({ itemId }) => itemId)), ...change };
  return officer.isRefused('makeDisclosure', 'MakeDisclosureInput', withItem(input, story.key(key), item));
}

/** Once the council holds the police item and has decided to pass a fact on. */
export const whilePassingOn: readonly Variant[] = [
  { rule: '5.R5', title: 'passing it on without the originator\'s approval of these words', attempt: async (story) => (await story.as('socialWorker')).isRefused(
    'shareOnward', 'ShareOnwardInput', onwardInput(story, '5.R5', story.id('decision/onward'), `${safetyFact} He is dangerous.`)) },
  { rule: '5.R4', title: 'passing it on with fewer restrictions', attempt: async (story) => (await story.as('socialWorker')).isRefused(
    'shareOnward', 'ShareOnwardInput', { ...onwardInput(story, '5.R4', story.id('decision/onward'), safetyFact), restrictions: [] }) },
];

/** Once the practice review is open. */
export const whileReviewing: readonly Variant[] = [
  { rule: '1.R1', title: 'a statutory request in an arrangement that does not cover the area', attempt: (story) => issue(story, '1.R1', { arrangementId: story.town.neighbourArrangement }) },
  { rule: '1.R2', title: 'a statutory request that does not say why it is necessary', attempt: (story) => issue(story, '1.R2', { texts: { purpose: 'Review.', whyNeeded: 'Review.', necessity: null, proportionality: 'Two questions.', burdenConsidered: 'Small.' } }) },
  { rule: '1.R2', title: 'the same request tied to the siblings, without saying how section 16E is served', attempt: async (story) => (await story.as('councilSignatory')).isRefused(
    'issueStatutoryRequest', 'IssueStatutoryRequestInput', statutoryInput(story, '16E', story.id('enquiry'), story.id('elder'), {
      statutoryFunction: 'S16E', recipients: [{ kind: 'ISSUER', organisation: story.organisation('council'), unit: story.unit('council', 'hub') }] })) },
  { rule: '1.R7', title: 'what came under it, read for another purpose', attempt: async (story) => {
    const reviewer = await story.as('signatory');
    const { disclosure: shown } = await reviewer.read<{ disclosure: { items: { statement: string | null; withheld: { rule: string } | null }[] } }>(
      'query ($id: Uuid!) { disclosure(id: $id, purpose: PROTECT_CHILD) { items { statement withheld { rule } } } }', { id: story.id('disclosure/charity') });
    const [item] = shown.items;
    return item?.statement === null && item.withheld ? [`${item.withheld.rule} WITHHELD`] : ['shown'];
  } },
];

/** Reading before the restrictions are accepted. */
export const beforeAcceptance: readonly Variant[] = [
  { rule: '5.R2', title: 'reading before the restrictions are accepted', attempt: async (story) => {
    const worker = await story.as('socialWorker');
    const { disclosure: shown } = await worker.read<{ disclosure: { items: { statement: string | null; withheld: { rule: string } | null }[] } }>(
      'query ($id: Uuid!) { disclosure(id: $id, purpose: PROTECT_CHILD) { items { statement withheld { rule } } } }', { id: story.id('disclosure/police') });
    return shown.items.map((item) => (item.statement === null && item.withheld ? `${item.withheld.rule} WITHHELD` : 'shown'));
  } },
];

/** Every rule that the variants prove; the issue names them. */
export const provedRules = (): string[] => [...new Set([...beforeAnswers, ...whileDisclosing, ...whilePassingOn, ...whileReviewing, ...beforeAcceptance].map((each) => each.rule))].sort();

