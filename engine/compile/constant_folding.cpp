#include <string>

#include "engine/compile/constants.h"

namespace awaitscope {
namespace {

bool has_starred(ast::List<ast::Expr> elements) {
  for (const ast::Expr* element : elements) {
    if (element->kind == ast::ExprKind::Starred) return true;
  }
  return false;
}

// One conversion of a %-format, such as %-10.3r: only s, r and a, which an f-string has too.
struct Conversion {
  bool ok = false;
  char kind = 0;
  std::string specification;
};

Conversion parse_conversion(std::string_view format, size_t& at) {
  constexpr int kMaxDigits = 3;
  auto next = [&] { return at < format.size() ? format[at++] : '\0'; };
  bool left = false;
  char c = next();
  while (c != '\0' && std::string_view("-+ #0").find(c) != std::string_view::npos) {
    if (c == '-') left = true;
    c = next();
  }
  auto number = [&](std::string& digits) {
    while (c >= '0' && c <= '9') {
      digits += c;
      c = next();
    }
    return int(digits.size()) < kMaxDigits;
  };
  std::string width, precision;
  if (!number(width)) return {};
  bool has_precision = c == '.';
  if (has_precision) {
    c = next();
    if (!number(precision)) return {};
    if (precision.empty()) precision = "0";
  }
  if (c != 's' && c != 'r' && c != 'a') return {};
  Conversion conversion{true, c, {}};
  int columns = width.empty() ? -1 : std::stoi(width);
  if (!left && columns > 0) conversion.specification += '>';
  if (columns >= 0) conversion.specification += std::to_string(columns);
  if (has_precision) conversion.specification += "." + std::to_string(std::stoi(precision));
  return conversion;
}

}  // namespace

const Constant* ConstantFolder::keep(const ast::Expr* expr, std::optional<Constant> value) {
  auto& slot = known_[expr];
  if (value) slot = std::make_unique<Constant>(std::move(*value));
  return slot.get();
}

const Constant* ConstantFolder::value(const ast::Expr* expr) {
  switch (expr->kind) {
    case ast::ExprKind::Constant:
    case ast::ExprKind::BinOp:
    case ast::ExprKind::UnaryOp:
    case ast::ExprKind::Tuple:
    case ast::ExprKind::Subscript: break;
    case ast::ExprKind::Name:
      if (expr->as<ast::Name>()->id == "__debug__") break;
      return nullptr;
    default: return nullptr;
  }
  if (auto found = known_.find(expr); found != known_.end()) return found->second.get();
  return computed(expr);
}

const Constant* ConstantFolder::computed(const ast::Expr* expr) {
  switch (expr->kind) {
    case ast::ExprKind::Constant: return keep(expr, constant_of(expr->as<ast::Constant>()));
    case ast::ExprKind::Name:
      if (expr->as<ast::Name>()->ctx != ast::ExprContext::Load) return nullptr;
      return keep(expr, constant_of(ast::ConstantKind::True));
    case ast::ExprKind::BinOp: return binary(expr);
    case ast::ExprKind::UnaryOp: {
      const auto* unary = expr->as<ast::UnaryOp>();
      const Constant* operand = value(unary->operand);
      return keep(expr, operand ? fold_unary(unary->op, *operand) : std::nullopt);
    }
    case ast::ExprKind::Subscript: {
      const auto* subscript = expr->as<ast::Subscript>();
      if (subscript->ctx != ast::ExprContext::Load) return nullptr;
      const Constant* container = value(subscript->value);
      const Constant* index = container ? value(subscript->slice) : nullptr;
      return keep(expr, index ? fold_subscript(*container, *index) : std::nullopt);
    }
    case ast::ExprKind::Tuple: {
      const auto* tuple = expr->as<ast::Tuple>();
      if (tuple->ctx != ast::ExprContext::Load) return nullptr;
      std::vector<Constant> items;
      for (const ast::Expr* element : tuple->elts) {
        const Constant* item = value(element);
        if (!item) return keep(expr, std::nullopt);
        items.push_back(*item);
      }
      return keep(expr, tuple_constant(std::move(items)));
    }
    default: return nullptr;
  }
}

// a + b + c is deep on the left: no recursion there.
const Constant* ConstantFolder::binary(const ast::Expr* expr) {
  std::vector<const ast::BinOp*> chain;
  while (expr->kind == ast::ExprKind::BinOp && !known_.contains(expr)) {
    chain.push_back(expr->as<ast::BinOp>());
    expr = chain.back()->left;
  }
  const Constant* left = value(expr);
  for (size_t i = chain.size(); i-- > 0;) {
    const Constant* right = left ? value(chain[i]->right) : nullptr;
    left = keep(chain[i], right ? fold_binary(*left, chain[i]->op, *right) : std::nullopt);
  }
  return left;
}

const ast::Expr* ConstantFolder::simplified(const ast::Expr* expr) {
  if (expr->kind == ast::ExprKind::UnaryOp) {
    const auto* unary = expr->as<ast::UnaryOp>();
    if (unary->op != ast::UnaryOperator::Not) return expr;
    const ast::Expr* operand = simplified(unary->operand);
    if (operand->kind != ast::ExprKind::Compare) return expr;
    const auto* compare = operand->as<ast::Compare>();
    if (compare->ops.size() != 1) return expr;
    ast::CmpOp opposite;
    switch (compare->ops[0]) {
      case ast::CmpOp::Is: opposite = ast::CmpOp::IsNot; break;
      case ast::CmpOp::IsNot: opposite = ast::CmpOp::Is; break;
      case ast::CmpOp::In: opposite = ast::CmpOp::NotIn; break;
      case ast::CmpOp::NotIn: opposite = ast::CmpOp::In; break;
      default: return expr;
    }
    auto* negated = arena_.make<ast::Compare>(*compare);
    negated->ops = arena_.copy(std::vector<ast::CmpOp>{opposite});
    return negated;
  }
  if (expr->kind == ast::ExprKind::BinOp && expr->as<ast::BinOp>()->op == ast::Operator::Mod) {
    return formatted(expr->as<ast::BinOp>());
  }
  return expr;
}

const ast::Expr* ConstantFolder::formatted(const ast::BinOp* expr) {
  const Constant* left = value(expr->left);
  if (!left || left->kind != Constant::Kind::Str) return expr;
  if (expr->right->kind != ast::ExprKind::Tuple || is_constant(expr->right)) return expr;
  ast::List<ast::Expr> arguments = expr->right->as<ast::Tuple>()->elts;
  if (has_starred(arguments)) return expr;

  std::string_view format = left->text;
  std::vector<ast::Expr*> parts;
  auto add_literal = [&](std::string_view text, const ast::Position& at) {
    auto* constant = arena_.make<ast::Constant>();
    constant->value = ast::ConstantKind::Str;
    constant->text = arena_.copy(text);
    constant->at = at;
    return constant;
  };
  size_t at = 0, used = 0;
  while (true) {
    std::string literal;
    bool conversion_follows = false;
    while (at < format.size()) {
      if (format[at] != '%') {
        literal += format[at++];
      } else if (at + 1 < format.size() && format[at + 1] == '%') {
        literal += '%';
        at += 2;
      } else {
        conversion_follows = true;
        at++;
        break;
      }
    }
    if (!literal.empty()) parts.push_back(add_literal(literal, {-1, -1, -1, -1}));  // of no line
    if (!conversion_follows) break;
    if (used == arguments.size()) return expr;
    ast::Expr* argument = const_cast<ast::Expr*>(simplified(arguments[used++]));
    Conversion conversion = parse_conversion(format, at);
    if (!conversion.ok) return expr;
    auto* value = arena_.make<ast::FormattedValue>();
    value->value = argument;
    value->conversion = conversion.kind;
    value->at = argument->at;
    if (!conversion.specification.empty()) {
      auto* specification = arena_.make<ast::JoinedStr>();
      specification->at = argument->at;
      specification->values =
          arena_.copy(std::vector<ast::Expr*>{add_literal(conversion.specification, argument->at)});
      value->format_spec = specification;
    }
    parts.push_back(value);
  }
  if (used != arguments.size()) return expr;
  auto* joined = arena_.make<ast::JoinedStr>();
  joined->at = expr->at;
  joined->values = arena_.copy(parts);
  return joined;
}

}  // namespace awaitscope
