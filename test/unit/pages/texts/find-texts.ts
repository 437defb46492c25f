import ts from 'typescript';

/** Attributes whose value a person reads or hears. */
const spoken =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|ariaLabel|label|title|placeholder|alt|description|help|legend|caption|none|forbidden|body|heading|header|text|message|noOptionsMessage|loadingMessage)$/;

const word = /\p{L}{2,}/u;
/** Several words, or one that is written like the beginning of a sentence. */
const phrase = /\p{L}{2,}[.,:;!?]? \p{L}+|^\p{Lu}\p{Ll}+[.:!?…]?$/u;

/**
 * Texts for people that stand in a source file, as "line: text". Whatever is shown must come out of `t()`: words between
 * tags, in attributes that are read aloud or shown, and phrases anywhere else. Words for programs are left alone: what is
 * imported, compared, thrown as an error, or the value of an attribute that nobody reads.
 */
export function findTexts(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const note = (node: ts.Node, text: string): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${line + 1}: ${text.trim()}`);
  };

  const visit = (node: ts.Node): void => {
    if (isForPrograms(node)) return;
    if (ts.isJsxText(node)) {
      if (word.test(node.text)) note(node, node.text);
    } else if (isText(node)) {
      if ((isShown(node) ? word : phrase).test(node.text)) note(node, node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

type Text = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

function isText(node: ts.Node): node is Text {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}

function isForPrograms(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isNewExpression(node)) return /Error$/.test(node.expression.getText());
  if (ts.isCallExpression(node))
    return node.expression.getText() === 't' && !node.arguments[0]?.getText().includes(' ');
  if (ts.isJsxAttribute(node)) {
    return !spoken.test(node.name.getText()) && node.initializer !== undefined && ts.isStringLiteral(node.initializer);
  }
  const { parent } = node;
  if (!isText(node)) return false;
  if (ts.isBinaryExpression(parent)) return /^[!=]==?$/.test(parent.operatorToken.getText());
  return ts.isCaseClause(parent) || (ts.isPropertyAssignment(parent) && parent.name === node);
}

/** Whether the value is what an attribute says or what stands between tags, directly or as one of several cases. */
function isShown(text: Text): boolean {
  for (let node: ts.Node = text; node.parent !== undefined; node = node.parent) {
    const { parent } = node;
    if (ts.isJsxAttribute(parent)) return spoken.test(parent.name.getText());
    if (ts.isJsxExpression(parent)) {
      if (ts.isJsxElement(parent.parent) || ts.isJsxFragment(parent.parent)) return true;
      continue;
    }
    const isCase =
      ts.isParenthesizedExpression(parent) ||
      ts.isTemplateExpression(parent) ||
      ts.isTemplateSpan(parent) ||
      (ts.isConditionalExpression(parent) && parent.condition !== node) ||
      (ts.isBinaryExpression(parent) && /^(?:&&|\|\||\?\?|\+)$/.test(parent.operatorToken.getText()));
    if (!isCase) return false;
  }
  return false;
}
