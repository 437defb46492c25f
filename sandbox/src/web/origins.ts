/** The two addresses of the sandbox. Both are on this computer only; the ports make them different origins. */
export interface Origins {
  site: string;
  app: string;
}

export const LOOPBACK = '127.0.0.1';

export const originOf = (port: number): string => `http://${LOOPBACK}:${port}`;
