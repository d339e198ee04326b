#include "engine/compile/code_writer.h"

namespace awaitscope {
namespace {

bool has_annotations(ast::List<ast::Stmt> statements);

bool has_annotations(const ast::Stmt* stmt) {
  switch (stmt->kind) {
    case ast::StmtKind::AnnAssign: return true;
    case ast::StmtKind::For:
      return has_annotations(stmt->as<ast::For>()->body) ||
             has_annotations(stmt->as<ast::For>()->orelse);
    case ast::StmtKind::AsyncFor:
      return has_annotations(stmt->as<ast::AsyncFor>()->body) ||
             has_annotations(stmt->as<ast::AsyncFor>()->orelse);
    case ast::StmtKind::While:
      return has_annotations(stmt->as<ast::While>()->body) ||
             has_annotations(stmt->as<ast::While>()->orelse);
    case ast::StmtKind::If: {
      const auto* test = stmt->as<ast::If>();
      while (true) {
        if (has_annotations(test->body)) return true;
        if (test->orelse.size() != 1 || test->orelse[0]->kind != ast::StmtKind::If) break;
        test = test->orelse[0]->as<ast::If>();
      }
      return has_annotations(test->orelse);
    }
    case ast::StmtKind::With: return has_annotations(stmt->as<ast::With>()->body);
    case ast::StmtKind::AsyncWith: return has_annotations(stmt->as<ast::AsyncWith>()->body);
    case ast::StmtKind::Match:
      for (const ast::MatchCase* match_case : stmt->as<ast::Match>()->cases) {
        if (has_annotations(match_case->body)) return true;
      }
      return false;
    case ast::StmtKind::Try: {
      const auto* block = stmt->as<ast::Try>();
      for (const ast::ExceptHandler* handler : block->handlers) {
        if (has_annotations(handler->body)) return true;
      }
      return has_annotations(block->body) || has_annotations(block->finalbody) ||
             has_annotations(block->orelse);
    }
    case ast::StmtKind::TryStar: {
      const auto* block = stmt->as<ast::TryStar>();
      for (const ast::ExceptHandler* handler : block->handlers) {
        if (has_annotations(handler->body)) return true;
      }
      return has_annotations(block->body) || has_annotations(block->finalbody) ||
             has_annotations(block->orelse);
    }
    default: return false;
  }
}

bool has_annotations(ast::List<ast::Stmt> statements) {
  for (const ast::Stmt* stmt : statements) {
    if (has_annotations(stmt)) return true;
  }
  return false;
}

}  // namespace

// --- bodies ---

// Of a module or class: these have __doc__ and __annotations__ as names.
void CodeWriter::body(ast::List<ast::Stmt> statements) {
  if (unit().kind == UnitKind::Module && !statements.empty()) at() = statements[0]->at;
  if (!evaluates_late() && has_annotations(statements)) op(Op::SETUP_ANNOTATIONS);
  if (statements.empty()) return;
  if (unit().kind == UnitKind::Module && unit().scope->annotations) {
    late_annotations(1);
    store("__annotate__");
  }
  for (const Scope::LateAnnotation& late : unit().scope->late_annotations) {
    if (!late.conditional) continue;
    op(Op::BUILD_SET, 0);
    store(kConditionalAnnotations);
    break;
  }
  if (statements[0]->kind == ast::StmtKind::Expr) {
    const ast::Expr* first = statements[0]->as<ast::ExprStmt>()->value;
    if (first->kind == ast::ExprKind::Constant &&
        first->as<ast::Constant>()->value == ast::ConstantKind::Str) {
      visit(first);
      no_line();
      store("__doc__");
      statements = statements.subspan(1);
    }
  }
  visit_all(statements);
}

void CodeWriter::visit_all(ast::List<ast::Stmt> statements) {
  for (const ast::Stmt* stmt : statements) visit(stmt);
}

void CodeWriter::visit(const ast::Stmt* stmt) {
  if (failed()) return;
  at() = stmt->at;
  if (++depth_ > kMaxNesting)
    error(kTooDeep);
  else if (finished_instructions_ + graph().size() > kMaxInstructions)
    error(kTooLarge);
  else
    statement(stmt);
  depth_--;
}

void CodeWriter::statement(const ast::Stmt* stmt) {
  switch (stmt->kind) {
    case ast::StmtKind::FunctionDef: return function(stmt->as<ast::FunctionDef>());
    case ast::StmtKind::AsyncFunctionDef: return function(stmt->as<ast::AsyncFunctionDef>());
    case ast::StmtKind::ClassDef: return class_definition(stmt->as<ast::ClassDef>());
    case ast::StmtKind::Return: return return_statement(stmt->as<ast::Return>());
    case ast::StmtKind::Delete: return visit_all(stmt->as<ast::Delete>()->targets);
    case ast::StmtKind::Assign: return assign(stmt->as<ast::Assign>());
    case ast::StmtKind::AugAssign: return augmented(stmt->as<ast::AugAssign>());
    case ast::StmtKind::AnnAssign: return annotated(stmt->as<ast::AnnAssign>());
    case ast::StmtKind::TypeAlias: return type_alias(stmt->as<ast::TypeAlias>());
    case ast::StmtKind::For: return for_statement(stmt->as<ast::For>());
    case ast::StmtKind::AsyncFor: return async_for_statement(stmt->as<ast::AsyncFor>());
    case ast::StmtKind::While: return while_statement(stmt->as<ast::While>());
    case ast::StmtKind::If: return if_statement(stmt->as<ast::If>());
    case ast::StmtKind::With: return with(stmt->as<ast::With>(), 0);
    case ast::StmtKind::AsyncWith: return async_with(stmt->as<ast::AsyncWith>(), 0);
    case ast::StmtKind::Match: return match(stmt->as<ast::Match>());
    case ast::StmtKind::Raise: {
      const auto* raise = stmt->as<ast::Raise>();
      if (raise->exc) visit(raise->exc);
      if (raise->cause) visit(raise->cause);
      return op(Op::RAISE_VARARGS, raise->cause ? 2 : raise->exc ? 1 : 0);
    }
    case ast::StmtKind::Try: return try_statement(stmt->as<ast::Try>());
    case ast::StmtKind::TryStar: return try_star(stmt->as<ast::TryStar>());
    case ast::StmtKind::Assert: return assert_statement(stmt->as<ast::Assert>());
    case ast::StmtKind::Import: return import(stmt->as<ast::Import>());
    case ast::StmtKind::ImportFrom: return import_from(stmt->as<ast::ImportFrom>());
    case ast::StmtKind::Global:
    case ast::StmtKind::Nonlocal: return;  // the scopes know
    case ast::StmtKind::Expr: return expression_statement(stmt->as<ast::ExprStmt>()->value);
    case ast::StmtKind::Pass: return op(Op::NOP);
    case ast::StmtKind::Break: return break_statement();
    case ast::StmtKind::Continue: return continue_statement();
  }
}

void CodeWriter::expression_statement(const ast::Expr* value) {
  if (constant_folder_.is_constant(value)) return op(Op::NOP);
  visit(value);
  no_line();
  op(Op::POP_TOP);
}

// --- assignments ---

void CodeWriter::assign(const ast::Assign* stmt) {
  visit(stmt->value);
  for (size_t i = 0; i < stmt->targets.size(); i++) {
    if (i + 1 < stmt->targets.size()) op(Op::COPY, 1);
    visit(stmt->targets[i]);
  }
}

void CodeWriter::augmented(const ast::AugAssign* stmt) {
  const ast::Expr* target = stmt->target;
  at() = target->at;
  switch (target->kind) {
    case ast::ExprKind::Attribute: {
      const auto* attribute = target->as<ast::Attribute>();
      visit(attribute->value);
      op(Op::COPY, 1);
      move_to_attribute(attribute);
      op_name(Op::LOAD_ATTR, attribute->attr);
      break;
    }
    case ast::ExprKind::Subscript: {
      const auto* subscript = target->as<ast::Subscript>();
      visit(subscript->value);
      visit(subscript->slice);
      op(Op::COPY, 2);
      op(Op::COPY, 2);
      op(Op::BINARY_SUBSCR);
      break;
    }
    default: name(target->as<ast::Name>()->id, ast::ExprContext::Load);
  }
  at() = stmt->at;
  visit(stmt->value);
  binary(stmt->op, true);
  at() = target->at;
  switch (target->kind) {
    case ast::ExprKind::Attribute:
      move_to_attribute(target->as<ast::Attribute>());
      op(Op::SWAP, 2);
      return op_name(Op::STORE_ATTR, target->as<ast::Attribute>()->attr);
    case ast::ExprKind::Subscript:
      op(Op::SWAP, 3);
      op(Op::SWAP, 2);
      return op(Op::STORE_SUBSCR);
    default: return store(target->as<ast::Name>()->id);
  }
}

void CodeWriter::annotated(const ast::AnnAssign* stmt) {
  const ast::Expr* target = stmt->target;
  bool keeps_annotations = unit().kind == UnitKind::Module || unit().kind == UnitKind::Class;
  if (stmt->value) {
    visit(stmt->value);
    visit(target);
  }
  switch (target->kind) {
    case ast::ExprKind::Name: {
      ast::Text name = target->as<ast::Name>()->id;
      if (forbidden(name, ast::ExprContext::Store)) return;
      if (stmt->simple && keeps_annotations && evaluates_late()) {
        note_late_annotation(stmt);
      } else if (stmt->simple && keeps_annotations) {
        annotation(stmt->annotation);
        op_plain_name(Op::LOAD_NAME, "__annotations__");
        load(str_constant(mangled(name)));
        op(Op::STORE_SUBSCR);
      }
      break;
    }
    case ast::ExprKind::Attribute:
      if (forbidden(target->as<ast::Attribute>()->attr, ast::ExprContext::Store)) return;
      if (!stmt->value) annotation_check(target->as<ast::Attribute>()->value);
      break;
    case ast::ExprKind::Subscript:
      if (!stmt->value) {
        annotation_check(target->as<ast::Subscript>()->value);
        const ast::Expr* index = target->as<ast::Subscript>()->slice;
        auto check_index = [&](const ast::Expr* part) {
          if (part->kind != ast::ExprKind::Slice) return annotation_check(part);
          const auto* slice = part->as<ast::Slice>();
          for (const ast::Expr* bound : {slice->lower, slice->upper, slice->step}) {
            if (bound) annotation_check(bound);
          }
        };
        if (index->kind == ast::ExprKind::Tuple && !constant_folder_.is_constant(index)) {
          for (const ast::Expr* part : index->as<ast::Tuple>()->elts) check_index(part);
        } else {
          check_index(index);
        }
      }
      break;
    default: break;
  }
  if (!stmt->simple && keeps_annotations && !future_imports_.annotations && !evaluates_late())
    annotation_check(stmt->annotation);
}

void CodeWriter::annotation_check(const ast::Expr* annotation) {
  visit(annotation);
  op(Op::POP_TOP);
}

// --- branches and loops ---

void CodeWriter::if_statement(const ast::If* stmt) {
  std::vector<Block*> ends;  // one for each elif
  while (true) {
    Block* end = block();
    ends.push_back(end);
    Block* next = stmt->orelse.empty() ? end : block();
    jump_if(stmt->test, next, false);
    visit_all(stmt->body);
    if (stmt->orelse.empty()) break;
    jump_without_line(Op::JUMP, end);
    use_next(next);
    if (stmt->orelse.size() != 1 || stmt->orelse[0]->kind != ast::StmtKind::If) {
      visit_all(stmt->orelse);
      break;
    }
    stmt = stmt->orelse[0]->as<ast::If>();
    at() = stmt->at;
    if (failed()) break;
  }
  for (size_t i = ends.size(); i-- > 0;) use_next(ends[i]);
}

void CodeWriter::for_statement(const ast::For* stmt) {
  Block* start = block();
  Block* body = block();
  Block* cleanup = block();
  Block* end = block();
  push({FrameBlockKind::ForLoop, start, end});
  iterable(stmt->iter);
  if (since(Version::V3_12)) at() = position_of(stmt->iter);
  op(Op::GET_ITER);
  use_next(start);
  jump(Op::FOR_ITER, cleanup);
  at() = stmt->at;
  use_next(body);
  visit(stmt->target);
  visit_all(stmt->body);
  no_line();
  jump(Op::JUMP, start);
  use_next(cleanup);
  pop();
  visit_all(stmt->orelse);
  use_next(end);
}

void CodeWriter::async_for_statement(const ast::AsyncFor* stmt) {
  if (!in_async_function()) return error("'async for' outside async function");
  Block* start = block();
  Block* except = block();
  Block* end = block();
  visit(stmt->iter);
  if (since(Version::V3_12)) at() = position_of(stmt->iter);
  op(Op::GET_AITER);
  at() = stmt->at;
  use_next(start);
  push({FrameBlockKind::ForLoop, start, end});
  jump(Op::SETUP_FINALLY, except);
  op(Op::GET_ANEXT);
  await_result();
  op(Op::POP_BLOCK);
  visit(stmt->target);
  visit_all(stmt->body);
  no_line();
  jump(Op::JUMP, start);
  pop();
  use_next(except);
  at() = position_of(stmt->iter);
  op(Op::END_ASYNC_FOR);
  visit_all(stmt->orelse);
  use_next(end);
}

void CodeWriter::while_statement(const ast::While* stmt) {
  Block* loop = block();
  Block* body = block();
  Block* anchor = block();
  Block* end = block();
  use_next(loop);
  push({FrameBlockKind::WhileLoop, loop, end});
  jump_if(stmt->test, anchor, false);
  use_next(body);
  visit_all(stmt->body);
  if (since(Version::V3_14)) {
    no_line();
    jump(Op::JUMP, loop);
  } else {
    at() = stmt->at;
    jump_if(stmt->test, body, true);
  }
  pop();
  use_next(anchor);
  visit_all(stmt->orelse);
  use_next(end);
}

void CodeWriter::return_statement(const ast::Return* stmt) {
  const Scope& scope = *unit().scope;
  if (scope.kind != ScopeKind::Function) return error("'return' outside function");
  if (stmt->value && scope.coroutine && scope.generator) {
    return error("'return' with value in async generator");
  }
  const Constant* constant = stmt->value ? constant_folder_.value(stmt->value) : nullptr;
  bool keep_top = stmt->value && !constant;
  if (keep_top) {
    visit(stmt->value);
  } else if (stmt->value) {
    at() = stmt->value->at;
    op(Op::NOP);
  }
  if (!stmt->value || position_of(stmt->value).line != stmt->at.line) {
    at() = stmt->at;
    op(Op::NOP);
  }
  unwind_all(keep_top, false);
  if (!stmt->value)
    load_none();
  else if (constant)
    load(*constant);
  op(Op::RETURN_VALUE);
}

void CodeWriter::break_statement() {
  op(Op::NOP);
  FrameBlock* loop = unwind_all(false, true);
  if (failed()) return;
  if (!loop) return error("'break' outside loop");
  unwind(*loop, false);
  jump(Op::JUMP, loop->exit);
}

void CodeWriter::continue_statement() {
  op(Op::NOP);
  FrameBlock* loop = unwind_all(false, true);
  if (failed()) return;
  if (!loop) return error("'continue' not properly in loop");
  jump(Op::JUMP, loop->start);
}

void CodeWriter::assert_statement(const ast::Assert* stmt) {
  const Constant* constant = constant_folder_.value(stmt->test);
  bool is_tuple = constant ? constant->kind == Constant::Kind::Tuple && !constant->items.empty()
                           : stmt->test->kind == ast::ExprKind::Tuple &&
                                 !stmt->test->as<ast::Tuple>()->elts.empty();
  if (is_tuple) {
    errors_.warn("assertion is always true, perhaps remove parentheses?", at());
  }
  Block* end = block();
  jump_if(stmt->test, end, true);
  op(Op::LOAD_ASSERTION_ERROR);
  if (stmt->msg) {
    visit(stmt->msg);
    op(Op::CALL, 1);
  }
  if (since(Version::V3_13)) at() = stmt->test->at;
  op(Op::RAISE_VARARGS, 1);
  use_next(end);
}

// --- conditions ---

void CodeWriter::jump_if(const ast::Expr* test, Block* target, bool condition) {
  if (failed()) return;
  if (++depth_ > kMaxNesting) error(kTooDeep);
  ast::Position outside = at();
  const Constant* constant = constant_folder_.value(test);
  if (!constant) test = constant_folder_.simplified(test);
  switch (constant ? ast::ExprKind::Constant : test->kind) {
    case ast::ExprKind::UnaryOp:
      if (test->as<ast::UnaryOp>()->op != ast::UnaryOperator::Not) break;
      jump_if(test->as<ast::UnaryOp>()->operand, target, !condition);
      depth_--;
      return;
    case ast::ExprKind::BoolOp:
      jump_if_any(test->as<ast::BoolOp>(), target, condition);
      depth_--;
      return;
    case ast::ExprKind::IfExp: {
      const auto* choice = test->as<ast::IfExp>();
      Block* end = block();
      Block* other = block();
      jump_if(choice->test, other, false);
      jump_if(choice->body, target, condition);
      jump_without_line(Op::JUMP, end);
      use_next(other);
      jump_if(choice->orelse, target, condition);
      use_next(end);
      depth_--;
      return;
    }
    case ast::ExprKind::Compare:
      at() = test->at;
      if (test->as<ast::Compare>()->ops.size() > 1) {
        jump_if_chain(test->as<ast::Compare>(), target, condition);
        if (since(Version::V3_12)) at() = outside;
        depth_--;
        return;
      }
      break;
    default: break;
  }
  visit(test);
  if (since(Version::V3_12)) at() = position_of(test);
  jump(condition ? Op::POP_JUMP_IF_TRUE : Op::POP_JUMP_IF_FALSE, target);
  if (since(Version::V3_12)) at() = outside;
  depth_--;
}

void CodeWriter::jump_if_any(const ast::BoolOp* test, Block* target, bool condition) {
  bool decides = test->op == ast::BoolOperator::Or;  // a value so, and the rest does not matter
  Block* decided = decides == condition ? target : block();
  for (const ast::Expr* value : test->values.first(test->values.size() - 1)) {
    jump_if(value, decided, decides);
  }
  jump_if(test->values.back(), target, condition);
  if (decided != target) use_next(decided);
}

void CodeWriter::jump_if_chain(const ast::Compare* test, Block* target, bool condition) {
  warn_about_is(test);
  Block* cleanup = block();
  visit(test->left);
  size_t last = test->ops.size() - 1;
  for (size_t i = 0; i < last; i++) {
    visit(test->comparators[i]);
    op(Op::SWAP, 2);
    op(Op::COPY, 2);
    compare(test->ops[i]);
    jump(Op::POP_JUMP_IF_FALSE, cleanup);
  }
  visit(test->comparators[last]);
  compare(test->ops[last]);
  jump(condition ? Op::POP_JUMP_IF_TRUE : Op::POP_JUMP_IF_FALSE, target);
  Block* end = block();
  jump_without_line(Op::JUMP, end);
  use_next(cleanup);
  op(Op::POP_TOP);
  if (!condition) jump_without_line(Op::JUMP, target);
  use_next(end);
}

// --- imports ---

// At the top of a module an import can be put off until its name is used.
CodeWriter::Op CodeWriter::import_op(bool is_lazy) {
  if (is_lazy) return Op::IMPORT_LAZILY;
  if (!since(Version::V3_15) || unit().kind != UnitKind::Module) return Op::IMPORT_NAME;
  for (const FrameBlock& block : unit().frame_blocks) {
    switch (block.kind) {
      case FrameBlockKind::TryExcept:
      case FrameBlockKind::FinallyTry:
      case FrameBlockKind::FinallyEnd:
      case FrameBlockKind::HandlerCleanup:
      case FrameBlockKind::ExceptionHandler:
      case FrameBlockKind::ExceptionGroupHandler: return Op::IMPORT_NAME;
      default: break;
    }
  }
  return Op::IMPORT_MAYBE_LAZILY;
}

void CodeWriter::import(const ast::Import* stmt) {
  for (const ast::Alias* alias : stmt->names) {
    load(int_constant(0));
    load_none();
    op_name(import_op(stmt->is_lazy), alias->name);
    size_t dot = alias->name.find('.');
    if (alias->asname.empty()) {
      store(alias->name.substr(0, dot));
      continue;
    }
    if (dot == ast::Text::npos) {
      store(alias->asname);
      continue;
    }
    // import a.b.c as d: from a take b, from that c.
    while (dot != ast::Text::npos) {
      size_t start = dot + 1;
      dot = alias->name.find('.', start);
      op_name(Op::IMPORT_FROM, alias->name.substr(start, dot - start));
      if (dot == ast::Text::npos) break;
      op(Op::SWAP, 2);
      op(Op::POP_TOP);
    }
    store(alias->asname);
    op(Op::POP_TOP);
  }
}

void CodeWriter::import_from(const ast::ImportFrom* stmt) {
  load(int_constant(stmt->level));
  if (stmt->at.line > future_imports_.last_line && stmt->module == "__future__" &&
      stmt->level == 0) {
    return error("from __future__ imports must occur at the beginning of the file");
  }
  std::vector<Constant> names;
  for (const ast::Alias* alias : stmt->names) names.push_back(str_constant(alias->name));
  load(tuple_constant(std::move(names)));
  const bool all = !stmt->names.empty() && stmt->names[0]->name == "*";
  op_name(all ? Op::IMPORT_NAME : import_op(stmt->is_lazy), stmt->module);
  for (const ast::Alias* alias : stmt->names) {
    if (alias->name == "*") return op(Op::IMPORT_STAR);
    op_name(Op::IMPORT_FROM, alias->name);
    store(alias->asname.empty() ? alias->name : alias->asname);
  }
  op(Op::POP_TOP);
}

}  // namespace awaitscope
