import { en } from 'zod/locales';
import * as z from 'zod/mini';
import { failure } from '../contract/result';

z.config(en());

/** The answer to a malformed payload. `field` is the path of the first culprit, as `contact.email`; `payload` for all of it. */
export function invalidPayload(error: z.core.$ZodError) {
  const [issue] = error.issues;
  if (issue === undefined) return failure('invalid', 'The payload is malformed.', 'payload');
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  const field = path.length === 0 ? 'payload' : path.map(String).join('.');
  return failure('invalid', `${field}: ${issue.message}`, field);
}
