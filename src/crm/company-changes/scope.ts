/** Changes by the domains of one company, or by those of all. */
export type ChangesScope = 'company' | 'all';
