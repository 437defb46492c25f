import type { Result } from './results';

export function markdownOf(_results: readonly Result[], _sizes: readonly number[]): string {
  return '';
}
