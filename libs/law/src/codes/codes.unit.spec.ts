import { describe, expect, it } from '@jest/globals';
import * as law from '../index.js';
import { codesOf, isCodeOf, labelOf } from './code-list.js';
import { ANSWER_KINDS, ENQUIRY_CAPACITIES, URGENCIES } from './enquiry-codes.js';
import { ORGANISATION_CAPACITIES } from './organisation-codes.js';

const lists = Object.entries(law).filter(
  (entry): entry is [string, law.CodeList] =>
    /^[A-Z]/.test(entry[0]) &&
    typeof entry[1] === 'object' &&
    Object.values(entry[1]).length > 0 &&
    Object.values(entry[1]).every((value) => typeof value === 'object' && value !== null && 'label' in value),
);

describe('a list of codes', () => {
  it('knows its codes, and no name that every object inherits', () => {
    expect(isCodeOf(ANSWER_KINDS, 'PART')).toBe(true);
    for (const raw of ['part', '', 'constructor', '__proto__', 'toString']) expect(isCodeOf(ANSWER_KINDS, raw)).toBe(false);
  });

  it('shows a code it does not know as it is written', () => {
    expect(labelOf(ANSWER_KINDS, 'SHARED')).toBe('Shared');
    expect(labelOf(ANSWER_KINDS, 'LATER_CODE')).toBe('LATER_CODE');
    expect(labelOf(ANSWER_KINDS, 'constructor')).toBe('constructor');
  });

  it.each(lists)('%s gives every code a label of its own', (_name, list) => {
    const labels = codesOf(list).map((code) => labelOf(list, code));
    expect(labels.every((label) => label.trim().length > 0)).toBe(true);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('1.8 holds the capacities and answers of the handbook', () => {
    expect(lists.length).toBeGreaterThan(40);
    expect(codesOf(ENQUIRY_CAPACITIES)).toHaveLength(10);
    expect(codesOf(ANSWER_KINDS)).toEqual(['SHARED', 'PART', 'NOTHING_KNOWN', 'HELD_NOT_SHARED', 'CLARIFY', 'NO_REPLY']);
    expect(codesOf(URGENCIES).map((code) => URGENCIES[code].defaultHours)).toEqual([4, 24, 72]);
    expect(codesOf(ORGANISATION_CAPACITIES)).toContain('COMPETENT_AUTHORITY');
  });
});
