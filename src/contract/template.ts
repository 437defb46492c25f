/** What a record of the template is about. */
export type TemplateOf = 'contact' | 'company';

/** How a field is filled in, and what its values have to look like. */
export const fieldKinds = [
  'text',
  'long-text',
  'number',
  'date',
  'yes-no',
  'choice',
  'choices',
  'email',
  'phone',
  'link',
] as const;

export type FieldKind = (typeof fieldKinds)[number];

/** One value to choose. Records hold its id, so that the label may change. */
export interface FieldOption {
  id: string;
  label: string;
}

/**
 * A field that the admin put into a template. Values: `text`, `long-text`, `email`, `phone` and `link` a string, `number` a
 * number, `date` a string `YYYY-MM-DD`, `yes-no` a boolean, `choice` the id of an option, `choices` a list of ids, each once.
 */
export interface TemplateField {
  id: string;
  kind: FieldKind;
  label: string;
  /** A record cannot be created without it, nor can it be emptied. Records from before stay as they are. */
  required: boolean;
  help?: string;
  /** For `choice` and `choices`. */
  options?: FieldOption[];
  /** Shown on the issue panel. Fields of contacts only. */
  onPanel?: boolean;
}

export interface FieldsSection {
  id: string;
  kind: 'fields';
  title: string;
  fields: TemplateField[];
}

/** The "Synced contact" section: read-only, in the contact template while sync is on. */
export interface SyncedSection {
  id: 'synced';
  kind: 'synced';
}

export type TemplateSection = FieldsSection | SyncedSection;

/** A field that was taken out of the template. Its values stay in the records until they are emptied on purpose. */
export interface RemovedField {
  field: TemplateField;
  removedAt: string;
  /** Its values are being emptied; absent when nobody asked for that. `done`: so many records were looked at. */
  emptying?: { done: number };
}

export interface Template {
  of: TemplateOf;
  /** Grows by one with each change; 0 before the first. */
  version: number;
  sections: TemplateSection[];
  removed: RemovedField[];
}
