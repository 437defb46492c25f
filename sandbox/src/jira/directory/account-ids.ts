import type { Chance } from '../../chance/chance';
import { SHARES } from './shares';
import type { AccountType } from './user';

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Eight hexadecimal digits from one draw: `Chance.hex` draws oftener, which counts for 100,000 accounts. */
function hex8(chance: Chance): string {
  const bits = Math.floor(chance.next() * 0x100000000);
  return `${BYTES[bits >>> 24]}${BYTES[(bits >>> 16) & 255]}${BYTES[(bits >>> 8) & 255]}${BYTES[bits & 255]}`;
}

const hex32 = (chance: Chance): string => hex8(chance) + hex8(chance) + hex8(chance) + hex8(chance);

function uuid(chance: Chance): string {
  const [a, b, c, d] = [hex8(chance), hex8(chance), hex8(chance), hex8(chance)];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-9${c.slice(1, 4)}-${c.slice(4)}${d}`;
}

/** An account id of one of the shapes seen in Jira Cloud. */
export function accountId(type: AccountType, chance: Chance): string {
  if (type === 'customer') return `qm:${uuid(chance)}:${hex32(chance)}`;
  if (type === 'app') return `557058:${uuid(chance)}`;
  const shape = chance.next();
  if (shape < SHARES.ID_HEX) return `5${hex32(chance).slice(0, 23)}`;
  return shape < SHARES.ID_HEX + SHARES.ID_557058 ? `557058:${uuid(chance)}` : `712020:${uuid(chance)}`;
}
