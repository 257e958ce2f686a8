import { AddPersonPage, AssignPage, EnquiriesPage, EnquiryPage, OpenEnquiryPage, RecordGroundsPage, TellPage } from '@mash/web-enquiry';
import { AskByLawPage, AskPage } from '@mash/web-request';
import { WorkPage } from '@mash/web-work';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { NoSuchPage } from './shell/no-such-page.js';
import { SignedInPage } from './shell/signed-in-page.js';

/** Every page of the client. */
export const Pages = (): ReactNode => (
  <Routes>
    <Route path="/" element={<WorkPage />} />
    <Route path="/signed-in" element={<SignedInPage />} />
    <Route path="/enquiries" element={<EnquiriesPage />} />
    <Route path="/enquiries/open" element={<OpenEnquiryPage />} />
    <Route path="/enquiries/:id" element={<EnquiryPage />} />
    <Route path="/enquiries/:id/grounds" element={<RecordGroundsPage />} />
    <Route path="/enquiries/:id/assign" element={<AssignPage />} />
    <Route path="/enquiries/:id/tell" element={<TellPage />} />
    <Route path="/enquiries/:id/people/:personId" element={<AddPersonPage />} />
    <Route path="/enquiries/:id/ask" element={<AskPage />} />
    <Route path="/enquiries/:id/ask-by-law" element={<AskByLawPage />} />
    <Route path="*" element={<NoSuchPage />} />
  </Routes>
);
