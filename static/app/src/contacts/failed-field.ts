import type { Failure } from '../contract';

/** The last part of the path that names the culprit: "changes.email" is about `email`. */
export function failedField({ field }: Failure): string | undefined {
  return field?.split('.').at(-1);
}
