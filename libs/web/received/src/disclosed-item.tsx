import { CONSENT_POSITIONS, ENQUIRY_CAPACITIES, ITEM_NATURES, RESTRICTIONS, labelOf } from '@mash/law';
import { useDirectory } from '@mash/web-data-access';
import { BasisSummary, KnownName, KnownNames, dataCategories } from '@mash/web-parts';
import { Card, Summary, Tag, dayText, momentText } from '@mash/web-ui';
import type { ReactNode } from 'react';
import type { DisclosedItem, Disclosure } from './received.operations.js';

interface ItemProps { readonly item: DisclosedItem; readonly of: Disclosure; readonly place: number; readonly actions?: ReactNode }

/** The restrictions stand wherever the content stands. */
function Restrictions({ item, of }: Pick<ItemProps, 'item' | 'of'>): ReactNode {
  const { practitionerName } = useDirectory();
  if (item.restrictions.length === 0) return 'None';
  return (
    <ul className="govuk-list">
      {item.restrictions.map((each) => (
        <li key={each.code}>
          <strong>{labelOf(RESTRICTIONS, each.code)}.</strong> {each.says}
          {each.people.length > 0 && <> Named: <KnownNames ids={each.people} people={of.people} />.</>}
          {each.practitioners.length > 0 && ` Only: ${each.practitioners.map((id) => practitionerName(id)).join(', ')}.`}
          {each.until !== null && ` ${momentText(each.until)}.`}
        </li>
      ))}
    </ul>
  );
}

function Content({ item }: Pick<ItemProps, 'item'>): ReactNode {
  if (item.withheld !== null) return <><Tag colour="orange">Withheld</Tag><p className="govuk-body">{item.withheld.message} <span className="app-rule">Rule {item.withheld.rule}</span></p></>;
  return <p className="govuk-body app-statement">{item.statement ?? 'No longer held'}</p>;
}

/** One statement, with everything that has to be known beside it. */
export function DisclosedItemCard({ item, of, place, actions }: ItemProps): ReactNode {
  const { organisationName } = useDirectory();
  const about = item.about.map(({ personId, capacity }, index) => (
    <span key={personId}>{index > 0 && ', '}<KnownName id={personId} of={of.people.find((each) => each.personId === personId)?.identification} /> ({labelOf(ENQUIRY_CAPACITIES, capacity).toLowerCase()})</span>
  ));
  return (
    <Card title={`${place}. ${labelOf(ITEM_NATURES, item.nature)}`} {...(actions === undefined ? {} : { actions })}>
      {item.banner !== null && <p className="govuk-body app-urgent" role="note">{item.banner}</p>}
      <Summary rows={[
        ['Content', <Content item={item} />], ['Restrictions', <Restrictions item={item} of={of} />],
        ['About', about], ['Whose opinion', item.opinionHolder], ['Source', item.source],
        ['About the past', item.historical ? `${item.asOf === null ? '' : `${dayText(item.asOf)}. `}${item.historicalNote ?? ''}` : null],
        ['From the record of', [organisationName(item.originator), item.category === 'OTHER' ? '' : labelOf(dataCategories, item.category).toLowerCase()].filter((part) => part !== '').join(', ')],
        ['Consent', item.consentPosition === null ? null : labelOf(CONSENT_POSITIONS, item.consentPosition)],
        ['Sender’s lawful basis', item.basis === null ? null : <BasisSummary of={item.basis} />],
        ['Recipient’s own basis', item.ownBasis !== null ? <BasisSummary of={item.ownBasis} /> : item.onConsentAlone ? 'The consent alone' : null],
      ]} />
    </Card>
  );
}
