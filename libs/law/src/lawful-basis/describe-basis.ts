import { ANNEX_1, ARTICLE_6 } from './article-6.js';
import { ARTICLE_9, SCHEDULE_1 } from './article-9.js';
import { CONFIDENTIALITY_BASES } from './confidentiality.js';
import { ARTICLE_10, REGIMES, SCHEDULE_8 } from './criminal-and-part-3.js';
import { GATEWAYS, type GatewayCode } from './gateways.js';
import { type LawfulBasisSet } from './lawful-basis-set.js';

const special = (set: LawfulBasisSet): string => {
  if (set.article9 === undefined) return '';
  const condition = set.schedule1Condition === undefined ? '' : `, on Schedule 1: ${SCHEDULE_1[set.schedule1Condition].label}`;
  return `special category: ${ARTICLE_9[set.article9].label} (Article 9(2)(${set.article9}))${condition}`;
};

const article6 = (set: LawfulBasisSet): string => {
  if (set.article6 === undefined) return '';
  const conditions = (set.annex1Conditions ?? []).map((code) => ANNEX_1[code].label).join(', ');
  return `${ARTICLE_6[set.article6].label} (Article 6(1)(${set.article6}))${conditions === '' ? '' : `: ${conditions}`}`;
};

/** The basis in one line for a screen or a letter. */
export const describeBasis = (set: LawfulBasisSet): string =>
  [
    set.regime === 'PART3' ? REGIMES.PART3.label : '',
    article6(set),
    special(set),
    set.article10Condition === undefined ? '' : `offences: ${ARTICLE_10[set.article10Condition].label}`,
    set.schedule8Condition === undefined ? '' : `sensitive processing: ${SCHEDULE_8[set.schedule8Condition].label}`,
    set.gateways.map((code) => GATEWAYS[code].label).join(', '),
    set.confidentialityBasis === undefined ? '' : `confidence: ${CONFIDENTIALITY_BASES[set.confidentialityBasis].label}`,
  ]
    .filter((part) => part !== '')
    .join('; ');

/**
 * The sentence a public body puts in its request to a charity, which lets the charity answer on Annex 1 condition 1
 * (4.R0): without it in the request itself, that condition is not met.
 */
export const publicTaskStatement = (organisation: string, basisInLaw: GatewayCode): string =>
  `${organisation} states that it needs this information to carry out a task in the public interest under Article 6(1)(e) of UK GDPR, laid down by ${GATEWAYS[basisInLaw].label}.`;
