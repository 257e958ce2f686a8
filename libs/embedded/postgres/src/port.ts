import { createServer } from 'node:net';

/** Refuses a port that another program holds or that we may not use, with a sentence that helps. */
export async function requireFreePort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(new Error(explain(port, error), { cause: error })));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve()));
  });
}

function explain(port: number, error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on 127.0.0.1 is taken by another program. Stop that program or choose another port.`;
    case 'EACCES':
      return `Port ${port} is reserved for the system. Choose a port above 1023.`;
    default:
      return `Port ${port} on 127.0.0.1 cannot be used: ${error.message}`;
  }
}
