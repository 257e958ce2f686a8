import { GraphQLScalarType, Kind } from 'graphql';
import type { ValueNode } from 'graphql';
import { asId, asInstant } from '@mash/kernel';

/** A scalar whose values come in as text and are refused with words that say what would be right. */
function textScalar(name: string, description: string, parse: (text: string) => string): GraphQLScalarType<string, string> {
  const parseText = (value: unknown): string => {
    if (typeof value !== 'string') throw new TypeError(`${name} is written as text.`);
    return parse(value);
  };
  return new GraphQLScalarType<string, string>({
    name, description, serialize: (value) => String(value), parseValue: parseText,
    parseLiteral: (node: ValueNode) => parseText(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const within = (least: number, most: number) => (text: string): string => {
  const trimmed = text.trim();
  if (trimmed.length < least) throw new RangeError('This must not be empty.');
  if (trimmed.length > most) throw new RangeError(`This is longer than ${most} characters: shorten it.`);
  return trimmed;
};

export const UuidScalar = textScalar('Uuid', 'An identifier: a lower-case UUID.', (text) => asId(text));
export const InstantScalar = textScalar('Instant', 'A moment in UTC, for example 2026-11-21T09:30:00.000Z.', (text) => asInstant(text));
export const TextScalar = textScalar('Text', 'Words: at least one character, at most 4,000.', within(1, 4_000));
export const ShortTextScalar = textScalar('ShortText', 'A name or a line: at least one character, at most 200.', within(1, 200));
export const DateScalar = textScalar('Date', 'A day, for example 2017-03-04.', (text) => {
  const day = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)) {
    throw new RangeError('A date is written year-month-day, for example 2017-03-04, and must exist.');
  }
  return text;
});
