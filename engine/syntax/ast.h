#pragma once
// The syntax tree: the nodes and field names of CPython's `ast` module, one struct a node.
//
// Ownership: every node, list and text lives in the Arena of its Tree. Lists are spans of pointers;
// a list that CPython calls optional is empty, a node that it calls optional is null.
// Positions are CPython's: lines from 1, columns from 0 in UTF-8 bytes; the end is exclusive.
// Walk it by switching on `kind` and static_cast-ing with as<T>().

#include <cassert>
#include <cstdint>
#include <span>
#include <string_view>

#include "engine/syntax/arena.h"
#include "engine/syntax/version.h"

namespace awaitscope::ast {

struct Position {
  int32_t line = 0, column = 0, end_line = 0, end_column = 0;
};

template <class T>
using List = std::span<T*>;
using Text = std::string_view;  // UTF-8; may hold lone surrogates encoded as three bytes (WTF-8)

enum class ExprKind : uint8_t {
  BoolOp,
  NamedExpr,
  BinOp,
  UnaryOp,
  Lambda,
  IfExp,
  Dict,
  Set,
  ListComp,
  SetComp,
  DictComp,
  GeneratorExp,
  Await,
  Yield,
  YieldFrom,
  Compare,
  Call,
  FormattedValue,
  JoinedStr,
  TemplateStr,
  Interpolation,
  Constant,
  Attribute,
  Subscript,
  Starred,
  Name,
  List,
  Tuple,
  Slice,
};

enum class StmtKind : uint8_t {
  FunctionDef,
  AsyncFunctionDef,
  ClassDef,
  Return,
  Delete,
  Assign,
  AugAssign,
  AnnAssign,
  TypeAlias,
  For,
  AsyncFor,
  While,
  If,
  With,
  AsyncWith,
  Match,
  Raise,
  Try,
  TryStar,
  Assert,
  Import,
  ImportFrom,
  Global,
  Nonlocal,
  Expr,
  Pass,
  Break,
  Continue,
};

enum class PatternKind : uint8_t {
  MatchValue,
  MatchSingleton,
  MatchSequence,
  MatchMapping,
  MatchClass,
  MatchStar,
  MatchAs,
  MatchOr,
};

enum class ExprContext : uint8_t { Load, Store, Del };
enum class BoolOperator : uint8_t { And, Or };
enum class Operator : uint8_t {
  Add,
  Sub,
  Mult,
  MatMult,
  Div,
  Mod,
  Pow,
  LShift,
  RShift,
  BitOr,
  BitXor,
  BitAnd,
  FloorDiv,
};
enum class UnaryOperator : uint8_t { Invert, Not, UAdd, USub };
enum class CmpOp : uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };
enum class ConstantKind : uint8_t {
  None,
  True,
  False,
  Ellipsis,
  Int,
  Float,
  Imaginary,
  Str,
  Bytes,
};

struct Expr {
  ExprKind kind;
  uint16_t height = 1;  // levels of expressions below it, itself included: the parser bounds it
  Position at;
  template <class T>
  T* as() {
    assert(kind == T::kKind);
    return static_cast<T*>(this);
  }
  template <class T>
  const T* as() const {
    assert(kind == T::kKind);
    return static_cast<const T*>(this);
  }
};

struct Stmt {
  StmtKind kind;
  Position at;
  template <class T>
  T* as() {
    assert(kind == T::kKind);
    return static_cast<T*>(this);
  }
  template <class T>
  const T* as() const {
    assert(kind == T::kKind);
    return static_cast<const T*>(this);
  }
};

struct Pattern {
  PatternKind kind;
  Position at;
  template <class T>
  T* as() {
    assert(kind == T::kKind);
    return static_cast<T*>(this);
  }
  template <class T>
  const T* as() const {
    assert(kind == T::kKind);
    return static_cast<const T*>(this);
  }
};

template <ExprKind K>
struct ExprNode : Expr {
  static constexpr ExprKind kKind = K;
  ExprNode() : Expr{K, 1, {}} {}
};
template <StmtKind K>
struct StmtNode : Stmt {
  static constexpr StmtKind kKind = K;
  StmtNode() : Stmt{K, {}} {}
};
template <PatternKind K>
struct PatternNode : Pattern {
  static constexpr PatternKind kKind = K;
  PatternNode() : Pattern{K, {}} {}
};

// --- parts shared by several nodes ---

struct Arg {
  Position at;
  Text arg;
  Expr* annotation = nullptr;
};

struct Arguments {
  List<Arg> posonlyargs, args;
  Arg* vararg = nullptr;
  List<Arg> kwonlyargs;
  List<Expr> kw_defaults;  // as long as kwonlyargs; null where there is no default
  Arg* kwarg = nullptr;
  List<Expr> defaults;  // of the last posonlyargs + args
};

struct Keyword {
  Position at;
  Text arg;  // empty for **value
  Expr* value = nullptr;
};

struct Comprehension {
  Expr* target = nullptr;
  Expr* iter = nullptr;
  List<Expr> ifs;
  bool is_async = false;
};

// One of def f[T: bound = default, *Ts = default, **P = default] (since 3.12, defaults 3.13).
struct TypeParam {
  enum class Kind : uint8_t { TypeVar, ParamSpec, TypeVarTuple };
  Position at;
  Kind kind = Kind::TypeVar;
  Text name;
  Expr* bound = nullptr;  // of a TypeVar; a Tuple is its constraints
  Expr* default_value = nullptr;
};

struct ExceptHandler {
  Position at;
  Expr* type = nullptr;
  Text name;  // empty without `as`
  List<Stmt> body;
};

struct Alias {
  Position at;
  Text name, asname;  // asname empty without `as`; name is "*" for a star import
};

struct WithItem {
  Expr* context_expr = nullptr;
  Expr* optional_vars = nullptr;
};

struct MatchCase {
  Pattern* pattern = nullptr;
  Expr* guard = nullptr;
  List<Stmt> body;
};

// --- expressions ---

struct BoolOp : ExprNode<ExprKind::BoolOp> {
  BoolOperator op;
  List<Expr> values;
};
struct NamedExpr : ExprNode<ExprKind::NamedExpr> {
  Expr* target = nullptr;  // a Name
  Expr* value = nullptr;
};
struct BinOp : ExprNode<ExprKind::BinOp> {
  Expr* left = nullptr;
  Operator op;
  Expr* right = nullptr;
};
struct UnaryOp : ExprNode<ExprKind::UnaryOp> {
  UnaryOperator op;
  Expr* operand = nullptr;
};
struct Lambda : ExprNode<ExprKind::Lambda> {
  Arguments* args = nullptr;
  Expr* body = nullptr;
};
struct IfExp : ExprNode<ExprKind::IfExp> {
  Expr* test = nullptr;
  Expr* body = nullptr;
  Expr* orelse = nullptr;
};
struct Dict : ExprNode<ExprKind::Dict> {
  List<Expr> keys;  // null for **value
  List<Expr> values;
};
struct Set : ExprNode<ExprKind::Set> {
  List<Expr> elts;
};
template <ExprKind K>
struct ElementComp : ExprNode<K> {
  Expr* elt = nullptr;
  List<Comprehension> generators;
};
using ListComp = ElementComp<ExprKind::ListComp>;
using SetComp = ElementComp<ExprKind::SetComp>;
using GeneratorExp = ElementComp<ExprKind::GeneratorExp>;
struct DictComp : ExprNode<ExprKind::DictComp> {
  Expr* key = nullptr;
  Expr* value = nullptr;  // null: key is what is unpacked, {**key for ...} (since 3.15)
  List<Comprehension> generators;
};
struct Await : ExprNode<ExprKind::Await> {
  Expr* value = nullptr;
};
struct Yield : ExprNode<ExprKind::Yield> {
  Expr* value = nullptr;  // optional
};
struct YieldFrom : ExprNode<ExprKind::YieldFrom> {
  Expr* value = nullptr;
};
struct Compare : ExprNode<ExprKind::Compare> {
  Expr* left = nullptr;
  std::span<CmpOp> ops;
  List<Expr> comparators;
};
struct Call : ExprNode<ExprKind::Call> {
  Expr* func = nullptr;
  List<Expr> args;
  List<Keyword> keywords;
};
struct FormattedValue : ExprNode<ExprKind::FormattedValue> {
  Expr* value = nullptr;
  int conversion = -1;          // -1, 's', 'r' or 'a'
  Expr* format_spec = nullptr;  // a JoinedStr, optional
};
struct JoinedStr : ExprNode<ExprKind::JoinedStr> {
  List<Expr> values;  // Constants (Str) and FormattedValues; `f"{x=}"` is already taken apart
};
struct Interpolation : ExprNode<ExprKind::Interpolation> {
  Expr* value = nullptr;
  Text str;  // the expression as it is written
  int conversion = -1;
  Expr* format_spec = nullptr;  // a JoinedStr, optional
};
struct TemplateStr : ExprNode<ExprKind::TemplateStr> {
  List<Expr> values;  // Constants (Str) and Interpolations
};
struct Constant : ExprNode<ExprKind::Constant> {
  ConstantKind value;
  Text text;          // Int: decimal digits or 0x/0o/0b digits, no underscores; Str, Bytes: decoded
  double number = 0;  // Float, Imaginary
  bool u_prefix = false;  // Str: written u"..." (the `kind` of CPython's Constant)
};
struct Attribute : ExprNode<ExprKind::Attribute> {
  Expr* value = nullptr;
  Text attr;
  ExprContext ctx = ExprContext::Load;
};
struct Subscript : ExprNode<ExprKind::Subscript> {
  Expr* value = nullptr;
  Expr* slice = nullptr;
  ExprContext ctx = ExprContext::Load;
};
struct Starred : ExprNode<ExprKind::Starred> {
  Expr* value = nullptr;
  ExprContext ctx = ExprContext::Load;
};
struct Name : ExprNode<ExprKind::Name> {
  Text id;
  ExprContext ctx = ExprContext::Load;
};
template <ExprKind K>
struct Sequence : ExprNode<K> {
  awaitscope::ast::List<Expr> elts;
  ExprContext ctx = ExprContext::Load;
};
using ListExpr = Sequence<ExprKind::List>;
using Tuple = Sequence<ExprKind::Tuple>;
struct Slice : ExprNode<ExprKind::Slice> {
  Expr* lower = nullptr;  // all optional
  Expr* upper = nullptr;
  Expr* step = nullptr;
};

// --- statements ---

template <StmtKind K>
struct Function : StmtNode<K> {
  Text name;
  Arguments* args = nullptr;
  List<Stmt> body;
  List<Expr> decorator_list;
  Expr* returns = nullptr;
  List<TypeParam> type_params;
};
using FunctionDef = Function<StmtKind::FunctionDef>;
using AsyncFunctionDef = Function<StmtKind::AsyncFunctionDef>;
struct ClassDef : StmtNode<StmtKind::ClassDef> {
  Text name;
  List<Expr> bases;
  List<Keyword> keywords;
  List<Stmt> body;
  List<Expr> decorator_list;
  List<TypeParam> type_params;
};
struct Return : StmtNode<StmtKind::Return> {
  Expr* value = nullptr;  // optional
};
struct Delete : StmtNode<StmtKind::Delete> {
  List<Expr> targets;
};
struct Assign : StmtNode<StmtKind::Assign> {
  List<Expr> targets;
  Expr* value = nullptr;
};
struct AugAssign : StmtNode<StmtKind::AugAssign> {
  Expr* target = nullptr;
  Operator op;
  Expr* value = nullptr;
};
struct AnnAssign : StmtNode<StmtKind::AnnAssign> {
  Expr* target = nullptr;
  Expr* annotation = nullptr;
  Expr* value = nullptr;  // optional
  bool simple = false;
};
struct TypeAlias : StmtNode<StmtKind::TypeAlias> {
  Expr* name = nullptr;  // a Name
  List<TypeParam> type_params;
  Expr* value = nullptr;
};
template <StmtKind K>
struct ForLoop : StmtNode<K> {
  Expr* target = nullptr;
  Expr* iter = nullptr;
  List<Stmt> body, orelse;
};
using For = ForLoop<StmtKind::For>;
using AsyncFor = ForLoop<StmtKind::AsyncFor>;
struct While : StmtNode<StmtKind::While> {
  Expr* test = nullptr;
  List<Stmt> body, orelse;
};
struct If : StmtNode<StmtKind::If> {
  Expr* test = nullptr;
  List<Stmt> body, orelse;
};
template <StmtKind K>
struct WithBlock : StmtNode<K> {
  List<WithItem> items;
  List<Stmt> body;
};
using With = WithBlock<StmtKind::With>;
using AsyncWith = WithBlock<StmtKind::AsyncWith>;
struct Match : StmtNode<StmtKind::Match> {
  Expr* subject = nullptr;
  List<MatchCase> cases;
};
struct Raise : StmtNode<StmtKind::Raise> {
  Expr* exc = nullptr;  // both optional
  Expr* cause = nullptr;
};
template <StmtKind K>
struct TryBlock : StmtNode<K> {
  List<Stmt> body;
  List<ExceptHandler> handlers;
  List<Stmt> orelse, finalbody;
};
using Try = TryBlock<StmtKind::Try>;
using TryStar = TryBlock<StmtKind::TryStar>;
struct Assert : StmtNode<StmtKind::Assert> {
  Expr* test = nullptr;
  Expr* msg = nullptr;  // optional
};
struct Import : StmtNode<StmtKind::Import> {
  List<Alias> names;
  bool is_lazy = false;  // since 3.15
};
struct ImportFrom : StmtNode<StmtKind::ImportFrom> {
  Text module;  // may be empty for a relative import
  List<Alias> names;
  int level = 0;
  bool is_lazy = false;
};
template <StmtKind K>
struct Scope : StmtNode<K> {
  std::span<Text> names;
};
using Global = Scope<StmtKind::Global>;
using Nonlocal = Scope<StmtKind::Nonlocal>;
struct ExprStmt : StmtNode<StmtKind::Expr> {
  Expr* value = nullptr;
};
using Pass = StmtNode<StmtKind::Pass>;
using Break = StmtNode<StmtKind::Break>;
using Continue = StmtNode<StmtKind::Continue>;

// --- patterns ---

struct MatchValue : PatternNode<PatternKind::MatchValue> {
  Expr* value = nullptr;
};
struct MatchSingleton : PatternNode<PatternKind::MatchSingleton> {
  ConstantKind value;  // None, True or False
};
struct MatchSequence : PatternNode<PatternKind::MatchSequence> {
  List<Pattern> patterns;
};
struct MatchMapping : PatternNode<PatternKind::MatchMapping> {
  List<Expr> keys;
  List<Pattern> patterns;
  Text rest;  // empty without **rest
};
struct MatchClass : PatternNode<PatternKind::MatchClass> {
  Expr* cls = nullptr;
  List<Pattern> patterns;
  std::span<Text> kwd_attrs;
  List<Pattern> kwd_patterns;
};
struct MatchStar : PatternNode<PatternKind::MatchStar> {
  Text name;  // empty for *_
};
struct MatchAs : PatternNode<PatternKind::MatchAs> {
  Pattern* pattern = nullptr;  // null: a bare capture, or the wildcard where name is empty too
  Text name;
};
struct MatchOr : PatternNode<PatternKind::MatchOr> {
  List<Pattern> patterns;
};

struct Module {
  List<Stmt> body;
  Version version = kDefaultVersion;  // the Python it was read as
};

}  // namespace awaitscope::ast
