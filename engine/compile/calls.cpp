#include "engine/compile/code_writer.h"

namespace awaitscope {

void CodeWriter::call(const ast::Call* expr) {
  if (!valid_keywords(expr->keywords)) return;
  if (method_call(expr)) return;
  warn_about_call(expr->func);
  Block* end = block();
  if (since(Version::V3_13)) {
    visit(expr->func);
    call_as_loop(expr, end);
    at() = position_of(expr->func);
    op(Op::PUSH_NULL);
    at() = expr->at;
  } else {
    at() = position_of(expr->func);
    op(Op::PUSH_NULL);
    at() = expr->at;
    visit(expr->func);
  }
  call_with(0, expr->args, expr->keywords);
  use_next(end);
}

// Since 3.14 all(), any() and tuple() of a generator expression are a loop here, since 3.15 list()
// and set() as well: if the name means the builtin. It is on the stack; otherwise it stays there.
void CodeWriter::call_as_loop(const ast::Call* expr, Block* end) {
  if (!since(Version::V3_14) || expr->func->kind != ast::ExprKind::Name) return;
  if (expr->args.size() != 1 || !expr->keywords.empty()) return;
  const ast::Expr* generator = expr->args[0];
  if (generator->kind != ast::ExprKind::GeneratorExp) return;
  if (scopes_.by_node.at(generator)->coroutine) return;
  struct Row {
    ast::Text name;
    CommonConstant constant;
    Op collect;  // NOP: the outcome is a bool
    Version since;
  };
  static constexpr Row kRows[] = {
      {"all", CommonConstant::All, Op::NOP, Version::V3_14},
      {"any", CommonConstant::Any, Op::NOP, Version::V3_14},
      {"tuple", CommonConstant::Tuple, Op::LIST_APPEND, Version::V3_14},
      {"list", CommonConstant::List, Op::LIST_APPEND, Version::V3_15},
      {"set", CommonConstant::Set, Op::SET_ADD, Version::V3_15},
  };
  const Row* row = nullptr;
  for (const Row& each : kRows) {
    if (each.name == expr->func->as<ast::Name>()->id && since(each.since)) row = &each;
  }
  if (!row) return;
  Block* as_call = block();
  Block* loop = block();
  Block* exhausted = block();
  bool is_all = row->constant == CommonConstant::All;
  at() = position_of(expr->func);
  op(Op::COPY, 1);
  op(Op::LOAD_COMMON_CONSTANT, uint32_t(row->constant));
  op(Op::IS_OP, 0);
  jump(Op::POP_JUMP_IF_FALSE, as_call);
  op(Op::POP_TOP);
  if (row->collect != Op::NOP)
    op(row->collect == Op::SET_ADD ? Op::BUILD_SET : Op::BUILD_LIST, 0);
  visit(generator);
  use_next(loop);
  jump(Op::FOR_ITER, exhausted);
  if (row->collect != Op::NOP) {
    op(row->collect, 2);
    jump(Op::JUMP, loop);
  } else {
    jump(is_all ? Op::POP_JUMP_IF_TRUE : Op::POP_JUMP_IF_FALSE, loop);
    op(Op::POP_TOP);
    load(constant_of(is_all ? ast::ConstantKind::False : ast::ConstantKind::True));
    jump(Op::JUMP, end);
  }
  use_next(exhausted);
  if (row->collect == Op::NOP)
    load(constant_of(is_all ? ast::ConstantKind::True : ast::ConstantKind::False));
  else if (row->constant == CommonConstant::Tuple)
    op(Op::LIST_TO_TUPLE);
  jump(Op::JUMP, end);
  use_next(as_call);
  at() = expr->at;
}

bool CodeWriter::valid_keywords(ast::List<ast::Keyword> keywords) {
  NameTable seen;
  for (const ast::Keyword* keyword : keywords) {
    if (keyword->arg.empty()) continue;
    if (forbidden(keyword->arg, ast::ExprContext::Store)) return false;
    if (seen.find(keyword->arg) >= 0) {
      at() = keyword->at;
      error("keyword argument repeated: " + std::string(keyword->arg));
      return false;
    }
    seen.add(keyword->arg);
  }
  return true;
}

// A name that the module imports: what is called in it is rarely a method.
bool CodeWriter::is_imported(const ast::Expr* expr) {
  if (expr->kind != ast::ExprKind::Name) return false;
  const Symbol* symbol = scopes_.scopes.front().find(expr->as<ast::Name>()->id);
  return symbol && (symbol->flags & Symbol::kImport);
}

// object.method(...) without a bound method in between.
bool CodeWriter::method_call(const ast::Call* expr) {
  if (expr->func->kind != ast::ExprKind::Attribute) return false;
  const auto* method = expr->func->as<ast::Attribute>();
  if (method->ctx != ast::ExprContext::Load) return false;
  if (is_imported(method->value)) return false;
  size_t count = expr->args.size() + expr->keywords.size();
  if (count + (expr->keywords.empty() ? 0 : 1) >= kStackGuideline) return false;
  for (const ast::Expr* argument : expr->args) {
    if (argument->kind == ast::ExprKind::Starred) return false;
  }
  for (const ast::Keyword* keyword : expr->keywords) {
    if (keyword->arg.empty()) return false;
  }
  visit(method->value);
  at() = method->at;
  move_to_attribute(method);
  op_name(Op::LOAD_METHOD, method->attr);
  visit_all(expr->args);
  for (const ast::Keyword* keyword : expr->keywords) visit(keyword->value);
  if (!expr->keywords.empty()) keyword_names(expr->keywords);
  at() = expr->at;
  move_to_attribute(method);
  op(expr->keywords.empty() ? Op::CALL_METHOD : Op::CALL_METHOD_KW, uint32_t(count));
  return true;
}

void CodeWriter::keyword_names(ast::List<ast::Keyword> keywords) {
  std::vector<Constant> names;
  for (const ast::Keyword* keyword : keywords) names.push_back(str_constant(keyword->arg));
  op(Op::KEYWORD_NAMES, unit().constants.add(tuple_constant(std::move(names))));
}

void CodeWriter::call_with(uint32_t pushed, ast::List<ast::Expr> args,
                           ast::List<ast::Keyword> keywords) {
  if (!valid_keywords(keywords)) return;
  bool unpacking = args.size() + keywords.size() * 2 > kStackGuideline;
  for (const ast::Expr* argument : args) {
    unpacking = unpacking || argument->kind == ast::ExprKind::Starred;
  }
  for (const ast::Keyword* keyword : keywords) unpacking = unpacking || keyword->arg.empty();
  if (unpacking) return call_with_unpacking(pushed, args, keywords);
  visit_all(args);
  for (const ast::Keyword* keyword : keywords) visit(keyword->value);
  if (!keywords.empty()) keyword_names(keywords);
  op(keywords.empty() ? Op::CALL : Op::CALL_KW, pushed + uint32_t(args.size() + keywords.size()));
}

void CodeWriter::call_with_unpacking(uint32_t pushed, ast::List<ast::Expr> args,
                                     ast::List<ast::Keyword> keywords) {
  if (pushed == 0 && args.size() == 1 && args[0]->kind == ast::ExprKind::Starred) {
    visit(args[0]->as<ast::Starred>()->value);
  } else {
    display(args, pushed, Op::BUILD_LIST, Op::LIST_APPEND, Op::LIST_EXTEND, true);
  }
  if (!keywords.empty()) {
    bool built = false;
    size_t waiting = 0;
    auto flush = [&](size_t end) {
      part_of_keywords(keywords, end - waiting, end);
      if (built) op(Op::DICT_MERGE, 1);
      built = true;
      waiting = 0;
    };
    for (size_t i = 0; i < keywords.size(); i++) {
      if (!keywords[i]->arg.empty()) {
        waiting++;
        continue;
      }
      if (waiting > 0) flush(i);
      if (!built) op(Op::BUILD_MAP, 0);
      built = true;
      visit(keywords[i]->value);
      op(Op::DICT_MERGE, 1);
    }
    if (waiting > 0) flush(keywords.size());
  }
  op(Op::CALL_EX, keywords.empty() ? 0 : 1);
}

void CodeWriter::part_of_keywords(ast::List<ast::Keyword> keywords, size_t begin, size_t end) {
  size_t count = end - begin;
  bool big = count * 2 > kStackGuideline;
  if (count > 1 && !big) {
    std::vector<Constant> names;
    for (size_t i = begin; i < end; i++) {
      visit(keywords[i]->value);
      names.push_back(str_constant(keywords[i]->arg));
    }
    load(tuple_constant(std::move(names)));
    return op(Op::BUILD_CONST_KEY_MAP, uint32_t(count));
  }
  if (big) op(Op::BUILD_MAP, 0);
  for (size_t i = begin; i < end; i++) {
    load(str_constant(keywords[i]->arg));
    visit(keywords[i]->value);
    if (big) {
      ast::Position outside = at();
      no_line();
      op(Op::MAP_ADD, 1);
      at() = outside;
    }
  }
  if (!big) op(Op::BUILD_MAP, uint32_t(count));
}

}  // namespace awaitscope
