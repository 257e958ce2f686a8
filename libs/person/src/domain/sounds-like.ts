const code: Readonly<Record<string, string>> = {
  b: '1', f: '1', p: '1', v: '1', c: '2', g: '2', j: '2', k: '2', q: '2', s: '2', x: '2', z: '2', d: '3', t: '3', l: '4', m: '5', n: '5', r: '6',
};

/**
 * Names that sound alike in English share a key: the first letter and up to three classes of consonants.
 * Spelling at the front desk is by ear, so "Pelham", "Pellam" and "Pelhem" must meet.
 */
export function soundKey(name: string): string {
  const letters = name.replace(/[^a-z]/g, '');
  const first = letters[0];
  if (first === undefined) return '';
  let key = first;
  let last = code[first] ?? '';
  for (const letter of letters.slice(1)) {
    const next = code[letter] ?? '';
    if (next !== '' && next !== last) key += next;
    // The letters h and w do not part two consonants of one class; vowels do.
    if (letter !== 'h' && letter !== 'w') last = next;
  }
  return key.slice(0, 4).padEnd(4, '0');
}
