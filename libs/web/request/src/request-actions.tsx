import { useDirectory, useMay } from '@mash/web-data-access';
import type { InformationRequest } from '@mash/web-parts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** What can be done with a request from this side of it. */
export function RequestActions({ of }: { readonly of: InformationRequest }): ReactNode {
  const [mayDecide, mayAnswer, mayConsent, mayOutside] = [useMay('decision:decide'), useMay('request:answer'), useMay('consent:record'), useMay('disclosure:record-outside')];
  const { organisation } = useDirectory();
  const open = of.items.some(({ answer }) => answer === null || answer.kind === 'CLARIFY' || answer.kind === 'NO_REPLY');
  if (of.side === 'ASKER') {
    if (!open || !mayOutside) return null;
    const byOtherMeans = organisation(of.to.organisation)?.usesHub === false;
    return (
      <div className="govuk-button-group">
        <Link className={`govuk-button${byOtherMeans ? '' : ' govuk-button--secondary'}`} role="button" to={`/requests/${of.id}/outside`}>Record an answer that came outside the hub</Link>
        <Link className="govuk-link" to={`/requests/${of.id}/nothing-known`}>They said nothing is known</Link>
      </div>
    );
  }
  return (
    <div className="govuk-button-group">
      {open && mayDecide && <Link className="govuk-button" role="button" to={`/requests/${of.id}/decide`}>Answer: decide what to share</Link>}
      {open && mayAnswer && <Link className="govuk-button govuk-button--secondary" role="button" to={`/requests/${of.id}/nothing-known`}>Nothing known, or ask back</Link>}
      {mayConsent && <Link className="govuk-link" to={`/requests/${of.id}/consent`}>Record consent</Link>}
      {of.statutory !== null && mayAnswer && <Link className="govuk-link" to={`/requests/${of.id}/dispute`}>Dispute the request</Link>}
    </div>
  );
}
