#include "engine/compile/unparse.h"

#include <cmath>
#include <vector>

#include "engine/compile/constants.h"

namespace awaitscope {
namespace {

// How tightly an expression binds; a looser one in the place of a tighter one needs parentheses.
enum Level {
  kTuple,
  kTest,
  kOr,
  kAnd,
  kNot,
  kCompare,
  kBitOr,
  kBitXor,
  kBitAnd,
  kShift,
  kSum,
  kTerm,
  kFactor,
  kPower,
  kAwait,
  kAtom,
};

struct OperatorText {
  const char* text;
  Level level;
};

constexpr OperatorText kOperators[] = {
    {" + ", kSum},    {" - ", kSum},    {" * ", kTerm},   {" @ ", kTerm},   {" / ", kTerm},
    {" % ", kTerm},   {" ** ", kPower}, {" << ", kShift}, {" >> ", kShift}, {" | ", kBitOr},
    {" ^ ", kBitXor}, {" & ", kBitAnd}, {" // ", kTerm}};
constexpr OperatorText kUnaryOperators[] = {
    {"~", kFactor}, {"not ", kNot}, {"+", kFactor}, {"-", kFactor}};
constexpr const char* kComparisons[] = {" == ", " != ", " < ",      " <= ", " > ",
                                        " >= ", " is ", " is not ", " in ", " not in "};

class Unparser {
 public:
  std::string take() { return std::move(out_); }

  void write(const ast::Expr* expr, int level) {
    switch (expr->kind) {
      case ast::ExprKind::BoolOp: {
        const auto* bool_op = expr->as<ast::BoolOp>();
        bool is_and = bool_op->op == ast::BoolOperator::And;
        int own = is_and ? kAnd : kOr;
        return parenthesized(level > own,
                             [&] { list(bool_op->values, is_and ? " and " : " or ", own + 1); });
      }
      case ast::ExprKind::NamedExpr:
        return parenthesized(level > kTuple, [&] {
          write(expr->as<ast::NamedExpr>()->target, kAtom);
          out_ += " := ";
          write(expr->as<ast::NamedExpr>()->value, kAtom);
        });
      case ast::ExprKind::BinOp: return binary(expr, level);
      case ast::ExprKind::UnaryOp: {
        const OperatorText& op = kUnaryOperators[size_t(expr->as<ast::UnaryOp>()->op)];
        return parenthesized(level > op.level, [&] {
          out_ += op.text;
          write(expr->as<ast::UnaryOp>()->operand, op.level);
        });
      }
      case ast::ExprKind::Lambda:
        return parenthesized(level > kTest, [&] {
          out_ += "lambda";
          arguments(expr->as<ast::Lambda>()->args);
          out_ += ": ";
          write(expr->as<ast::Lambda>()->body, kTest);
        });
      case ast::ExprKind::IfExp:
        return parenthesized(level > kTest, [&] {
          write(expr->as<ast::IfExp>()->body, kTest + 1);
          out_ += " if ";
          write(expr->as<ast::IfExp>()->test, kTest + 1);
          out_ += " else ";
          write(expr->as<ast::IfExp>()->orelse, kTest);
        });
      case ast::ExprKind::Dict: return dictionary(expr->as<ast::Dict>());
      case ast::ExprKind::Set:
        out_ += '{';
        list(expr->as<ast::Set>()->elts, ", ", kTest);
        out_ += '}';
        return;
      case ast::ExprKind::ListComp: {
        const auto* comp = expr->as<ast::ListComp>();
        return comprehension('[', comp->elt, nullptr, comp->generators, ']');
      }
      case ast::ExprKind::SetComp: {
        const auto* comp = expr->as<ast::SetComp>();
        return comprehension('{', comp->elt, nullptr, comp->generators, '}');
      }
      case ast::ExprKind::DictComp: {
        const auto* comp = expr->as<ast::DictComp>();
        return comprehension('{', comp->key, comp->value, comp->generators, '}');
      }
      case ast::ExprKind::GeneratorExp: {
        const auto* comp = expr->as<ast::GeneratorExp>();
        return comprehension('(', comp->elt, nullptr, comp->generators, ')');
      }
      case ast::ExprKind::Await:
        return parenthesized(level > kAwait, [&] {
          out_ += "await ";
          write(expr->as<ast::Await>()->value, kAtom);
        });
      case ast::ExprKind::Yield:
        out_ += "(yield";
        if (expr->as<ast::Yield>()->value) {
          out_ += ' ';
          write(expr->as<ast::Yield>()->value, kTest);
        }
        out_ += ')';
        return;
      case ast::ExprKind::YieldFrom:
        out_ += "(yield from ";
        write(expr->as<ast::YieldFrom>()->value, kTest);
        out_ += ')';
        return;
      case ast::ExprKind::Compare:
        return parenthesized(level > kCompare, [&] {
          const auto* compare = expr->as<ast::Compare>();
          write(compare->left, kCompare + 1);
          for (size_t i = 0; i < compare->ops.size(); i++) {
            out_ += kComparisons[size_t(compare->ops[i])];
            write(compare->comparators[i], kCompare + 1);
          }
        });
      case ast::ExprKind::Call: return call(expr->as<ast::Call>());
      case ast::ExprKind::FormattedValue:
      case ast::ExprKind::JoinedStr: {
        std::string text = string_part(expr);
        out_ += 'f';
        out_ += repr(str_constant(text));
        return;
      }
      case ast::ExprKind::TemplateStr:
      case ast::ExprKind::Interpolation: {
        std::string text = string_part(expr);
        out_ += 't';
        out_ += repr(str_constant(text));
        return;
      }
      case ast::ExprKind::Constant: return constant(expr->as<ast::Constant>());
      case ast::ExprKind::Attribute: {
        const ast::Expr* value = expr->as<ast::Attribute>()->value;
        write(value, kAtom);
        bool is_integer = value->kind == ast::ExprKind::Constant &&
                          value->as<ast::Constant>()->value == ast::ConstantKind::Int;
        out_ += is_integer ? " ." : ".";
        out_ += expr->as<ast::Attribute>()->attr;
        return;
      }
      case ast::ExprKind::Subscript:
        write(expr->as<ast::Subscript>()->value, kAtom);
        out_ += '[';
        write(expr->as<ast::Subscript>()->slice, kTuple);
        out_ += ']';
        return;
      case ast::ExprKind::Starred:
        out_ += '*';
        return write(expr->as<ast::Starred>()->value, kBitOr);
      case ast::ExprKind::Name: out_ += expr->as<ast::Name>()->id; return;
      case ast::ExprKind::List:
        out_ += '[';
        list(expr->as<ast::ListExpr>()->elts, ", ", kTest);
        out_ += ']';
        return;
      case ast::ExprKind::Tuple: {
        const auto* tuple = expr->as<ast::Tuple>();
        return parenthesized(tuple->elts.empty() || level > kTuple, [&] {
          list(tuple->elts, ", ", kTest);
          if (tuple->elts.size() == 1) out_ += ',';
        });
      }
      case ast::ExprKind::Slice: {
        const auto* slice = expr->as<ast::Slice>();
        if (slice->lower) write(slice->lower, kTest);
        out_ += ':';
        if (slice->upper) write(slice->upper, kTest);
        if (slice->step) {
          out_ += ':';
          write(slice->step, kTest);
        }
        return;
      }
    }
  }

 private:
  template <class F>
  void parenthesized(bool needed, F write_inside) {
    if (needed) out_ += '(';
    write_inside();
    if (needed) out_ += ')';
  }

  void list(ast::List<ast::Expr> expressions, const char* separator, int level) {
    for (size_t i = 0; i < expressions.size(); i++) {
      if (i > 0) out_ += separator;
      write(expressions[i], level);
    }
  }

  // a | b | c is deep on the left: no recursion there.
  void binary(const ast::Expr* expr, int level) {
    struct Open {
      const ast::BinOp* node;
      bool parentheses;
    };
    std::vector<Open> chain;
    while (expr->kind == ast::ExprKind::BinOp) {
      const auto* node = expr->as<ast::BinOp>();
      int own = kOperators[size_t(node->op)].level;
      chain.push_back({node, level > own});
      if (level > own) out_ += '(';
      level = own + (node->op == ast::Operator::Pow ? 1 : 0);
      expr = node->left;
    }
    write(expr, level);
    for (size_t i = chain.size(); i-- > 0;) {
      const ast::BinOp* node = chain[i].node;
      const OperatorText& op = kOperators[size_t(node->op)];
      out_ += op.text;
      write(node->right, op.level + (node->op == ast::Operator::Pow ? 0 : 1));
      if (chain[i].parentheses) out_ += ')';
    }
  }

  void dictionary(const ast::Dict* expr) {
    out_ += '{';
    for (size_t i = 0; i < expr->values.size(); i++) {
      if (i > 0) out_ += ", ";
      if (expr->keys[i]) {
        write(expr->keys[i], kTest);
        out_ += ": ";
        write(expr->values[i], kTest);
      } else {
        out_ += "**";
        write(expr->values[i], kBitOr);
      }
    }
    out_ += '}';
  }

  void comprehension(char open, const ast::Expr* element, const ast::Expr* value,
                     ast::List<ast::Comprehension> generators, char close) {
    out_ += open;
    write(element, kTest);
    if (value) {
      out_ += ": ";
      write(value, kTest);
    }
    for (const ast::Comprehension* part : generators) {
      out_ += part->is_async ? " async for " : " for ";
      write(part->target, kTuple);
      out_ += " in ";
      write(part->iter, kTest + 1);
      for (const ast::Expr* condition : part->ifs) {
        out_ += " if ";
        write(condition, kTest + 1);
      }
    }
    out_ += close;
  }

  void call(const ast::Call* expr) {
    write(expr->func, kAtom);
    if (expr->args.size() == 1 && expr->keywords.empty() &&
        expr->args[0]->kind == ast::ExprKind::GeneratorExp) {
      return write(expr->args[0], kTest);
    }
    out_ += '(';
    list(expr->args, ", ", kTest);
    bool first = expr->args.empty();
    for (const ast::Keyword* keyword : expr->keywords) {
      if (!first) out_ += ", ";
      first = false;
      out_ += keyword->arg.empty() ? "**" : std::string(keyword->arg) + "=";
      write(keyword->value, kTest);
    }
    out_ += ')';
  }

  void arguments(const ast::Arguments* args) {
    bool first = true;
    auto next = [&] {
      out_ += first ? " " : ", ";
      first = false;
    };
    size_t positional = args->posonlyargs.size() + args->args.size();
    for (size_t i = 0; i < positional; i++) {
      next();
      bool only = i < args->posonlyargs.size();
      out_ += only ? args->posonlyargs[i]->arg : args->args[i - args->posonlyargs.size()]->arg;
      if (i + args->defaults.size() >= positional) {
        out_ += '=';
        write(args->defaults[i + args->defaults.size() - positional], kTest);
      }
      if (i + 1 == args->posonlyargs.size()) out_ += ", /";
    }
    if (args->vararg || !args->kwonlyargs.empty()) {
      next();
      out_ += '*';
      if (args->vararg) out_ += args->vararg->arg;
    }
    for (size_t i = 0; i < args->kwonlyargs.size(); i++) {
      next();
      out_ += args->kwonlyargs[i]->arg;
      if (args->kw_defaults[i]) {
        out_ += '=';
        write(args->kw_defaults[i], kTest);
      }
    }
    if (args->kwarg) {
      next();
      out_ += "**";
      out_ += args->kwarg->arg;
    }
  }

  std::string string_part(const ast::Expr* expr) {
    switch (expr->kind) {
      case ast::ExprKind::Constant: {
        std::string text;
        for (char c : expr->as<ast::Constant>()->text) {
          text += c;
          if (c == '{' || c == '}') text += c;
        }
        return text;
      }
      case ast::ExprKind::JoinedStr: {
        std::string text;
        for (const ast::Expr* value : expr->as<ast::JoinedStr>()->values)
          text += string_part(value);
        return text;
      }
      case ast::ExprKind::TemplateStr: {
        std::string text;
        for (const ast::Expr* value : expr->as<ast::TemplateStr>()->values)
          text += string_part(value);
        return text;
      }
      case ast::ExprKind::Interpolation: {
        const auto* value = expr->as<ast::Interpolation>();
        std::string text = "{" + std::string(value->str);
        if (value->conversion >= 0) {
          text += '!';
          text += char(value->conversion);
        }
        if (value->format_spec) text += ":" + string_part(value->format_spec);
        return text + "}";
      }
      case ast::ExprKind::FormattedValue: {
        const auto* value = expr->as<ast::FormattedValue>();
        Unparser inner;
        inner.write(value->value, kTest + 1);
        std::string inside = inner.take();
        std::string text = inside.starts_with('{') ? "{ " : "{";
        text += inside;
        if (value->conversion >= 0) {
          text += '!';
          text += char(value->conversion);
        }
        if (value->format_spec) text += ":" + string_part(value->format_spec);
        return text + "}";
      }
      default: return {};
    }
  }

  void constant(const ast::Constant* node) {
    if (node->value == ast::ConstantKind::Ellipsis) {
      out_ += "...";
      return;
    }
    if (std::isinf(node->number)) {
      out_ += node->value == ast::ConstantKind::Imaginary ? "1e309j" : "1e309";
      return;
    }
    out_ += repr(constant_of(node));
  }

  std::string out_;
};

}  // namespace

std::string unparse(const ast::Expr* expr) {
  Unparser unparser;
  unparser.write(expr, kTest);
  return unparser.take();
}

}  // namespace awaitscope
