#include <utility>

#include "engine/syntax/parser.h"

namespace awaitscope {

using namespace ast;

ast::Stmt* Parser::parse_compound() {
  size_t first = at_;
  switch (peek()) {
    case Tok::If: return parse_if(first);
    case Tok::For: return parse_for<For>(first);
    case Tok::While: return parse_while();
    case Tok::With: return parse_with<With>(first);
    case Tok::Try: return parse_try();
    case Tok::Def: return parse_function<FunctionDef>(first, {});
    case Tok::Class: return parse_class(first, {});
    case Tok::At: return parse_decorated();
    case Tok::Async: return parse_async(first, {});
    default: return parse_match();
  }
}

// A line of simple statements, or an indented block.
bool Parser::parse_block(List<Stmt>& body) {
  size_t from = scratch_.size();
  if (accept(Tok::Newline)) {
    if (!expect(Tok::Indent)) return false;
    do {
      if (!parse_statement()) return false;
    } while (!is(Tok::Dedent) && !is(Tok::EndMarker));
    if (!expect(Tok::Dedent)) return false;
  } else if (!parse_simple_statements()) {
    return false;
  }
  body = take_list<Stmt>(from);
  return true;
}

// At `if` or at `elif`.
ast::Stmt* Parser::parse_if(size_t first) {
  Depth depth(*this);
  if (depth.too_much()) return too_deep();
  advance();
  If* node = arena_.make<If>();
  node->test = parse_named_expression();
  if (!node->test || !expect(Tok::Colon) || !parse_block(node->body)) return nullptr;
  if (is(Tok::Elif)) {
    Stmt* other = parse_if(at_);
    if (!other) return nullptr;
    node->orelse = arena_.list<Stmt>(1);
    node->orelse[0] = other;
  } else if (!parse_else(node->orelse)) {
    return nullptr;
  }
  node->at = position_from(first);
  return node;
}

bool Parser::parse_else(List<Stmt>& body) {
  return !accept(Tok::Else) || (expect(Tok::Colon) && parse_block(body));
}

bool Parser::parse_loop(List<Stmt>& body) {
  ++loops_;
  bool read = parse_block(body);
  --loops_;
  return read;
}

bool Parser::parse_body(List<Stmt>& body, int functions) {
  int outer_functions = std::exchange(functions_, functions),
      outer_loops = std::exchange(loops_, 0);
  bool read = parse_block(body);
  functions_ = outer_functions;
  loops_ = outer_loops;
  return read;
}

ast::Stmt* Parser::parse_while() {
  size_t first = at_;
  advance();
  While* node = arena_.make<While>();
  node->test = parse_named_expression();
  if (!node->test || !expect(Tok::Colon) || !parse_loop(node->body) || !parse_else(node->orelse)) {
    return nullptr;
  }
  node->at = position_from(first);
  return node;
}

template <class T>
ast::Stmt* Parser::parse_for(size_t first) {
  advance();
  T* node = arena_.make<T>();
  node->target = parse_star_targets();
  if (!node->target || !expect(Tok::In)) return nullptr;
  node->iter = parse_star_expressions();
  if (!node->iter || !expect(Tok::Colon) || !parse_loop(node->body) || !parse_else(node->orelse)) {
    return nullptr;
  }
  node->at = position_from(first);
  return node;
}

template <class T>
ast::Stmt* Parser::parse_with(size_t first) {
  advance();
  T* node = arena_.make<T>();
  size_t from = scratch_.size(), begin = at_, warned = warnings_.size();
  // `with (a as b, c):` and `with (a, b) as c:` begin alike. The first is tried where the closing
  // parenthesis has the colon after it; it cannot be tried inside itself, so this stays linear.
  bool parenthesised = false;
  if (is(Tok::LeftParen)) {
    size_t closing = at_ + 1;
    while (tokens_[closing].level >= current().level && tokens_[closing].type != Tok::EndMarker &&
           tokens_[closing].type != Tok::Error) {
      ++closing;
    }
    parenthesised = closing + 1 < tokens_.size() && tokens_[closing + 1].type == Tok::Colon;
  }
  if (!parenthesised || !parse_with_items(WithStyle::Parenthesised)) {
    if (fail_reason_ == FailReason::TooDeep) return nullptr;
    scratch_.resize(from);
    warnings_.resize(warned);
    at_ = begin;
    if (!parse_with_items(WithStyle::Plain)) return nullptr;
  }
  node->items = take_list<WithItem>(from);
  if (!expect(Tok::Colon) || !parse_block(node->body)) return nullptr;
  node->at = position_from(first);
  return node;
}

bool Parser::parse_with_items(WithStyle style) {
  bool parenthesised = style == WithStyle::Parenthesised && accept(Tok::LeftParen);
  do {
    WithItem* item = arena_.make<WithItem>();
    item->context_expr = parse_expression();
    if (!item->context_expr) return false;
    if (accept(Tok::As)) {
      item->optional_vars = parse_star_target();
      if (!item->optional_vars) return false;
    }
    push(item);
  } while (accept(Tok::Comma) && !(parenthesised && is(Tok::RightParen)));
  return !parenthesised || expect(Tok::RightParen);
}

ast::Stmt* Parser::parse_try() {
  size_t first = at_;
  advance();
  Try* node = arena_.make<Try>();
  if (!expect(Tok::Colon) || !parse_block(node->body)) return nullptr;
  bool star = false;
  if (!parse_handlers(node->handlers, star)) return nullptr;
  if (!node->handlers.empty() && !parse_else(node->orelse)) return nullptr;
  if (accept(Tok::Finally)) {
    if (!expect(Tok::Colon) || !parse_block(node->finalbody)) return nullptr;
  } else if (node->handlers.empty()) {
    return fail_null();
  }
  node->at = position_from(first);
  if (!star) return node;
  TryStar* starred = arena_.make<TryStar>();
  starred->at = node->at;
  starred->body = node->body;
  starred->handlers = node->handlers;
  starred->orelse = node->orelse;
  starred->finalbody = node->finalbody;
  return starred;
}

bool Parser::parse_handlers(List<ExceptHandler>& handlers, bool& star) {
  size_t from = scratch_.size();
  while (is(Tok::Except)) {
    size_t first = at_;
    advance();
    bool this_star = accept(Tok::Star);
    if (scratch_.size() == from) {
      star = this_star;
    } else if (star != this_star) {
      return fail();
    }
    ExceptHandler* handler = arena_.make<ExceptHandler>();
    if (star || !is(Tok::Colon)) {
      size_t type_first = at_;
      handler->type = parse_expression();
      if (!handler->type) return false;
      if (is(Tok::Comma) && version_ >= Version::V3_14) {
        // Several without parentheses, which cannot have a name.
        PartScope parts(*this, handler->type);
        size_t types = scratch_.size();
        push(handler->type);
        while (accept(Tok::Comma) && !is(Tok::Colon)) {
          Expr* next = parse_expression();
          if (!next) return false;
          push(next);
        }
        Tuple* tuple = make<Tuple>(type_first);
        tuple->elts = take_list<Expr>(types);
        handler->type = parts.finish(tuple);
        if (!handler->type) return false;
      } else if (accept(Tok::As)) {
        handler->name = name_text(current());
        if (!expect(Tok::Name)) return false;
      }
    }
    if (!expect(Tok::Colon) || !parse_block(handler->body)) return false;
    handler->at = position_from(first);
    push(handler);
  }
  handlers = take_list<ExceptHandler>(from);
  return true;
}

ast::Stmt* Parser::parse_decorated() {
  size_t from = scratch_.size();
  while (accept(Tok::At)) {
    Expr* decorator = parse_named_expression();
    if (!decorator || !expect(Tok::Newline)) return nullptr;
    push(decorator);
  }
  List<Expr> decorators = take_list<Expr>(from);
  size_t first = at_;
  switch (peek()) {
    case Tok::Def: return parse_function<FunctionDef>(first, decorators);
    case Tok::Class: return parse_class(first, decorators);
    case Tok::Async:
      if (peek_after() == Tok::Def) return parse_async(first, decorators);
      advance();
      return fail_null();
    default: return fail_null();
  }
}

ast::Stmt* Parser::parse_async(size_t first, List<Expr> decorators) {
  advance();
  switch (peek()) {
    case Tok::Def: return parse_function<AsyncFunctionDef>(first, decorators);
    case Tok::For: return parse_for<AsyncFor>(first);
    case Tok::With: return parse_with<AsyncWith>(first);
    default: return fail_null();
  }
}

template <class T>
ast::Stmt* Parser::parse_function(size_t first, List<Expr> decorators) {
  advance();
  T* node = arena_.make<T>();
  node->decorator_list = decorators;
  node->name = name_text(current());
  if (!expect(Tok::Name) || !parse_type_params(node->type_params) || !expect(Tok::LeftParen)) {
    return nullptr;
  }
  node->args = parse_parameters(ParameterStyle::Function, Tok::RightParen);
  if (!node->args || !expect(Tok::RightParen)) return nullptr;
  if (accept(Tok::Arrow)) {
    node->returns = parse_expression();
    if (!node->returns) return nullptr;
  }
  if (!expect(Tok::Colon) || !parse_body(node->body, functions_ + 1)) return nullptr;
  node->at = position_from(first);
  return node;
}

ast::Stmt* Parser::parse_class(size_t first, List<Expr> decorators) {
  advance();
  ClassDef* node = arena_.make<ClassDef>();
  node->decorator_list = decorators;
  node->name = name_text(current());
  if (!expect(Tok::Name) || !parse_type_params(node->type_params)) return nullptr;
  if (accept(Tok::LeftParen)) {
    CallArguments arguments;
    if (!parse_arguments(arguments)) return nullptr;
    if (arguments.generator || !expect(Tok::RightParen)) return fail_null();
    node->bases = arguments.positional;
    node->keywords = arguments.keywords;
  }
  if (!expect(Tok::Colon) || !parse_body(node->body, 0)) return nullptr;
  node->at = position_from(first);
  return node;
}

}  // namespace awaitscope
