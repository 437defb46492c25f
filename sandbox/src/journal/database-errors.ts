/** The database under this directory cannot be read. Nothing in it was changed. */
export class DatabaseUnreadable extends Error {
  override readonly name = 'DatabaseUnreadable';

  constructor(
    readonly directory: string,
    reason: string,
  ) {
    super(`The database in ${directory} cannot be read: ${reason}.`);
  }
}

/** Another running process, or another part of this one, has the database open. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse';

  constructor(
    readonly directory: string,
    readonly pid: number,
  ) {
    super(`The database in ${directory} is in use by process ${pid}.`);
  }
}
