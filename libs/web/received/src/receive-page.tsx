import { ITEM_NATURES, NOT_SOUGHT_REASONS, labelOf } from '@mash/law';
import { useCommand } from '@mash/web-data-access';
import { BasisFields, basisFrom, useGoDone } from '@mash/web-parts';
import { Form, Inset, Page, Radios, Select, When, choicesOf } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { PurposeGate } from './purpose-gate.js';
import type { Disclosure } from './received.operations.js';
import { RECEIVE_DISCLOSURE } from './received.operations.js';

const Item = ({ item, place }: { readonly item: Disclosure['items'][number]; readonly place: number }): ReactNode => {
  const prefix = `item.${item.itemId}`;
  const onConsent = item.consentPosition === 'GIVEN' && !item.basisUnderReview;
  return (
    <section className="app-part" aria-label={`Statement ${place}`}>
      <h2 className="govuk-heading-m">{place}. {labelOf(ITEM_NATURES, item.nature)}</h2>
      {item.statement !== null && <p className="govuk-body app-statement">{item.statement}</p>}
      <Radios name={`${prefix}.on`} label="On what does your agency hold it?" required={`Choose on what your agency holds statement ${place}.`} choices={[
        { value: 'OWN', label: 'On its own lawful basis', hint: 'It then stays with you, with a note, if the consent is withdrawn.' },
        ...(onConsent ? [{ value: 'CONSENT', label: 'On the person’s consent alone', hint: 'If the consent is withdrawn, its content is withheld from you at once.' }] : []),
      ]} />
      <When field={`${prefix}.on`} is={['OWN']}>
        <BasisFields prefix={`${prefix}.basis`} label="Which lawful basis?" />
        <Select name={`${prefix}.without`} label="Why is it held without consent?" hint="The safeguarding condition (paragraph 18) asks for one of three reasons. Leave it empty for other bases." choices={choicesOf(NOT_SOUGHT_REASONS)} empty="No reason needed" />
      </When>
    </section>
  );
};

/** Each controller has its own basis: this records the recipient's. */
export function ReceivePage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const goDone = useGoDone();
  const receive = useCommand(RECEIVE_DISCLOSURE);
  return (
    <PurposeGate key={id} id={id}>
      {(of) => (
        <Page title="Record receipt and your own basis" back={{ to: `/disclosures/${id}`, text: 'What was shared' }}>
          <Inset>Your agency answers for what it holds. It needs a basis of its own, whatever the sender relied on.</Inset>
          <Form draft={`receive:${id}`} submit="Record receipt"
            send={(answers) => receive({ disclosureId: id, bases: of.items.map(({ itemId }) => {
              const own = answers.text(`item.${itemId}.on`) === 'OWN';
              return { itemId, basis: own ? basisFrom(answers, `item.${itemId}.basis`) : null, noConsentReason: own ? answers.optional(`item.${itemId}.without`) : null };
            }) })}
            onAccepted={() => goDone(`/disclosures/${id}`, 'Receipt is recorded.')}>
            {of.items.map((item, index) => <Item key={item.itemId} item={item} place={index + 1} />)}
          </Form>
        </Page>
      )}
    </PurposeGate>
  );
}
