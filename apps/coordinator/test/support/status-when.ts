import { openControlClient } from '@filigree/protocol';
import type { StatusView } from '@filigree/protocol';
import { CLEAR } from '@filigree/testing';

/** The status of the coordinator on this port once it `holds`, asked again and again over one connection. */
export async function statusWhen(port: number, holds: (status: StatusView) => boolean): Promise<StatusView> {
  const client = openControlClient({ host: '127.0.0.1', port }, CLEAR);
  try {
    for (;;) {
      const status = await client.status();
      if (holds(status)) return status;
    }
  } finally {
    client.close();
  }
}
