// match. While a pattern is tried, the values it has captured wait on the stack, under the values
// still to be looked at; the names are bound only once the whole pattern has matched. A failure
// jumps to where exactly what is on the stack then is dropped.

#include <algorithm>

#include "engine/compile/code_writer.h"

namespace awaitscope {
namespace {

bool is_wildcard(const ast::Pattern* pattern) {
  return pattern->kind == ast::PatternKind::MatchAs && pattern->as<ast::MatchAs>()->name.empty() &&
         !pattern->as<ast::MatchAs>()->pattern;
}

bool is_star(const ast::Pattern* pattern) { return pattern->kind == ast::PatternKind::MatchStar; }

bool contains(const std::vector<ast::Text>& names, ast::Text name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void CodeWriter::match(const ast::Match* stmt) {
  visit(stmt->subject);
  Block* end = block();
  size_t cases = stmt->cases.size();
  bool has_default = cases > 1 && is_wildcard(stmt->cases[cases - 1]->pattern);
  size_t tried = cases - (has_default ? 1 : 0);
  for (size_t i = 0; i < tried && !failed(); i++) {
    const ast::MatchCase* match_case = stmt->cases[i];
    bool last = i + 1 == tried;
    at() = match_case->pattern->at;
    if (!last) op(Op::COPY, 1);
    PatternContext context;
    context.allow_irrefutable = match_case->guard || i + 1 == cases;
    visit(match_case->pattern, context);
    for (ast::Text name : context.stores) store(name);
    if (match_case->guard) {
      ensure_fail_pop(context, 0);
      jump_if(match_case->guard, context.fail_pop[0], false);
    }
    if (!last) op(Op::POP_TOP);
    visit_all(match_case->body);
    no_line();
    jump(Op::JUMP, end);
    at() = match_case->pattern->at;
    use_fail_pops(context);
  }
  if (has_default && !failed()) {
    const ast::MatchCase* match_case = stmt->cases[cases - 1];
    at() = match_case->pattern->at;
    op(Op::NOP);
    if (match_case->guard) jump_if(match_case->guard, end, false);
    visit_all(match_case->body);
    no_line();
  }
  use_next(end);
}

void CodeWriter::visit(const ast::Pattern* pattern, PatternContext& context) {
  if (failed()) return;
  at() = pattern->at;
  if (++depth_ > kMaxNesting) error(kTooDeep);
  switch (pattern->kind) {
    case ast::PatternKind::MatchValue:
      pattern_value(pattern->as<ast::MatchValue>(), context);
      break;
    case ast::PatternKind::MatchSingleton:
      pattern_singleton(pattern->as<ast::MatchSingleton>(), context);
      break;
    case ast::PatternKind::MatchSequence:
      pattern_sequence(pattern->as<ast::MatchSequence>(), context);
      break;
    case ast::PatternKind::MatchMapping:
      pattern_mapping(pattern->as<ast::MatchMapping>(), context);
      break;
    case ast::PatternKind::MatchClass:
      pattern_class(pattern->as<ast::MatchClass>(), context);
      break;
    case ast::PatternKind::MatchStar: capture(pattern->as<ast::MatchStar>()->name, context); break;
    case ast::PatternKind::MatchAs: pattern_as(pattern->as<ast::MatchAs>(), context); break;
    case ast::PatternKind::MatchOr: pattern_or(pattern->as<ast::MatchOr>(), context); break;
  }
  depth_--;
}

// --- the stack ---

void CodeWriter::ensure_fail_pop(PatternContext& context, size_t count) {
  while (context.fail_pop.size() <= count) context.fail_pop.push_back(block());
}

void CodeWriter::jump_to_fail(PatternContext& context, Op opcode) {
  size_t pops = size_t(context.on_top) + context.stores.size();
  ensure_fail_pop(context, pops);
  jump(opcode, context.fail_pop[pops]);
}

void CodeWriter::use_fail_pops(PatternContext& context) {
  if (context.fail_pop.empty()) return;
  for (size_t i = context.fail_pop.size() - 1; i > 0; i--) {
    use_next(context.fail_pop[i]);
    op(Op::POP_TOP);
  }
  use_next(context.fail_pop[0]);
  context.fail_pop.clear();
}

// Moves the top under the next count - 1 values.
void CodeWriter::rotate(uint32_t count) {
  for (; count > 1; count--) op(Op::SWAP, count);
}

void CodeWriter::capture(ast::Text name, PatternContext& context) {
  if (name.empty()) return op(Op::POP_TOP);
  if (forbidden(name, ast::ExprContext::Store)) return;
  if (contains(context.stores, name)) {
    return error("multiple assignments to name '" + std::string(name) + "' in pattern");
  }
  rotate(uint32_t(size_t(context.on_top) + context.stores.size() + 1));
  context.stores.push_back(name);
}

// A part of a pattern may match everything.
void CodeWriter::subpattern(const ast::Pattern* pattern, PatternContext& context) {
  bool outer = context.allow_irrefutable;
  context.allow_irrefutable = true;
  visit(pattern, context);
  context.allow_irrefutable = outer;
}

// --- values and names ---

void CodeWriter::pattern_value(const ast::MatchValue* pattern, PatternContext& context) {
  if (!constant_folder_.is_constant(pattern->value)) {
    ast::ExprKind kind = pattern->value->kind;
    bool is_complex = kind == ast::ExprKind::BinOp || kind == ast::ExprKind::UnaryOp;
    if (kind != ast::ExprKind::Attribute && kind != ast::ExprKind::JoinedStr && !is_complex) {
      return error("patterns may only match literals and attribute lookups");
    }
  }
  visit(pattern->value);
  op(Op::COMPARE_OP, 2);
  jump_to_fail(context, Op::POP_JUMP_IF_FALSE);
}

void CodeWriter::pattern_singleton(const ast::MatchSingleton* pattern, PatternContext& context) {
  load(constant_of(pattern->value));
  op(Op::IS_OP, 0);
  jump_to_fail(context, Op::POP_JUMP_IF_FALSE);
}

void CodeWriter::pattern_as(const ast::MatchAs* pattern, PatternContext& context) {
  if (!pattern->pattern) {
    if (!context.allow_irrefutable) {
      return error(pattern->name.empty() ? "wildcard makes remaining patterns unreachable"
                                         : "name capture '" + std::string(pattern->name) +
                                               "' makes remaining patterns unreachable");
    }
    return capture(pattern->name, context);
  }
  context.on_top++;
  op(Op::COPY, 1);
  visit(pattern->pattern, context);
  context.on_top--;
  capture(pattern->name, context);
}

// --- sequences ---

void CodeWriter::pattern_sequence(const ast::MatchSequence* pattern, PatternContext& context) {
  size_t size = pattern->patterns.size();
  int star = -1;
  bool only_wildcards = true, star_is_wildcard = false;
  for (size_t i = 0; i < size; i++) {
    const ast::Pattern* part = pattern->patterns[i];
    if (!is_star(part)) {
      only_wildcards = only_wildcards && is_wildcard(part);
      continue;
    }
    if (star >= 0) return error("multiple starred names in sequence pattern");
    star = int(i);
    star_is_wildcard = part->as<ast::MatchStar>()->name.empty();
    only_wildcards = only_wildcards && star_is_wildcard;
  }
  context.on_top++;
  op(Op::MATCH_SEQUENCE);
  jump_to_fail(context, Op::POP_JUMP_IF_FALSE);
  if (star < 0 || size > 1) {
    op(Op::GET_LEN);
    load(int_constant(int64_t(size) - (star < 0 ? 0 : 1)));
    op(Op::COMPARE_OP, star < 0 ? 2 : 5);
    jump_to_fail(context, Op::POP_JUMP_IF_FALSE);
  }
  context.on_top--;
  if (only_wildcards)
    op(Op::POP_TOP);
  else if (star_is_wildcard)
    pattern_subscript(pattern->patterns, star, context);
  else
    pattern_unpack(pattern->patterns, context);
}

void CodeWriter::pattern_unpack(ast::List<ast::Pattern> patterns, PatternContext& context) {
  size_t size = patterns.size();
  bool starred = false;
  for (size_t i = 0; i < size; i++) {
    if (!is_star(patterns[i])) continue;
    if (i >= 256 || size - i - 1 > (kMaxOperand >> 8)) {
      return error("too many expressions in star-unpacking sequence pattern");
    }
    op(Op::UNPACK_EX, uint32_t(i + ((size - i - 1) << 8)));
    starred = true;
  }
  if (!starred) op(Op::UNPACK_SEQUENCE, uint32_t(size));
  context.on_top += int(size);
  for (const ast::Pattern* part : patterns) {
    context.on_top--;
    subpattern(part, context);
  }
}

// With a *_ only the items that matter are taken out.
void CodeWriter::pattern_subscript(ast::List<ast::Pattern> patterns, int star,
                                   PatternContext& context) {
  context.on_top++;
  for (size_t i = 0; i < patterns.size(); i++) {
    if (is_wildcard(patterns[i]) || int(i) == star) continue;
    op(Op::COPY, 1);
    if (int(i) < star) {
      load(int_constant(int64_t(i)));
    } else {
      op(Op::GET_LEN);
      load(int_constant(int64_t(patterns.size() - i)));
      binary(ast::Operator::Sub);
    }
    op(Op::BINARY_SUBSCR);
    subpattern(patterns[i], context);
  }
  context.on_top--;
  op(Op::POP_TOP);
}

// --- mappings and classes ---

void CodeWriter::pattern_mapping(const ast::MatchMapping* pattern, PatternContext& context) {
  size_t size = pattern->keys.size();
  context.on_top++;
  op(Op::MATCH_MAPPING);
  jump_to_fail(context, Op::POP_JUMP_IF_FALSE);
  if (size == 0 && pattern->rest.empty()) {
    context.on_top--;
    return op(Op::POP_TOP);
  }
  if (size > 0) {
    op(Op::GET_LEN);
    load(int_constant(int64_t(size)));
    op(Op::COMPARE_OP, 5);
    jump_to_fail(context, Op::POP_JUMP_IF_FALSE);
  }
  if (!mapping_keys(pattern)) return;
  op(Op::BUILD_TUPLE, uint32_t(size));
  op(Op::MATCH_KEYS);
  context.on_top += 2;
  op(Op::COPY, 1);
  load_none();
  op(Op::IS_OP, 1);
  jump_to_fail(context, Op::POP_JUMP_IF_FALSE);
  op(Op::UNPACK_SEQUENCE, uint32_t(size));
  context.on_top += int(size) - 1;
  for (const ast::Pattern* part : pattern->patterns) {
    context.on_top--;
    subpattern(part, context);
  }
  context.on_top -= 2;
  if (pattern->rest.empty()) {
    op(Op::POP_TOP);
    return op(Op::POP_TOP);
  }
  // **rest: a copy of the mapping without the keys.
  op(Op::BUILD_MAP, 0);
  op(Op::SWAP, 3);
  op(Op::DICT_UPDATE, 2);
  op(Op::UNPACK_SEQUENCE, uint32_t(size));
  for (size_t left = size; left > 0; left--) {
    op(Op::COPY, uint32_t(left) + 1);
    op(Op::SWAP, 2);
    op(Op::DELETE_SUBSCR);
  }
  capture(pattern->rest, context);
}

bool CodeWriter::mapping_keys(const ast::MatchMapping* pattern) {
  ConstantTable seen;
  for (const ast::Expr* key : pattern->keys) {
    if (const Constant* constant = constant_folder_.value(key)) {
      // Equal keys are the same key: 1, 1.0 and True.
      Constant plain = *constant;
      if (plain.kind == Constant::Kind::True) plain = int_constant(1);
      if (plain.kind == Constant::Kind::False) plain = int_constant(0);
      if (plain.kind == Constant::Kind::Float && plain.number == double(int64_t(plain.number))) {
        plain = int_constant(int64_t(plain.number));
      }
      if (seen.find(plain) >= 0) {
        error("mapping pattern checks duplicate key (" + repr(*constant) + ")");
        return false;
      }
      seen.add(std::move(plain));
    } else if (key->kind != ast::ExprKind::Attribute && key->kind != ast::ExprKind::BinOp &&
               key->kind != ast::ExprKind::UnaryOp) {
      error("mapping pattern keys may only match literals and attribute lookups");
      return false;
    }
    visit(key);
  }
  return !failed();
}

void CodeWriter::pattern_class(const ast::MatchClass* pattern, PatternContext& context) {
  size_t positional = pattern->patterns.size(), named = pattern->kwd_attrs.size();
  NameTable seen;
  for (size_t i = 0; i < named; i++) {
    ast::Text name = pattern->kwd_attrs[i];
    if (forbidden(name, ast::ExprContext::Store)) return;
    if (seen.find(name) >= 0) {
      at() = pattern->kwd_patterns[i]->at;
      return error("attribute name repeated in class pattern: " + std::string(name));
    }
    seen.add(name);
  }
  visit(pattern->cls);
  std::vector<Constant> names;
  for (ast::Text name : pattern->kwd_attrs) names.push_back(str_constant(name));
  load(tuple_constant(std::move(names)));
  op(Op::MATCH_CLASS, uint32_t(positional));
  op(Op::COPY, 1);
  load_none();
  op(Op::IS_OP, 1);
  context.on_top++;
  jump_to_fail(context, Op::POP_JUMP_IF_FALSE);
  op(Op::UNPACK_SEQUENCE, uint32_t(positional + named));
  context.on_top += int(positional + named) - 1;
  for (size_t i = 0; i < positional + named; i++) {
    context.on_top--;
    const ast::Pattern* part =
        i < positional ? pattern->patterns[i] : pattern->kwd_patterns[i - positional];
    if (is_wildcard(part))
      op(Op::POP_TOP);
    else
      subpattern(part, context);
  }
}

// --- alternatives ---

// Every alternative binds the same names; the first says in which order they lie on the stack.
void CodeWriter::pattern_or(const ast::MatchOr* pattern, PatternContext& context) {
  Block* end = block();
  std::vector<ast::Text> control;
  for (size_t i = 0; i < pattern->patterns.size() && !failed(); i++) {
    const ast::Pattern* alternative = pattern->patterns[i];
    at() = alternative->at;
    PatternContext inner;
    inner.allow_irrefutable = context.allow_irrefutable && i + 1 == pattern->patterns.size();
    op(Op::COPY, 1);
    visit(alternative, inner);
    if (i == 0) {
      control = inner.stores;
    } else if (!failed() && !reorder_like(control, inner.stores)) {
      if (version_ >= Version::V3_12) at() = pattern->at;
      return error("alternative patterns bind different names");
    }
    jump(Op::JUMP, end);
    use_fail_pops(inner);
  }
  if (failed()) return;
  op(Op::POP_TOP);
  jump_to_fail(context, Op::JUMP);
  use_next(end);
  uint32_t depth = uint32_t(control.size() + 1 + size_t(context.on_top) + context.stores.size());
  for (ast::Text name : control) {
    rotate(depth);
    if (contains(context.stores, name)) {
      return error("multiple assignments to name '" + std::string(name) + "' in pattern");
    }
    context.stores.push_back(name);
  }
  op(Op::POP_TOP);
}

bool CodeWriter::reorder_like(const std::vector<ast::Text>& control,
                              std::vector<ast::Text>& stores) {
  if (stores.size() != control.size()) return false;
  for (size_t i = control.size(); i-- > 0;) {
    auto found = std::find(stores.begin(), stores.end(), control[i]);
    if (found == stores.end()) return false;
    size_t place = size_t(found - stores.begin());
    if (place == i) continue;
    // The first names, up to this one, go under those up to its place in the first alternative.
    std::rotate(stores.begin(), stores.begin() + long(place) + 1, stores.begin() + long(i) + 1);
    for (size_t times = place + 1; times > 0; times--) rotate(uint32_t(i) + 1);
  }
  return true;
}

}  // namespace awaitscope
