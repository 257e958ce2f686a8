import { registerEnumType } from '@nestjs/graphql';

/** Registers a closed code list of the law as a GraphQL enum, each value described by its plain label. */
export function codeEnum<C extends string>(
  name: string, description: string, list: Readonly<Record<C, { readonly label: string }>>,
): Readonly<Record<C, C>> {
  const codes = Object.keys(list) as C[];
  const values = Object.fromEntries(codes.map((code) => [code, code])) as Record<C, C>;
  const labels = Object.fromEntries(codes.map((code) => [code, { description: list[code].label }])) as Record<C, { description: string }>;
  registerEnumType(values, { name, description, valuesMap: labels });
  return values;
}

/** The same for a plain list of codes without labels. */
export const listEnum = <C extends string>(name: string, description: string, codes: readonly C[]): Readonly<Record<C, C>> =>
  codeEnum(name, description, Object.fromEntries(codes.map((code) => [
    code, { label: code.toLowerCase().replaceAll('_', ' ').replaceAll('-', ' ') },
  ])) as Record<C, { label: string }>);
