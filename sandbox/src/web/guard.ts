import type { MiddlewareHandler } from 'hono';

const READS = new Set(['GET', 'HEAD']);

/**
 * Keeps other web pages out. Only the server's own name is answered (against DNS rebinding; `localhost` is sent on to it),
 * and what changes something must come from the origin itself (against cross-site requests).
 */
export function guard(origin: string): MiddlewareHandler {
  const { host, port } = new URL(origin);
  return async (context, next) => {
    const asked = context.req.header('host');
    if (asked === `localhost:${port}` && READS.has(context.req.method)) {
      const { pathname, search } = new URL(context.req.url);
      return context.redirect(origin + pathname + search);
    }
    if (asked !== host) return context.json({ message: `This server is ${origin} and answers to no other name.` }, 421);
    if (!READS.has(context.req.method) && context.req.header('origin') !== origin) {
      return context.json({ message: 'Only pages of this site may do that.' }, 403);
    }
    context.header('x-content-type-options', 'nosniff');
    return next();
  };
}
