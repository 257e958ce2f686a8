import { isPersonal } from '@mash/kernel';

/** One value of an event's content and where it stands. */
export interface Piece {
  readonly path: string;
  readonly value: string | null;
  readonly withheld: boolean;
  readonly sealed: boolean;
}

/** An event's data as a list of values. A sealed value that the keys did not open is withheld whole. */
export function piecesOf(value: unknown, path = '', sealed = false): Piece[] {
  if (isPersonal(value)) {
    return value.value === null ? [{ path, value: null, withheld: true, sealed: true }] : piecesOf(value.value, path, true);
  }
  if (typeof value === 'object' && value !== null) {
    const inside = Object.entries(value);
    if (inside.length > 0) return inside.flatMap(([name, each]) => piecesOf(each, `${path}/${name}`, sealed));
    return [{ path, value: Array.isArray(value) ? '[]' : '{}', withheld: false, sealed }];
  }
  return [{ path, value: value === null || value === undefined ? null : String(value), withheld: false, sealed }];
}
