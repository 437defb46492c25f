/** Dollars (Forge: forge-platform-pricing). What is free each month is left out of account. */
const prices = { readGigabyte: 0.055, writtenGigabyte: 1.09, gigabyteSecond: 0.000025 };

const gigabyte = 1024 ** 3;

export interface Billed {
  bytesRead: number;
  bytesWritten: number;
  gigabyteSeconds: number;
}

export function dollarsOf({ bytesRead, bytesWritten, gigabyteSeconds }: Billed): number {
  return (
    (bytesRead / gigabyte) * prices.readGigabyte +
    (bytesWritten / gigabyte) * prices.writtenGigabyte +
    gigabyteSeconds * prices.gigabyteSecond
  );
}
