// try, with, and the ways out of them.

#include "engine/compile/code_writer.h"

namespace awaitscope {

void CodeWriter::push(FrameBlock frame_block) {
  constexpr size_t kMaxBlocks = 20;
  if (unit().frame_blocks.size() >= kMaxBlocks) error("too many statically nested blocks");
  unit().frame_blocks.push_back(frame_block);
}

// Undoes every block from the innermost: all of them, or those within the innermost loop, which is
// returned (null where there is none).
FrameBlock* CodeWriter::unwind_all(bool keep_top, bool to_loop) {
  std::vector<FrameBlock>& blocks = unit().frame_blocks;
  std::vector<FrameBlock> undone;
  bool found_loop = false;
  while (!blocks.empty() && !failed()) {
    FrameBlock top = blocks.back();
    if (top.kind == FrameBlockKind::ExceptionGroupHandler) {
      error("'break', 'continue' and 'return' cannot appear in an except* block");
      break;
    }
    if (to_loop && (top.kind == FrameBlockKind::WhileLoop || top.kind == FrameBlockKind::ForLoop)) {
      found_loop = true;
      break;
    }
    blocks.pop_back();
    undone.push_back(top);
    unwind(top, keep_top);
  }
  size_t loop_at = blocks.size() - 1;
  for (size_t i = undone.size(); i-- > 0;) blocks.push_back(undone[i]);
  return found_loop ? &blocks[loop_at] : nullptr;
}

void CodeWriter::unwind(const FrameBlock& frame_block, bool keep_top) {
  auto swap_top = [&] {
    if (keep_top) op(Op::SWAP, 2);
  };
  switch (frame_block.kind) {
    case FrameBlockKind::WhileLoop:
    case FrameBlockKind::ExceptionHandler:
    case FrameBlockKind::ExceptionGroupHandler:
    case FrameBlockKind::AsyncComprehension: return;
    case FrameBlockKind::ForLoop:
    case FrameBlockKind::PopValue: swap_top(); return op(Op::POP_TOP);
    case FrameBlockKind::TryExcept: return op(Op::POP_BLOCK);
    case FrameBlockKind::FinallyTry:
      op(Op::POP_BLOCK);
      if (keep_top) push({FrameBlockKind::PopValue});
      visit_all(frame_block.final_body);
      if (keep_top) pop();
      return no_line();
    case FrameBlockKind::FinallyEnd:
      swap_top();
      op(Op::POP_TOP);
      swap_top();
      op(Op::POP_BLOCK);
      return op(Op::POP_EXCEPT);
    case FrameBlockKind::With:
    case FrameBlockKind::AsyncWith:
      at() = frame_block.at;
      op(Op::POP_BLOCK);
      swap_top();
      call_exit_with_nones();
      if (frame_block.kind == FrameBlockKind::AsyncWith) {
        op(Op::GET_AWAITABLE, 2);
        await_result();
      }
      op(Op::POP_TOP);
      return no_line();
    case FrameBlockKind::HandlerCleanup:
      if (!frame_block.name.empty()) op(Op::POP_BLOCK);
      swap_top();
      op(Op::POP_BLOCK);
      op(Op::POP_EXCEPT);
      if (!frame_block.name.empty()) forget(frame_block.name);
      return;
  }
}

// `except ... as name` unbinds the name at its end.
void CodeWriter::forget(ast::Text bound) {
  load_none();
  store(bound);
  name(bound, ast::ExprContext::Del);
}

void CodeWriter::pop_except_and_reraise() {
  op(Op::COPY, 3);
  op(Op::POP_EXCEPT);
  op(Op::RERAISE, 1);
}

// --- try ---

void CodeWriter::try_statement(const ast::Try* stmt) {
  if (stmt->finalbody.empty())
    try_except(stmt);
  else
    try_finally(stmt);
}

void CodeWriter::try_star(const ast::TryStar* stmt) {
  if (stmt->finalbody.empty())
    try_except_star(stmt);
  else
    try_finally(stmt);
}

template <class T>
void CodeWriter::try_finally(const T* stmt) {
  Block* body = block();
  Block* end = block();
  Block* exit = block();
  Block* cleanup = block();
  jump(Op::SETUP_FINALLY, end);
  use_next(body);
  FrameBlock guarded{FrameBlockKind::FinallyTry};
  guarded.final_body = stmt->finalbody;
  push(guarded);
  if (stmt->handlers.empty())
    visit_all(stmt->body);
  else if constexpr (T::kKind == ast::StmtKind::Try)
    try_except(stmt);
  else
    try_except_star(stmt);
  no_line();
  op(Op::POP_BLOCK);
  pop();
  visit_all(stmt->finalbody);
  jump_without_line(Op::JUMP, exit);

  use_next(end);
  no_line();
  jump(Op::SETUP_CLEANUP, cleanup);
  op(Op::PUSH_EXC_INFO);
  push({FrameBlockKind::FinallyEnd});
  visit_all(stmt->finalbody);
  pop();
  if (since(Version::V3_12)) no_line();
  op(Op::RERAISE, 0);
  use_next(cleanup);
  pop_except_and_reraise();
  use_next(exit);
}

void CodeWriter::try_except(const ast::Try* stmt) {
  Block* body = block();
  Block* except = block();
  Block* end = block();
  Block* cleanup = block();
  jump(Op::SETUP_FINALLY, except);
  use_next(body);
  push({FrameBlockKind::TryExcept});
  visit_all(stmt->body);
  pop();
  no_line();
  op(Op::POP_BLOCK);
  visit_all(stmt->orelse);
  jump_without_line(Op::JUMP, end);

  use_next(except);
  no_line();
  jump(Op::SETUP_CLEANUP, cleanup);
  op(Op::PUSH_EXC_INFO);
  push({FrameBlockKind::ExceptionHandler});
  for (const ast::ExceptHandler* each : stmt->handlers) {
    at() = each->at;
    if (!each->type && each != stmt->handlers.back()) {
      return error("default 'except:' must be last");
    }
    handler(each, end);
  }
  no_line();
  pop();
  op(Op::RERAISE, 0);
  use_next(cleanup);
  pop_except_and_reraise();
  use_next(end);
}

void CodeWriter::handler(const ast::ExceptHandler* handler, Block* end) {
  Block* next = block();
  if (handler->type) {
    visit(handler->type);
    op(Op::CHECK_EXC_MATCH);
    jump(Op::POP_JUMP_IF_FALSE, next);
  }
  FrameBlock cleaned{FrameBlockKind::HandlerCleanup};
  cleaned.name = handler->name;
  if (handler->name.empty()) {
    Block* body = block();
    op(Op::POP_TOP);
    use_next(body);
    push(cleaned);
    visit_all(handler->body);
    pop();
    no_line();
    op(Op::POP_BLOCK);
    op(Op::POP_EXCEPT);
    jump(Op::JUMP, end);
  } else {
    Block* cleanup_end = block();
    Block* body = block();
    store(handler->name);
    jump(Op::SETUP_CLEANUP, cleanup_end);
    use_next(body);
    push(cleaned);
    visit_all(handler->body);
    pop();
    no_line();
    op(Op::POP_BLOCK);
    op(Op::POP_BLOCK);
    op(Op::POP_EXCEPT);
    forget(handler->name);
    jump(Op::JUMP, end);

    use_next(cleanup_end);
    no_line();
    forget(handler->name);
    op(Op::RERAISE, 1);
  }
  use_next(next);
}

// Each except* takes its part of the group; what is left, and what the handlers raise, is collected
// in a list and raised together at the end.
void CodeWriter::try_except_star(const ast::TryStar* stmt) {
  Block* body = block();
  Block* except = block();
  Block* orelse = block();
  Block* end = block();
  Block* cleanup = block();
  Block* reraise_star = block();
  jump(Op::SETUP_FINALLY, except);
  use_next(body);
  push({FrameBlockKind::TryExcept});
  visit_all(stmt->body);
  pop();
  no_line();
  op(Op::POP_BLOCK);
  jump_without_line(Op::JUMP, orelse);

  use_next(except);
  no_line();
  jump(Op::SETUP_CLEANUP, cleanup);
  op(Op::PUSH_EXC_INFO);
  push({FrameBlockKind::ExceptionGroupHandler});
  for (const ast::ExceptHandler* handler : stmt->handlers) {
    at() = handler->at;
    Block* handled = block();
    Block* next = block();
    Block* no_match = block();
    if (handler == stmt->handlers.front()) {
      op(Op::COPY, 1);  // the group as it was raised
      op(Op::BUILD_LIST, 0);
      op(Op::SWAP, 2);
    }
    if (handler->type) {
      visit(handler->type);
      op(Op::CHECK_EG_MATCH);
      op(Op::COPY, 1);
      jump(Op::POP_JUMP_IF_NONE, no_match);
    }
    Block* cleanup_end = block();
    Block* handler_body = block();
    if (handler->name.empty())
      op(Op::POP_TOP);
    else
      store(handler->name);
    jump(Op::SETUP_CLEANUP, cleanup_end);
    use_next(handler_body);
    FrameBlock cleaned{FrameBlockKind::HandlerCleanup};
    cleaned.name = handler->name;
    push(cleaned);
    visit_all(handler->body);
    pop();
    no_line();
    op(Op::POP_BLOCK);
    if (!handler->name.empty()) forget(handler->name);
    jump(Op::JUMP, handled);

    use_next(cleanup_end);
    no_line();
    if (!handler->name.empty()) forget(handler->name);
    op(Op::LIST_APPEND, 3);
    op(Op::POP_TOP);
    jump(Op::JUMP, next);

    use_next(handled);
    op(Op::NOP);
    jump(Op::JUMP, next);
    use_next(no_match);
    at() = handler->at;
    op(Op::POP_TOP);
    no_line();
    use_next(next);
    if (handler == stmt->handlers.back()) {
      op(Op::LIST_APPEND, 1);
      jump(Op::JUMP, reraise_star);
    }
  }
  no_line();
  pop();
  Block* reraise = block();
  use_next(reraise_star);
  op(Op::PREP_RERAISE_STAR);
  op(Op::COPY, 1);
  jump(Op::POP_JUMP_IF_NOT_NONE, reraise);
  op(Op::POP_TOP);
  op(Op::POP_BLOCK);
  op(Op::POP_EXCEPT);
  jump(Op::JUMP, end);
  use_next(reraise);
  op(Op::POP_BLOCK);
  op(Op::SWAP, 2);
  op(Op::POP_EXCEPT);
  op(Op::RERAISE, 0);
  use_next(cleanup);
  pop_except_and_reraise();
  use_next(orelse);
  visit_all(stmt->orelse);
  use_next(end);
}

// --- with ---

void CodeWriter::with(const ast::With* stmt, size_t index) {
  const ast::WithItem* item = stmt->items[index];
  Block* body = block();
  Block* final = block();
  Block* exit = block();
  Block* cleanup = block();
  visit(item->context_expr);
  ast::Position manager = position_of_manager(stmt, item);
  at() = manager;
  op(Op::BEFORE_WITH);
  jump(Op::SETUP_WITH, final);
  use_next(body);
  FrameBlock guarded{FrameBlockKind::With};
  guarded.at = manager;
  push(guarded);
  if (item->optional_vars)
    visit(item->optional_vars);
  else
    op(Op::POP_TOP);
  if (failed()) return;
  if (index + 1 == stmt->items.size())
    visit_all(stmt->body);
  else
    with(stmt, index + 1);
  if (failed()) return;
  no_line();
  op(Op::POP_BLOCK);
  pop();
  at() = manager;
  call_exit_with_nones();
  op(Op::POP_TOP);
  jump(Op::JUMP, exit);

  use_next(final);
  jump(Op::SETUP_CLEANUP, cleanup);
  op(Op::PUSH_EXC_INFO);
  op(Op::WITH_EXCEPT_START);
  with_except_finish(cleanup);
  use_next(exit);
}

void CodeWriter::async_with(const ast::AsyncWith* stmt, size_t index) {
  if (!in_async_function()) return error("'async with' outside async function");
  const ast::WithItem* item = stmt->items[index];
  Block* body = block();
  Block* final = block();
  Block* exit = block();
  Block* cleanup = block();
  visit(item->context_expr);
  ast::Position manager = position_of_manager(stmt, item);
  at() = manager;
  op(Op::BEFORE_ASYNC_WITH);
  op(Op::GET_AWAITABLE, 1);
  await_result();
  jump(Op::SETUP_WITH, final);
  use_next(body);
  FrameBlock guarded{FrameBlockKind::AsyncWith};
  guarded.at = manager;
  push(guarded);
  if (item->optional_vars)
    visit(item->optional_vars);
  else
    op(Op::POP_TOP);
  if (failed()) return;
  if (index + 1 == stmt->items.size())
    visit_all(stmt->body);
  else
    async_with(stmt, index + 1);
  if (failed()) return;
  if (since(Version::V3_12)) at() = manager;
  op(Op::POP_BLOCK);
  pop();
  at() = manager;
  call_exit_with_nones();
  op(Op::GET_AWAITABLE, 2);
  await_result();
  op(Op::POP_TOP);
  jump(Op::JUMP, exit);

  use_next(final);
  jump(Op::SETUP_CLEANUP, cleanup);
  op(Op::PUSH_EXC_INFO);
  op(Op::WITH_EXCEPT_START);
  op(Op::GET_AWAITABLE, 2);
  await_result();
  with_except_finish(cleanup);
  use_next(exit);
}

// Since 3.12 a manager is entered and left at its own line, before at that of the whole statement.
ast::Position CodeWriter::position_of_manager(const ast::Stmt* stmt, const ast::WithItem* item) {
  return since(Version::V3_12) ? position_of(item->context_expr) : stmt->at;
}

void CodeWriter::call_exit_with_nones() {
  for (int i = 0; i < 3; i++) load_none();
  op(Op::CALL, 3);
}

void CodeWriter::with_except_finish(Block* cleanup) {
  no_line();
  Block* suppress = block();
  jump(Op::POP_JUMP_IF_TRUE, suppress);
  op(Op::RERAISE, 2);
  use_next(cleanup);
  pop_except_and_reraise();
  use_next(suppress);
  op(Op::POP_TOP);
  op(Op::POP_BLOCK);
  op(Op::POP_EXCEPT);
  op(Op::POP_TOP);
  op(Op::POP_TOP);
}

}  // namespace awaitscope
