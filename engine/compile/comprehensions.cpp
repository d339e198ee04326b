#include "engine/compile/code_writer.h"

namespace awaitscope {

// A comprehension is a function of its own, called at once with the iterator of its first `for`;
// since 3.12 only generator expressions are.
void CodeWriter::comprehension(const ast::Expr* expr, const char* name,
                               const ComprehensionParts& parts) {
  if (scopes_.by_node.at(expr)->inlined) return inlined_comprehension(expr, parts);
  UnitKind outer = unit().kind;
  bool is_generator = parts.kind == ComprehensionKind::Generator;
  enter(UnitKind::Comprehension, expr, name, expr->at.line);
  at() = expr->at;
  bool is_async = unit().scope->coroutine && !is_generator;
  if (is_async && outer != UnitKind::AsyncFunction && outer != UnitKind::Comprehension) {
    error("asynchronous comprehension outside of an asynchronous function");
    leave();
    return;
  }
  unit().arg_count = 1;
  if (!is_generator) {
    op(parts.kind == ComprehensionKind::List  ? Op::BUILD_LIST
       : parts.kind == ComprehensionKind::Set ? Op::BUILD_SET
                                              : Op::BUILD_MAP,
       0);
  }
  clause(parts, 0, 0);
  if (!is_generator) op(Op::RETURN_VALUE);
  std::shared_ptr<Code> code = leave();
  if (failed()) return;
  closure(std::move(code), 0);
  const ast::Comprehension* outermost = parts.generators[0];
  iterable(outermost);
  op(outermost->is_async ? Op::GET_AITER : Op::GET_ITER);
  op(Op::CALL, 1);
  if (is_async) {
    op(Op::GET_AWAITABLE, 0);
    await_result();
  }
}

// PEP 709: it runs in the frame of the function around it, or of the module or class.
void CodeWriter::inlined_comprehension(const ast::Expr* expr, const ComprehensionParts& parts) {
  const Scope& scope = *scopes_.by_node.at(expr);
  at() = expr->at;
  if (scope.coroutine && unit().kind != UnitKind::AsyncFunction &&
      unit().kind != UnitKind::Comprehension) {
    return error("asynchronous comprehension outside of an asynchronous function");
  }
  const ast::Comprehension* outermost = parts.generators[0];
  iterable(outermost);
  // Since 3.15 iter() fails where what puts the variables back is in force.
  const bool later = since(Version::V3_15);
  at() = outermost->iter->at;
  if (!later) op(outermost->is_async ? Op::GET_AITER : Op::GET_ITER);
  at() = expr->at;
  Isolated isolated = isolate(scope);
  op(parts.kind == ComprehensionKind::List  ? Op::BUILD_LIST
     : parts.kind == ComprehensionKind::Set ? Op::BUILD_SET
                                            : Op::BUILD_MAP,
     0);
  op(Op::SWAP, 2);
  if (later) {
    at() = outermost->iter->at;
    op(outermost->is_async ? Op::GET_AITER : Op::GET_ITER);
    at() = expr->at;
  }
  clause(parts, 0, 0);
  restore(isolated);
}

CodeWriter::Isolated CodeWriter::isolate(const Scope& scope) {
  Isolated isolated;
  Scope& host = *unit().scope;
  bool in_class = host.kind == ScopeKind::Class && unit().inlined == 0;
  unit().inlined++;
  for (size_t i = 0; i < scope.symbols.size(); i++) {
    ast::Text name = scope.names[i];
    Symbol symbol = scope.symbols[i];
    if (symbol.flags & Symbol::kParameter) continue;  // the iterator
    bool binds = symbol.scope == NameScope::Local || symbol.scope == NameScope::Cell;
    if (!binds && (!in_class || name == "__class__")) continue;
    Symbol& outside = host.add(name);
    bool is_free = outside.scope == NameScope::Free;
    if (!(symbol.scope == NameScope::Cell && is_free) || in_class) {
      isolated.symbols.emplace_back(name, outside);
      outside.scope = symbol.scope;
      outside.inlined = binds;
    }
    if (!binds) continue;
    op(Op::LOAD_FAST_AND_CLEAR, unit().locals.add(name));
    if (symbol.scope == NameScope::Cell) op(Op::MAKE_CELL, cell_number(name));
    isolated.names.push_back(name);
  }
  if (!isolated.names.empty()) {
    op(Op::SWAP, uint32_t(isolated.names.size()) + 1);
    isolated.cleanup = block();
    jump(Op::SETUP_FINALLY, isolated.cleanup);
  }
  return isolated;
}

void CodeWriter::restore(const Isolated& isolated) {
  unit().inlined--;
  if (isolated.cleanup) {
    Block* end = block();
    ast::Position outside = at();
    no_line();
    op(Op::POP_BLOCK);
    jump(Op::JUMP, end);
    use_next(isolated.cleanup);
    op(Op::SWAP, 2);  // the part that is done
    op(Op::POP_TOP);
    at() = outside;
    restore_locals(isolated);
    no_line();
    op(Op::RERAISE, 0);
    use_next(end);
    at() = outside;
    restore_locals(isolated);
  }
  Scope& host = *unit().scope;
  for (size_t i = isolated.symbols.size(); i-- > 0;) {
    host.add(isolated.symbols[i].first) = isolated.symbols[i].second;
  }
}

void CodeWriter::restore_locals(const Isolated& isolated) {
  op(Op::SWAP, uint32_t(isolated.names.size()) + 1);
  for (size_t i = isolated.names.size(); i-- > 0;) {
    op(Op::STORE_FAST_MAYBE_NULL, unit().locals.add(isolated.names[i]));
  }
}

void CodeWriter::clause(const ComprehensionParts& parts, size_t index, uint32_t depth) {
  if (failed()) return;
  if (++depth_ > kMaxNesting)
    error(kTooDeep);
  else if (parts.generators[index]->is_async)
    async_clause(parts, index, depth);
  else
    sync_clause(parts, index, depth);
  depth_--;
}

void CodeWriter::sync_clause(const ComprehensionParts& parts, size_t index, uint32_t depth) {
  const ast::Comprehension* part = parts.generators[index];
  Block* start = block();
  Block* if_cleanup = block();
  Block* anchor = block();
  ast::Position outside = at();
  ast::Position iterated = since(Version::V3_12) ? position_of(part->iter) : outside;
  if (index == 0) {
    load_iterator(parts);
  } else {
    // `for y in [f(x)]` is an assignment.
    ast::List<ast::Expr> elements;
    if (part->iter->kind == ast::ExprKind::List) elements = part->iter->as<ast::ListExpr>()->elts;
    if (part->iter->kind == ast::ExprKind::Tuple) elements = part->iter->as<ast::Tuple>()->elts;
    if (elements.size() == 1 && elements[0]->kind != ast::ExprKind::Starred &&
        !all_constant(elements, 0, 1)) {
      visit(elements[0]);
      start = nullptr;
    } else {
      iterable(part->iter);
      at() = iterated;
      op(Op::GET_ITER);
    }
  }
  if (start) {
    depth++;
    use_next(start);
    at() = iterated;
    jump(Op::FOR_ITER, anchor);
  }
  at() = outside;
  visit(part->target);
  for (const ast::Expr* condition : part->ifs) jump_if(condition, if_cleanup, false);
  clause_body(parts, index + 1, depth);
  use_next(if_cleanup);
  if (start) {
    at() = position_of_element(parts, index);
    jump(Op::JUMP, start);
    if (since(Version::V3_12)) at() = outside;
    use_next(anchor);
  }
}

void CodeWriter::async_clause(const ComprehensionParts& parts, size_t index, uint32_t depth) {
  const ast::Comprehension* part = parts.generators[index];
  Block* start = block();
  Block* except = block();
  Block* if_cleanup = block();
  ast::Position outside = at();
  if (index == 0) {
    load_iterator(parts);
  } else {
    iterable(part);
    if (since(Version::V3_12)) at() = position_of(part->iter);
    op(Op::GET_AITER);
    at() = outside;
  }
  use_next(start);
  push({FrameBlockKind::AsyncComprehension});
  jump(Op::SETUP_FINALLY, except);
  op(Op::GET_ANEXT);
  await_result();
  op(Op::POP_BLOCK);
  visit(part->target);
  for (const ast::Expr* condition : part->ifs) jump_if(condition, if_cleanup, false);
  clause_body(parts, index + 1, depth + 1);
  use_next(if_cleanup);
  at() = position_of_element(parts, index);
  jump(Op::JUMP, start);
  if (since(Version::V3_12)) at() = outside;
  pop();
  use_next(except);
  op(Op::END_ASYNC_FOR);
}

void CodeWriter::clause_body(const ComprehensionParts& parts, size_t index, uint32_t depth) {
  if (index < parts.generators.size()) return clause(parts, index, depth);
  // Since 3.15 what is made may be unpacked: `*x`, or for a dict `**x`, which has no value.
  if (parts.element->kind == ast::ExprKind::Starred) {
    visit(parts.element->as<ast::Starred>()->value);
    switch (parts.kind) {
      case ComprehensionKind::List: return op(Op::LIST_EXTEND, depth + 1);
      case ComprehensionKind::Set: return op(Op::SET_UPDATE, depth + 1);
      default: return yield_each();
    }
  }
  visit(parts.element);
  if (parts.kind == ComprehensionKind::Dict && !parts.value) {
    return op(Op::DICT_UPDATE, depth + 1);
  }
  if (parts.value) visit(parts.value);
  ast::Position outside = at();
  at() = position_of_element(parts, index - 1);
  switch (parts.kind) {
    case ComprehensionKind::Generator:
      yield_value();
      op(Op::POP_TOP);
      break;
    case ComprehensionKind::List: op(Op::LIST_APPEND, depth + 1); break;
    case ComprehensionKind::Set: op(Op::SET_ADD, depth + 1); break;
    case ComprehensionKind::Dict: op(Op::MAP_ADD, depth + 1); break;
    case ComprehensionKind::None: break;
  }
  at() = outside;
}

// Where what is done with the element, and the jump back after it, stands: since 3.12 at the
// element, before that at the whole comprehension.
ast::Position CodeWriter::position_of_element(const ComprehensionParts& parts, size_t index) {
  if (!since(Version::V3_12)) return at();
  ast::Position element = position_of(parts.element);
  if (parts.value && index + 1 == parts.generators.size()) {
    ast::Position value = position_of(parts.value);
    element.end_line = value.end_line;
    element.end_column = value.end_column;
  }
  return element;
}

// The iterator of the first `for`: a parameter, or on the stack already.
void CodeWriter::load_iterator(const ComprehensionParts& parts) {
  if (unit().kind != UnitKind::Comprehension || unit().inlined > 0) return;
  ast::Position outside = at();
  if (since(Version::V3_15)) at() = position_of(parts.generators[0]->iter);
  op(Op::LOAD_FAST, 0);
  at() = outside;
}

// What is on the stack, one by one.
void CodeWriter::yield_each() {
  Block* start = block();
  Block* anchor = block();
  op(Op::GET_ITER);
  use_next(start);
  jump(Op::FOR_ITER, anchor);
  yield_value();
  op(Op::POP_TOP);
  jump(Op::JUMP, start);
  use_next(anchor);
}

}  // namespace awaitscope
