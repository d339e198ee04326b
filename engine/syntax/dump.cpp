#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "engine/compat/float_text.h"
#include "engine/syntax/lexer.h"
#include "engine/syntax/syntax.h"
#include "engine/unicode/identifiers.h"

namespace awaitscope {

using namespace ast;

namespace {

// Python's ascii() of a text or, with `b` before it, of bytes.
std::string quoted(std::string_view text, bool bytes) {
  char quote = text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos
                   ? '"'
                   : '\'';
  std::string out = bytes ? "b" : "";
  out.push_back(quote);
  for (size_t at = 0; at < text.size();) {
    uint32_t c = bytes ? static_cast<unsigned char>(text[at++]) : decode_utf8(text, at);
    char escape[16];
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\\' || c == static_cast<unsigned char>(quote)) {
      out.push_back('\\');
      out.push_back(static_cast<char>(c));
    } else if (c >= 0x20 && c < 0x7F) {
      out.push_back(static_cast<char>(c));
    } else {
      const char* form = c > 0xFFFF ? "\\U%08x" : c > 0xFF ? "\\u%04x" : "\\x%02x";
      std::snprintf(escape, sizeof escape, form, static_cast<unsigned>(c));
      out += escape;
    }
  }
  out.push_back(quote);
  return out;
}

// A literal in any base as decimal digits.
std::string decimal(std::string_view digits) {
  uint32_t base = 10;
  if (digits.size() > 2 && digits[0] == '0') {
    base = digits[1] == 'x' ? 16 : digits[1] == 'o' ? 8 : digits[1] == 'b' ? 2 : 10;
  }
  if (base == 10) return std::string(digits);
  constexpr uint64_t kLimb = 1000000000;
  std::vector<uint32_t> limbs = {0};
  for (char c : digits.substr(2)) {
    uint64_t carry = static_cast<uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
    for (uint32_t& limb : limbs) {
      carry += static_cast<uint64_t>(limb) * base;
      limb = static_cast<uint32_t>(carry % kLimb);
      carry /= kLimb;
    }
    if (carry) limbs.push_back(static_cast<uint32_t>(carry));
  }
  std::string out = std::to_string(limbs.back());
  for (size_t i = limbs.size() - 1; i-- > 0;) {
    char nine[16];
    std::snprintf(nine, sizeof nine, "%09u", static_cast<unsigned>(limbs[i]));
    out += nine;
  }
  return out;
}

std::string imaginary(double number) {
  std::string digits = float_repr(number);
  if (digits.size() > 2 && digits.compare(digits.size() - 2, 2, ".0") == 0) {
    digits.resize(digits.size() - 2);
  }
  return digits + "j";
}

const char* name_of(ExprContext ctx) {
  return ctx == ExprContext::Load ? "Load" : ctx == ExprContext::Store ? "Store" : "Del";
}
const char* name_of(Operator op) {
  constexpr const char* kNames[] = {"Add",    "Sub",    "Mult",    "MatMult", "Div",
                                    "Mod",    "Pow",    "LShift",  "RShift",  "BitOr",
                                    "BitXor", "BitAnd", "FloorDiv"};
  return kNames[static_cast<int>(op)];
}
const char* name_of(UnaryOperator op) {
  constexpr const char* kNames[] = {"Invert", "Not", "UAdd", "USub"};
  return kNames[static_cast<int>(op)];
}
const char* name_of(CmpOp op) {
  constexpr const char* kNames[] = {"Eq",  "NotEq", "Lt",    "LtE", "Gt",
                                    "GtE", "Is",    "IsNot", "In",  "NotIn"};
  return kNames[static_cast<int>(op)];
}

class Dumper {
 public:
  std::string run(const Module& module) {
    out_ = "Module";
    Level level(*this);
    many("body", module.body);
    return std::move(out_) + "\n";
  }

 private:
  struct Level {
    explicit Level(Dumper& dumper) : dumper_(dumper) { ++dumper.level_; }
    ~Level() { --dumper_.level_; }
    Dumper& dumper_;
  };

  void line(const char* field) {
    out_.push_back('\n');
    out_.append(static_cast<size_t>(level_), ' ');
    out_ += field;
    out_ += ": ";
  }
  void head(const char* kind) { out_ += kind; }
  void head(const char* kind, const Position& at) {
    char place[64];
    std::snprintf(place, sizeof place, " %d:%d-%d:%d", at.line, at.column, at.end_line,
                  at.end_column);
    out_ += kind;
    out_ += place;
  }
  void value(const char* field, std::string_view text) {
    out_.push_back(' ');
    out_ += field;
    out_.push_back('=');
    out_ += text;
  }
  void text(const char* field, Text name) { value(field, quoted(name, false)); }
  void name(const char* field, Text name) {
    if (!name.empty()) text(field, name);
  }
  void names(const char* field, std::span<const Text> all) {
    if (all.empty()) return;
    std::string joined;
    for (Text one : all) {
      if (!joined.empty()) joined.push_back(',');
      joined += quoted(one, false);
    }
    value(field, joined);
  }
  template <class T>
  void one(const char* field, const T* node) {
    if (!node) return;
    line(field);
    put(*node);
  }
  template <class T>
  void many(const char* field, const List<T>& list) {
    for (const T* node : list) {
      line(field);
      if (node) {
        put(*node);
      } else {
        out_ += "None";
      }
    }
  }

  void put(const Expr& node);
  void put(const Stmt& node);
  void put(const Pattern& node);
  void put(const Constant& node);
  void put(const Arguments& node);
  void put(const Arg& node) {
    head("arg", node.at);
    text("arg", node.arg);
    Level level(*this);
    one("annotation", node.annotation);
  }
  void put(const Keyword& node) {
    head("keyword", node.at);
    name("arg", node.arg);
    Level level(*this);
    one("value", node.value);
  }
  void put(const Comprehension& node) {
    head("comprehension");
    value("is_async", node.is_async ? "1" : "0");
    Level level(*this);
    one("target", node.target);
    one("iter", node.iter);
    many("ifs", node.ifs);
  }
  void put(const ExceptHandler& node) {
    head("ExceptHandler", node.at);
    name("name", node.name);
    Level level(*this);
    one("type", node.type);
    many("body", node.body);
  }
  void put(const Alias& node) {
    head("alias", node.at);
    text("name", node.name);
    name("asname", node.asname);
  }
  void put(const WithItem& node) {
    head("withitem");
    Level level(*this);
    one("context_expr", node.context_expr);
    one("optional_vars", node.optional_vars);
  }
  void put(const MatchCase& node) {
    head("match_case");
    Level level(*this);
    one("pattern", node.pattern);
    one("guard", node.guard);
    many("body", node.body);
  }
  void put(const TypeParam& node) {
    constexpr const char* kKinds[] = {"TypeVar", "ParamSpec", "TypeVarTuple"};
    head(kKinds[static_cast<int>(node.kind)], node.at);
    text("name", node.name);
    Level level(*this);
    one("bound", node.bound);
    one("default_value", node.default_value);
  }
  template <class T>
  void function(const char* kind, const T& node) {
    head(kind, node.at);
    text("name", node.name);
    Level level(*this);
    one("args", node.args);
    many("body", node.body);
    many("decorator_list", node.decorator_list);
    one("returns", node.returns);
    many("type_params", node.type_params);
  }
  template <class T>
  void loop(const char* kind, const T& node) {
    head(kind, node.at);
    Level level(*this);
    one("target", node.target);
    one("iter", node.iter);
    many("body", node.body);
    many("orelse", node.orelse);
  }
  template <class T>
  void with(const char* kind, const T& node) {
    head(kind, node.at);
    Level level(*this);
    many("items", node.items);
    many("body", node.body);
  }
  template <class T>
  void attempt(const char* kind, const T& node) {
    head(kind, node.at);
    Level level(*this);
    many("body", node.body);
    many("handlers", node.handlers);
    many("orelse", node.orelse);
    many("finalbody", node.finalbody);
  }
  template <class T>
  void comprehension(const char* kind, const T& node) {
    head(kind, node.at);
    Level level(*this);
    one("elt", node.elt);
    many("generators", node.generators);
  }
  template <class T>
  void sequence(const char* kind, const T& node) {
    head(kind, node.at);
    value("ctx", name_of(node.ctx));
    Level level(*this);
    many("elts", node.elts);
  }

  std::string out_;
  int level_ = 0;
};

void Dumper::put(const Arguments& node) {
  head("arguments");
  Level level(*this);
  many("posonlyargs", node.posonlyargs);
  many("args", node.args);
  one("vararg", node.vararg);
  many("kwonlyargs", node.kwonlyargs);
  many("kw_defaults", node.kw_defaults);
  one("kwarg", node.kwarg);
  many("defaults", node.defaults);
}

void Dumper::put(const Constant& node) {
  head("Constant", node.at);
  switch (node.value) {
    case ConstantKind::None: value("value", "None"); break;
    case ConstantKind::True: value("value", "True"); break;
    case ConstantKind::False: value("value", "False"); break;
    case ConstantKind::Ellipsis: value("value", "Ellipsis"); break;
    case ConstantKind::Int: value("value", decimal(node.text)); break;
    case ConstantKind::Float: value("value", float_repr(node.number)); break;
    case ConstantKind::Imaginary: value("value", imaginary(node.number)); break;
    case ConstantKind::Str: value("value", quoted(node.text, false)); break;
    case ConstantKind::Bytes: value("value", quoted(node.text, true)); break;
  }
  if (node.u_prefix) value("kind", "'u'");
}

void Dumper::put(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::BoolOp: {
      auto& node = *expr.as<BoolOp>();
      head("BoolOp", node.at);
      value("op", node.op == BoolOperator::And ? "And" : "Or");
      Level level(*this);
      return many("values", node.values);
    }
    case ExprKind::NamedExpr: {
      auto& node = *expr.as<NamedExpr>();
      head("NamedExpr", node.at);
      Level level(*this);
      one("target", node.target);
      return one("value", node.value);
    }
    case ExprKind::BinOp: {
      auto& node = *expr.as<BinOp>();
      head("BinOp", node.at);
      value("op", name_of(node.op));
      Level level(*this);
      one("left", node.left);
      return one("right", node.right);
    }
    case ExprKind::UnaryOp: {
      auto& node = *expr.as<UnaryOp>();
      head("UnaryOp", node.at);
      value("op", name_of(node.op));
      Level level(*this);
      return one("operand", node.operand);
    }
    case ExprKind::Lambda: {
      auto& node = *expr.as<Lambda>();
      head("Lambda", node.at);
      Level level(*this);
      one("args", node.args);
      return one("body", node.body);
    }
    case ExprKind::IfExp: {
      auto& node = *expr.as<IfExp>();
      head("IfExp", node.at);
      Level level(*this);
      one("test", node.test);
      one("body", node.body);
      return one("orelse", node.orelse);
    }
    case ExprKind::Dict: {
      auto& node = *expr.as<Dict>();
      head("Dict", node.at);
      Level level(*this);
      many("keys", node.keys);
      return many("values", node.values);
    }
    case ExprKind::Set: {
      auto& node = *expr.as<Set>();
      head("Set", node.at);
      Level level(*this);
      return many("elts", node.elts);
    }
    case ExprKind::ListComp: return comprehension("ListComp", *expr.as<ListComp>());
    case ExprKind::SetComp: return comprehension("SetComp", *expr.as<SetComp>());
    case ExprKind::GeneratorExp: return comprehension("GeneratorExp", *expr.as<GeneratorExp>());
    case ExprKind::DictComp: {
      auto& node = *expr.as<DictComp>();
      head("DictComp", node.at);
      Level level(*this);
      one("key", node.key);
      one("value", node.value);
      return many("generators", node.generators);
    }
    case ExprKind::Await: {
      auto& node = *expr.as<Await>();
      head("Await", node.at);
      Level level(*this);
      return one("value", node.value);
    }
    case ExprKind::Yield: {
      auto& node = *expr.as<Yield>();
      head("Yield", node.at);
      Level level(*this);
      return one("value", node.value);
    }
    case ExprKind::YieldFrom: {
      auto& node = *expr.as<YieldFrom>();
      head("YieldFrom", node.at);
      Level level(*this);
      return one("value", node.value);
    }
    case ExprKind::Compare: {
      auto& node = *expr.as<Compare>();
      head("Compare", node.at);
      std::string ops;
      for (CmpOp op : node.ops) {
        if (!ops.empty()) ops.push_back(',');
        ops += name_of(op);
      }
      value("ops", ops);
      Level level(*this);
      one("left", node.left);
      return many("comparators", node.comparators);
    }
    case ExprKind::Call: {
      auto& node = *expr.as<Call>();
      head("Call", node.at);
      Level level(*this);
      one("func", node.func);
      many("args", node.args);
      return many("keywords", node.keywords);
    }
    case ExprKind::FormattedValue: {
      auto& node = *expr.as<FormattedValue>();
      head("FormattedValue", node.at);
      value("conversion", std::to_string(node.conversion));
      Level level(*this);
      one("value", node.value);
      return one("format_spec", node.format_spec);
    }
    case ExprKind::JoinedStr: {
      auto& node = *expr.as<JoinedStr>();
      head("JoinedStr", node.at);
      Level level(*this);
      return many("values", node.values);
    }
    case ExprKind::TemplateStr: {
      head("TemplateStr", expr.at);
      Level level(*this);
      return many("values", expr.as<TemplateStr>()->values);
    }
    case ExprKind::Interpolation: {
      auto& node = *expr.as<Interpolation>();
      head("Interpolation", node.at);
      text("str", node.str);
      value("conversion", std::to_string(node.conversion));
      Level level(*this);
      one("value", node.value);
      return one("format_spec", node.format_spec);
    }
    case ExprKind::Constant: return put(*expr.as<Constant>());
    case ExprKind::Attribute: {
      auto& node = *expr.as<Attribute>();
      head("Attribute", node.at);
      text("attr", node.attr);
      value("ctx", name_of(node.ctx));
      Level level(*this);
      return one("value", node.value);
    }
    case ExprKind::Subscript: {
      auto& node = *expr.as<Subscript>();
      head("Subscript", node.at);
      value("ctx", name_of(node.ctx));
      Level level(*this);
      one("value", node.value);
      return one("slice", node.slice);
    }
    case ExprKind::Starred: {
      auto& node = *expr.as<Starred>();
      head("Starred", node.at);
      value("ctx", name_of(node.ctx));
      Level level(*this);
      return one("value", node.value);
    }
    case ExprKind::Name: {
      auto& node = *expr.as<Name>();
      head("Name", node.at);
      text("id", node.id);
      return value("ctx", name_of(node.ctx));
    }
    case ExprKind::List: return sequence("List", *expr.as<ListExpr>());
    case ExprKind::Tuple: return sequence("Tuple", *expr.as<Tuple>());
    case ExprKind::Slice: {
      auto& node = *expr.as<Slice>();
      head("Slice", node.at);
      Level level(*this);
      one("lower", node.lower);
      one("upper", node.upper);
      return one("step", node.step);
    }
  }
}

void Dumper::put(const Stmt& stmt) {
  switch (stmt.kind) {
    case StmtKind::FunctionDef: return function("FunctionDef", *stmt.as<FunctionDef>());
    case StmtKind::AsyncFunctionDef:
      return function("AsyncFunctionDef", *stmt.as<AsyncFunctionDef>());
    case StmtKind::ClassDef: {
      auto& node = *stmt.as<ClassDef>();
      head("ClassDef", node.at);
      text("name", node.name);
      Level level(*this);
      many("bases", node.bases);
      many("keywords", node.keywords);
      many("body", node.body);
      many("decorator_list", node.decorator_list);
      return many("type_params", node.type_params);
    }
    case StmtKind::Return: {
      head("Return", stmt.at);
      Level level(*this);
      return one("value", stmt.as<Return>()->value);
    }
    case StmtKind::Delete: {
      head("Delete", stmt.at);
      Level level(*this);
      return many("targets", stmt.as<Delete>()->targets);
    }
    case StmtKind::Assign: {
      auto& node = *stmt.as<Assign>();
      head("Assign", node.at);
      Level level(*this);
      many("targets", node.targets);
      return one("value", node.value);
    }
    case StmtKind::AugAssign: {
      auto& node = *stmt.as<AugAssign>();
      head("AugAssign", node.at);
      value("op", name_of(node.op));
      Level level(*this);
      one("target", node.target);
      return one("value", node.value);
    }
    case StmtKind::AnnAssign: {
      auto& node = *stmt.as<AnnAssign>();
      head("AnnAssign", node.at);
      value("simple", node.simple ? "1" : "0");
      Level level(*this);
      one("target", node.target);
      one("annotation", node.annotation);
      return one("value", node.value);
    }
    case StmtKind::TypeAlias: {
      auto& node = *stmt.as<TypeAlias>();
      head("TypeAlias", node.at);
      Level level(*this);
      one("name", node.name);
      many("type_params", node.type_params);
      return one("value", node.value);
    }
    case StmtKind::For: return loop("For", *stmt.as<For>());
    case StmtKind::AsyncFor: return loop("AsyncFor", *stmt.as<AsyncFor>());
    case StmtKind::While: {
      auto& node = *stmt.as<While>();
      head("While", node.at);
      Level level(*this);
      one("test", node.test);
      many("body", node.body);
      return many("orelse", node.orelse);
    }
    case StmtKind::If: {
      auto& node = *stmt.as<If>();
      head("If", node.at);
      Level level(*this);
      one("test", node.test);
      many("body", node.body);
      return many("orelse", node.orelse);
    }
    case StmtKind::With: return with("With", *stmt.as<With>());
    case StmtKind::AsyncWith: return with("AsyncWith", *stmt.as<AsyncWith>());
    case StmtKind::Match: {
      auto& node = *stmt.as<Match>();
      head("Match", node.at);
      Level level(*this);
      one("subject", node.subject);
      return many("cases", node.cases);
    }
    case StmtKind::Raise: {
      head("Raise", stmt.at);
      Level level(*this);
      one("exc", stmt.as<Raise>()->exc);
      return one("cause", stmt.as<Raise>()->cause);
    }
    case StmtKind::Try: return attempt("Try", *stmt.as<Try>());
    case StmtKind::TryStar: return attempt("TryStar", *stmt.as<TryStar>());
    case StmtKind::Assert: {
      head("Assert", stmt.at);
      Level level(*this);
      one("test", stmt.as<Assert>()->test);
      return one("msg", stmt.as<Assert>()->msg);
    }
    case StmtKind::Import: {
      head("Import", stmt.at);
      if (stmt.as<Import>()->is_lazy) value("is_lazy", "1");
      Level level(*this);
      return many("names", stmt.as<Import>()->names);
    }
    case StmtKind::ImportFrom: {
      auto& node = *stmt.as<ImportFrom>();
      head("ImportFrom", node.at);
      name("module", node.module);
      value("level", std::to_string(node.level));
      if (node.is_lazy) value("is_lazy", "1");
      Level level(*this);
      return many("names", node.names);
    }
    case StmtKind::Global: head("Global", stmt.at); return names("names", stmt.as<Global>()->names);
    case StmtKind::Nonlocal:
      head("Nonlocal", stmt.at);
      return names("names", stmt.as<Nonlocal>()->names);
    case StmtKind::Expr: {
      head("Expr", stmt.at);
      Level level(*this);
      return one("value", stmt.as<ExprStmt>()->value);
    }
    case StmtKind::Pass: return head("Pass", stmt.at);
    case StmtKind::Break: return head("Break", stmt.at);
    case StmtKind::Continue: return head("Continue", stmt.at);
  }
}

void Dumper::put(const Pattern& pattern) {
  switch (pattern.kind) {
    case PatternKind::MatchValue: {
      head("MatchValue", pattern.at);
      Level level(*this);
      return one("value", pattern.as<MatchValue>()->value);
    }
    case PatternKind::MatchSingleton: {
      head("MatchSingleton", pattern.at);
      ConstantKind kind = pattern.as<MatchSingleton>()->value;
      return value("value", kind == ConstantKind::None   ? "None"
                            : kind == ConstantKind::True ? "True"
                                                         : "False");
    }
    case PatternKind::MatchSequence: {
      head("MatchSequence", pattern.at);
      Level level(*this);
      return many("patterns", pattern.as<MatchSequence>()->patterns);
    }
    case PatternKind::MatchMapping: {
      auto& node = *pattern.as<MatchMapping>();
      head("MatchMapping", node.at);
      name("rest", node.rest);
      Level level(*this);
      many("keys", node.keys);
      return many("patterns", node.patterns);
    }
    case PatternKind::MatchClass: {
      auto& node = *pattern.as<MatchClass>();
      head("MatchClass", node.at);
      names("kwd_attrs", node.kwd_attrs);
      Level level(*this);
      one("cls", node.cls);
      many("patterns", node.patterns);
      return many("kwd_patterns", node.kwd_patterns);
    }
    case PatternKind::MatchStar:
      head("MatchStar", pattern.at);
      return name("name", pattern.as<MatchStar>()->name);
    case PatternKind::MatchAs: {
      auto& node = *pattern.as<MatchAs>();
      head("MatchAs", node.at);
      name("name", node.name);
      Level level(*this);
      return one("pattern", node.pattern);
    }
    case PatternKind::MatchOr: {
      head("MatchOr", pattern.at);
      Level level(*this);
      return many("patterns", pattern.as<MatchOr>()->patterns);
    }
  }
}

}  // namespace

std::string dump(const Module& module) { return Dumper().run(module); }

}  // namespace awaitscope
