import { join } from 'node:path';
import ts from 'typescript';
import { root } from './read-texts';

export interface KeysUsed {
  /** Every key that a call of `t` can name, as the compiler knows it. */
  keys: Set<string>;
  /** Calls that may name any key, and calls while a module loads, as "file:line". */
  vague: string[];
  early: string[];
}

/** The calls of `t` in the pages. */
export function findKeys(all: number): KeysUsed {
  const config = join(root, 'static/app/tsconfig.json');
  const { config: options } = ts.readConfigFile(config, ts.sys.readFile);
  const { fileNames, options: parsed } = ts.parseJsonConfigFileContent(options, ts.sys, join(root, 'static/app'));
  const program = ts.createProgram(fileNames, { ...parsed, noEmit: true });
  const checker = program.getTypeChecker();
  const used: KeysUsed = { keys: new Set(), vague: [], early: [] };

  for (const file of program.getSourceFiles()) {
    if (!file.fileName.startsWith(join(root, 'static/app/src'))) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText() === 't') {
        const place = `${file.fileName.slice(root.length + 1)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
        const keys = keysOf(checker, node);
        if (keys.length === 0 || keys.length >= all) used.vague.push(place);
        else for (const key of keys) used.keys.add(key);
        if (ts.findAncestor(node, ts.isFunctionLike) === undefined) used.early.push(place);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return used;
}

function keysOf(checker: ts.TypeChecker, call: ts.CallExpression): string[] {
  const parameter = checker.getResolvedSignature(call)?.parameters[0];
  if (parameter === undefined) return [];
  const type = checker.getTypeOfSymbolAtLocation(parameter, call);
  const cases = type.isUnion() ? type.types : [type];
  return cases.flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
}
