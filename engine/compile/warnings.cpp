// What CPython's compiler warns of: expressions that parse, and cannot be meant.

#include "engine/compile/code_writer.h"

namespace awaitscope {
namespace {

// The type that an expression certainly has; null where it is not certain.
const char* type_of(const ast::Expr* expr, const Constant* constant) {
  if (constant) {
    switch (constant->kind) {
      case Constant::Kind::None: return "NoneType";
      case Constant::Kind::True:
      case Constant::Kind::False: return "bool";
      case Constant::Kind::Ellipsis: return "ellipsis";
      case Constant::Kind::Int:
      case Constant::Kind::BigInt: return "int";
      case Constant::Kind::Float: return "float";
      case Constant::Kind::Complex: return "complex";
      case Constant::Kind::Str: return "str";
      case Constant::Kind::Bytes: return "bytes";
      case Constant::Kind::Tuple: return "tuple";
      case Constant::Kind::FrozenSet: return "frozenset";
      case Constant::Kind::Code: return nullptr;
    }
  }
  switch (expr->kind) {
    case ast::ExprKind::Tuple: return "tuple";
    case ast::ExprKind::List:
    case ast::ExprKind::ListComp: return "list";
    case ast::ExprKind::Dict:
    case ast::ExprKind::DictComp: return "dict";
    case ast::ExprKind::Set:
    case ast::ExprKind::SetComp: return "set";
    case ast::ExprKind::GeneratorExp: return "generator";
    case ast::ExprKind::Lambda: return "function";
    case ast::ExprKind::JoinedStr:
    case ast::ExprKind::FormattedValue: return "str";
    case ast::ExprKind::TemplateStr: return "string.templatelib.Template";
    default: return nullptr;
  }
}

bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types) {
  for (std::string_view each : types) {
    if (type == each) return true;
  }
  return false;
}

}  // namespace

void CodeWriter::warn_about_is(const ast::Compare* expr) {
  // The type of an operand that is a literal; null of another.
  auto literal_type = [&](const ast::Expr* operand) -> const char* {
    // Since 3.14 what only folding makes a literal is none.
    bool folded = operand->kind == ast::ExprKind::UnaryOp || operand->kind == ast::ExprKind::BinOp;
    if (folded && version_ >= Version::V3_14) return nullptr;
    const Constant* constant = constant_folder_.value(operand);
    bool literal = constant && constant->kind != Constant::Kind::None &&
                   constant->kind != Constant::Kind::True &&
                   constant->kind != Constant::Kind::False &&
                   constant->kind != Constant::Kind::Ellipsis;
    return literal ? type_of(operand, constant) : nullptr;
  };
  const char* left = literal_type(expr->left);
  for (size_t i = 0; i < expr->ops.size(); i++) {
    const char* right = literal_type(expr->comparators[i]);
    bool negated = expr->ops[i] == ast::CmpOp::IsNot;
    if ((negated || expr->ops[i] == ast::CmpOp::Is) && (left || right)) {
      std::string literal = version_ >= Version::V3_12
                                ? "'" + std::string(left ? left : right) + "' literal"
                                : "a literal";
      return errors_.warn((negated ? "\"is not\" with " : "\"is\" with ") + literal +
                              (negated ? ". Did you mean \"!=\"?" : ". Did you mean \"==\"?"),
                          at());
    }
    left = right;
  }
}

void CodeWriter::warn_about_call(const ast::Expr* callable) {
  const char* type = type_of(callable, constant_folder_.value(callable));
  if (!type || callable->kind == ast::ExprKind::Lambda) return;
  errors_.warn("'" + std::string(type) + "' object is not callable; perhaps you missed a comma?",
               at());
}

void CodeWriter::warn_about_subscript(const ast::Subscript* expr) {
  const char* type = type_of(expr->value, constant_folder_.value(expr->value));
  if (!type) return;
  if (is_one_of(type, {"NoneType", "bool", "ellipsis", "int", "float", "complex", "set",
                       "frozenset", "generator", "function", "string.templatelib.Template"})) {
    return errors_.warn(
        "'" + std::string(type) + "' object is not subscriptable; perhaps you missed a comma?",
        at());
  }
  if (!is_one_of(type, {"str", "bytes", "tuple", "list"})) return;
  const char* index = type_of(expr->slice, constant_folder_.value(expr->slice));
  if (!index || is_one_of(index, {"int", "bool"})) return;
  errors_.warn(std::string(type) + " indices must be integers or slices, not " + index +
                   "; perhaps you missed a comma?",
               at());
}

}  // namespace awaitscope
