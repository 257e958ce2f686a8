import type { Metadata } from '@grpc/grpc-js';

import type { AccessRules } from '../access/access-rules.js';
import type { SignIn } from '../access/sign-in.js';
import type { EndPoint, LogLine } from '../options.js';
import { connectionLog, connectionNameIn } from './connection-name.js';
import { notLeader, RefusedError, wrongCredentials } from './refusal.js';

/** What the one who made a call may do. */
export interface Visitor {
  /** Rejects with a RefusedError when the call must be answered otherwise than by "access denied". */
  may(right: 'read' | 'write' | 'delete', stream: string): boolean | Promise<boolean>;
}

/**
 * Every call that reads or changes the log passes here first: by its headers it is told who made it and whether this
 * node may serve it. Gossip and the list of supported calls are open to everybody, as on a real server.
 */
export interface Gate {
  /** @throws RefusedError when the credentials are wrong or another node must be asked */
  admit(headers: Metadata): Visitor;
}

type Log = (line: LogLine) => void;

const ANYONE: Visitor = { may: () => true };
const STRANGER: Visitor = { may: () => false };

/** On plaintext nobody can be told from anybody else, so everybody may do everything; that is why it stays on loopback. */
export function openGate(log: Log): Gate {
  const note = connectionLog(log);
  return {
    admit(headers) {
      note(headers);
      return ANYONE;
    },
  };
}

export function guardedGate(signIn: SignIn, rules: AccessRules, log: Log): Gate {
  const note = connectionLog(log);
  return {
    admit(headers) {
      note(headers);
      const authorization = headers.get('authorization')[0];
      const result = signIn.check(typeof authorization === 'string' ? authorization : undefined);
      switch (result.kind) {
        case 'signed-in':
          return { may: (right, stream) => rules.may(result.caller, right, stream) };
        case 'anonymous':
          return STRANGER;
        case 'rejected':
          log({ level: 'warn', msg: 'refused a call: wrong user or password', connection: connectionNameIn(headers) });
          throw new RefusedError(wrongCredentials());
      }
    },
  };
}

/** A follower serves reads that do not ask for the leader, and sends everybody else to it. */
export function followerGate(gate: Gate, leader: EndPoint): Gate {
  const elsewhere = (): RefusedError => new RefusedError(notLeader(leader));
  return {
    admit(headers) {
      const visitor = gate.admit(headers);
      if (headers.get('requires-leader')[0] === 'true') throw elsewhere();
      return { may: (right, stream) => (right === 'read' ? visitor.may(right, stream) : Promise.reject(elsewhere())) };
    },
  };
}
