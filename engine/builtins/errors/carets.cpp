#include "engine/builtins/errors/carets.h"

#include "engine/objects/run_context.h"
#include "engine/syntax/syntax.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {

namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

size_t characters(std::string_view text) {
  size_t count = 0;
  for (char c : text) count += (c & 0xc0) != 0x80;
  return count;
}

// What is marked apart from the rest of the segment: the operator, or the brackets and the key.
struct Anchors {
  size_t left = 0, right = 0;  // bytes; both 0: nothing is
};

Anchors operator_of(std::string_view segment, const ast::BinOp* expression) {
  size_t from = size_t(expression->left->at.end_column);
  size_t to = size_t(expression->right->at.column);
  if (from > segment.size() || to > segment.size() || to < from) return {};
  std::string_view between = segment.substr(from, to - from);
  size_t space = 0;
  while (space < between.size() && is_space(between[space])) ++space;
  size_t left = from + space, right = left + 1;
  if (space + 1 < between.size() && !is_space(between[space + 1])) ++right;
  while (left < segment.size() &&
         (is_space(segment[left]) || segment[left] == ')' || segment[left] == '#')) {
    ++left;
    ++right;
  }
  return {left, right};
}

Anchors subscript_of(std::string_view segment, const ast::Subscript* expression) {
  size_t left = size_t(expression->value->at.end_column);
  size_t right = size_t(expression->slice->at.end_column) + 1;
  while (left < segment.size() && segment[left] != '[') ++left;
  while (right < segment.size() && segment[right] != ']') ++right;
  if (right < segment.size()) ++right;
  return {left, right};
}

Anchors anchors_of(std::string_view segment) {
  Parsed parsed = parse(segment, this_run().version);
  if (!parsed.tree || parsed.tree->module->body.size() != 1) return {};
  const ast::Stmt* statement = parsed.tree->module->body[0];
  if (statement->kind != ast::StmtKind::Expr) return {};
  const ast::Expr* value = static_cast<const ast::ExprStmt*>(statement)->value;
  if (value->at.end_line != 1) return {};
  if (value->kind == ast::ExprKind::BinOp)
    return operator_of(segment, static_cast<const ast::BinOp*>(value));
  if (value->kind == ast::ExprKind::Subscript)
    return subscript_of(segment, static_cast<const ast::Subscript*>(value));
  return {};
}

}  // namespace

std::string caret_line(std::string_view line, const ast::Position& position) {
  size_t begin = 0, end = line.size();
  while (end > 0 && is_space(line[end - 1])) --end;
  while (begin < end && is_space(line[begin])) ++begin;
  size_t from = size_t(position.column), to = size_t(position.end_column);
  Anchors anchors;
  if (position.end_line != position.line) {
    to = end;
  } else if (to <= line.size() && from < to) {
    anchors = anchors_of(line.substr(from, to - from));
  }
  if (to > line.size() || from >= to || from < begin) return {};
  std::string_view segment = line.substr(from, to - from);
  size_t length = characters(segment);
  bool marked = anchors.right > anchors.left;
  if (length >= characters(line.substr(begin, end - begin)) && !marked) return {};
  std::string text(characters(line.substr(begin, from - begin)), ' ');
  if (!marked) return text + std::string(length, '^');
  size_t left = characters(segment.substr(0, anchors.left));
  size_t right = characters(segment.substr(0, anchors.right));
  return text + std::string(left, '~') + std::string(right - left, '^') +
         std::string(length - right, '~');
}

}  // namespace awaitscope
