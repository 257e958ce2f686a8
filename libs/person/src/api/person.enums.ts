import { codeEnum, listEnum } from '@mash/graphql';
import { relations } from '@mash/person-events';
import { matchReasons } from '../domain/terms.js';

export const RelationEnum = listEnum('Relation', 'How one person is related to another.', relations);
export const MatchReasonEnum = codeEnum('MatchReason', 'Why somebody was found, strongest first.', matchReasons);
export const AddressKindEnum = listEnum('AddressKind', 'What an address is to somebody.', ['HOME', 'PLACEMENT', 'SCHOOL', 'OTHER']);
export const SexEnum = listEnum('Sex', 'Sex as recorded.', ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN']);
export const BirthKindEnum = codeEnum('BirthKind', 'What is known of a birth.', {
  EXACT: { label: 'The day is known' }, ESTIMATED: { label: 'The day is estimated' }, EXPECTED: { label: 'An unborn child is expected on the day' },
  UNKNOWN: { label: 'Nothing is known' },
});
export const KnownAsEnum = codeEnum('KnownAs', 'How your unit comes to know of somebody.', {
  OWN: { label: 'Your own record' }, ASKED_ABOUT: { label: 'You were asked about them' }, DISCLOSED: { label: 'You were told of them' },
  MARKER: { label: 'Only that another unit knows them, and whom to ring' },
});
