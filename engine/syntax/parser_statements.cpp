#include <algorithm>
#include <string>

#include "engine/syntax/parser.h"

namespace awaitscope {

using namespace ast;

ast::Module* Parser::parse_module() {
  Module* module = arena_.make<Module>();
  size_t from = scratch_.size();
  while (!is(Tok::EndMarker)) {
    statement_start_ = at_;
    if (!parse_statement()) return nullptr;
  }
  module->body = take_list<Stmt>(from);
  return module;
}

ast::Module* Parser::parse_only_expression() {
  Expr* value = parse_star_expressions();
  if (!value) return nullptr;
  auto* statement = make<ast::ExprStmt>(0);
  statement->value = value;
  while (accept(Tok::Newline)) {
  }
  if (!expect(Tok::EndMarker)) return nullptr;
  Module* module = arena_.make<Module>();
  size_t from = scratch_.size();
  scratch_.push_back(statement);
  module->body = take_list<Stmt>(from);
  return module;
}

// Pushes the statement, or the statements of one line.
bool Parser::parse_statement() {
  switch (peek()) {
    case Tok::Def:
    case Tok::At:
    case Tok::Async:
    case Tok::If:
    case Tok::Class:
    case Tok::With:
    case Tok::For:
    case Tok::Try:
    case Tok::While: break;
    default:
      if (!at_match_statement()) return parse_simple_statements();
  }
  Depth depth(*this);
  if (depth.too_much()) return too_deep(), false;
  Stmt* statement = parse_compound();
  if (!statement) return false;
  last_compound_line_ = std::max(last_compound_line_, statement->at.line);
  push(statement);
  return true;
}

bool Parser::parse_simple_statements() {
  for (;;) {
    Stmt* statement = parse_simple_statement();
    if (!statement) return false;
    push(statement);
    if (accept(Tok::Newline)) return true;
    if (!expect(Tok::Semicolon)) return false;
    if (accept(Tok::Newline)) return true;
  }
}

ast::Stmt* Parser::parse_simple_statement() {
  size_t first = at_;
  switch (peek()) {
    case Tok::Return: return parse_return();
    case Tok::Import: return parse_import();
    case Tok::From: return parse_import_from();
    case Tok::Raise: return parse_raise();
    case Tok::Del: return parse_delete();
    case Tok::Assert: return parse_assert();
    case Tok::Global: return parse_scope<Global>();
    case Tok::Nonlocal: return parse_scope<Nonlocal>();
    case Tok::Pass: advance(); return make<Pass>(first);
    case Tok::Break:
      misplaced_ = misplaced_ || loops_ == 0;
      advance();
      return make<Break>(first);
    case Tok::Continue:
      misplaced_ = misplaced_ || loops_ == 0;
      advance();
      return make<Continue>(first);
    default:
      if (at_type_alias()) return parse_type_alias();
      if (!at_lazy_import()) return parse_expression_statement();
      return peek_after() == Tok::Import ? parse_import() : parse_import_from();
  }
}

// `type` and `lazy` are names everywhere else.
bool Parser::at_type_alias() const {
  return version_ >= Version::V3_12 && is_word("type") && peek_after() == Tok::Name;
}

bool Parser::at_lazy_import() const {
  return version_ >= Version::V3_15 && is_word("lazy") &&
         (peek_after() == Tok::Import || peek_after() == Tok::From);
}

ast::Stmt* Parser::parse_type_alias() {
  size_t first = at_;
  advance();
  TypeAlias* node = arena_.make<TypeAlias>();
  Name* name = arena_.make<Name>();
  name->id = name_text(current());
  name->ctx = ExprContext::Store;
  node->name = name;
  advance();
  name->at = position_from(at_ - 1);
  if (!parse_type_params(node->type_params) || !expect(Tok::Equal)) return nullptr;
  node->value = parse_expression();
  if (!node->value) return nullptr;
  node->at = position_from(first);
  return node;
}

// [T, *Ts, **P], or nothing.
bool Parser::parse_type_params(List<TypeParam>& params) {
  if (version_ < Version::V3_12 || !accept(Tok::LeftBracket)) return true;
  size_t from = scratch_.size();
  do {
    if (!parse_type_param()) return false;
  } while (accept(Tok::Comma) && !is(Tok::RightBracket));
  params = take_list<TypeParam>(from);
  return expect(Tok::RightBracket);
}

bool Parser::parse_type_param() {
  size_t first = at_;
  TypeParam* param = arena_.make<TypeParam>();
  if (accept(Tok::Star)) {
    param->kind = TypeParam::Kind::TypeVarTuple;
  } else if (accept(Tok::DoubleStar)) {
    param->kind = TypeParam::Kind::ParamSpec;
  }
  param->name = name_text(current());
  if (!expect(Tok::Name)) return false;
  if (param->kind == TypeParam::Kind::TypeVar && accept(Tok::Colon)) {
    param->bound = parse_expression();
    if (!param->bound) return false;
  }
  if (version_ >= Version::V3_13 && accept(Tok::Equal)) {
    bool several = param->kind == TypeParam::Kind::TypeVarTuple;
    param->default_value = several ? parse_star_expression() : parse_expression();
    if (!param->default_value) return false;
  }
  param->at = position_from(first);
  push(param);
  return true;
}

namespace {

bool augmented_operator(Tok type, Operator& op) {
  switch (type) {
    case Tok::PlusEqual: op = Operator::Add; return true;
    case Tok::MinusEqual: op = Operator::Sub; return true;
    case Tok::StarEqual: op = Operator::Mult; return true;
    case Tok::SlashEqual: op = Operator::Div; return true;
    case Tok::DoubleSlashEqual: op = Operator::FloorDiv; return true;
    case Tok::PercentEqual: op = Operator::Mod; return true;
    case Tok::AtEqual: op = Operator::MatMult; return true;
    case Tok::AmpersandEqual: op = Operator::BitAnd; return true;
    case Tok::BarEqual: op = Operator::BitOr; return true;
    case Tok::CaretEqual: op = Operator::BitXor; return true;
    case Tok::LeftShiftEqual: op = Operator::LShift; return true;
    case Tok::RightShiftEqual: op = Operator::RShift; return true;
    case Tok::DoubleStarEqual: op = Operator::Pow; return true;
    default: return false;
  }
}

}  // namespace

// An expression, an assignment of any kind, or an annotation.
ast::Stmt* Parser::parse_expression_statement() {
  size_t first = at_;
  Expr* value = parse_yield_or_star_expressions();
  if (!value) return nullptr;
  Operator op;
  if (augmented_operator(peek(), op)) {
    if (!to_single_store(value)) return nullptr;
    advance();
    AugAssign* node = arena_.make<AugAssign>();
    node->target = value;
    node->op = op;
    node->value = parse_yield_or_star_expressions();
    if (!node->value) return nullptr;
    node->at = position_from(first);
    return node;
  }
  if (is(Tok::Colon)) return parse_annotation(first, value);
  if (!is(Tok::Equal)) {
    ExprStmt* node = make<ExprStmt>(first);
    node->value = value;
    return node;
  }
  size_t from = scratch_.size();
  while (accept(Tok::Equal)) {
    if (!to_store(value)) return nullptr;
    push(value);
    value = parse_yield_or_star_expressions();
    if (!value) return nullptr;
  }
  Assign* node = make<Assign>(first);
  node->targets = take_list<Expr>(from);
  node->value = value;
  return node;
}

ast::Stmt* Parser::parse_annotation(size_t first, Expr* target) {
  if (!to_single_store(target)) return nullptr;
  AnnAssign* node = arena_.make<AnnAssign>();
  node->target = target;
  node->simple = target->kind == ExprKind::Name && tokens_[first].type == Tok::Name;
  advance();
  node->annotation = parse_expression();
  if (!node->annotation) return nullptr;
  if (accept(Tok::Equal)) {
    node->value = parse_yield_or_star_expressions();
    if (!node->value) return nullptr;
  }
  node->at = position_from(first);
  return node;
}

ast::Stmt* Parser::parse_return() {
  size_t first = at_;
  misplaced_ = misplaced_ || functions_ == 0;
  advance();
  Return* node = arena_.make<Return>();
  if (!is(Tok::Newline) && !is(Tok::Semicolon)) {
    node->value = parse_star_expressions();
    if (!node->value) return nullptr;
  }
  node->at = position_from(first);
  return node;
}

ast::Stmt* Parser::parse_raise() {
  size_t first = at_;
  advance();
  Raise* node = arena_.make<Raise>();
  if (!is(Tok::Newline) && !is(Tok::Semicolon)) {
    node->exc = parse_expression();
    if (!node->exc) return nullptr;
    if (accept(Tok::From)) {
      node->cause = parse_expression();
      if (!node->cause) return nullptr;
    }
  }
  node->at = position_from(first);
  return node;
}

ast::Stmt* Parser::parse_delete() {
  size_t first = at_;
  advance();
  Delete* node = arena_.make<Delete>();
  size_t from = scratch_.size();
  do {
    Expr* target = parse_primary();
    if (!target || !to_delete(target)) return nullptr;
    push(target);
  } while (accept(Tok::Comma) && !is(Tok::Newline) && !is(Tok::Semicolon));
  node->targets = take_list<Expr>(from);
  node->at = position_from(first);
  return is(Tok::Newline) || is(Tok::Semicolon) ? node : fail_null();
}

ast::Stmt* Parser::parse_assert() {
  size_t first = at_;
  advance();
  Assert* node = arena_.make<Assert>();
  node->test = parse_expression();
  if (!node->test) return nullptr;
  if (accept(Tok::Comma)) {
    node->msg = parse_expression();
    if (!node->msg) return nullptr;
  }
  node->at = position_from(first);
  return node;
}

template <class T>
ast::Stmt* Parser::parse_scope() {
  size_t first = at_;
  advance();
  std::vector<Text> names;
  do {
    if (!is(Tok::Name)) return fail_null();
    names.push_back(name_text(current()));
    advance();
  } while (accept(Tok::Comma));
  T* node = make<T>(first);
  node->names = arena_.copy(names);
  return node;
}

// a.b.c, without the spaces that may stand around the dots.
bool Parser::parse_dotted_name(Text& name) {
  size_t first = at_;
  if (!expect(Tok::Name)) return false;
  bool spaced = false;
  while (is(Tok::Dot)) {
    spaced = spaced || current().start != tokens_[at_ - 1].end;
    advance();
    spaced = spaced || current().start != tokens_[at_ - 1].end;
    if (!expect(Tok::Name)) return false;
  }
  uint32_t start = tokens_[first].start, end = tokens_[at_ - 1].end;
  if (!spaced) {
    name = text_.substr(start, end - start);
    return true;
  }
  std::string joined;
  for (size_t i = first; i < at_; ++i) joined += text_of(tokens_[i]);
  name = arena_.copy(std::string_view(joined));
  return true;
}

ast::Stmt* Parser::parse_import() {
  size_t first = at_;
  bool is_lazy = is(Tok::Name);
  at_ += is_lazy ? 2 : 1;
  size_t from = scratch_.size();
  do {
    size_t alias_first = at_;
    Alias* alias = arena_.make<Alias>();
    if (!parse_dotted_name(alias->name)) return nullptr;
    if (accept(Tok::As)) {
      alias->asname = name_text(current());
      if (!expect(Tok::Name)) return nullptr;
    }
    alias->at = position_from(alias_first);
    push(alias);
  } while (accept(Tok::Comma));
  Import* node = make<Import>(first);
  node->is_lazy = is_lazy;
  node->names = take_list<Alias>(from);
  return node;
}

ast::Stmt* Parser::parse_import_from() {
  size_t first = at_;
  ImportFrom* node = arena_.make<ImportFrom>();
  node->is_lazy = is(Tok::Name);
  at_ += node->is_lazy ? 2 : 1;
  for (; is(Tok::Dot) || is(Tok::Ellipsis); advance()) node->level += is(Tok::Dot) ? 1 : 3;
  if (node->level == 0 || is(Tok::Name)) {
    if (!parse_dotted_name(node->module)) return nullptr;
  }
  if (!expect(Tok::Import)) return nullptr;
  size_t from = scratch_.size();
  if (is(Tok::Star)) {
    size_t star = at_;
    advance();
    Alias* alias = make<Alias>(star);
    alias->name = text_of(tokens_[star]);
    push(alias);
  } else {
    bool parenthesised = accept(Tok::LeftParen);
    do {
      size_t alias_first = at_;
      Alias* alias = arena_.make<Alias>();
      alias->name = name_text(current());
      if (!expect(Tok::Name)) return nullptr;
      if (accept(Tok::As)) {
        alias->asname = name_text(current());
        if (!expect(Tok::Name)) return nullptr;
      }
      alias->at = position_from(alias_first);
      push(alias);
    } while (accept(Tok::Comma) && !(parenthesised && is(Tok::RightParen)));
    if (parenthesised && !expect(Tok::RightParen)) return nullptr;
  }
  node->names = take_list<Alias>(from);
  node->at = position_from(first);
  return node;
}

}  // namespace awaitscope
