import type { Chance } from '../../chance/chance';
import { SHARES } from './shares';
import type { AccountType } from './user';

const HEX_EIGHT = (chance: Chance): string =>
  Math.floor(chance.next() * 0x100000000)
    .toString(16)
    .padStart(8, '0');

/** Eight digits a draw: `Chance.uuid` draws far oftener, which counts for 100,000 accounts. */
const hex32 = (chance: Chance): string => HEX_EIGHT(chance) + HEX_EIGHT(chance) + HEX_EIGHT(chance) + HEX_EIGHT(chance);

function uuid(chance: Chance): string {
  const digits = hex32(chance);
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `9${digits.slice(17, 20)}`];
  return `${parts.join('-')}-${digits.slice(20)}`;
}

/** An account id of one of the shapes seen in Jira Cloud. */
export function accountId(type: AccountType, chance: Chance): string {
  if (type === 'customer') return `qm:${uuid(chance)}:${hex32(chance)}`;
  if (type === 'app') return `557058:${uuid(chance)}`;
  const shape = chance.next();
  if (shape < SHARES.ID_HEX) return `5${hex32(chance).slice(0, 23)}`;
  return shape < SHARES.ID_HEX + SHARES.ID_557058 ? `557058:${uuid(chance)}` : `712020:${uuid(chance)}`;
}
