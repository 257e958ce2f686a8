interface Constraint {
  readonly sourceTag: string;
  readonly onlyDependOnLibsWithTags: readonly string[];
}

export const contexts: readonly string[];
export const types: readonly string[];
export const runtimeNames: readonly string[];
export const constraints: readonly Constraint[];
export const specConstraints: readonly Constraint[];
