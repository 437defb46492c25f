import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { LOOPBACK } from './origins';

/** Another program, or another Kith, has the port. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';

  constructor(readonly port: number) {
    super(`The port ${port} is in use.`);
  }
}

/** A port of this computer that is held, so that its number is known before what it will serve exists. */
export class HeldPort {
  private handler: ReturnType<typeof getRequestListener> | undefined;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {
    server.on('request', (request, response) => {
      if (this.handler === undefined) response.writeHead(503).end('The sandbox is still starting.');
      else void this.handler(request, response);
    });
  }

  /** @param port 0 takes any free one. @throws PortInUse */
  static async take(port: number): Promise<HeldPort> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new PortInUse(port) : error),
      );
      server.listen(port, LOOPBACK, resolve);
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    return new HeldPort(server, address.port);
  }

  serve(app: Hono): void {
    this.handler = getRequestListener(app.fetch);
  }

  /** Takes no more requests and ends those under way, such as live views. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }
}
