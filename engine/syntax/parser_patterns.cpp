#include "engine/syntax/parser.h"

namespace awaitscope {

using namespace ast;

// `match` and `case` are names everywhere else. A line that begins with `match` and ends with a
// colon before an indented line can be nothing but a match statement.
bool Parser::at_match_statement() const {
  if (!is_word("match")) return false;
  switch (peek_after()) {
    case Tok::Name:
    case Tok::Number:
    case Tok::String:
    case Tok::FStringStart:
    case Tok::TStringStart:
    case Tok::LeftParen:
    case Tok::LeftBracket:
    case Tok::LeftBrace:
    case Tok::Minus:
    case Tok::Plus:
    case Tok::Tilde:
    case Tok::Star:
    case Tok::Not:
    case Tok::Lambda:
    case Tok::Await:
    case Tok::None:
    case Tok::True:
    case Tok::False:
    case Tok::Ellipsis: break;
    default: return false;
  }
  size_t end = at_;
  while (tokens_[end].type != Tok::Newline && tokens_[end].type != Tok::EndMarker &&
         tokens_[end].type != Tok::Error) {
    ++end;
  }
  return tokens_[end - 1].type == Tok::Colon && end + 1 < tokens_.size() &&
         tokens_[end + 1].type == Tok::Indent;
}

ast::Stmt* Parser::parse_match() {
  size_t first = at_;
  advance();
  Match* node = arena_.make<Match>();
  node->subject = parse_subject();
  if (!node->subject || !expect(Tok::Colon) || !expect(Tok::Newline) || !expect(Tok::Indent)) {
    return nullptr;
  }
  size_t from = scratch_.size();
  do {
    if (!parse_case()) return nullptr;
  } while (!accept(Tok::Dedent));
  node->cases = take_list<MatchCase>(from);
  node->at = position_from(first);
  return node;
}

ast::Expr* Parser::parse_subject() {
  size_t first = at_;
  Expr* only = parse_star_named_expression();
  if (!only) return nullptr;
  if (!is(Tok::Comma)) return only->kind == ExprKind::Starred ? fail_null() : only;
  PartScope parts(*this, only);
  size_t from = scratch_.size();
  push(only);
  while (accept(Tok::Comma) && !is(Tok::Colon)) {
    Expr* element = parse_star_named_expression();
    if (!element) return nullptr;
    push(element);
  }
  Tuple* tuple = make<Tuple>(first);
  tuple->elts = take_list<Expr>(from);
  return parts.finish(tuple);
}

bool Parser::parse_case() {
  if (!is_word("case")) return fail();
  advance();
  MatchCase* node = arena_.make<MatchCase>();
  node->pattern = parse_patterns();
  if (!node->pattern) return false;
  if (accept(Tok::If)) {
    node->guard = parse_named_expression();
    if (!node->guard) return false;
  }
  if (!expect(Tok::Colon) || !parse_block(node->body)) return false;
  push(node);
  return true;
}

ast::Pattern* Parser::parse_patterns() {
  size_t first = at_;
  Pattern* only = parse_maybe_star_pattern();
  if (!only) return nullptr;
  if (!is(Tok::Comma)) return only->kind == PatternKind::MatchStar ? fail_null() : only;
  size_t from = scratch_.size();
  push(only);
  while (accept(Tok::Comma) && !is(Tok::Colon) && !is(Tok::If)) {
    Pattern* element = parse_maybe_star_pattern();
    if (!element) return nullptr;
    push(element);
  }
  MatchSequence* node = make<MatchSequence>(first);
  node->patterns = take_list<Pattern>(from);
  return node;
}

ast::Pattern* Parser::parse_maybe_star_pattern() {
  if (!is(Tok::Star)) return parse_as_pattern();
  size_t first = at_;
  advance();
  Text name;
  if (is_word("_")) {
    advance();
  } else if (!parse_capture_name(name)) {
    return nullptr;
  }
  MatchStar* node = make<MatchStar>(first);
  node->name = name;
  return node;
}

bool Parser::parse_capture_name(Text& name) {
  if (!is(Tok::Name) || is_word("_")) return fail();
  Tok after = peek_after();
  if (after == Tok::Dot || after == Tok::LeftParen || after == Tok::Equal) return fail();
  name = name_text(current());
  advance();
  return true;
}

ast::Pattern* Parser::parse_as_pattern() {
  Depth depth(*this);
  if (depth.too_much()) return too_deep();
  size_t first = at_;
  Pattern* pattern = parse_or_pattern();
  if (!pattern || !accept(Tok::As)) return pattern;
  Text name;
  if (!parse_capture_name(name)) return nullptr;
  MatchAs* node = make<MatchAs>(first);
  node->pattern = pattern;
  node->name = name;
  return node;
}

ast::Pattern* Parser::parse_or_pattern() {
  size_t first = at_;
  Pattern* only = parse_closed_pattern();
  if (!only || !is(Tok::Bar)) return only;
  size_t from = scratch_.size();
  push(only);
  while (accept(Tok::Bar)) {
    Pattern* pattern = parse_closed_pattern();
    if (!pattern) return nullptr;
    push(pattern);
  }
  MatchOr* node = make<MatchOr>(first);
  node->patterns = take_list<Pattern>(from);
  return node;
}

ast::Pattern* Parser::parse_closed_pattern() {
  switch (peek()) {
    case Tok::Name: return parse_name_pattern();
    case Tok::LeftParen:
    case Tok::LeftBracket: return parse_sequence_pattern();
    case Tok::LeftBrace: return parse_mapping_pattern();
    default: return parse_literal_pattern();
  }
}

ast::Pattern* Parser::parse_literal_pattern() {
  size_t first = at_;
  ConstantKind singleton;
  switch (peek()) {
    case Tok::None: singleton = ConstantKind::None; break;
    case Tok::True: singleton = ConstantKind::True; break;
    case Tok::False: singleton = ConstantKind::False; break;
    default: {
      Expr* value = at_strings() ? parse_strings() : parse_pattern_number();
      if (!value) return nullptr;
      MatchValue* node = make<MatchValue>(first);
      node->value = value;
      return node;
    }
  }
  advance();
  MatchSingleton* node = make<MatchSingleton>(first);
  node->value = singleton;
  return node;
}

// A signed number, or a complex one: a signed real part, a sign and an imaginary part.
ast::Expr* Parser::parse_pattern_number() {
  size_t first = at_;
  Expr* left = parse_signed_number();
  if (!left || (!is(Tok::Plus) && !is(Tok::Minus))) return left;
  bool minus = is(Tok::Minus);
  advance();
  if (!is(Tok::Number)) return fail_null();
  Expr* right = parse_number();
  auto is_imaginary = [](Expr* number) {
    if (number->kind == ExprKind::UnaryOp) number = number->as<UnaryOp>()->operand;
    return number->as<Constant>()->value == ConstantKind::Imaginary;
  };
  if (is_imaginary(left) || !is_imaginary(right)) return fail_null();
  BinOp* node = make<BinOp>(first);
  node->left = left;
  node->op = minus ? Operator::Sub : Operator::Add;
  node->right = right;
  return over(node, left, right);
}

ast::Expr* Parser::parse_signed_number() {
  size_t first = at_;
  bool minus = accept(Tok::Minus);
  bool plus = !minus && version_ >= Version::V3_15 && accept(Tok::Plus);
  if (!is(Tok::Number)) return fail_null();
  Expr* number = parse_number();
  if (!minus && !plus) return number;
  UnaryOp* node = make<UnaryOp>(first);
  node->op = minus ? UnaryOperator::USub : UnaryOperator::UAdd;
  node->operand = number;
  return over(node, number);
}

// A capture, the wildcard, a dotted value or a class.
ast::Pattern* Parser::parse_name_pattern() {
  size_t first = at_;
  if (is_word("_")) {
    advance();
    return make<MatchAs>(first);
  }
  if (peek_after() == Tok::Equal) return fail_null();
  if (peek_after() != Tok::Dot && peek_after() != Tok::LeftParen) {
    advance();
    MatchAs* node = make<MatchAs>(first);
    node->name = name_text(tokens_[first]);
    return node;
  }
  Expr* name = parse_pattern_name();
  if (!name) return nullptr;
  if (is(Tok::LeftParen)) return parse_class_pattern(name, first);
  if (is(Tok::Equal)) return fail_null();
  MatchValue* node = make<MatchValue>(first);
  node->value = name;
  return node;
}

// name or name.attribute.attribute
ast::Expr* Parser::parse_pattern_name() {
  size_t first = at_;
  if (!expect(Tok::Name)) return nullptr;
  Name* head = make<Name>(first);
  head->id = name_text(tokens_[first]);
  Expr* name = head;
  while (name && accept(Tok::Dot)) {
    if (!is(Tok::Name)) return fail_null();
    std::string_view attribute = name_text(current());
    advance();
    Attribute* node = make<Attribute>(first);
    node->value = name;
    node->attr = attribute;
    name = over(node, name);
  }
  return name;
}

ast::Pattern* Parser::parse_class_pattern(Expr* name, size_t first) {
  advance();
  size_t from = scratch_.size();
  std::vector<Text> keywords;
  size_t positional = 0;
  while (!is(Tok::RightParen)) {
    if (is(Tok::Name) && peek_after() == Tok::Equal) {
      keywords.push_back(name_text(current()));
      at_ += 2;
    } else if (!keywords.empty()) {
      return fail_null();
    } else {
      ++positional;
    }
    Pattern* pattern = parse_as_pattern();
    if (!pattern) return nullptr;
    push(pattern);
    if (!is(Tok::RightParen) && !expect(Tok::Comma)) return nullptr;
  }
  advance();
  MatchClass* node = make<MatchClass>(first);
  node->cls = name;
  List<Pattern> all = take_list<Pattern>(from);
  node->patterns = all.subspan(0, positional);
  node->kwd_attrs = arena_.copy(keywords);
  node->kwd_patterns = all.subspan(positional);
  return node;
}

// A sequence in either bracket, or a pattern in parentheses.
ast::Pattern* Parser::parse_sequence_pattern() {
  size_t first = at_;
  Tok closing = is(Tok::LeftParen) ? Tok::RightParen : Tok::RightBracket;
  advance();
  size_t from = scratch_.size();
  bool any_comma = false;
  while (!is(closing)) {
    Pattern* element = parse_maybe_star_pattern();
    if (!element) return nullptr;
    push(element);
    if (is(closing)) break;
    if (!expect(Tok::Comma)) return nullptr;
    any_comma = true;
  }
  size_t count = scratch_.size() - from;
  if (closing == Tok::RightParen && count == 1 && !any_comma) {
    Pattern* only = static_cast<Pattern*>(scratch_[from]);
    if (only->kind == PatternKind::MatchStar) return fail_null();
    advance();
    scratch_.resize(from);
    return only;
  }
  advance();
  MatchSequence* node = make<MatchSequence>(first);
  node->patterns = take_list<Pattern>(from);
  return node;
}

ast::Pattern* Parser::parse_mapping_pattern() {
  size_t first = at_;
  advance();
  MatchMapping* node = arena_.make<MatchMapping>();
  std::vector<Expr*> keys;
  size_t from = scratch_.size();
  while (!is(Tok::RightBrace)) {
    if (!node->rest.empty()) return fail_null();
    if (accept(Tok::DoubleStar)) {
      if (!parse_capture_name(node->rest)) return nullptr;
    } else {
      Expr* key = nullptr;
      switch (peek()) {
        case Tok::String:
        case Tok::FStringStart:
        case Tok::TStringStart: key = parse_strings(); break;
        case Tok::None: key = constant(ConstantKind::None); break;
        case Tok::True: key = constant(ConstantKind::True); break;
        case Tok::False: key = constant(ConstantKind::False); break;
        case Tok::Name:
          if (peek_after() == Tok::Dot) key = parse_pattern_name();
          break;
        default: key = parse_pattern_number(); break;
      }
      if (!key || !expect(Tok::Colon)) return fail_null();
      Pattern* value = parse_as_pattern();
      if (!value) return nullptr;
      keys.push_back(key);
      push(value);
    }
    if (!is(Tok::RightBrace) && !expect(Tok::Comma)) return nullptr;
  }
  advance();
  node->at = position_from(first);
  node->keys = arena_.copy(keys);
  node->patterns = take_list<Pattern>(from);
  return node;
}

}  // namespace awaitscope
