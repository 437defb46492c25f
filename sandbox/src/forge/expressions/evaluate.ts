import type { Expression } from './parse';
import { ExpressionError } from './tokens';

type Scope = ReadonlyMap<string, unknown>;

/**
 * Whether the event is wanted.
 *
 * @throws ExpressionError when the expression gives no boolean, or names a member that the event does not have.
 */
export function isWanted(expression: Expression, event: unknown): boolean {
  return truth(evaluate(expression, new Map([['event', event]])), 'the expression');
}

function evaluate(expression: Expression, scope: Scope): unknown {
  switch (expression.kind) {
    case 'value':
      return expression.value;
    case 'name':
      return scope.get(expression.name);
    case 'member':
      return member(evaluate(expression.of, scope), evaluate(expression.key, scope), expression.optional);
    case 'call':
      return call(expression, scope);
    case 'not':
      return !truth(evaluate(expression.of, scope), '!');
    case 'and':
      return truth(evaluate(expression.left, scope), '&&') && truth(evaluate(expression.right, scope), '&&');
    case 'or':
      return truth(evaluate(expression.left, scope), '||') || truth(evaluate(expression.right, scope), '||');
    case 'equal':
      return isEqual(evaluate(expression.left, scope), evaluate(expression.right, scope));
    case 'unequal':
      return !isEqual(evaluate(expression.left, scope), evaluate(expression.right, scope));
    case 'function':
      throw new ExpressionError('a function is not a value');
  }
}

function truth(value: unknown, where: string): boolean {
  if (typeof value !== 'boolean') throw new ExpressionError(`${where} needs a boolean`);
  return value;
}

/** Forge: a member that the event does not have is an error; `?.` helps against null only. */
function member(of: unknown, key: unknown, optional: boolean): unknown {
  if (of === null && optional) return null;
  if (Array.isArray(of)) {
    if (key === 'length') return of.length;
    if (typeof key === 'number' && key in of) return of[key];
  } else if (typeof of === 'object' && of !== null && typeof key === 'string' && Object.hasOwn(of, key)) {
    return (of as Record<string, unknown>)[key];
  }
  throw new ExpressionError(`there is no '${String(key)}'`);
}

function call({ of, method, argument, optional }: Extract<Expression, { kind: 'call' }>, scope: Scope): unknown {
  const list = evaluate(of, scope);
  if (list === null && optional) return null;
  if (!Array.isArray(list)) throw new ExpressionError(`${method}() is of lists only`);
  if (argument.kind !== 'function') {
    const wanted = evaluate(argument, scope);
    return list.some((item) => isEqual(item, wanted));
  }
  const { parameter, body } = argument;
  const apply = (item: unknown): unknown => evaluate(body, new Map([...scope, [parameter, item]]));
  const test = (item: unknown): boolean => truth(apply(item), `${method}()`);
  switch (method) {
    case 'some':
      return list.some(test);
    case 'every':
      return list.every(test);
    case 'filter':
      return list.filter(test);
    case 'map':
      return list.map(apply);
    case 'includes':
      throw new ExpressionError('includes() takes a value');
  }
}

function isEqual(left: unknown, right: unknown): boolean {
  const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object';
  if (!isPlain(left) || !isPlain(right)) throw new ExpressionError('only plain values can be compared');
  return left === right;
}
