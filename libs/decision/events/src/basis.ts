import type { LawfulBasisSet, StatutoryBarCode } from '@mash/law';

/** A lawful basis as it stands in clear data: codes only. Its words are sealed beside it. */
export type BasisCodes = Omit<LawfulBasisSet, 'humanRightsNote' | 'barsChecked'> & {
  readonly barsChecked: readonly { readonly bar: StatutoryBarCode; readonly outcome: 'DOES_NOT_APPLY' | 'RESOLVED' | 'UNRESOLVED' }[];
};

/** The words of a lawful basis. */
export interface BasisWords {
  readonly humanRightsNote: string | null;
  readonly bars: readonly { readonly bar: StatutoryBarCode; readonly how: string }[];
}

/** Takes a basis apart, so that no free text reaches clear data. `words` is null when there are none. */
export function splitBasis(basis: LawfulBasisSet): { readonly codes: BasisCodes; readonly words: BasisWords | null } {
  const { humanRightsNote, barsChecked, ...codes } = basis;
  const bars = barsChecked.map(({ bar, how }) => ({ bar, how }));
  return {
    codes: { ...codes, barsChecked: barsChecked.map(({ bar, outcome }) => ({ bar, outcome })) },
    words: humanRightsNote === undefined && bars.length === 0 ? null : { humanRightsNote: humanRightsNote ?? null, bars },
  };
}
