/** How the stand-in for the event store speaks and to whom. */
export interface EventStoreChoices {
  readonly host: string;
  readonly advertise: string | undefined;
  readonly tls: 'none' | 'throwaway' | { readonly certificate: string; readonly key: string };
  /** Who may sign in over TLS. */
  readonly user: { readonly name: string; readonly groups: readonly string[] };
  readonly grants: boolean;
  readonly manners: boolean;
  readonly allowDeletes: boolean;
}

export const EVENT_STORE_FLAGS = {
  host: { type: 'string' },
  advertise: { type: 'string' },
  tls: { type: 'boolean' },
  certificate: { type: 'string' },
  key: { type: 'string' },
  user: { type: 'string' },
  group: { type: 'string', multiple: true },
  'no-grants': { type: 'boolean' },
  'no-manners': { type: 'boolean' },
  'allow-deletes': { type: 'boolean' },
} as const;

/** The password has no option, because command lines can be read by everybody on the machine. */
export const PASSWORD_VARIABLE = 'MASH_EVENT_STORE_PASSWORD';

export const EVENT_STORE_USAGE = `The event store also takes:

  --tls               speak TLS with a certificate made for this run; clients trust the file that is told at the start
  --certificate FILE  speak TLS with this certificate and its chain (PEM) ...
  --key FILE          ... and its private key (PEM)
  --user NAME         who may sign in over TLS (default: mash); the password is taken from ${PASSWORD_VARIABLE}
  --group NAME        a group of that user, such as '$admins'; may be given several times
  --no-grants         do not give that user what a site gives its services: to read, append and follow the whole log
  --host HOST         listen here (default: 127.0.0.1); anything but this machine needs TLS
  --advertise HOST    the host by which clients reach the node, where that is another
  --no-manners        leave out the manners of a cluster: gaps in positions, a forgetful "any", 100 calls a connection
  --allow-deletes     allow streams to be deleted`;

type Values = { readonly [name in keyof typeof EVENT_STORE_FLAGS]?: string | boolean | string[] | undefined };

/** Reads the event store's own options; throws a sentence for the user. */
export function parseEventStoreChoices(values: Values): EventStoreChoices {
  const tls = tlsFrom(values);
  const secured = ['user', 'group', 'no-grants'] as const;
  const vain = tls === 'none' ? secured.find((name) => values[name] !== undefined) : undefined;
  if (vain !== undefined) throw new Error(`--${vain} is about signing in, which needs TLS: add --tls, or --certificate and --key.`);
  return {
    host: text(values.host) ?? '127.0.0.1',
    advertise: text(values.advertise),
    tls,
    user: { name: text(values.user) ?? 'mash', groups: Array.isArray(values.group) ? values.group : [] },
    grants: values['no-grants'] !== true,
    manners: values['no-manners'] !== true,
    allowDeletes: values['allow-deletes'] === true,
  };
}

function tlsFrom(values: Values): EventStoreChoices['tls'] {
  const certificate = text(values.certificate);
  const key = text(values.key);
  if (certificate === undefined && key === undefined) return values.tls === true ? 'throwaway' : 'none';
  if (certificate === undefined || key === undefined) throw new Error('--certificate and --key belong together: name both files.');
  return { certificate, key };
}

function text(value: Values[keyof Values]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
