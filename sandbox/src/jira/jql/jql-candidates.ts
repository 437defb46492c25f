import type { IssueIndex } from '../issue-index';
import type { Condition } from './jql';
import { type JqlContext, wanted } from './jql-match';

/** The ids of the only issues that can match, where an index knows; undefined: any may. */
export function candidates(condition: Condition, index: IssueIndex, context: JqlContext): Set<string> | undefined {
  switch (condition.kind) {
    case 'and': {
      const known = condition.parts.flatMap((part) => candidates(part, index, context) ?? []);
      return known.sort((a, b) => a.size - b.size)[0];
    }
    case 'compare':
      return condition.comparison === '=' ? equalTo(condition.field, [condition.value], index, context) : undefined;
    case 'in':
      return condition.negated ? undefined : equalTo(condition.field, condition.values, index, context);
    default:
      return undefined;
  }
}

type Field = Extract<Condition, { kind: 'in' }>['field'];

function equalTo(
  field: Field,
  values: readonly string[],
  index: IssueIndex,
  context: JqlContext,
): Set<string> | undefined {
  if (field.kind === 'system') {
    if (field.field === 'key') return new Set(values);
    if (field.field !== 'reporter') return undefined;
  }
  const found = new Set<string>();
  for (const value of values) {
    const looked = wanted(field, value, context);
    const ids = field.kind === 'property' ? index.withValue(field.value, looked) : index.ofReporter(String(looked));
    for (const id of ids) found.add(id);
  }
  return found;
}
