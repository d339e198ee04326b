#pragma once
// Constants: from the tree, as text, as truth; and the arithmetic on them that CPython does when it
// compiles, because it changes which instructions, and so which lines, run.

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/compile/code.h"
#include "engine/syntax/arena.h"
#include "engine/syntax/ast.h"

namespace awaitscope {

Constant constant_of(const ast::Constant* node);
Constant constant_of(ast::ConstantKind singleton);  // None, True, False or Ellipsis
Constant int_constant(int64_t value);
Constant str_constant(std::string_view text);
Constant tuple_constant(std::vector<Constant> items);

bool is_true(const Constant& constant);
// As repr() writes it; a code object as <code name>. Strings are not cut.
std::string repr(const Constant& constant);

std::optional<Constant> fold_binary(const Constant& left, ast::Operator op, const Constant& right);
std::optional<Constant> fold_unary(ast::UnaryOperator op, const Constant& operand);
std::optional<Constant> fold_subscript(const Constant& value, const Constant& index);

// Values of expressions known beforehand, each worked out once. Nodes it makes live in the arena.
class ConstantFolder {
 public:
  explicit ConstantFolder(Arena& arena) : arena_(arena) {}

  // The value; null where it is known only when the program runs. Stays valid.
  const Constant* value(const ast::Expr* expr);
  bool is_constant(const ast::Expr* expr) { return value(expr) != nullptr; }
  // What CPython compiles in place of an expression: `a not in b` for `not a in b`, an f-string for
  // '%s' % (a,); or the expression itself.
  const ast::Expr* simplified(const ast::Expr* expr);

 private:
  const Constant* computed(const ast::Expr* expr);
  const Constant* binary(const ast::Expr* expr);
  const Constant* keep(const ast::Expr* expr, std::optional<Constant> value);
  const ast::Expr* formatted(const ast::BinOp* expr);

  Arena& arena_;
  std::unordered_map<const ast::Expr*, std::unique_ptr<Constant>> known_;  // null: not a constant
};

}  // namespace awaitscope
