#include "engine/compile/code_writer.h"

#include <algorithm>

namespace awaitscope {
namespace {

std::vector<ast::Text> sorted_names(const Scope& scope, bool cells) {
  std::vector<ast::Text> names;
  for (size_t i = 0; i < scope.symbols.size(); i++) {
    const Symbol& symbol = scope.symbols[i];
    bool wanted = cells ? symbol.scope == NameScope::Cell
                        : symbol.scope == NameScope::Free || (symbol.flags & Symbol::kFreeInClass);
    if (wanted) names.push_back(scope.names[i]);
  }
  if (cells) {
    if (scope.needs_class_cell) names.push_back("__class__");
    names.insert(names.end(), scope.inlined_cells.begin(), scope.inlined_cells.end());
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

uint32_t index_of(const std::vector<ast::Text>& names, ast::Text name) {
  return uint32_t(std::lower_bound(names.begin(), names.end(), name) - names.begin());
}

}  // namespace

// --- units ---

std::shared_ptr<Code> CodeWriter::module(const ast::Module& module) {
  version_ = module.version;
  enter(UnitKind::Module, &module, "<module>", 1);
  if (options_.expression) {
    at() = module.body[0]->at;
    expression(module.body[0]->as<ast::ExprStmt>()->value);
    op(Op::RETURN_VALUE);
  } else {
    body(module.body);
  }
  return leave();
}

void CodeWriter::enter(UnitKind kind, const void* node, std::string name, int line) {
  ast::Text class_name = units_.empty() ? ast::Text() : unit().class_name;
  Unit& made = units_.emplace_back(kind, scopes_.by_node.at(node));
  made.name = std::move(name);
  made.class_name = class_name;
  made.first_line = line;
  for (ast::Text parameter : made.scope->parameters) made.locals.add(parameter);
  made.cells = sorted_names(*made.scope, true);
  made.frees = sorted_names(*made.scope, false);
  set_qualname();
  at() = {line, 0, line, 0};
  if (kind == UnitKind::Module) at().line = 0;
  op(Op::RESUME, 0);
  if (kind == UnitKind::Module) no_line();
}

void CodeWriter::set_qualname() {
  Unit& made = unit();
  made.qualname = made.name;
  // What has type parameters is called as if it stood outside of the function that makes them.
  size_t around = units_.size() - 1;
  if (around > 0 && units_[around - 1].kind == UnitKind::TypeParams &&
      made.kind != UnitKind::Lambda && made.kind != UnitKind::Comprehension) {
    --around;
  }
  if (around <= 1) return;  // the module's own functions and classes, and the module
  Unit& outer = units_[around - 1];
  if (made.kind == UnitKind::Function || made.kind == UnitKind::AsyncFunction ||
      made.kind == UnitKind::Class) {
    const Symbol* symbol = outer.scope->find(mangle(outer.class_name, made.name, arena_));
    if (symbol && symbol->scope == NameScope::GlobalExplicit) return;
  }
  bool is_function = outer.kind == UnitKind::Function || outer.kind == UnitKind::AsyncFunction ||
                     outer.kind == UnitKind::Lambda || outer.kind == UnitKind::TypeParams;
  made.qualname = outer.qualname + (is_function ? ".<locals>." : ".") + made.name;
}

uint32_t CodeWriter::code_flags() {
  const Scope& scope = *unit().scope;
  const uint32_t own = options_.own_builtins ? uint32_t(Code::kOwnBuiltins) : 0;
  if (!is_function(&scope)) return own;
  uint32_t flags = Code::kOptimized | Code::kNewLocals;
  if (scope.nested) flags |= Code::kNested;
  if (scope.generator && !scope.coroutine) flags |= Code::kGenerator;
  if (!scope.generator && scope.coroutine) flags |= Code::kCoroutine;
  if (scope.generator && scope.coroutine) flags |= Code::kAsyncGenerator;
  if (scope.var_args) flags |= Code::kVarArgs;
  if (scope.var_keywords) flags |= Code::kVarKeywords;
  return flags | own;
}

// What can suspend leaves at once with the object that stands for it.
void CodeWriter::add_prefix(uint32_t flags) {
  if (!(flags & (Code::kGenerator | Code::kCoroutine | Code::kAsyncGenerator))) return;
  Block& entry = *graph().entry();
  graph().insert_first(entry, {Op::POP_TOP, 0, nullptr, nullptr, kNoPosition});
  int line = unit().first_line;
  graph().insert_first(entry, {Op::RETURN_GENERATOR, 0, nullptr, nullptr, {line, -1, line, -1}});
}

std::vector<uint32_t> CodeWriter::place_variables(Code& code) {
  Unit& made = unit();
  for (ast::Text name : made.locals.items()) {
    if (name == ".format") name = "format";  // of a function that evaluates annotations
    code.locals.push_back({std::string(name), LocalVariable::Kind::Local});
  }
  std::vector<uint32_t> slots;
  for (ast::Text name : made.cells) {
    int parameter = made.locals.find(name);
    if (parameter >= 0) {
      code.locals[size_t(parameter)].kind = LocalVariable::Kind::Cell;
      slots.push_back(uint32_t(parameter));
    } else {
      slots.push_back(uint32_t(code.locals.size()));
      code.locals.push_back({std::string(name), LocalVariable::Kind::Cell});
    }
  }
  for (ast::Text name : made.frees) {
    slots.push_back(uint32_t(code.locals.size()));
    code.locals.push_back({std::string(name), LocalVariable::Kind::Free});
  }
  return slots;
}

std::shared_ptr<Code> CodeWriter::leave(bool ends_with_none) {
  std::shared_ptr<Code> code;
  if (!failed()) {
    const FlowInstruction* last = graph().current()->last();
    if (!last || last->opcode != Op::RETURN_VALUE) {
      no_line();
      if (ends_with_none) load_none();
      op(Op::RETURN_VALUE);
    }
    Unit& made = unit();
    code = std::make_shared<Code>();
    code->flags = code_flags();
    add_prefix(code->flags);
    code->name = made.name;
    code->qualname = made.qualname;
    code->arg_count = made.arg_count;
    code->posonly_arg_count = made.posonly_arg_count;
    code->kwonly_arg_count = made.kwonly_arg_count;
    code->first_line = made.first_line;
    code->has_docstring = made.has_docstring;
    code->docstring = std::move(made.docstring);
    std::vector<uint32_t> slots = place_variables(*code);
    assemble(made.graph, made.constants, slots, made.first_line, options_.lines, version_, *code);
    code->names.reserve(made.names.size());
    for (ast::Text name : made.names.items()) code->names.emplace_back(name);
  }
  finished_instructions_ += graph().size();
  units_.pop_back();
  return code;
}

// --- instructions ---

void CodeWriter::load(Constant constant) {
  op(Op::LOAD_CONST, unit().constants.add(std::move(constant)));
}

void CodeWriter::op_plain_name(Op opcode, ast::Text name) { op(opcode, unit().names.add(name)); }

void CodeWriter::op_name(Op opcode, ast::Text name) { op_plain_name(opcode, mangled(name)); }

bool CodeWriter::forbidden(ast::Text name, ast::ExprContext context) {
  if (name != "__debug__" || context == ast::ExprContext::Load) return false;
  error(context == ast::ExprContext::Store ? "cannot assign to __debug__"
                                           : "cannot delete __debug__");
  return true;
}

void CodeWriter::name(ast::Text plain, ast::ExprContext context) {
  if (forbidden(plain, context)) return;
  struct Row {
    Op load, store, remove;
  };
  static constexpr Row kDeref = {Op::LOAD_DEREF, Op::STORE_DEREF, Op::DELETE_DEREF};
  static constexpr Row kFast = {Op::LOAD_FAST, Op::STORE_FAST, Op::DELETE_FAST};
  static constexpr Row kGlobal = {Op::LOAD_GLOBAL, Op::STORE_GLOBAL, Op::DELETE_GLOBAL};
  static constexpr Row kNameOfGlobal = {Op::LOAD_NAME, Op::STORE_GLOBAL, Op::DELETE_GLOBAL};
  static constexpr Row kName = {Op::LOAD_NAME, Op::STORE_NAME, Op::DELETE_NAME};
  auto pick = [&](const Row& row) {
    return context == ast::ExprContext::Load    ? row.load
           : context == ast::ExprContext::Store ? row.store
                                                : row.remove;
  };
  ast::Text name = mangled(plain);
  const Scope& scope = *unit().scope;
  const Symbol* symbol = scope.find(name);
  bool in_function = is_function(&scope);
  // (LOAD_GLOBAL knows of one dict of builtins only.)
  const Row& global = options_.own_builtins ? kNameOfGlobal : kGlobal;
  switch (symbol ? symbol->scope : NameScope::Unknown) {
    case NameScope::Free: {
      Op opcode = pick(kDeref);
      if (scope.sees_class) {
        op(Op::LOAD_DEREF, cell_number(kClassDict));
        return op(Op::LOAD_FROM_DICT_OR_DEREF, cell_number(name));
      }
      bool asks_class = scope.kind == ScopeKind::Class && unit().inlined == 0;
      if (opcode == Op::LOAD_DEREF && asks_class) opcode = Op::LOAD_CLASSDEREF;
      return op(opcode, cell_number(name));
    }
    case NameScope::Cell: return op(pick(kDeref), cell_number(name));
    case NameScope::Local:
      if (in_function || symbol->inlined) return op(pick(kFast), unit().locals.add(name));
      break;
    case NameScope::GlobalImplicit:
      if (scope.sees_class) {
        op(Op::LOAD_DEREF, cell_number(kClassDict));
        return op_plain_name(Op::LOAD_FROM_DICT_OR_GLOBALS, name);
      }
      // A comprehension does not see the names of the class that it runs in.
      if (in_function || (scope.kind == ScopeKind::Class && unit().inlined > 0))
        return op_plain_name(pick(global), name);
      break;
    case NameScope::GlobalExplicit: return op_plain_name(pick(global), name);
    case NameScope::Unknown: break;
  }
  op_plain_name(pick(kName), name);
}

uint32_t CodeWriter::cell_number(ast::Text name) {
  const Unit& made = unit();
  const Symbol* symbol = made.scope->find(name);
  if (std::binary_search(made.cells.begin(), made.cells.end(), name) &&
      !(symbol && symbol->scope == NameScope::Free))
    return index_of(made.cells, name);
  return uint32_t(made.cells.size()) + index_of(made.frees, name);
}

void CodeWriter::send_loop() {
  Block* start = block();
  Block* suspended = block();
  Block* exit = block();
  use_next(start);
  jump(Op::SEND, exit);
  use_next(suspended);
  op(Op::SUSPEND);
  jump(Op::SEND_AGAIN, start);
  use_next(exit);
}

void CodeWriter::await_result() {
  load_none();
  send_loop();
}

void CodeWriter::compare(ast::CmpOp comparison) {
  switch (comparison) {
    case ast::CmpOp::Lt: return op(Op::COMPARE_OP, 0);
    case ast::CmpOp::LtE: return op(Op::COMPARE_OP, 1);
    case ast::CmpOp::Eq: return op(Op::COMPARE_OP, 2);
    case ast::CmpOp::NotEq: return op(Op::COMPARE_OP, 3);
    case ast::CmpOp::Gt: return op(Op::COMPARE_OP, 4);
    case ast::CmpOp::GtE: return op(Op::COMPARE_OP, 5);
    case ast::CmpOp::Is: return op(Op::IS_OP, 0);
    case ast::CmpOp::IsNot: return op(Op::IS_OP, 1);
    case ast::CmpOp::In: return op(Op::CONTAINS_OP, 0);
    case ast::CmpOp::NotIn: return op(Op::CONTAINS_OP, 1);
  }
}

void CodeWriter::binary(ast::Operator operation, bool in_place) {
  static constexpr BinaryOperator kOperators[] = {
      BinaryOperator::Add,        BinaryOperator::Subtract,
      BinaryOperator::Multiply,   BinaryOperator::MatrixMultiply,
      BinaryOperator::TrueDivide, BinaryOperator::Remainder,
      BinaryOperator::Power,      BinaryOperator::Lshift,
      BinaryOperator::Rshift,     BinaryOperator::Or,
      BinaryOperator::Xor,        BinaryOperator::And,
      BinaryOperator::FloorDivide};
  uint32_t number = uint32_t(kOperators[size_t(operation)]);
  op(Op::BINARY_OP, number + (in_place ? kInplace : 0));
}

}  // namespace awaitscope
