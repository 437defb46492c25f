import type { FieldValue } from '../domain/contact';

export interface CompanyRecord {
  id: string;
  version: number;
  name: string;
  domains: string[];
  fields: Record<string, FieldValue>;
  createdAt: string;
  updatedAt: string;
}
