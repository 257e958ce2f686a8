import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';

/** The practitioner's GraphQL, and the auditor's, which the hub passes on to the notary. */
export type Service = 'hub' | 'audit';

const addresses: Readonly<Record<Service, string>> = { hub: '/graphql', audit: '/audit/graphql' };

/**
 * Nothing is kept between reads: what may be seen depends on the purpose stated and on the rules of this moment,
 * and each read is recorded, so each page asks the hub.
 */
const clientFor = (service: Service): ApolloClient => new ApolloClient({
  link: new HttpLink({ uri: addresses[service], credentials: 'same-origin', headers: { 'x-mash-csrf': '1', 'apollo-require-preflight': 'true' } }),
  cache: new InMemoryCache(),
  defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
});

export const clients: Readonly<Record<Service, ApolloClient>> = { hub: clientFor('hub'), audit: clientFor('audit') };
