/** A company as it is chosen from a list. */
export interface CompanyChoice {
  value: string;
  label: string;
}
