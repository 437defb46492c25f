// Kept to syntax and globals that old Node versions understand, so that they get this answer and not a syntax error.

const OLDEST = [20, 19];

/** Ends the process with a clear word when this Node.js is too old. */
export function requireNodeVersion() {
  const parts = process.versions.node.split('.').map(Number);
  if (parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1])) return;
  console.error(
    `\nKith needs Node.js ${OLDEST.join('.')} or newer, and this is Node.js ${process.versions.node}. ` +
      'Install a current version from https://nodejs.org (or with your version manager) and run the command again.\n',
  );
  process.exit(1);
}
