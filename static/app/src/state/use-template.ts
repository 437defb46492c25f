import { useQuery } from '@tanstack/react-query';
import { contacts as calls } from '../bridge/calls';
import type { TemplateOf } from '../contract';
import { queryKeys } from './query-keys';

/** The template of contacts or companies, as the admin arranged it. */
export function useTemplate(of: TemplateOf) {
  return useQuery({ queryKey: queryKeys.template(of), queryFn: () => calls.getTemplate(of) });
}
