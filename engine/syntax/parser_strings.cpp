// String literals since 3.12: f-strings and t-strings are tokens like everything else.

#include <string>

#include "engine/syntax/parser.h"
#include "engine/syntax/strings.h"

namespace awaitscope {

using namespace ast;

namespace {

Constant* constant_of(Expr* expr) {
  return expr->kind == ExprKind::Constant ? expr->as<Constant>() : nullptr;
}

}  // namespace

// Adjacent literals: a Constant, a JoinedStr, or a TemplateStr.
ast::Expr* Parser::parse_string_tokens() {
  size_t first = at_, from = scratch_.size(), literals = 0;
  bool is_template = is(Tok::TStringStart), formatted = false, bytes = false;
  PartScope parts(*this);
  for (;; ++literals) {
    if (is(Tok::String)) {
      Constant* node = arena_.make<Constant>();
      StringReader reader(version_, text_, arena_, warnings_, depth_);
      std::string text;
      bool is_bytes = false;
      if (!reader.read_plain(current(), text, is_bytes)) return fail_null();
      if (is_template || (literals && is_bytes != bytes)) return fail_null();
      bytes = is_bytes;
      node->value = bytes ? ConstantKind::Bytes : ConstantKind::Str;
      node->u_prefix = text_[current().start] == 'u';
      node->text = arena_.copy(std::string_view(text));
      size_t token = at_;
      advance();
      node->at = position_from(token);
      push(node);
    } else if (is(Tok::FStringStart) || is(Tok::TStringStart)) {
      if (bytes || is_template != is(Tok::TStringStart)) return fail_null();
      formatted = true;
      if (!parse_formatted()) return nullptr;
    } else {
      break;
    }
  }
  if (!formatted) {
    Constant* node = static_cast<Constant*>(scratch_[from]);
    if (literals > 1) {
      std::string all;
      for (size_t i = from; i < scratch_.size(); ++i) {
        all += static_cast<Constant*>(scratch_[i])->text;
      }
      node->text = arena_.copy(std::string_view(all));
      node->at = position_from(first);
    }
    scratch_.resize(from);
    return node;
  }
  List<Expr> values = take_joined(from);
  if (is_template) {
    TemplateStr* node = make<TemplateStr>(first);
    node->values = values;
    return parts.finish(node);
  }
  JoinedStr* node = make<JoinedStr>(first);
  node->values = values;
  return parts.finish(node);
}

// Texts that stand side by side become one, and empty ones nothing.
ast::List<ast::Expr> Parser::take_joined(size_t from) {
  std::vector<Expr*> values;
  for (size_t i = from; i < scratch_.size();) {
    Expr* value = static_cast<Expr*>(scratch_[i++]);
    if (Constant* text = constant_of(value)) {
      std::string all(text->text);
      size_t begin = i;
      while (i < scratch_.size() && constant_of(static_cast<Expr*>(scratch_[i]))) {
        const Constant* next = static_cast<Constant*>(scratch_[i++]);
        all += next->text;
        text->at.end_line = next->at.end_line;
        text->at.end_column = next->at.end_column;
      }
      if (all.empty()) continue;
      if (i > begin) text->text = arena_.copy(std::string_view(all));
    }
    values.push_back(value);
  }
  scratch_.resize(from);
  return arena_.copy(values);
}

// The parts of one f-string or t-string, from its first token to its last.
bool Parser::parse_formatted() {
  FieldOf kind = is(Tok::TStringStart) ? FieldOf::Template : FieldOf::FString;
  advance();
  for (;;) {
    switch (peek()) {
      case Tok::FStringMiddle:
      case Tok::TStringMiddle: {
        StringReader reader(version_, text_, arena_, warnings_, depth_);
        std::string text;
        if (!reader.read_part(current(), text)) return fail();
        size_t token = at_;
        advance();
        if (text.empty()) break;
        Constant* node = make<Constant>(token);
        node->value = ConstantKind::Str;
        node->text = arena_.copy(std::string_view(text));
        push(node);
        break;
      }
      case Tok::LeftBrace: {
        Expr* field = parse_field(kind);
        if (!field) return false;
        push(field);
        break;
      }
      case Tok::FStringEnd:
      case Tok::TStringEnd: advance(); return true;
      default: return fail();
    }
  }
}

// What stands between token `open` and token `end`, without the comments.
std::string Parser::debug_text(size_t open, size_t end) const {
  std::string_view text = text_.substr(tokens_[open].end, tokens_[end].start - tokens_[open].end);
  std::string out;
  char quote = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (quote ? text[i] == quote : text[i] == '"' || text[i] == '\'') {
      quote = quote ? 0 : text[i];
    } else if (!quote && text[i] == '#') {
      i = std::min(text.find('\n', i), text.size());
      if (i == text.size()) break;
    }
    out.push_back(text[i]);
  }
  return out;
}

// {expression = !conversion : specification}. Where it shows its expression, the text is pushed.
ast::Expr* Parser::parse_field(FieldOf kind) {
  size_t open = at_;
  advance();
  PartScope parts(*this);
  Expr* value = parse_yield_or_star_expressions();
  if (!value) return nullptr;
  size_t expression_end = at_;
  bool shows_itself = accept(Tok::Equal);
  size_t shown_end = at_;
  int conversion = -1;
  if (accept(Tok::Exclamation)) {
    std::string_view word = text_of(current());
    if (!is(Tok::Name) || current().start != tokens_[at_ - 1].end ||
        (word != "s" && word != "r" && word != "a")) {
      return fail_null();
    }
    conversion = word[0];
    advance();
  }
  Expr* specification = nullptr;
  if (is(Tok::Colon)) {
    specification = parse_format_specification();
    if (!specification) return nullptr;
  }
  if (!expect(Tok::RightBrace)) return nullptr;
  if (shows_itself) {
    if (!specification && conversion == -1) conversion = 'r';
    Constant* shown = arena_.make<Constant>();
    const LexToken &brace = tokens_[open], &end = tokens_[shown_end];
    shown->at = {brace.line, brace.column + 1, end.line, end.column};
    shown->value = ConstantKind::Str;
    shown->text = arena_.copy(std::string_view(debug_text(open, shown_end)));
    push(shown);
  }
  if (kind == FieldOf::Template) {
    Interpolation* node = make<Interpolation>(open);
    node->value = value;
    node->str = arena_.copy(std::string_view(debug_text(open, expression_end)));
    node->conversion = conversion;
    node->format_spec = specification;
    return parts.finish(node);
  }
  FormattedValue* node = make<FormattedValue>(open);
  node->value = value;
  node->conversion = conversion;
  node->format_spec = specification;
  return parts.finish(node);
}

// From the colon to the field's end, which is left.
ast::Expr* Parser::parse_format_specification() {
  size_t colon = at_, from = scratch_.size();
  advance();
  PartScope parts(*this);
  for (;;) {
    if (is(Tok::FStringMiddle) || is(Tok::TStringMiddle)) {
      StringReader reader(version_, text_, arena_, warnings_, depth_);
      std::string text;
      if (!reader.read_part(current(), text)) return fail_null();
      size_t token = at_;
      advance();
      if (text.empty()) continue;
      Constant* node = make<Constant>(token);
      node->value = ConstantKind::Str;
      node->text = arena_.copy(std::string_view(text));
      push(node);
    } else if (is(Tok::LeftBrace)) {
      Expr* field = parse_field(FieldOf::FString);
      if (!field) return nullptr;
      push(field);
    } else {
      break;
    }
  }
  JoinedStr* node = make<JoinedStr>(colon);
  node->values = take_list<Expr>(from);
  return parts.finish(node);
}

}  // namespace awaitscope
