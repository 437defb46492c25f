import type { TemplateOf } from '../contract/template';
import { sha256 } from './records';

/** What the job that empties a removed field has in hand. */
export interface EmptyFieldWork {
  of: TemplateOf;
  fieldId: string;
  /** So many records were looked at. */
  done: number;
  /** The id of the record that was seen to last. */
  after?: string;
}

/** One job for each field. */
export function emptyFieldJobId(of: TemplateOf, fieldId: string): string {
  return `empty-field:${of}:${sha256(fieldId)}`;
}
