import { admin as calls } from '../bridge/calls';
import type { Access, Right } from '../contract';
import type { DraftRules } from '../state/draft-rules';
import { queryKeys } from '../state/query-keys';
import { type AccessDraft, differingRights, draftOf, holdersOf, mergedDraft } from './access-draft';

/** How it is decided and saved who may do what. */
export const accessRules: DraftRules<Access, AccessDraft, Right> = {
  queryKey: queryKeys.access,
  read: calls.getAccess,
  write: (version, draft) => calls.updateAccess({ version, holders: holdersOf(draft) }),
  draftOf: ({ holders }) => draftOf(holders),
  differences: ({ holders }, draft) => differingRights(holders, draft),
  merged: (base, theirs, mine) => mergedDraft(base.holders, theirs.holders, mine),
};
