import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { DefinitionNode } from 'graphql';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useChanges } from './changes.js';
import type { Service } from './clients.js';
import { clients } from './clients.js';
import type { Failure } from './failure.js';
import { failureFrom } from './failure.js';
import { atLeast } from './seen.js';

/** How a read stands. Data of an earlier answer stays while a new one is on its way. */
export interface Read<R> {
  readonly data: R | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  readonly again: () => void;
}

interface Options {
  /** Asks again when one of these views changed. */
  readonly wakeOn?: readonly string[];
  readonly skip?: boolean;
  readonly service?: Service;
}

const waits = (definition: DefinitionNode): boolean => 'variableDefinitions' in definition
  && (definition.variableDefinitions ?? []).some((each) => 'variable' in each && each.variable.name.value === 'atLeast');

/** Asks once. The views are waited for where the operation can wait. */
export async function read<R, V extends OperationVariables>(document: TypedDocumentNode<R, V>, variables: V, service: Service = 'hub'): Promise<R> {
  const all = document.definitions.some(waits) ? { ...variables, atLeast: atLeast() } : variables;
  const { data } = await clients[service].query<R, OperationVariables>({ query: document, variables: all });
  if (data === undefined || data === null) throw new Error('The hub gave no data.');
  return data as R;
}

/** Reads for a page, and again when something changed. */
export function useRead<R, V extends OperationVariables>(document: TypedDocumentNode<R, V>, variables: V, options: Options = {}): Read<R> {
  const { wakeOn = [], skip = false, service = 'hub' } = options;
  const key = JSON.stringify(variables);
  const [state, setState] = useState<{ key: string; data: R | null; failure: Failure | null; loading: boolean }>({ key, data: null, failure: null, loading: !skip });
  const latest = useRef(0);

  const again = useCallback(() => {
    const turn = ++latest.current;
    const mine = (): boolean => turn === latest.current;
    setState((now) => ({ key, data: now.key === key ? now.data : null, failure: null, loading: true }));
    read(document, JSON.parse(key) as V, service).then(
      (data) => { if (mine()) setState({ key, data, failure: null, loading: false }); },
      (error: unknown) => { const failure = failureFrom(error); if (mine()) setState({ key, data: null, failure, loading: false }); },
    );
  }, [document, key, service]);

  useEffect(() => {
    if (!skip) again();
    return () => { latest.current += 1; };
  }, [again, skip]);
  useChanges(wakeOn, again);
  return { data: state.key === key ? state.data : null, failure: state.failure, loading: state.loading, again };
}
