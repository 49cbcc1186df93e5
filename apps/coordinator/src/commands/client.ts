import type { Values } from '@filigree/cli';
import { openControlClient } from '@filigree/protocol';
import type { ControlClient, Security } from '@filigree/protocol';

/** The values of the flags that every client takes. */
export type ClientValues = Values<'coordinator' | 'tlsCert' | 'tlsKey' | 'tlsCa' | 'tokenFile' | 'insecure'>;

/** The part of the flags that says how to be known. */
export function securityOf(values: Omit<ClientValues, 'coordinator'>): Security {
  const { tlsCert, tlsKey, tlsCa, tokenFile, insecure } = values;
  return { tlsCert, tlsKey, tlsCa, tokenFile, insecure };
}

/** Opens a client, uses it and closes it, whatever happens. */
export async function withClient<T>(values: ClientValues, use: (client: ControlClient) => Promise<T>): Promise<T> {
  const client = openControlClient(values.coordinator, securityOf(values));
  try {
    return await use(client);
  } finally {
    client.close();
  }
}
