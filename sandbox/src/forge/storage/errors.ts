/** A request that production would refuse. The SDK turns it into a `ForgeKvsAPIError` with this code. */
export class StorageRefusal extends Error {
  override readonly name = 'StorageRefusal';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A refusal with status 400, which is what all but a few codes have. */
export function refuse(code: string, message: string): StorageRefusal {
  return new StorageRefusal(400, code, message);
}

/** The app calls something of Forge's storage that the sandbox has not got. */
export class StoragePathUnknown extends Error {
  override readonly name = 'StoragePathUnknown';

  constructor(readonly path: string) {
    super(`The sandbox's storage has no path ${path}.`);
  }
}

/** `app.storage.entities` of the manifest breaks a rule of the platform. */
export class EntitiesInvalid extends Error {
  override readonly name = 'EntitiesInvalid';

  constructor(readonly problems: readonly string[]) {
    super(`The entities of the manifest are refused:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}
