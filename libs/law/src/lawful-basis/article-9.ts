import { type CodeOf } from '../codes/code-list.js';

/** UK GDPR Article 9(2): one more is required for special-category data (4.2). */
export const ARTICLE_9 = {
  a: { label: 'Explicit consent' },
  b: { label: 'Employment, social security and social protection law' },
  c: { label: 'Vital interests of someone unable to consent' },
  d: { label: 'Not-for-profit body, its own members and contacts' },
  e: { label: 'Made public by the person' },
  f: { label: 'Legal claims or courts' },
  g: { label: 'Substantial public interest' },
  h: { label: 'Health or social care' },
  i: { label: 'Public health' },
  j: { label: 'Archiving, research or statistics' },
} as const;
export type Article9Code = CodeOf<typeof ARTICLE_9>;

/** Data Protection Act 2018, Schedule 1 conditions a hub meets; `part` decides what each may stand under. */
export const SCHEDULE_1 = {
  P1: { label: 'Employment, social security and social protection (paragraph 1)', part: 1 },
  P2: { label: 'Health or social care purposes (paragraph 2)', part: 1 },
  P3: { label: 'Public health (paragraph 3)', part: 1 },
  P4: { label: 'Research (paragraph 4)', part: 1 },
  P6: { label: 'Statutory and government purposes (paragraph 6)', part: 2 },
  P7: { label: 'Administration of justice (paragraph 7)', part: 2 },
  P8: { label: 'Equality of opportunity or treatment (paragraph 8)', part: 2 },
  P10: { label: 'Preventing or detecting unlawful acts (paragraph 10)', part: 2 },
  P11: { label: 'Protecting the public against dishonesty (paragraph 11)', part: 2 },
  P12: { label: 'Regulatory requirements about unlawful acts (paragraph 12)', part: 2 },
  P17: { label: 'Counselling, advice or support (paragraph 17)', part: 2 },
  P18: { label: 'Safeguarding of children and of individuals at risk (paragraph 18)', part: 2 },
  P19: { label: 'Safeguarding of economic well-being (paragraph 19)', part: 2 },
  P29: { label: 'Consent to use of criminal-offence data (paragraph 29)', part: 3 },
  P30: { label: 'Vital interests (paragraph 30)', part: 3 },
  P33: { label: 'Legal claims (paragraph 33)', part: 3 },
  P36: { label: 'Part 2 condition without substantial public interest (paragraph 36)', part: 3 },
} as const;
export type Schedule1Code = CodeOf<typeof SCHEDULE_1>;

/** Which Schedule 1 paragraph each Article 9 point stands on (4.R2); point (g) takes any of Part 2. */
export const SCHEDULE_1_MATCH: Partial<Record<Article9Code, Schedule1Code>> = { b: 'P1', h: 'P2', i: 'P3', j: 'P4' };
