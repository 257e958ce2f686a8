import { DecideOwnPage, DecideRequestPage, DecisionPage, DiscussPage, SendPage } from '@mash/web-answer';
import { AsOfPage, AuditEventPage, GiveMandatePage, MandatesPage, ReplayPage } from '@mash/web-audit';
import { ConcernPage } from '@mash/web-concern';
import { ConsentPage, EnquiryConsentPage, RequestConsentPage, WithdrawConsentPage } from '@mash/web-consent';
import { AbsencePage, DirectoryPage } from '@mash/web-directory';
import { AddPersonPage, AssignPage, EnquiriesPage, EnquiryPage, OpenEnquiryPage, RecordGroundsPage, TellPage } from '@mash/web-enquiry';
import { AddressPage, PersonPage, RegisterPage, RelatePage, SearchPage } from '@mash/web-people';
import { DisclosurePage, EnquiryOutsidePage, PassOnPage, ReceivePage, RequestOutsidePage, SentAndReceivedPage, ShareOnwardPage } from '@mash/web-received';
import { AllocatePage, AskByLawPage, AskPage, DisputePage, NothingKnownPage, RequestPage } from '@mash/web-request';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { HomePage } from './shell/home-page.js';
import { NoSuchPage } from './shell/no-such-page.js';
import { SignedInPage } from './shell/signed-in-page.js';

/** Every page of the client. */
export const Pages = (): ReactNode => (
  <Routes>
    <Route path="/" element={<HomePage />} />
    <Route path="/signed-in" element={<SignedInPage />} />
    <Route path="/concerns/new" element={<ConcernPage />} />
    <Route path="/people" element={<SearchPage />} />
    <Route path="/people/register" element={<RegisterPage />} />
    <Route path="/people/:id" element={<PersonPage />} />
    <Route path="/people/:id/relate" element={<RelatePage />} />
    <Route path="/people/:id/address" element={<AddressPage />} />
    <Route path="/enquiries" element={<EnquiriesPage />} />
    <Route path="/enquiries/open" element={<OpenEnquiryPage />} />
    <Route path="/enquiries/:id" element={<EnquiryPage />} />
    <Route path="/enquiries/:id/grounds" element={<RecordGroundsPage />} />
    <Route path="/enquiries/:id/assign" element={<AssignPage />} />
    <Route path="/enquiries/:id/tell" element={<TellPage />} />
    <Route path="/enquiries/:id/people/:personId" element={<AddPersonPage />} />
    <Route path="/enquiries/:id/ask" element={<AskPage />} />
    <Route path="/enquiries/:id/ask-by-law" element={<AskByLawPage />} />
    <Route path="/enquiries/:id/consent" element={<EnquiryConsentPage />} />
    <Route path="/enquiries/:id/outside" element={<EnquiryOutsidePage />} />
    <Route path="/enquiries/:id/share" element={<DecideOwnPage />} />
    <Route path="/requests/:id" element={<RequestPage />} />
    <Route path="/requests/:id/decide" element={<DecideRequestPage />} />
    <Route path="/requests/:id/nothing-known" element={<NothingKnownPage />} />
    <Route path="/requests/:id/allocate" element={<AllocatePage />} />
    <Route path="/requests/:id/dispute" element={<DisputePage />} />
    <Route path="/requests/:id/consent" element={<RequestConsentPage />} />
    <Route path="/requests/:id/outside" element={<RequestOutsidePage />} />
    <Route path="/decisions/:id" element={<DecisionPage />} />
    <Route path="/decisions/:id/send" element={<SendPage />} />
    <Route path="/decisions/:id/discuss" element={<DiscussPage />} />
    <Route path="/sent-and-received" element={<SentAndReceivedPage />} />
    <Route path="/disclosures/:id" element={<DisclosurePage />} />
    <Route path="/disclosures/:id/receive" element={<ReceivePage />} />
    <Route path="/disclosures/:id/items/:itemId/pass-on" element={<PassOnPage />} />
    <Route path="/disclosures/:id/items/:itemId/share/:decisionId" element={<ShareOnwardPage />} />
    <Route path="/consents/:id" element={<ConsentPage />} />
    <Route path="/consents/:id/withdraw" element={<WithdrawConsentPage />} />
    <Route path="/replay" element={<ReplayPage />} />
    <Route path="/replay/as-of" element={<AsOfPage />} />
    <Route path="/replay/events/:id" element={<AuditEventPage />} />
    <Route path="/mandates" element={<MandatesPage />} />
    <Route path="/mandates/give" element={<GiveMandatePage />} />
    <Route path="/directory" element={<DirectoryPage />} />
    <Route path="/directory/absence" element={<AbsencePage />} />
    <Route path="*" element={<NoSuchPage />} />
  </Routes>
);
