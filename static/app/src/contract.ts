/** What the pages take from the contract: its types, and its limits. The schemas stay with the resolvers. */
export type * from '../../../src/contract';
export { limits } from '../../../src/contract/limits';
