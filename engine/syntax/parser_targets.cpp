#include "engine/syntax/parser.h"

namespace awaitscope {

using namespace ast;

// The targets of a for loop end before `in`, which an expression would take for a comparison.
ast::Expr* Parser::parse_star_targets() {
  size_t first = at_;
  Expr* only = parse_star_target();
  if (!only || !is(Tok::Comma)) return only;
  PartScope parts(*this, only);
  size_t from = scratch_.size();
  push(only);
  while (accept(Tok::Comma) && !is(Tok::In)) {
    Expr* target = parse_star_target();
    if (!target) return nullptr;
    push(target);
  }
  Tuple* tuple = make<Tuple>(first);
  tuple->elts = take_list<Expr>(from);
  tuple->ctx = ExprContext::Store;
  return parts.finish(tuple);
}

ast::Expr* Parser::parse_star_target() {
  size_t first = at_;
  bool starred = accept(Tok::Star);
  Expr* target = parse_primary();
  if (!target || !to_store(target)) return fail_null();
  if (!starred) return target;
  Starred* node = make<Starred>(first);
  node->value = target;
  node->ctx = ExprContext::Store;
  return over(node, target);
}

// Recursive, but no deeper than the expression that the parser has made.
bool Parser::to_store(Expr* target) {
  switch (target->kind) {
    case ExprKind::Starred: {
      Starred* starred = target->as<Starred>();
      starred->ctx = ExprContext::Store;
      return starred->value->kind != ExprKind::Starred && to_store(starred->value);
    }
    case ExprKind::Tuple: {
      Tuple* tuple = target->as<Tuple>();
      tuple->ctx = ExprContext::Store;
      for (Expr* element : tuple->elts) {
        if (!to_store(element)) return false;
      }
      return true;
    }
    case ExprKind::List: {
      ListExpr* list = target->as<ListExpr>();
      list->ctx = ExprContext::Store;
      for (Expr* element : list->elts) {
        if (!to_store(element)) return false;
      }
      return true;
    }
    default: return to_single_store(target);
  }
}

bool Parser::to_single_store(Expr* target) {
  switch (target->kind) {
    case ExprKind::Name: target->as<Name>()->ctx = ExprContext::Store; return true;
    case ExprKind::Attribute: target->as<Attribute>()->ctx = ExprContext::Store; return true;
    case ExprKind::Subscript: target->as<Subscript>()->ctx = ExprContext::Store; return true;
    default: return fail();
  }
}

bool Parser::is_operand(const Expr* expr, size_t first) const {
  switch (expr->kind) {
    case ExprKind::BoolOp:
    case ExprKind::Compare:
    case ExprKind::IfExp:
    case ExprKind::Lambda: break;
    case ExprKind::UnaryOp:
      if (expr->as<UnaryOp>()->op == UnaryOperator::Not) break;
      return true;
    default: return true;
  }
  const LexToken& token = tokens_[first];
  return expr->at.line != token.line || expr->at.column != token.column;
}

bool Parser::to_delete(Expr* target) {
  switch (target->kind) {
    case ExprKind::Name: target->as<Name>()->ctx = ExprContext::Del; return true;
    case ExprKind::Attribute: target->as<Attribute>()->ctx = ExprContext::Del; return true;
    case ExprKind::Subscript: target->as<Subscript>()->ctx = ExprContext::Del; return true;
    case ExprKind::Tuple: {
      Tuple* tuple = target->as<Tuple>();
      tuple->ctx = ExprContext::Del;
      for (Expr* element : tuple->elts) {
        if (!to_delete(element)) return false;
      }
      return true;
    }
    case ExprKind::List: {
      ListExpr* list = target->as<ListExpr>();
      list->ctx = ExprContext::Del;
      for (Expr* element : list->elts) {
        if (!to_delete(element)) return false;
      }
      return true;
    }
    default: return fail();
  }
}

}  // namespace awaitscope
