import type { FieldOption } from '../contract';

/** The options with one of them at another place; undefined where it cannot go there. */
export function movedOption(options: readonly FieldOption[], from: number, to: number): FieldOption[] | undefined {
  const option = options[from];
  if (option === undefined || to < 0 || to >= options.length) return undefined;
  return options.toSpliced(from, 1).toSpliced(to, 0, option);
}

/**
 * The options after a list was pasted into one of them, a line each: the first line goes into that one, the others follow.
 * Lines that are on the list already are left out, and those for which there is no room. Undefined for a single line.
 */
export function pastedOptions(
  options: readonly FieldOption[],
  index: number,
  text: string,
  most: number,
  newId: () => string,
): FieldOption[] | undefined {
  const into = options[index];
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  const known = new Set(options.map(({ label }) => label.trim().toLocaleLowerCase()));
  if (into === undefined || lines.filter((line) => line !== '').length < 2) return undefined;
  const fresh: string[] = [];
  for (const line of lines) {
    const name = line.toLocaleLowerCase();
    if (line === '' || known.has(name)) continue;
    known.add(name);
    fresh.push(line);
  }
  const takesFirst = into.label.trim() === '';
  const [first, ...others] = fresh;
  const added = (takesFirst ? others : fresh)
    .slice(0, Math.max(0, most - options.length))
    .map((label) => ({ id: newId(), label }));
  const kept =
    takesFirst && first !== undefined ? options.toSpliced(index, 1, { ...into, label: first }) : [...options];
  return kept.toSpliced(index + 1, 0, ...added);
}
