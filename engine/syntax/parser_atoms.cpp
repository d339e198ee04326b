#include <cstdlib>
#include <string>

#include "engine/syntax/parser.h"
#include "engine/syntax/strings.h"

namespace awaitscope {

using namespace ast;

ast::Expr* Parser::parse_fstring_expression() {
  Expr* value = parse_star_expressions();
  return value && is(Tok::EndMarker) ? value : fail_null();
}

ast::Expr* Parser::constant(ConstantKind kind) {
  size_t first = at_;
  advance();
  Constant* node = make<Constant>(first);
  node->value = kind;
  return node;
}

ast::Expr* Parser::parse_atom() {
  switch (peek()) {
    case Tok::Name: {
      size_t first = at_;
      advance();
      Name* node = make<Name>(first);
      node->id = name_text(tokens_[first]);
      return node;
    }
    case Tok::Number: return parse_number();
    case Tok::String:
    case Tok::FStringStart:
    case Tok::TStringStart: return parse_strings();
    case Tok::LeftParen: return parse_parenthesised();
    case Tok::LeftBracket: return parse_list();
    case Tok::LeftBrace: return parse_braces();
    case Tok::None: return constant(ConstantKind::None);
    case Tok::True: return constant(ConstantKind::True);
    case Tok::False: return constant(ConstantKind::False);
    case Tok::Ellipsis: return constant(ConstantKind::Ellipsis);
    default: return fail_null();
  }
}

ast::Expr* Parser::parse_number() {
  size_t first = at_;
  std::string digits;
  for (char c : text_of(current())) {
    if (c != '_') digits.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
  }
  advance();
  Constant* node = make<Constant>(first);
  bool based = digits.size() > 1 && digits[0] == '0' && digits[1] >= 'a' && digits[1] != 'e' &&
               digits[1] != 'j';
  if (based || digits.find_first_not_of("0123456789") == std::string::npos) {
    node->value = ConstantKind::Int;
    // "00" and the like are zero.
    size_t zeros = based ? 0 : std::min(digits.find_first_not_of('0'), digits.size() - 1);
    node->text = arena_.copy(std::string_view(digits).substr(zeros));
    return node;
  }
  node->value = digits.back() == 'j' ? ConstantKind::Imaginary : ConstantKind::Float;
  node->number = std::strtod(digits.c_str(), nullptr);
  return node;
}

ast::Expr* Parser::parse_strings() {
  Depth depth(*this);
  if (depth.too_much()) return too_deep();
  if (version_ >= Version::V3_12) return parse_string_tokens();
  size_t first = at_;
  while (is(Tok::String)) advance();
  StringReader reader(version_, text_, arena_, warnings_, depth_);
  Expr* node = reader.read({tokens_.data() + first, at_ - first});
  if (!node) {
    if (reader.too_deep()) return too_deep();
    return fail_null();
  }
  if (node->height > highest_) highest_ = node->height;
  return node;
}

// A tuple, a group or a generator.
ast::Expr* Parser::parse_parenthesised() {
  size_t first = at_;
  advance();
  if (accept(Tok::RightParen)) return make<Tuple>(first);
  if (is(Tok::Yield)) {
    Expr* value = parse_yield();
    return value && expect(Tok::RightParen) ? value : nullptr;
  }
  Expr* element = parse_star_named_expression();
  if (!element) return nullptr;
  if (is(Tok::RightParen)) {
    if (element->kind == ExprKind::Starred) return fail_null();
    advance();
    return element;
  }
  if (at_comprehension() && can_be_looped(element)) {
    GeneratorExp* generator = arena_.make<GeneratorExp>();
    if (!parse_comprehension_rest(generator, element, Tok::RightParen)) return nullptr;
    advance();
    generator->at = position_from(first);
    return generator;
  }
  PartScope parts(*this, element);
  List<Expr> elements;
  if (!is(Tok::Comma) || !parse_elements(element, Tok::RightParen, elements)) return fail_null();
  Tuple* tuple = make<Tuple>(first);
  tuple->elts = elements;
  return parts.finish(tuple);
}

// After the first element: the others and the closing bracket.
bool Parser::parse_elements(Expr* element, Tok closing, List<Expr>& elements) {
  size_t from = scratch_.size();
  push(element);
  while (accept(Tok::Comma) && !is(closing)) {
    element = parse_star_named_expression();
    if (!element) return false;
    push(element);
  }
  if (!expect(closing)) return false;
  elements = take_list<Expr>(from);
  return true;
}

ast::Expr* Parser::parse_list() {
  size_t first = at_;
  advance();
  if (accept(Tok::RightBracket)) return make<ListExpr>(first);
  Expr* element = parse_star_named_expression();
  if (!element) return nullptr;
  if (at_comprehension() && can_be_looped(element)) {
    ListComp* node = arena_.make<ListComp>();
    if (!parse_comprehension_rest(node, element, Tok::RightBracket)) return nullptr;
    advance();
    node->at = position_from(first);
    return node;
  }
  PartScope parts(*this, element);
  List<Expr> elements;
  if (!parse_elements(element, Tok::RightBracket, elements)) return nullptr;
  ListExpr* node = make<ListExpr>(first);
  node->elts = elements;
  return parts.finish(node);
}

// A dict, a set, or a comprehension of either.
ast::Expr* Parser::parse_braces() {
  size_t first = at_;
  advance();
  if (accept(Tok::RightBrace)) return make<Dict>(first);
  if (is(Tok::DoubleStar)) {
    PartScope parts(*this);
    if (version_ < Version::V3_15) return parts.finish(parse_dict_rest(first));
    advance();
    Expr* unpacked = parse_expression();
    if (!unpacked) return nullptr;
    if (at_comprehension()) {
      DictComp* node = arena_.make<DictComp>();
      node->key = unpacked;
      if (!parse_comprehensions(node->generators) || !expect(Tok::RightBrace)) return nullptr;
      node->at = position_from(first);
      return parts.finish(node);
    }
    // Without a loop only an operand can be unpacked.
    if (!is_operand(unpacked, first + 2)) return fail_null();
    return parts.finish(parse_dict_rest(first, nullptr, unpacked));
  }
  Expr* element = parse_star_named_expression();
  if (!element) return nullptr;
  if (at_comprehension() && can_be_looped(element)) {
    SetComp* node = arena_.make<SetComp>();
    if (!parse_comprehension_rest(node, element, Tok::RightBrace)) return nullptr;
    advance();
    node->at = position_from(first);
    return node;
  }
  PartScope parts(*this, element);
  if (is(Tok::Colon) && element->kind != ExprKind::Starred &&
      (element->kind != ExprKind::NamedExpr || tokens_[first + 1].type == Tok::LeftParen)) {
    advance();
    Expr* value = parse_expression();
    if (!value) return nullptr;
    if (!at_comprehension()) return parts.finish(parse_dict_rest(first, element, value));
    DictComp* node = arena_.make<DictComp>();
    node->key = element;
    node->value = value;
    if (!parse_comprehensions(node->generators) || !expect(Tok::RightBrace)) return nullptr;
    node->at = position_from(first);
    return parts.finish(node);
  }
  List<Expr> elements;
  if (!parse_elements(element, Tok::RightBrace, elements)) return nullptr;
  Set* node = make<Set>(first);
  node->elts = elements;
  return parts.finish(node);
}

// From the first "**", or after the first pair.
ast::Expr* Parser::parse_dict_rest(size_t first, Expr* key, Expr* value) {
  size_t from = scratch_.size();
  if (value) {
    push(key);
    push(value);
    if (!is(Tok::RightBrace) && !expect(Tok::Comma)) return nullptr;
  }
  while (!is(Tok::RightBrace)) {
    if (accept(Tok::DoubleStar)) {
      key = nullptr;
      value = parse_bitwise_or();
    } else {
      key = parse_expression();
      if (!key || !expect(Tok::Colon)) return nullptr;
      value = parse_expression();
    }
    if (!value) return nullptr;
    push(key);
    push(value);
    if (!is(Tok::RightBrace) && !expect(Tok::Comma)) return nullptr;
  }
  advance();
  Dict* node = make<Dict>(first);
  size_t count = (scratch_.size() - from) / 2;
  node->keys = arena_.list<Expr>(count);
  node->values = arena_.list<Expr>(count);
  for (size_t i = 0; i < count; ++i) {
    node->keys[i] = static_cast<Expr*>(scratch_[from + 2 * i]);
    node->values[i] = static_cast<Expr*>(scratch_[from + 2 * i + 1]);
  }
  scratch_.resize(from);
  return node;
}

bool Parser::parse_comprehensions(List<Comprehension>& generators) {
  size_t from = scratch_.size();
  while (at_comprehension()) {
    Comprehension* loop = arena_.make<Comprehension>();
    loop->is_async = accept(Tok::Async);
    advance();
    loop->target = parse_star_targets();
    if (!loop->target || !expect(Tok::In)) return false;
    loop->iter = parse_disjunction();
    if (!loop->iter) return false;
    size_t conditions = scratch_.size();
    while (accept(Tok::If)) {
      Expr* condition = parse_disjunction();
      if (!condition) return false;
      push(condition);
    }
    loop->ifs = take_list<Expr>(conditions);
    push(loop);
  }
  generators = take_list<Comprehension>(from);
  return true;
}

ast::Expr* Parser::parse_lambda() {
  size_t first = at_;
  advance();
  Lambda* node = arena_.make<Lambda>();
  PartScope parts(*this);
  node->args = parse_parameters(ParameterStyle::Lambda, Tok::Colon);
  if (!node->args || !expect(Tok::Colon)) return nullptr;
  ++functions_;
  node->body = parse_expression();
  --functions_;
  if (!node->body) return nullptr;
  node->at = position_from(first);
  return parts.finish(node);
}

// Parameters up to `closing`, which is left.
ast::Arguments* Parser::parse_parameters(ParameterStyle style, Tok closing) {
  Arguments* out = arena_.make<Arguments>();
  size_t from = scratch_.size();
  // Positional parameters are pushed as pairs of Arg and default; so are the keyword-only ones.
  size_t positional_end = 0, posonly = 0;
  bool any_default = false, star = false;
  auto count = [&] { return (scratch_.size() - from) / 2; };
  while (!is(closing)) {
    if (out->kwarg) return fail_null();
    if (accept(Tok::DoubleStar)) {
      if (!(out->kwarg = parse_parameter(style, StarAnnotation::Refused))) return nullptr;
    } else if (is(Tok::Star)) {
      if (star) return fail_null();
      star = true;
      positional_end = count();
      advance();
      if (is(Tok::Comma)) {
        // A bare star needs a parameter after it.
        if (peek_after() == closing || peek_after() == Tok::DoubleStar) return fail_null();
      } else if (!(out->vararg = parse_parameter(style, StarAnnotation::Allowed))) {
        return nullptr;
      }
    } else if (is(Tok::Slash)) {
      if (star || posonly || count() == 0) return fail_null();
      posonly = count();
      advance();
    } else {
      Arg* arg = parse_parameter(style, StarAnnotation::Refused);
      if (!arg) return nullptr;
      Expr* value = nullptr;
      if (accept(Tok::Equal)) {
        value = parse_expression();
        if (!value) return nullptr;
        any_default = any_default || !star;
      } else if (any_default && !star) {
        return fail_null();
      }
      push(arg);
      push(value);
    }
    if (!is(closing) && !expect(Tok::Comma)) return nullptr;
  }
  size_t all = count();
  if (!star) positional_end = all;
  size_t defaults = 0;
  for (size_t i = 0; i < positional_end; ++i) defaults += scratch_[from + 2 * i + 1] != nullptr;
  out->posonlyargs = arena_.list<Arg>(posonly);
  out->args = arena_.list<Arg>(positional_end - posonly);
  out->defaults = arena_.list<Expr>(defaults);
  out->kwonlyargs = arena_.list<Arg>(all - positional_end);
  out->kw_defaults = arena_.list<Expr>(all - positional_end);
  for (size_t i = 0, next_default = 0; i < all; ++i) {
    Arg* arg = static_cast<Arg*>(scratch_[from + 2 * i]);
    Expr* value = static_cast<Expr*>(scratch_[from + 2 * i + 1]);
    if (i < positional_end) {
      if (i < posonly) {
        out->posonlyargs[i] = arg;
      } else {
        out->args[i - posonly] = arg;
      }
      if (value) out->defaults[next_default++] = value;
    } else {
      out->kwonlyargs[i - positional_end] = arg;
      out->kw_defaults[i - positional_end] = value;
    }
  }
  scratch_.resize(from);
  return out;
}

ast::Arg* Parser::parse_parameter(ParameterStyle style, StarAnnotation star) {
  size_t first = at_;
  if (!is(Tok::Name)) return fail_null();
  Arg* arg = arena_.make<Arg>();
  arg->arg = name_text(current());
  advance();
  if (style == ParameterStyle::Function && accept(Tok::Colon)) {
    bool starred = star == StarAnnotation::Allowed && is(Tok::Star);
    arg->annotation = starred ? parse_star_expression() : parse_expression();
    if (!arg->annotation) return nullptr;
  }
  arg->at = position_from(first);
  return arg;
}

}  // namespace awaitscope
