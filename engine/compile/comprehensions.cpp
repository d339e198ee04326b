#include "engine/compile/code_writer.h"

namespace awaitscope {

// A comprehension is a function of its own, called at once with the iterator of its first `for`.
void CodeWriter::comprehension(const ast::Expr* expr, const char* name,
                               const ComprehensionParts& parts) {
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
  iterable(outermost->iter);
  op(outermost->is_async ? Op::GET_AITER : Op::GET_ITER);
  op(Op::CALL, 1);
  if (is_async) {
    op(Op::GET_AWAITABLE, 0);
    await_result();
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
  if (index == 0) {
    op(Op::LOAD_FAST, 0);
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
      op(Op::GET_ITER);
    }
  }
  if (start) {
    depth++;
    use_next(start);
    jump(Op::FOR_ITER, anchor);
  }
  visit(part->target);
  for (const ast::Expr* condition : part->ifs) jump_if(condition, if_cleanup, false);
  clause_body(parts, index + 1, depth);
  use_next(if_cleanup);
  if (start) {
    jump(Op::JUMP, start);
    use_next(anchor);
  }
}

void CodeWriter::async_clause(const ComprehensionParts& parts, size_t index, uint32_t depth) {
  const ast::Comprehension* part = parts.generators[index];
  Block* start = block();
  Block* except = block();
  Block* if_cleanup = block();
  if (index == 0) {
    op(Op::LOAD_FAST, 0);
  } else {
    iterable(part->iter);
    op(Op::GET_AITER);
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
  jump(Op::JUMP, start);
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
  switch (parts.kind) {
    case ComprehensionKind::Generator: yield_value(); return op(Op::POP_TOP);
    case ComprehensionKind::List: return op(Op::LIST_APPEND, depth + 1);
    case ComprehensionKind::Set: return op(Op::SET_ADD, depth + 1);
    case ComprehensionKind::Dict: visit(parts.value); return op(Op::MAP_ADD, depth + 1);
    case ComprehensionKind::None: return;
  }
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
