import { CALLBACK_SOURCES, CARRIED_CONTAINERS, POSTAL_SERVICES, SHARING_METHODS } from '@mash/law';
import type { schema } from '@mash/web-data-access';
import type { Answers } from '@mash/web-ui';
import { Checkboxes, MomentField, Radios, TextArea, TextField, When, choicesOf, yesNo } from '@mash/web-ui';
import type { ReactNode } from 'react';

const Telephone = ({ outside, published }: { readonly outside: boolean; readonly published: string | null }): ReactNode => (
  <>
    <TextField name="evidence.caller" label="Who was on the line?" required="Enter who was on the line." />
    <TextField name="evidence.callerOrg" label="From which organisation?" required="Enter the organisation." />
    <Checkboxes name="evidence.checked" label="What did you check?" required="Choose what you checked." choices={['Name', 'Address', 'Date of birth', 'Job or role', 'Another identifier'].map((label) => ({ value: label, label }))} />
    <Radios name="evidence.known" label="Do you know them personally?" inline required="Say whether you know them." choices={yesNo} />
    <When field="evidence.known" is={['NO']}>
      <Radios name="evidence.source" label="Where did the number come from that you called back?" hint={published === null ? 'Only the published switchboard number proves who they are.' : `Only the published switchboard number proves who they are. For this organisation it is ${published}.`} choices={choicesOf(CALLBACK_SOURCES)} />
      <TextField name="evidence.number" label="Which number did you call back?" hint={outside ? 'Leave it empty if you did not call back.' : 'No return number: nothing may be shared.'} width={20} kind="tel" />
      <MomentField name="evidence.calledBackAt" label="When did you call back?" />
    </When>
    <Radios name="evidence.overheard" label="Did you make sure nobody could overhear?" inline required="Choose yes or no." choices={yesNo} />
  </>
);

const Post = (): ReactNode => (
  <>
    <TextField name="evidence.addressee" label="Addressed to which person?" required="Enter the person." />
    <TextField name="evidence.address" label="Full address" required="Enter the address." />
    <Radios name="evidence.service" label="By which service?" required="Choose the service." choices={choicesOf(POSTAL_SERVICES)} />
    <Radios name="evidence.double" label="Was it in two envelopes, the outer one plain?" inline required="Choose yes or no." choices={yesNo} />
    <Radios name="evidence.inner" label="Is the inner envelope marked “Addressee Only”?" inline required="Choose yes or no." choices={yesNo} />
  </>
);

const InPerson = (): ReactNode => (
  <>
    <TextField name="evidence.items" label="What was carried?" required="Enter what was carried." />
    <TextField name="evidence.why" label="Why?" required="Say why it was carried." />
    <TextField name="evidence.carriedBy" label="By whom?" required="Enter by whom." />
    <TextField name="evidence.authorisedBy" label="Who authorised it?" required="Enter who authorised it." />
    <Radios name="evidence.container" label="In what?" required="Choose in what." choices={choicesOf(CARRIED_CONTAINERS)} />
    <MomentField name="evidence.outAt" label="When did it leave?" required="Enter when it left." />
  </>
);

/** How it travelled, and what was done to make that safe. */
export const MethodFields = ({ methods, outside = false, published = null }: { readonly methods: readonly string[]; readonly outside?: boolean; readonly published?: string | null }): ReactNode => (
  <>
    <Radios name="method" label="How?" required="Choose how." choices={choicesOf(SHARING_METHODS, methods)} />
    <When field="method" is={['TELEPHONE']}><Telephone outside={outside} published={published} /></When>
    <When field="method" is={['POST', 'COURIER']}><Post /></When>
    <When field="method" is={['IN_PERSON']}><InPerson /></When>
    <When field="method" is={['EMAIL']}>
      <TextArea name="evidence.to" label="E-mail addresses" hint="Each on a line of its own, open copies included" required="Enter the addresses." rows={2} />
      <Radios name="evidence.encrypted" label="Was it encrypted?" inline required="Choose yes or no." choices={yesNo} />
    </When>
    <When field="method" is={['SECURE_TRANSFER']}><TextField name="evidence.transfer" label="Through which service?" required="Enter the service." /></When>
    <When field="method" is={['MEETING']}>
      <TextArea name="evidence.present" label="Who was present?" hint="Each on a line of their own" required="Enter who was present." rows={3} />
      <Radios name="evidence.secure" label="Could nobody else hear?" inline required="Choose yes or no." choices={yesNo} />
    </When>
  </>
);

const lines = (answers: Answers, name: string): readonly string[] => answers.text(name).split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** The evidence as a form answered it; the hub takes what belongs to the method. */
export const evidenceFrom = (answers: Answers): schema.MethodEvidenceInput => ({
  callerName: answers.optional('evidence.caller'), callerOrg: answers.optional('evidence.callerOrg'), identifiersChecked: answers.list('evidence.checked'),
  knownToPractitioner: answers.yes('evidence.known'), callbackNumber: answers.optional('evidence.number'), callbackNumberSource: answers.optional('evidence.source'),
  calledBackAt: answers.moment('evidence.calledBackAt'), overheardRiskChecked: answers.yes('evidence.overheard'),
  addresseeName: answers.optional('evidence.addressee'), address: answers.optional('evidence.address'), service: answers.optional('evidence.service'),
  innerMarkedAddresseeOnly: answers.yes('evidence.inner'), doubleEnvelope: answers.text('evidence.double') === '' ? null : answers.yes('evidence.double'),
  items: answers.optional('evidence.items'), why: answers.optional('evidence.why'), carriedBy: answers.optional('evidence.carriedBy'), authorisedBy: answers.optional('evidence.authorisedBy'),
  container: answers.optional('evidence.container'), outAt: answers.moment('evidence.outAt'),
  to: lines(answers, 'evidence.to'), encryptionApplied: answers.yes('evidence.encrypted'), transferService: answers.optional('evidence.transfer'),
  present: lines(answers, 'evidence.present'), settingSecure: answers.yes('evidence.secure'),
});
