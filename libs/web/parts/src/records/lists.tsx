import type { ReactNode } from 'react';
interface Under { readonly enquiryId: string }
export const RequestsOf = (_: Under): ReactNode => null;
export const DecisionsOf = (_: Under): ReactNode => null;
export const DisclosuresOf = (_: Under): ReactNode => null;
export const ConsentsOf = (_: Under): ReactNode => null;
