import { z } from 'zod';

/** What `scripts/start.mjs` hands over, already checked for people; `users` and `directory` only when they were given. */
const startOptions = z.object({
  /** The folder of the repository. */
  root: z.string(),
  /** The folder that holds the saved site. */
  data: z.string(),
  /** 0 takes any free ports. */
  port: z.number(),
  fresh: z.boolean(),
  users: z.number().optional(),
  /** The path of a CSV file. */
  directory: z.string().optional(),
});

export type StartOptions = z.infer<typeof startOptions>;

export const DEFAULT_USERS = 2_500;

/** @throws Error when the argument is not what the start script gives. */
export function readStartOptions(argument: string | undefined): StartOptions {
  if (argument === undefined) throw new Error('The sandbox is started by `npm start`.');
  return startOptions.parse(JSON.parse(argument));
}
