/** On whose behalf a request comes: the app's own account, a person, or nobody. */
export type Identity = { as: 'app' } | { as: 'user'; accountId: string } | { as: 'none' };
