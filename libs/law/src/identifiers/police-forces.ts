import { isCodeOf, type CodeOf } from '../codes/code-list.js';
import { parsed, unreadable, type Parsed } from '../problem/parsed.js';

/** The 43 forces of England and Wales; the numbers are not contiguous (13.6, general knowledge: check before release). */
export const POLICE_FORCES = {
  '01': { label: 'Metropolitan' },
  '03': { label: 'Cumbria' },
  '04': { label: 'Lancashire' },
  '05': { label: 'Merseyside' },
  '06': { label: 'Greater Manchester' },
  '07': { label: 'Cheshire' },
  '10': { label: 'Northumbria' },
  '11': { label: 'Durham' },
  '12': { label: 'North Yorkshire' },
  '13': { label: 'West Yorkshire' },
  '14': { label: 'South Yorkshire' },
  '16': { label: 'Humberside' },
  '17': { label: 'Cleveland' },
  '20': { label: 'West Midlands' },
  '21': { label: 'Staffordshire' },
  '22': { label: 'West Mercia' },
  '23': { label: 'Warwickshire' },
  '30': { label: 'Derbyshire' },
  '31': { label: 'Nottinghamshire' },
  '32': { label: 'Lincolnshire' },
  '33': { label: 'Leicestershire' },
  '34': { label: 'Northamptonshire' },
  '35': { label: 'Cambridgeshire' },
  '36': { label: 'Norfolk' },
  '37': { label: 'Suffolk' },
  '40': { label: 'Bedfordshire' },
  '41': { label: 'Hertfordshire' },
  '42': { label: 'Essex' },
  '43': { label: 'Thames Valley' },
  '44': { label: 'Hampshire' },
  '45': { label: 'Surrey' },
  '46': { label: 'Kent' },
  '47': { label: 'Sussex' },
  '48': { label: 'City of London' },
  '50': { label: 'Devon and Cornwall' },
  '52': { label: 'Avon and Somerset' },
  '53': { label: 'Gloucestershire' },
  '54': { label: 'Wiltshire' },
  '55': { label: 'Dorset' },
  '60': { label: 'North Wales' },
  '61': { label: 'Gwent' },
  '62': { label: 'South Wales' },
  '63': { label: 'Dyfed-Powys' },
} as const;
export type PoliceForceCode = CodeOf<typeof POLICE_FORCES>;

/** Reads a force number; '1' is read as '01'. */
export const parsePoliceForce = (raw: string): Parsed<PoliceForceCode> => {
  const code = raw.trim().padStart(2, '0');
  return isCodeOf(POLICE_FORCES, code)
    ? parsed(code)
    : unreadable('No police force of England and Wales has this number; a force number has two digits, for example 22 for West Mercia.');
};
