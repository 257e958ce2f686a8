/** What a process says about how it reaches the log. */
export interface Access {
  readonly connectionString: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Whether real people's records are at stake: then plaintext and unchecked certificates are refused. */
  readonly production?: boolean;
  /** Allows plaintext on this machine in production, for an embedded node beside its services. */
  readonly plaintextOnThisMachine?: boolean;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** On plaintext nobody signs in, but a call that carries credentials takes the classic path (see append). */
const nobody: Credentials = { username: 'nobody', password: 'nobody' };

const loopback = /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d+)?$/i;

/** The parts of `esdb://user:password@host:port,host:port?key=value`. */
function partsOf(connectionString: string): { readonly hosts: readonly string[]; readonly settings: ReadonlyMap<string, string>; readonly signIn: string | undefined } {
  const [, body = ''] = connectionString.trim().split('://', 2);
  const [authority = '', query = ''] = body.split('?', 2);
  const at = authority.lastIndexOf('@');
  const settings = new URLSearchParams(query);
  return {
    hosts: authority.slice(at + 1).replace(/\/+$/, '').split(','),
    settings: new Map([...settings].map(([name, value]) => [name.toLowerCase().replace(/[_-]/g, ''), value.toLowerCase()])),
    signIn: at < 0 ? undefined : authority.slice(0, at),
  };
}

/**
 * The connection string without its user. Each call carries its own credentials; and the client quotes the string where it
 * does not understand it, on the console and in errors.
 */
export const withoutUser = (connectionString: string): string => {
  const { signIn } = partsOf(connectionString);
  return signIn === undefined ? connectionString : connectionString.replace(`${signIn}@`, '');
};

/** Whether the connection is encrypted. TLS is what the client does unless told otherwise. */
export const isEncrypted = (connectionString: string): boolean => partsOf(connectionString).settings.get('tls') !== 'false';

/**
 * What is wrong with how the log would be reached, in words that say what would be right; empty when it may be used.
 * On plaintext the client drops its credentials without a word, so whoever reaches the port is let in.
 */
export function problemsOf(access: Access): string[] {
  const { hosts, settings } = partsOf(access.connectionString);
  const production = access.production === true;
  const problems: string[] = [];
  if (!isEncrypted(access.connectionString)) {
    if (!hosts.every((host) => loopback.test(host))) {
      problems.push('It uses tls=false to another machine. On plaintext the client drops its credentials: use TLS, or a server on 127.0.0.1.');
    } else if (production && access.plaintextOnThisMachine !== true) {
      problems.push('It uses tls=false in production. Use TLS and a user, or set MASH_EVENT_STORE_PLAINTEXT=this-machine for an embedded node that serves this machine only.');
    }
    return problems;
  }
  if (production && settings.get('tlsverifycert') === 'false') {
    problems.push('It uses tlsVerifyCert=false in production, so that anybody could pose as the log. Name the authority by tlsCAFile instead.');
  }
  if (credentialsOf(access) === null) problems.push('It uses TLS without a user. Set MASH_EVENT_STORE_USER and MASH_EVENT_STORE_PASSWORD.');
  return problems;
}

/** Who signs in: the user given, else the one in the connection string. Null when TLS has nobody to sign in. */
export function credentialsOf(access: Access): Credentials | null {
  const { signIn } = partsOf(access.connectionString);
  if (access.user !== undefined && access.password !== undefined) return { username: access.user, password: access.password };
  const [, name, secret] = /^([^:]*):(.*)$/s.exec(signIn ?? '') ?? [];
  if (name && secret) return { username: decodeURIComponent(name), password: decodeURIComponent(secret) };
  return isEncrypted(access.connectionString) ? null : nobody;
}
