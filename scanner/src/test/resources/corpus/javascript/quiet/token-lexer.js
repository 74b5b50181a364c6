/** Reads arithmetic: tokens first, then a tree. */
class Lexer {
  constructor(source) {
    this.source = source;
    this.at = 0;
  }

  decode() {
    const tokens = [];
    for (let token = this.next(); token; token = this.next()) tokens.push(token);
    return tokens;
  }

  next() {
    const match = /\s*(?:(\d+)|(.))/y;
    match.lastIndex = this.at;
    const found = match.exec(this.source);
    if (!found) return null;
    this.at = match.lastIndex;
    return found[1] ? { kind: 'number', value: Number(found[1]) } : { kind: 'op', value: found[2] };
  }
}

function validateToken(token) {
  if (token.kind === 'op' && !'+-*/()'.includes(token.value)) {
    throw new SyntaxError(`unexpected token ${token.value}`);
  }
  return token;
}

function verifyTokens(source) {
  return new Lexer(source).decode().map(validateToken);
}

module.exports = { Lexer, verifyTokens };
