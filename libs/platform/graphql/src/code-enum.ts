import { registerEnumType } from '@nestjs/graphql';

/** GraphQL names begin with a letter: condition 6 of an annex is written N6. */
const nameOf = (code: string): string => (/^\d/.test(code) ? `N${code}` : code);

/** Registers a closed code list of the law as a GraphQL enum, each value described by its plain label. */
export function codeEnum<C extends string>(
  name: string, description: string, list: Readonly<Record<C, { readonly label: string }>>,
): Readonly<Record<C, C>> {
  const codes = Object.keys(list) as C[];
  const values = Object.fromEntries(codes.map((code) => [nameOf(code), code])) as Record<C, C>;
  const labels = Object.fromEntries(codes.map((code) => [nameOf(code), { description: list[code].label }])) as Record<C, { description: string }>;
  registerEnumType(values, { name, description, valuesMap: labels });
  return values;
}

/** The same for a plain list of codes without labels. */
export const listEnum = <C extends string>(name: string, description: string, codes: readonly C[]): Readonly<Record<C, C>> =>
  codeEnum(name, description, Object.fromEntries(codes.map((code) => [
    code, { label: code.toLowerCase().replaceAll('_', ' ').replaceAll('-', ' ') },
  ])) as Record<C, { label: string }>);
