#include "engine/compile/code_writer.h"
#include "engine/compile/unparse.h"

namespace awaitscope {

namespace {

const ast::Constant* docstring_of(ast::List<ast::Stmt> body) {
  if (body.empty() || body[0]->kind != ast::StmtKind::Expr) return nullptr;
  const ast::Expr* value = body[0]->as<ast::ExprStmt>()->value;
  if (value->kind != ast::ExprKind::Constant) return nullptr;
  const auto* constant = value->as<ast::Constant>();
  return constant->value == ast::ConstantKind::Str ? constant : nullptr;
}

int first_line_of(const ast::Stmt* stmt, ast::List<ast::Expr> decorators) {
  return decorators.empty() ? stmt->at.line : decorators[0]->at.line;
}

}  // namespace

template <class F>
void CodeWriter::function(const F* stmt) {
  if (debug_argument(stmt->args)) return;
  visit_all(stmt->decorator_list);
  if (stmt->type_params.empty()) {
    function_body(stmt, defaults(stmt->args));
  } else {
    generic_function(stmt);
  }
  if (failed()) return;
  apply_decorators(stmt->decorator_list);
  store(stmt->name);
}

// What is evaluated where it is defined is on the stack, as the flags say; then the function is.
template <class F>
void CodeWriter::function_body(const F* stmt, uint32_t flags) {
  flags |= since(Version::V3_14) ? annotate_function(stmt) : annotations(stmt->args, stmt->returns);
  if (failed()) return;
  bool is_async = stmt->kind == ast::StmtKind::AsyncFunctionDef;
  enter(is_async ? UnitKind::AsyncFunction : UnitKind::Function, stmt, std::string(stmt->name),
        first_line_of(stmt, stmt->decorator_list));
  parameters(stmt->args);
  ast::List<ast::Stmt> statements = stmt->body;
  if (const ast::Constant* docstring = docstring_of(statements)) {
    unit().has_docstring = true;
    unit().docstring = std::string(docstring->text);
    statements = statements.subspan(1);
  }
  visit_all(statements);
  std::shared_ptr<Code> code = leave();
  if (!failed()) closure(std::move(code), flags);
}

// def f[T](...): a function without arguments of its own, called at once, makes T and f.
template <class F>
void CodeWriter::generic_function(const F* stmt) {
  const ast::Arguments* args = stmt->args;
  bool has_defaults = !args->defaults.empty(), has_keyword_defaults = false;
  for (const ast::Expr* value : args->kw_defaults) {
    has_keyword_defaults = has_keyword_defaults || value;
  }
  enter_type_params(stmt->type_params, stmt->name, first_line_of(stmt, stmt->decorator_list));
  unit().arg_count = int(has_defaults) + int(has_keyword_defaults);
  type_params(stmt->type_params);
  uint32_t flags = 0;
  if (has_defaults) {
    name(".defaults", ast::ExprContext::Load);
    flags |= 1;
  }
  if (has_keyword_defaults) {
    name(".kwdefaults", ast::ExprContext::Load);
    flags |= 2;
  }
  at() = stmt->at;
  function_body(stmt, flags);
  if (failed()) return;
  op(Op::COPY, 1);
  name(".type_params", ast::ExprContext::Load);
  op(Op::SWAP, 2);
  op_plain_name(Op::STORE_ATTR, "__type_params__");
  op(Op::RETURN_VALUE);
  std::shared_ptr<Code> code = leave();
  if (failed()) return;
  op(Op::PUSH_NULL);
  closure(std::move(code), 0);
  defaults(args);
  op(Op::CALL, uint32_t(has_defaults) + uint32_t(has_keyword_defaults));
}

template void CodeWriter::function(const ast::FunctionDef* stmt);
template void CodeWriter::function(const ast::AsyncFunctionDef* stmt);

void CodeWriter::lambda(const ast::Lambda* expr) {
  if (debug_argument(expr->args)) return;
  uint32_t flags = defaults(expr->args);
  if (failed()) return;
  enter(UnitKind::Lambda, expr, "<lambda>", expr->at.line);
  parameters(expr->args);
  visit(expr->body);
  bool is_generator = unit().scope->generator;
  if (since(Version::V3_12)) at() = position_of(expr->body);
  if (!is_generator) op(Op::RETURN_VALUE);
  std::shared_ptr<Code> code = leave(!is_generator);
  if (!failed()) closure(std::move(code), flags);
}

void CodeWriter::parameters(const ast::Arguments* args) {
  Unit& made = unit();
  made.posonly_arg_count = int(args->posonlyargs.size());
  made.arg_count = int(args->posonlyargs.size() + args->args.size());
  made.kwonly_arg_count = int(args->kwonlyargs.size());
}

bool CodeWriter::debug_argument(const ast::Arguments* args) {
  for (ast::List<ast::Arg> list : {args->posonlyargs, args->args, args->kwonlyargs}) {
    for (const ast::Arg* arg : list) {
      if (forbidden(arg->arg, ast::ExprContext::Store)) return true;
    }
  }
  return (args->vararg && forbidden(args->vararg->arg, ast::ExprContext::Store)) ||
         (args->kwarg && forbidden(args->kwarg->arg, ast::ExprContext::Store));
}

// --- what is evaluated where a function is defined ---

uint32_t CodeWriter::defaults(const ast::Arguments* args) {
  uint32_t flags = 0;
  if (!args->defaults.empty()) {
    flags = 1;
    visit_all(args->defaults);
    op(Op::BUILD_TUPLE, uint32_t(args->defaults.size()));
  }
  return flags | keyword_defaults(args);
}

uint32_t CodeWriter::keyword_defaults(const ast::Arguments* args) {
  std::vector<Constant> names;
  for (size_t i = 0; i < args->kwonlyargs.size(); i++) {
    if (!args->kw_defaults[i]) continue;
    names.push_back(str_constant(mangled(args->kwonlyargs[i]->arg)));
    visit(args->kw_defaults[i]);
  }
  if (names.empty()) return 0;
  uint32_t count = uint32_t(names.size());
  load(tuple_constant(std::move(names)));
  op(Op::BUILD_CONST_KEY_MAP, count);
  return 2;
}

// A tuple of names and values, alternating.
uint32_t CodeWriter::annotations(const ast::Arguments* args, const ast::Expr* returns) {
  uint32_t count = argument_annotations(args, returns);
  if (count == 0) return 0;
  op(Op::BUILD_TUPLE, count * 2);
  return 4;
}

uint32_t CodeWriter::argument_annotations(const ast::Arguments* args, const ast::Expr* returns) {
  uint32_t count = 0;
  auto annotate = [&](ast::Text name, const ast::Expr* annotation) {
    if (!annotation) return;
    argument_annotation(name, annotation);
    count++;
  };
  for (const ast::Arg* arg : args->args) annotate(arg->arg, arg->annotation);
  for (const ast::Arg* arg : args->posonlyargs) annotate(arg->arg, arg->annotation);
  if (args->vararg) annotate(args->vararg->arg, args->vararg->annotation);
  for (const ast::Arg* arg : args->kwonlyargs) annotate(arg->arg, arg->annotation);
  if (args->kwarg) annotate(args->kwarg->arg, args->kwarg->annotation);
  annotate("return", returns);
  return count;
}

// --- annotations that are evaluated when they are asked for (PEP 649) ---

// Begins `def __annotate__(format, /)`, which refuses every format but values.
void CodeWriter::enter_annotate(const void* node, const ast::Position& place, int line) {
  constexpr int kValueWithFakeGlobals = 2;
  enter(UnitKind::Function, node, "__annotate__", line);
  unit().arg_count = unit().posonly_arg_count = 1;
  at() = place;
  Block* body = block();
  op(Op::LOAD_FAST, 0);
  load(int_constant(kValueWithFakeGlobals));
  compare(ast::CmpOp::Gt);
  jump(Op::POP_JUMP_IF_FALSE, body);
  op(Op::LOAD_COMMON_CONSTANT, uint32_t(CommonConstant::NotImplementedError));
  op(Op::RAISE_VARARGS, 1);
  use_next(body);
}

void CodeWriter::leave_annotate(const ast::Position& place) {
  at() = place;
  op(Op::RETURN_VALUE);
  std::shared_ptr<Code> code = leave();
  if (!failed()) closure(std::move(code), 0);
}

template <class F>
uint32_t CodeWriter::annotate_function(const F* stmt) {
  if (failed() || !scopes_.by_node.contains(stmt->args)) return 0;
  ast::Position place = at();
  enter_annotate(stmt->args, place, place.line);
  if (since(Version::V3_15)) {
    // (Of a generic function of the module the name is left out.)
    std::string& qualname = unit().qualname;
    const bool of_module = qualname.size() == unit().name.size();
    if (stmt->type_params.empty() || !of_module)
      qualname.insert(qualname.size() - unit().name.size(), std::string(stmt->name) + ".");
  }
  op(Op::BUILD_MAP, argument_annotations(stmt->args, stmt->returns));
  leave_annotate(place);
  at() = place;
  return 16;
}

// The function that evaluates those of a class or module, on the stack.
void CodeWriter::late_annotations(int first_line) {
  const Scope& scope = *unit().scope;
  ast::Position place = at();
  enter_annotate(&scope, place, first_line);
  op(Op::BUILD_MAP, 0);
  for (size_t i = 0; i < scope.late_annotations.size() && !failed(); i++)
    late_annotation(scope.late_annotations[i], i, place);
  leave_annotate(place);
}

void CodeWriter::late_annotation(const Scope::LateAnnotation& late, size_t index,
                                 const ast::Position& place) {
  const ast::AnnAssign* stmt = late.statement;
  Block* end = block();
  at() = stmt->at;
  if (late.conditional) {
    load(int_constant(int64_t(index)));
    name(kConditionalAnnotations, ast::ExprContext::Load);
    op(Op::CONTAINS_OP, 0);
    jump(Op::POP_JUMP_IF_FALSE, end);
  }
  visit(stmt->annotation);
  op(Op::COPY, 2);
  load(str_constant(mangled(stmt->target->as<ast::Name>()->id)));
  at() = place;
  op(Op::STORE_SUBSCR);
  use_next(end);
}

// A conditional one has come to be.
void CodeWriter::note_late_annotation(const ast::AnnAssign* stmt) {
  const std::vector<Scope::LateAnnotation>& all = unit().scope->late_annotations;
  for (size_t i = 0; i < all.size(); i++) {
    if (all[i].statement != stmt || !all[i].conditional) continue;
    name(kConditionalAnnotations, ast::ExprContext::Load);
    load(int_constant(int64_t(i)));
    op(Op::SET_ADD, 1);
    op(Op::POP_TOP);
  }
}

void CodeWriter::argument_annotation(ast::Text name, const ast::Expr* expr) {
  load(str_constant(mangled(name)));
  if (!future_imports_.annotations && expr->kind == ast::ExprKind::Starred) {
    visit(expr->as<ast::Starred>()->value);  // *args: *Ts
    op(Op::UNPACK_SEQUENCE, 1);
  } else {
    annotation(expr);
  }
}

void CodeWriter::annotation(const ast::Expr* expr) {
  if (future_imports_.annotations)
    load(str_constant(unparse(expr)));
  else
    visit(expr);
}

void CodeWriter::closure(std::shared_ptr<Code> code, uint32_t flags) {
  uint32_t count = 0;
  for (const LocalVariable& variable : code->locals) {
    if (variable.kind != LocalVariable::Kind::Free) continue;
    count++;
    op(Op::LOAD_CLOSURE, cell_number(variable.name));  // a cell here, or free here too
  }
  if (count > 0) {
    flags |= 8;
    op(Op::BUILD_TUPLE, count);
  }
  Constant constant;
  constant.kind = Constant::Kind::Code;
  constant.code = std::move(code);
  load(std::move(constant));
  op(Op::MAKE_FUNCTION, flags);
}

void CodeWriter::apply_decorators(ast::List<ast::Expr> decorators) {
  ast::Position outside = at();
  for (size_t i = decorators.size(); i-- > 0;) {
    at() = position_of(decorators[i]);
    op(Op::CALL, 1);
  }
  at() = outside;
}

// --- classes ---

void CodeWriter::class_definition(const ast::ClassDef* stmt) {
  visit_all(stmt->decorator_list);
  if (failed()) return;
  if (stmt->type_params.empty()) {
    class_body(stmt, stmt->bases);
  } else {
    generic_class(stmt);
  }
  if (failed()) return;
  apply_decorators(stmt->decorator_list);
  store(stmt->name);
}

void CodeWriter::class_body(const ast::ClassDef* stmt, ast::List<ast::Expr> bases) {
  enter(UnitKind::Class, stmt, std::string(stmt->name), first_line_of(stmt, stmt->decorator_list));
  unit().class_name = stmt->name;
  name("__name__", ast::ExprContext::Load);
  store("__module__");
  load(str_constant(unit().qualname));
  store("__qualname__");
  ast::Position start = at();
  if (since(Version::V3_13)) {
    load(int_constant(start.line));
    store("__firstlineno__");
  }
  const Symbol* class_dict = unit().scope->find(kClassDict);
  const bool keeps_class_dict = class_dict && class_dict->scope == NameScope::Cell;
  if (keeps_class_dict) {
    op(Op::LOAD_LOCALS);
    store(kClassDict);
  }
  if (!stmt->type_params.empty()) {
    name(".type_params", ast::ExprContext::Load);
    store("__type_params__");
  }
  body(stmt->body);
  if (unit().scope->annotations && !failed()) {
    at() = start;
    late_annotations(start.line);
    store("__annotate_func__");
  }
  no_line();
  if (since(Version::V3_13)) static_attributes();
  if (keeps_class_dict) {
    op(Op::LOAD_CLOSURE, cell_number(kClassDict));
    store("__classdictcell__");
  }
  if (unit().scope->needs_class_cell) {
    op(Op::LOAD_CLOSURE, cell_number("__class__"));
    op(Op::COPY, 1);
    store("__classcell__");
  } else {
    load_none();
  }
  op(Op::RETURN_VALUE);
  std::shared_ptr<Code> code = leave();
  if (failed()) return;

  op(Op::PUSH_NULL);
  op(Op::LOAD_BUILD_CLASS);
  closure(std::move(code), 0);
  load(str_constant(stmt->name));
  call_with(2, bases, stmt->keywords);
}

// class C[T](...): likewise, with Generic[T] as one more base.
void CodeWriter::generic_class(const ast::ClassDef* stmt) {
  enter_type_params(stmt->type_params, stmt->name, first_line_of(stmt, stmt->decorator_list));
  type_params(stmt->type_params);
  library_function("typing", "_generic_base");
  name(".type_params", ast::ExprContext::Load);
  op(Op::CALL, 1);
  store(".generic_base");
  std::vector<ast::Expr*> bases(stmt->bases.begin(), stmt->bases.end());
  ast::Name* base = arena_.make<ast::Name>();
  base->id = ".generic_base";
  base->at = stmt->at;
  bases.push_back(base);
  at() = stmt->at;
  class_body(stmt, arena_.copy(bases));
  if (failed()) return;
  op(Op::RETURN_VALUE);
  std::shared_ptr<Code> code = leave();
  if (failed()) return;
  op(Op::PUSH_NULL);
  closure(std::move(code), 0);
  op(Op::CALL, 0);
}

// --- type parameters and aliases (PEP 695) ---

// A function of the library, about to be called.
void CodeWriter::library_function(ast::Text module, ast::Text function) {
  op(Op::PUSH_NULL);
  load(int_constant(0));
  load(tuple_constant({str_constant(function)}));
  op_plain_name(Op::IMPORT_NAME, module);
  op_plain_name(Op::LOAD_ATTR, function);
}

void CodeWriter::enter_type_params(const ast::List<ast::TypeParam>& params, ast::Text owner,
                                   int line) {
  enter(UnitKind::TypeParams, params.data(), "<generic parameters of " + std::string(owner) + ">",
        line);
}

void CodeWriter::type_params(const ast::List<ast::TypeParam>& params) {
  bool has_default = false;
  for (const ast::TypeParam* param : params) {
    at() = param->at;
    if (has_default && !param->default_value) {
      return errors_.report("non-default type parameter '" + std::string(param->name) +
                                "' follows default type parameter",
                            param->at);
    }
    has_default = param->default_value != nullptr;
    bool constrained = param->bound && param->bound->kind == ast::ExprKind::Tuple;
    library_function("typing", "_type_param");
    load(int_constant(int(param->kind)));
    load(str_constant(param->name));
    lazily(param->name, param->bound);
    load(int_constant(constrained ? 1 : 0));
    lazily(param->name, param->default_value);
    op(Op::CALL, 5);
    store(param->name);
  }
  for (const ast::TypeParam* param : params) name(param->name, ast::ExprContext::Load);
  op(Op::BUILD_TUPLE, uint32_t(params.size()));
  store(".type_params");
}

// A function that evaluates it when it is asked for.
void CodeWriter::lazily(ast::Text owner, const ast::Expr* expr) {
  if (!expr) return load_none();
  ast::Position outside = at();
  enter(UnitKind::TypeParams, expr, std::string(owner), expr->at.line);
  if (expr->kind == ast::ExprKind::Starred) {
    visit(expr->as<ast::Starred>()->value);
    op(Op::UNPACK_SEQUENCE, 1);
  } else {
    visit(expr);
  }
  op(Op::RETURN_VALUE);
  std::shared_ptr<Code> code = leave(false);
  if (failed()) return;
  at() = outside;
  closure(std::move(code), 0);
}

void CodeWriter::type_alias(const ast::TypeAlias* stmt) {
  ast::Text alias = stmt->name->as<ast::Name>()->id;
  bool is_generic = !stmt->type_params.empty();
  if (is_generic) {
    enter_type_params(stmt->type_params, alias, stmt->at.line);
    type_params(stmt->type_params);
    at() = stmt->at;
  }
  library_function("typing", "_type_alias");
  load(str_constant(alias));
  if (is_generic) {
    name(".type_params", ast::ExprContext::Load);
  } else {
    load(tuple_constant({}));
  }
  lazily(alias, stmt->value);
  op(Op::CALL, 3);
  if (is_generic) {
    op(Op::RETURN_VALUE);
    std::shared_ptr<Code> code = leave();
    if (failed()) return;
    op(Op::PUSH_NULL);
    closure(std::move(code), 0);
    op(Op::CALL, 0);
  }
  store(alias);
}

// self.NAME = ...: an attribute that the class around the method has (by the name `self` alone).
void CodeWriter::note_static_attribute(const ast::Attribute* expr) {
  if (expr->ctx != ast::ExprContext::Store || expr->value->kind != ast::ExprKind::Name) return;
  if (expr->value->as<ast::Name>()->id != "self") return;
  for (size_t i = units_.size() - 1; i-- > 0;) {
    if (units_[i].kind != UnitKind::Class) continue;
    units_[i].static_attributes.insert(expr->attr);
    return;
  }
}

void CodeWriter::static_attributes() {
  std::vector<Constant> names;
  for (ast::Text name : unit().static_attributes) names.push_back(str_constant(name));
  load(tuple_constant(std::move(names)));
  store("__static_attributes__");
}

}  // namespace awaitscope
