/**
 * Names that Jira shows in place of a person it does not have, or cannot give at the moment. A record that bears one of
 * them and has nothing else of its own is a degraded record, not a person. Compared trimmed, in lower case.
 */
const standInNames: ReadonlySet<string> = new Set([
  'former user',
  'unknown user',
  'unknown',
  'anonymous',
  'deleted user',
  'inactive user',
  'ehemaliger benutzer',
  'ancien utilisateur',
  'antiguo usuario',
  'ex utente',
  'voormalige gebruiker',
  'antigo usuário',
  'tidigare användare',
  'tidligere bruger',
  'tidligere bruker',
  'entinen käyttäjä',
  'były użytkownik',
  'бывший пользователь',
  'bývalý uživatel',
  'korábbi felhasználó',
  'eski kullanıcı',
  '元ユーザー',
  '以前的用户',
  '前用户',
  '이전 사용자',
]);

export function isStandInName(name: string): boolean {
  return standInNames.has(name.trim().normalize('NFC').toLowerCase());
}
