#include "engine/syntax/parser.h"

namespace awaitscope {

using namespace ast;

ast::Expr* Parser::parse_yield_or_star_expressions() {
  return is(Tok::Yield) ? parse_yield() : parse_star_expressions();
}

ast::Expr* Parser::parse_fragment() {
  using Way = Expr* (Parser::*)();
  constexpr Way kWays[] = {&Parser::parse_yield_or_star_expressions,
                           &Parser::parse_star_named_expression, &Parser::parse_starred_expression};
  for (Way way : kWays) {
    at_ = 0;
    if (way == kWays[2] && !is(Tok::Star)) break;
    Expr* found = (this->*way)();
    if (found && is(Tok::EndMarker)) return found;
  }
  return nullptr;
}

namespace {

// Whether a list of expressions can go on after a comma: everything that ends one.
bool ends_expressions(Tok type) {
  switch (type) {
    case Tok::Newline:
    case Tok::EndMarker:
    case Tok::RightParen:
    case Tok::RightBracket:
    case Tok::RightBrace:
    case Tok::Equal:
    case Tok::Colon:
    case Tok::Semicolon:
    case Tok::In: return true;
    default: return type >= Tok::PlusEqual && type <= Tok::DoubleStarEqual;
  }
}

struct BinaryOperator {
  int precedence;  // 0: not one
  Operator op;
};

BinaryOperator binary_operator(Tok type) {
  switch (type) {
    case Tok::Bar: return {1, Operator::BitOr};
    case Tok::Caret: return {2, Operator::BitXor};
    case Tok::Ampersand: return {3, Operator::BitAnd};
    case Tok::LeftShift: return {4, Operator::LShift};
    case Tok::RightShift: return {4, Operator::RShift};
    case Tok::Plus: return {5, Operator::Add};
    case Tok::Minus: return {5, Operator::Sub};
    case Tok::Star: return {6, Operator::Mult};
    case Tok::Slash: return {6, Operator::Div};
    case Tok::DoubleSlash: return {6, Operator::FloorDiv};
    case Tok::Percent: return {6, Operator::Mod};
    case Tok::At: return {6, Operator::MatMult};
    default: return {0, Operator::Add};
  }
}

}  // namespace

ast::Expr* Parser::parse_star_expressions() {
  size_t first = at_;
  Expr* only = parse_star_expression();
  if (!only || !is(Tok::Comma)) return only;
  PartScope parts(*this, only);
  size_t from = scratch_.size();
  push(only);
  while (accept(Tok::Comma)) {
    if (ends_expressions(peek())) break;
    Expr* element = parse_star_expression();
    if (!element) return nullptr;
    push(element);
  }
  Tuple* tuple = make<Tuple>(first);
  tuple->elts = take_list<Expr>(from);
  return parts.finish(tuple);
}

ast::Expr* Parser::parse_star_expression() {
  if (!is(Tok::Star)) return parse_expression();
  size_t first = at_;
  advance();
  Expr* value = parse_bitwise_or();
  if (!value) return nullptr;
  Starred* starred = make<Starred>(first);
  starred->value = value;
  return over(starred, value);
}

ast::Expr* Parser::parse_star_named_expression() {
  return is(Tok::Star) ? parse_star_expression() : parse_named_expression();
}

ast::Expr* Parser::parse_named_expression() {
  if (!is(Tok::Name) || peek_after() != Tok::ColonEqual) return parse_expression();
  size_t first = at_;
  Name* target = arena_.make<Name>();
  target->id = name_text(current());
  target->ctx = ExprContext::Store;
  advance();
  target->at = position_from(first);
  advance();
  Expr* value = parse_expression();
  if (!value) return nullptr;
  NamedExpr* named = make<NamedExpr>(first);
  named->target = target;
  named->value = value;
  return over(named, value);
}

ast::Expr* Parser::parse_expression() {
  Depth depth(*this);
  if (depth.too_much()) return too_deep();
  if (is(Tok::Lambda)) return parse_lambda();
  size_t first = at_;
  Expr* body = parse_disjunction();
  if (!body || !is(Tok::If)) return body;
  advance();
  Expr* test = parse_disjunction();
  if (!test || !expect(Tok::Else)) return nullptr;
  Expr* orelse = parse_expression();
  if (!orelse) return nullptr;
  IfExp* node = make<IfExp>(first);
  node->test = test;
  node->body = body;
  node->orelse = orelse;
  if (!over(node, body, orelse)) return nullptr;
  return node->height > test->height ? node : over(node, test);
}

ast::Expr* Parser::parse_logical(Tok type) {
  size_t first = at_;
  Expr* left = type == Tok::Or ? parse_logical(Tok::And) : parse_inversion();
  if (!left || !is(type)) return left;
  int height = left->height;
  size_t from = scratch_.size();
  push(left);
  while (accept(type)) {
    Expr* right = type == Tok::Or ? parse_logical(Tok::And) : parse_inversion();
    if (!right) return nullptr;
    push(right);
    if (right->height > height) height = right->height;
  }
  BoolOp* node = make<BoolOp>(first);
  node->op = type == Tok::Or ? BoolOperator::Or : BoolOperator::And;
  node->values = take_list<Expr>(from);
  return raised(node, height + 1);
}

ast::Expr* Parser::parse_inversion() {
  if (!is(Tok::Not)) return parse_comparison();
  Depth depth(*this);
  if (depth.too_much()) return too_deep();
  size_t first = at_;
  advance();
  Expr* operand = parse_inversion();
  if (!operand) return nullptr;
  UnaryOp* node = make<UnaryOp>(first);
  node->op = UnaryOperator::Not;
  node->operand = operand;
  return over(node, operand);
}

bool Parser::accept_comparison(CmpOp& op) {
  switch (peek()) {
    case Tok::EqualEqual: op = CmpOp::Eq; break;
    case Tok::NotEqual: op = CmpOp::NotEq; break;
    case Tok::Less: op = CmpOp::Lt; break;
    case Tok::LessEqual: op = CmpOp::LtE; break;
    case Tok::Greater: op = CmpOp::Gt; break;
    case Tok::GreaterEqual: op = CmpOp::GtE; break;
    case Tok::In: op = CmpOp::In; break;
    case Tok::Is:
      advance();
      op = accept(Tok::Not) ? CmpOp::IsNot : CmpOp::Is;
      return true;
    case Tok::Not:
      if (peek_after() != Tok::In) return false;
      at_ += 2;
      op = CmpOp::NotIn;
      return true;
    default: return false;
  }
  advance();
  return true;
}

ast::Expr* Parser::parse_comparison() {
  size_t first = at_;
  Expr* left = parse_bitwise_or();
  CmpOp op;
  if (!left || !accept_comparison(op)) return left;
  int height = left->height;
  size_t from = scratch_.size();
  std::vector<CmpOp> ops;
  do {
    ops.push_back(op);
    Expr* right = parse_bitwise_or();
    if (!right) return nullptr;
    push(right);
    if (right->height > height) height = right->height;
  } while (accept_comparison(op));
  Compare* node = make<Compare>(first);
  node->left = left;
  node->ops = arena_.copy(ops);
  node->comparators = take_list<Expr>(from);
  return raised(node, height + 1);
}

ast::Expr* Parser::parse_binary(int minimum) {
  size_t first = at_;
  Expr* left = parse_unary();
  if (!left) return nullptr;
  for (;;) {
    BinaryOperator found = binary_operator(peek());
    if (found.precedence == 0 || found.precedence < minimum) return left;
    advance();
    Expr* right = parse_binary(found.precedence + 1);
    if (!right) return nullptr;
    BinOp* node = make<BinOp>(first);
    node->left = left;
    node->op = found.op;
    node->right = right;
    left = over(node, left, right);
    if (!left) return nullptr;
  }
}

ast::Expr* Parser::parse_unary() {
  UnaryOperator op;
  switch (peek()) {
    case Tok::Plus: op = UnaryOperator::UAdd; break;
    case Tok::Minus: op = UnaryOperator::USub; break;
    case Tok::Tilde: op = UnaryOperator::Invert; break;
    default: return parse_power();
  }
  Depth depth(*this);
  if (depth.too_much()) return too_deep();
  size_t first = at_;
  advance();
  Expr* operand = parse_unary();
  if (!operand) return nullptr;
  UnaryOp* node = make<UnaryOp>(first);
  node->op = op;
  node->operand = operand;
  return over(node, operand);
}

ast::Expr* Parser::parse_power() {
  size_t first = at_;
  bool awaits = accept(Tok::Await);
  misplaced_ = misplaced_ || (awaits && functions_ == 0);
  Expr* left = parse_primary();
  if (!left) return nullptr;
  if (awaits) {
    Await* node = make<Await>(first);
    node->value = left;
    left = over(node, left);
    if (!left) return nullptr;
  }
  if (!is(Tok::DoubleStar)) return left;
  Depth depth(*this);
  if (depth.too_much()) return too_deep();
  advance();
  Expr* right = parse_unary();
  if (!right) return nullptr;
  BinOp* node = make<BinOp>(first);
  node->left = left;
  node->op = Operator::Pow;
  node->right = right;
  return over(node, left, right);
}

ast::Expr* Parser::parse_primary() {
  size_t first = at_;
  Expr* left = parse_atom();
  while (left && (is(Tok::Dot) || is(Tok::LeftParen) || is(Tok::LeftBracket))) {
    if (is(Tok::Dot)) {
      advance();
      if (!is(Tok::Name)) return fail_null();
      std::string_view name = name_text(current());
      advance();
      Attribute* node = make<Attribute>(first);
      node->value = left;
      node->attr = name;
      left = over(node, left);
      continue;
    }
    left = is(Tok::LeftParen) ? parse_call(first, left) : parse_subscript(first, left);
  }
  return left;
}

ast::Expr* Parser::parse_call(size_t first, Expr* function) {
  PartScope parts(*this, function);
  size_t opening = at_;
  advance();
  CallArguments arguments;
  if (!parse_arguments(arguments) || !expect(Tok::RightParen)) return nullptr;
  // A generator that is the only argument has the call's parentheses.
  if (arguments.generator) arguments.generator->at = position_from(opening);
  Call* node = make<Call>(first);
  node->func = function;
  node->args = arguments.positional;
  node->keywords = arguments.keywords;
  return parts.finish(node);
}

// What stands between the parentheses of a call or of a class.
bool Parser::parse_arguments(CallArguments& out) {
  size_t from = scratch_.size();
  size_t keywords = 0;
  bool double_star = false;
  // Pairs are pushed: an argument and null, or null and a keyword.
  while (!is(Tok::RightParen)) {
    size_t first = at_;
    if (is(Tok::DoubleStar) || (is(Tok::Name) && peek_after() == Tok::Equal)) {
      Keyword* keyword = arena_.make<Keyword>();
      if (accept(Tok::DoubleStar)) {
        double_star = true;
      } else {
        keyword->arg = name_text(current());
        at_ += 2;
      }
      keyword->value = parse_expression();
      if (!keyword->value) return false;
      keyword->at = position_from(first);
      push(nullptr);
      push(keyword);
      ++keywords;
    } else {
      if (is(Tok::Star) ? double_star : keywords > 0) return fail();
      Expr* argument = is(Tok::Star) ? parse_starred_expression() : parse_named_expression();
      if (!argument) return false;
      if (at_comprehension()) {
        if (scratch_.size() > from || !can_be_looped(argument)) return fail();
        GeneratorExp* generator = arena_.make<GeneratorExp>();
        if (!parse_comprehension_rest(generator, argument, Tok::RightParen)) return false;
        out.generator = generator;
        argument = generator;
      }
      push(argument);
      push(nullptr);
    }
    if (is(Tok::RightParen)) break;
    if (out.generator || !expect(Tok::Comma)) return fail();
  }
  size_t pairs = (scratch_.size() - from) / 2;
  out.positional = arena_.list<Expr>(pairs - keywords);
  out.keywords = arena_.list<Keyword>(keywords);
  size_t positional = 0, named = 0;
  for (size_t i = from; i < scratch_.size(); i += 2) {
    if (scratch_[i]) {
      out.positional[positional++] = static_cast<Expr*>(scratch_[i]);
    } else {
      out.keywords[named++] = static_cast<Keyword*>(scratch_[i + 1]);
    }
  }
  scratch_.resize(from);
  return true;
}

// '*' expression, as an argument or in a subscript
ast::Expr* Parser::parse_starred_expression() {
  size_t first = at_;
  advance();
  Expr* value = parse_expression();
  if (!value) return nullptr;
  Starred* starred = make<Starred>(first);
  starred->value = value;
  return over(starred, value);
}

ast::Expr* Parser::parse_subscript(size_t first, Expr* value) {
  PartScope parts(*this, value);
  advance();
  size_t slice_first = at_;
  Expr* slice = parse_slice();
  if (!slice) return nullptr;
  if (is(Tok::Comma) || slice->kind == ExprKind::Starred) {
    size_t from = scratch_.size();
    push(slice);
    while (accept(Tok::Comma) && !is(Tok::RightBracket)) {
      Expr* element = parse_slice();
      if (!element) return nullptr;
      push(element);
    }
    Tuple* tuple = make<Tuple>(slice_first);
    tuple->elts = take_list<Expr>(from);
    slice = raised(tuple, highest_ + 1);
    if (!slice) return nullptr;
  }
  if (!expect(Tok::RightBracket)) return nullptr;
  Subscript* node = make<Subscript>(first);
  node->value = value;
  node->slice = slice;
  return parts.finish(node);
}

// slice, or a starred expression
ast::Expr* Parser::parse_slice() {
  if (is(Tok::Star)) return parse_starred_expression();
  size_t first = at_;
  Expr* lower = nullptr;
  if (!is(Tok::Colon)) {
    lower = parse_named_expression();
    if (!lower || !is(Tok::Colon)) return lower;
    if (lower->kind == ExprKind::NamedExpr && tokens_[first].type != Tok::LeftParen) {
      return fail_null();
    }
  }
  auto part_follows = [this] {
    return !is(Tok::Colon) && !is(Tok::Comma) && !is(Tok::RightBracket);
  };
  advance();
  Expr *upper = nullptr, *step = nullptr;
  if (part_follows() && !(upper = parse_expression())) return nullptr;
  if (accept(Tok::Colon) && part_follows() && !(step = parse_expression())) return nullptr;
  Slice* node = make<Slice>(first);
  node->lower = lower;
  node->upper = upper;
  node->step = step;
  int height = 1;
  for (Expr* part : {lower, upper, step}) {
    if (part && part->height > height) height = part->height;
  }
  return raised(node, height + 1);
}

ast::Expr* Parser::parse_yield() {
  size_t first = at_;
  misplaced_ = misplaced_ || functions_ == 0;
  advance();
  if (accept(Tok::From)) {
    Expr* value = parse_expression();
    if (!value) return nullptr;
    YieldFrom* node = make<YieldFrom>(first);
    node->value = value;
    return over(node, value);
  }
  Expr* value = nullptr;
  if (!ends_expressions(peek()) || is(Tok::In)) {
    value = parse_star_expressions();
    if (!value) return nullptr;
  }
  Yield* node = make<Yield>(first);
  node->value = value;
  return value ? over(node, value) : raised(node, 1);
}

}  // namespace awaitscope
