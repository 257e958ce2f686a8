import * as law from '@mash/law';
import { codeEnum } from './code-enum.js';

/** The law's closed code lists as GraphQL enums, registered once for all contexts. */
export const CapacityEnum = codeEnum('CapacityInEnquiry', 'What somebody is in an enquiry, for a time.', law.ENQUIRY_CAPACITIES);
export const GroundEnum = codeEnum('EnquiryGround', 'Why the hub may look into a concern at all.', law.ENQUIRY_GROUNDS);
export const UrgencyEnum = codeEnum('Urgency', 'How soon an answer is wanted.', law.URGENCIES);
export const PurposeEnum = codeEnum('SharingPurpose', 'What information is shared for.', law.SHARING_PURPOSES);
export const ConsentPositionEnum = codeEnum('ConsentPosition', 'What a record says about consent.', law.CONSENT_POSITIONS);
export const NotSoughtReasonEnum = codeEnum('NotSoughtReason', 'Why consent was not sought: the closed list.', law.NOT_SOUGHT_REASONS);
export const RegimeEnum = codeEnum('Regime', 'Which part of data-protection law applies.', law.REGIMES);
export const Article6Enum = codeEnum('Article6', 'The basis for personal data.', law.ARTICLE_6);
export const Annex1Enum = codeEnum('Annex1', 'The recognised legitimate interest.', law.ANNEX_1);
export const Article9Enum = codeEnum('Article9', 'The further condition for special-category data.', law.ARTICLE_9);
export const Schedule1Enum = codeEnum('Schedule1', 'The condition of Schedule 1 to the Data Protection Act 2018.', law.SCHEDULE_1);
export const Article10Enum = codeEnum('Article10', 'The condition for criminal-offence data.', law.ARTICLE_10);
export const Schedule8Enum = codeEnum('Schedule8', 'The condition for sensitive processing in law enforcement.', law.SCHEDULE_8);
export const GatewayEnum = codeEnum('Gateway', 'A statutory gateway.', law.GATEWAYS);
export const ConfidentialityBasisEnum = codeEnum('ConfidentialityBasis', 'What lifts the duty of confidence, or why there is none.', law.CONFIDENTIALITY_BASES);
export const SharingMethodEnum = codeEnum('SharingMethod', 'How information travels.', law.SHARING_METHODS);
export const ItemNatureEnum = codeEnum('ItemNature', 'What a statement is.', law.ITEM_NATURES);
export const TransparencyEnum = codeEnum('Transparency', 'How a person concerned is told.', law.TRANSPARENCY);
export const NotToldExceptionEnum = codeEnum('NotToldException', 'The only reasons for which a person concerned is not told.', law.NOT_TOLD_EXCEPTIONS);
