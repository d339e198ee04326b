#include "engine/compile/code_writer.h"

namespace awaitscope {

void CodeWriter::visit_all(ast::List<ast::Expr> expressions) {
  for (const ast::Expr* expr : expressions) visit(expr);
}

void CodeWriter::visit(const ast::Expr* expr) {
  if (failed()) return;
  ast::Position outside = at();
  at() = expr->at;
  if (++depth_ > kMaxNesting)
    error(kTooDeep);
  else
    expression(expr);
  depth_--;
  at() = outside;
}

static bool is_one_comparison(const ast::Expr* expr) {
  return expr->kind == ast::ExprKind::Compare && expr->as<ast::Compare>()->ops.size() == 1;
}

void CodeWriter::expression(const ast::Expr* expr) {
  if (const Constant* constant = constant_folder_.value(expr)) {
    return load(*constant);
  }
  const ast::Expr* simpler = constant_folder_.simplified(expr);
  if (simpler != expr) {
    // `not a in b` is one instruction, since 3.14 where the `not` is.
    if (expr->kind != ast::ExprKind::UnaryOp || !since(Version::V3_14)) at() = simpler->at;
    expr = simpler;
  }
  switch (expr->kind) {
    case ast::ExprKind::BoolOp: return bool_expression(expr->as<ast::BoolOp>());
    case ast::ExprKind::NamedExpr:
      visit(expr->as<ast::NamedExpr>()->value);
      op(Op::COPY, 1);
      return visit(expr->as<ast::NamedExpr>()->target);
    case ast::ExprKind::BinOp: return binary_chain(expr);
    case ast::ExprKind::UnaryOp: {
      static constexpr Op kOperators[] = {Op::UNARY_INVERT, Op::UNARY_NOT, Op::UNARY_POSITIVE,
                                          Op::UNARY_NEGATIVE};
      const ast::Expr* operand = expr->as<ast::UnaryOp>()->operand;
      const Op operation = kOperators[size_t(expr->as<ast::UnaryOp>()->op)];
      // Since 3.14 a comparison is where the question for its truth is.
      if (operation == Op::UNARY_NOT && since(Version::V3_14) && is_one_comparison(operand))
        comparison(operand->as<ast::Compare>());
      else
        visit(operand);
      return op(operation);
    }
    case ast::ExprKind::Lambda: return lambda(expr->as<ast::Lambda>());
    case ast::ExprKind::IfExp: return if_expression(expr->as<ast::IfExp>());
    case ast::ExprKind::Dict: return dictionary(expr->as<ast::Dict>());
    case ast::ExprKind::Set:
      return display(expr->as<ast::Set>()->elts, 0, Op::BUILD_SET, Op::SET_ADD, Op::SET_UPDATE,
                     false);
    case ast::ExprKind::ListComp: {
      const auto* comp = expr->as<ast::ListComp>();
      return comprehension(expr, "<listcomp>",
                           {ComprehensionKind::List, comp->generators, comp->elt, nullptr});
    }
    case ast::ExprKind::SetComp: {
      const auto* comp = expr->as<ast::SetComp>();
      return comprehension(expr, "<setcomp>",
                           {ComprehensionKind::Set, comp->generators, comp->elt, nullptr});
    }
    case ast::ExprKind::DictComp: {
      const auto* comp = expr->as<ast::DictComp>();
      return comprehension(expr, "<dictcomp>",
                           {ComprehensionKind::Dict, comp->generators, comp->key, comp->value});
    }
    case ast::ExprKind::GeneratorExp: {
      const auto* comp = expr->as<ast::GeneratorExp>();
      return comprehension(expr, "<genexpr>",
                           {ComprehensionKind::Generator, comp->generators, comp->elt, nullptr});
    }
    case ast::ExprKind::Await:
      if (unit().scope->kind != ScopeKind::Function) return error("'await' outside function");
      if (!in_async_function() && unit().kind != UnitKind::Comprehension) {
        return error("'await' outside async function");
      }
      visit(expr->as<ast::Await>()->value);
      op(Op::GET_AWAITABLE, 0);
      return await_result();
    case ast::ExprKind::Yield: return yield(expr->as<ast::Yield>()->value);
    case ast::ExprKind::YieldFrom:
      if (unit().scope->kind != ScopeKind::Function) return error("'yield' outside function");
      if (in_async_function()) return error("'yield from' inside async function");
      visit(expr->as<ast::YieldFrom>()->value);
      op(Op::GET_YIELD_FROM_ITER);
      return await_result();
    case ast::ExprKind::Compare: return comparison(expr->as<ast::Compare>());
    case ast::ExprKind::Call: return call(expr->as<ast::Call>());
    case ast::ExprKind::FormattedValue: return formatted_value(expr->as<ast::FormattedValue>());
    case ast::ExprKind::JoinedStr: return joined_string(expr->as<ast::JoinedStr>());
    case ast::ExprKind::TemplateStr: return template_string(expr->as<ast::TemplateStr>());
    case ast::ExprKind::Interpolation: return interpolation(expr->as<ast::Interpolation>());
    case ast::ExprKind::Constant: return;  // folded above
    case ast::ExprKind::Attribute: return attribute(expr->as<ast::Attribute>());
    case ast::ExprKind::Subscript: return subscript(expr->as<ast::Subscript>());
    case ast::ExprKind::Starred:
      if (expr->as<ast::Starred>()->ctx == ast::ExprContext::Store) {
        return error("starred assignment target must be in a list or tuple");
      }
      return error("can't use starred expression here");
    case ast::ExprKind::Name: return name(expr->as<ast::Name>()->id, expr->as<ast::Name>()->ctx);
    case ast::ExprKind::List:
      return sequence(expr->as<ast::ListExpr>()->elts, expr->as<ast::ListExpr>()->ctx, false);
    case ast::ExprKind::Tuple:
      return sequence(expr->as<ast::Tuple>()->elts, expr->as<ast::Tuple>()->ctx, true);
    case ast::ExprKind::Slice: return slice(expr->as<ast::Slice>());
  }
}

// --- operators ---

// a + b + c is deep on the left: no recursion there.
void CodeWriter::binary_chain(const ast::Expr* expr) {
  std::vector<const ast::BinOp*> chain;
  while (expr->kind == ast::ExprKind::BinOp && !constant_folder_.is_constant(expr) &&
         constant_folder_.simplified(expr) == expr) {
    chain.push_back(expr->as<ast::BinOp>());
    expr = chain.back()->left;
  }
  visit(expr);
  for (size_t i = chain.size(); i-- > 0;) {
    visit(chain[i]->right);
    at() = chain[i]->at;
    binary(chain[i]->op);
  }
}

void CodeWriter::bool_expression(const ast::BoolOp* expr) {
  Op opcode =
      expr->op == ast::BoolOperator::And ? Op::JUMP_IF_FALSE_OR_POP : Op::JUMP_IF_TRUE_OR_POP;
  Block* end = block();
  for (const ast::Expr* value : expr->values.first(expr->values.size() - 1)) {
    visit(value);
    jump(opcode, end);
    use_next(block());
  }
  visit(expr->values.back());
  use_next(end);
}

void CodeWriter::if_expression(const ast::IfExp* expr) {
  Block* end = block();
  Block* next = block();
  jump_if(expr->test, next, false);
  visit(expr->body);
  jump_without_line(Op::JUMP, end);
  use_next(next);
  visit(expr->orelse);
  use_next(end);
}

void CodeWriter::comparison(const ast::Compare* expr) {
  warn_about_is(expr);
  visit(expr->left);
  size_t last = expr->ops.size() - 1;
  auto comparator = [&](size_t i) {
    bool membership = expr->ops[i] == ast::CmpOp::In || expr->ops[i] == ast::CmpOp::NotIn;
    if (membership && i == last)
      iterable(expr->comparators[i]);
    else
      visit(expr->comparators[i]);
  };
  if (last == 0) {
    comparator(0);
    const ast::Position place = at();
    if (place.line != expr->at.line) {  // where the `not` is; its own line is left to a NOP
      at() = expr->at;
      op(Op::NOP);
      at() = place;
    }
    return compare(expr->ops[0]);
  }
  Block* cleanup = block();
  for (size_t i = 0; i < last; i++) {
    comparator(i);
    op(Op::SWAP, 2);
    op(Op::COPY, 2);
    compare(expr->ops[i]);
    jump(Op::JUMP_IF_FALSE_OR_POP, cleanup);
  }
  comparator(last);
  compare(expr->ops[last]);
  Block* end = block();
  jump_without_line(Op::JUMP, end);
  use_next(cleanup);
  op(Op::SWAP, 2);
  op(Op::POP_TOP);
  use_next(end);
}

// --- attributes and items ---

void CodeWriter::move_to_attribute(const ast::Attribute* expr) {
  ast::Position& position = at();
  if (position.line == expr->at.end_line) return;
  position.line = expr->at.end_line;
  int characters = 0;
  for (char byte : expr->attr) characters += (byte & 0xc0) != 0x80;
  if (characters <= expr->at.end_column) {
    position.column = expr->at.end_column - characters;
  } else {
    position.column = position.end_column = -1;
  }
  if (position.end_line < position.line) position.end_line = position.line;
}

void CodeWriter::attribute(const ast::Attribute* expr) {
  visit(expr->value);
  if (forbidden(expr->attr, expr->ctx)) return;
  note_static_attribute(expr);
  move_to_attribute(expr);
  op_name(expr->ctx == ast::ExprContext::Load    ? Op::LOAD_ATTR
          : expr->ctx == ast::ExprContext::Store ? Op::STORE_ATTR
                                                 : Op::DELETE_ATTR,
          expr->attr);
}

void CodeWriter::subscript(const ast::Subscript* expr) {
  if (expr->ctx == ast::ExprContext::Load) warn_about_subscript(expr);
  visit(expr->value);
  visit(expr->slice);
  op(expr->ctx == ast::ExprContext::Load    ? Op::BINARY_SUBSCR
     : expr->ctx == ast::ExprContext::Store ? Op::STORE_SUBSCR
                                            : Op::DELETE_SUBSCR);
}

void CodeWriter::slice(const ast::Slice* expr) {
  auto bound = [&](const ast::Expr* value) {
    if (value)
      visit(value);
    else
      load_none();
  };
  bound(expr->lower);
  bound(expr->upper);
  if (expr->step) visit(expr->step);
  op(Op::BUILD_SLICE, expr->step ? 3 : 2);
}

// --- displays ---

void CodeWriter::sequence(ast::List<ast::Expr> elements, ast::ExprContext context, bool tuple) {
  switch (context) {
    case ast::ExprContext::Load:
      return display(elements, 0, Op::BUILD_LIST, Op::LIST_APPEND, Op::LIST_EXTEND, tuple);
    case ast::ExprContext::Store: return unpack(elements);
    case ast::ExprContext::Del: return visit_all(elements);
  }
}

bool CodeWriter::all_constant(ast::List<ast::Expr> expressions, size_t begin, size_t end) {
  for (size_t i = begin; i < end; i++) {
    if (!expressions[i] || !constant_folder_.is_constant(expressions[i])) return false;
  }
  return true;
}

void CodeWriter::display(ast::List<ast::Expr> elements, uint32_t pushed, Op build, Op add,
                         Op extend, bool tuple) {
  size_t count = elements.size();
  if (count > 2 && all_constant(elements, 0, count)) {
    std::vector<Constant> items;
    for (const ast::Expr* element : elements) items.push_back(*constant_folder_.value(element));
    Constant folded = tuple_constant(std::move(items));
    if (tuple && pushed == 0) return load(std::move(folded));
    if (add == Op::SET_ADD) folded.kind = Constant::Kind::FrozenSet;
    op(build, pushed);
    load(std::move(folded));
    op(extend, 1);
    if (tuple) op(Op::LIST_TO_TUPLE);
    return;
  }
  bool big = count + pushed > kStackGuideline;
  bool starred = false;
  for (const ast::Expr* element : elements) {
    starred = starred || element->kind == ast::ExprKind::Starred;
  }
  if (!starred && !big) {
    visit_all(elements);
    return op(tuple ? Op::BUILD_TUPLE : build, uint32_t(count) + pushed);
  }
  bool built = big;
  if (big) op(build, pushed);
  for (size_t i = 0; i < count; i++) {
    const ast::Expr* element = elements[i];
    if (element->kind == ast::ExprKind::Starred) {
      if (!built) op(build, uint32_t(i) + pushed);
      built = true;
      visit(element->as<ast::Starred>()->value);
      op(extend, 1);
    } else {
      visit(element);
      if (built) op(add, 1);
    }
  }
  if (tuple) op(Op::LIST_TO_TUPLE);
}

void CodeWriter::unpack(ast::List<ast::Expr> targets) {
  bool starred = false;
  for (size_t i = 0; i < targets.size(); i++) {
    if (targets[i]->kind != ast::ExprKind::Starred) continue;
    if (starred) return error("multiple starred expressions in assignment");
    size_t after = targets.size() - i - 1;
    if (i >= 256 || after > (kMaxOperand >> 8)) {
      return error("too many expressions in star-unpacking assignment");
    }
    op(Op::UNPACK_EX, uint32_t(i + (after << 8)));
    starred = true;
  }
  if (!starred) op(Op::UNPACK_SEQUENCE, uint32_t(targets.size()));
  for (const ast::Expr* target : targets) {
    visit(target->kind == ast::ExprKind::Starred ? target->as<ast::Starred>()->value : target);
  }
}

void CodeWriter::dictionary(const ast::Dict* expr) {
  size_t count = expr->values.size();
  bool built = false;
  size_t waiting = 0;  // pairs not yet put into a dict
  auto flush = [&](size_t end) {
    part_of_dictionary(expr, end - waiting, end);
    if (built) op(Op::DICT_UPDATE, 1);
    built = true;
    waiting = 0;
  };
  for (size_t i = 0; i < count; i++) {
    if (!expr->keys[i]) {
      if (waiting > 0) flush(i);
      if (!built) op(Op::BUILD_MAP, 0);
      built = true;
      visit(expr->values[i]);
      op(Op::DICT_UPDATE, 1);
    } else if (waiting * 2 > kStackGuideline) {
      waiting++;
      flush(i + 1);
    } else {
      waiting++;
    }
  }
  if (waiting > 0) flush(count);
  if (!built) op(Op::BUILD_MAP, 0);
}

void CodeWriter::part_of_dictionary(const ast::Dict* expr, size_t begin, size_t end) {
  size_t count = end - begin;
  bool big = count * 2 > kStackGuideline;
  if (count > 1 && !big && all_constant(expr->keys, begin, end)) {
    std::vector<Constant> keys;
    for (size_t i = begin; i < end; i++) {
      visit(expr->values[i]);
      keys.push_back(*constant_folder_.value(expr->keys[i]));
    }
    load(tuple_constant(std::move(keys)));
    return op(Op::BUILD_CONST_KEY_MAP, uint32_t(count));
  }
  if (big) op(Op::BUILD_MAP, 0);
  for (size_t i = begin; i < end; i++) {
    visit(expr->keys[i]);
    visit(expr->values[i]);
    if (big) op(Op::MAP_ADD, 1);
  }
  if (!big) op(Op::BUILD_MAP, uint32_t(count));
}

void CodeWriter::iterable(const ast::Expr* expr) {
  bool is_list = expr->kind == ast::ExprKind::List;
  if (!is_list && expr->kind != ast::ExprKind::Set) return visit(expr);
  ast::List<ast::Expr> elements =
      is_list ? expr->as<ast::ListExpr>()->elts : expr->as<ast::Set>()->elts;
  for (const ast::Expr* element : elements) {
    if (is_list && element->kind == ast::ExprKind::Starred) return visit(expr);
  }
  bool constant = all_constant(elements, 0, elements.size());
  if (!is_list && !constant) return visit(expr);
  if (failed()) return;
  ast::Position outside = at();
  at() = expr->at;
  if (constant) {
    std::vector<Constant> items;
    for (const ast::Expr* element : elements) items.push_back(*constant_folder_.value(element));
    Constant folded = tuple_constant(std::move(items));
    if (!is_list) folded.kind = Constant::Kind::FrozenSet;
    load(std::move(folded));
  } else {
    display(elements, 0, Op::BUILD_LIST, Op::LIST_APPEND, Op::LIST_EXTEND, true);
  }
  at() = outside;
}

// --- strings and yields ---

void CodeWriter::joined_string(const ast::JoinedStr* expr) {
  size_t count = expr->values.size();
  if (count > kStackGuideline) {
    load(str_constant(""));
    op_plain_name(Op::LOAD_METHOD, "join");
    op(Op::BUILD_LIST, 0);
    for (const ast::Expr* value : expr->values) {
      visit(value);
      op(Op::LIST_APPEND, 1);
    }
    return op(Op::CALL_METHOD, 1);
  }
  visit_all(expr->values);
  if (count != 1) op(Op::BUILD_STRING, uint32_t(count));
}

void CodeWriter::formatted_value(const ast::FormattedValue* expr) {
  visit(expr->value);
  uint32_t flags = expr->conversion == 's'   ? 1
                   : expr->conversion == 'r' ? 2
                   : expr->conversion == 'a' ? 3
                                             : 0;
  if (expr->format_spec) {
    visit(expr->format_spec);
    flags |= 4;
  }
  op(Op::FORMAT_VALUE, flags);
}

// CPython has instructions that make these objects; here the library does, which leaves no events.
void CodeWriter::template_string(const ast::TemplateStr* expr) {
  library_function("string.templatelib", "_template");
  visit_all(expr->values);
  op(Op::CALL, uint32_t(expr->values.size()));
}

void CodeWriter::interpolation(const ast::Interpolation* expr) {
  visit(expr->value);
  load(str_constant(expr->str));
  if (expr->conversion == -1) {
    load_none();
  } else {
    load(str_constant(std::string(1, char(expr->conversion))));
  }
  if (expr->format_spec) {
    visit(expr->format_spec);
  } else {
    load(str_constant(""));
  }
  op(Op::BUILD_TUPLE, 4);
}

void CodeWriter::yield(const ast::Expr* value) {
  if (unit().scope->kind != ScopeKind::Function) return error("'yield' outside function");
  if (value)
    visit(value);
  else
    load_none();
  yield_value();
}

void CodeWriter::yield_value() {
  if (unit().scope->generator && unit().scope->coroutine) op(Op::ASYNC_GEN_WRAP);
  op(Op::YIELD_VALUE);
  op(Op::RESUME, 1);
}

}  // namespace awaitscope
