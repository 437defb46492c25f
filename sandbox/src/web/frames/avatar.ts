const COLOURS = ['#0b6e6e', '#5b4bb5', '#a2570b', '#1868db', '#943d73', '#4c6b1f'];

/** A person's picture: the letters that the file is named after, on a colour that goes with them. */
export function avatarSvg(fileName: string): string {
  const letters = fileName.replace(/\.png$/, '').slice(0, 4);
  const sum = [...letters].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const text = letters.replace(/[<>&"']/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="${COLOURS[sum % COLOURS.length]}"/><text x="24" y="31" text-anchor="middle" font-family="sans-serif" font-size="20" fill="#fff">${text}</text></svg>`;
}
