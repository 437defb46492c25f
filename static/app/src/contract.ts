/** What the pages take from the contract: its types, its limits and the kinds of fields. The schemas stay with the resolvers. */
export type * from '../../../src/contract';
export { limits } from '../../../src/contract/limits';
export { fieldKinds } from '../../../src/contract/template';
