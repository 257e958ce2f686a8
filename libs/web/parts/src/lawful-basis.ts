import { ANNEX_1, ARTICLE_10, ARTICLE_6, ARTICLE_9, CONFIDENTIALITY_BASES, GATEWAYS, REGIMES, SCHEDULE_1, SCHEDULE_8, labelOf } from '@mash/law';
import type { schema } from '@mash/web-data-access';
import type { Answers } from '@mash/web-ui';

/** The lawful basis that an agency relied on. */
export type LawfulBasis = schema.LawfulBasis;

/** GraphQL names begin with a letter: condition 6 of an annex is written N6 there. */
const graphqlCode = (code: string): string => (/^\d/.test(code) ? `N${code}` : code);
const ownCode = (code: string): string => code.replace(/^N(?=\d)/, '');

/** A basis as a form answered it. */
export const basisFrom = (answers: Answers, prefix: string): LawfulBasis => ({
  regime: answers.text(`${prefix}.regime`) || 'UKGDPR',
  article6: answers.optional(`${prefix}.article6`),
  annex1Conditions: answers.list(`${prefix}.annex1`).length === 0 ? null : answers.list(`${prefix}.annex1`).map(graphqlCode),
  article9: answers.optional(`${prefix}.article9`),
  schedule1Condition: answers.optional(`${prefix}.schedule1`),
  article10Condition: answers.optional(`${prefix}.article10`),
  schedule8Condition: answers.text(`${prefix}.schedule8`) === '' ? null : graphqlCode(answers.text(`${prefix}.schedule8`)),
  gateways: answers.list(`${prefix}.gateways`),
  confidentialityBasis: answers.optional(`${prefix}.confidence`),
});

/** A basis in words, a line for each part. */
export const basisLines = (basis: LawfulBasis): readonly string[] => [
  basis.regime === 'PART3' ? REGIMES.PART3.label : '',
  basis.article6 === null ? '' : `Article 6(1)(${basis.article6}): ${labelOf(ARTICLE_6, basis.article6)}`,
  ...(basis.annex1Conditions ?? []).map((code) => `Annex 1: ${labelOf(ANNEX_1, ownCode(code))}`),
  basis.article9 === null ? '' : `Article 9(2)(${basis.article9}): ${labelOf(ARTICLE_9, basis.article9)}`,
  basis.schedule1Condition === null ? '' : labelOf(SCHEDULE_1, basis.schedule1Condition),
  basis.article10Condition === null ? '' : `Criminal-offence data: ${labelOf(ARTICLE_10, basis.article10Condition)}`,
  basis.schedule8Condition === null ? '' : `Sensitive processing: ${labelOf(SCHEDULE_8, ownCode(basis.schedule8Condition))}`,
  ...basis.gateways.map((code) => labelOf(GATEWAYS, code)),
  basis.confidentialityBasis === null ? '' : `Confidence: ${labelOf(CONFIDENTIALITY_BASES, basis.confidentialityBasis)}`,
].filter((line) => line !== '');
