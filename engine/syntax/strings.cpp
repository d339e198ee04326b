#include "engine/syntax/strings.h"

#include <string>
#include <utility>

#include "engine/syntax/parser.h"
#include "engine/unicode/character_names.h"
#include "engine/unicode/identifiers.h"

namespace awaitscope {

using namespace ast;

namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool is_octal(char c) { return c >= '0' && c <= '7'; }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

bool StringReader::fail(std::string message, StringFailure::Place place) {
  // Since 3.12 the literal is pointed at.
  if (version_ >= Version::V3_12) place = StringFailure::Place::Literal;
  failure_.place = place;
  failure_.message = std::move(message);
  return false;
}

StringReader::Literal StringReader::open(const LexToken& token) const {
  Literal literal;
  literal.token = token;
  uint32_t at = token.start;
  for (; text_[at] != '"' && text_[at] != '\''; ++at) {
    switch (text_[at] | 0x20) {
      case 'r': literal.raw = true; break;
      case 'b': literal.bytes = true; break;
      case 'f': literal.formatted = true; break;
      default: break;
    }
  }
  bool triple = token.end - at >= 6 && text_[at + 1] == text_[at] && text_[at + 2] == text_[at];
  literal.begin = at + (triple ? 3 : 1);
  literal.end = token.end - (triple ? 3 : 1);
  return literal;
}

ast::Expr* StringReader::read(std::span<const LexToken> tokens) {
  const LexToken &first = tokens.front(), &last = tokens.back();
  at_ = {first.line, first.column, last.end_line, last.end_column};
  u_prefix_ = text_[first.start] == 'u';
  bool bytes = false, formatted = false;
  Pieces pieces;
  for (const LexToken& token : tokens) {
    Literal literal = open(token);
    failure_.token = token;
    if (literal.formatted) {
      // Its parts are read below, after the check that bytes and text are not mixed.
    } else if (literal.bytes) {
      if (!decode_bytes(literal, pieces.text)) return nullptr;
    } else if (!decode(literal, literal.begin, literal.end, pieces.text)) {
      return nullptr;
    }
    if (&token != &first && literal.bytes != bytes) {
      fail("cannot mix bytes and nonbytes literals");
      return nullptr;
    }
    bytes = literal.bytes;
    if (literal.formatted) {
      formatted = true;
      cursor_ = {token.start, token.start - static_cast<uint32_t>(token.column), token.line};
      uint32_t at = literal.begin;
      if (!read_formatted(literal, at, literal.end, 0, pieces)) return nullptr;
    }
  }
  if (formatted) return joined(pieces);
  Constant* node = arena_.make<Constant>();
  node->at = at_;
  node->value = bytes ? ConstantKind::Bytes : ConstantKind::Str;
  node->text = arena_.copy(std::string_view(pieces.text));
  node->u_prefix = u_prefix_ && !bytes;
  return node;
}

bool StringReader::read_plain(const LexToken& token, std::string& out, bool& bytes) {
  Literal literal = open(token);
  failure_.token = token;
  bytes = literal.bytes;
  if (literal.bytes) return decode_bytes(literal, out);
  return decode(literal, literal.begin, literal.end, out);
}

bool StringReader::read_part(const LexToken& token, std::string& out) {
  Literal literal;
  literal.token = token;
  literal.raw = token.raw;
  failure_.token = token;
  return decode(literal, token.start, token.end, out);
}

ast::Expr* StringReader::text_constant(std::string_view text) {
  Constant* node = arena_.make<Constant>();
  node->at = at_;
  node->value = ConstantKind::Str;
  node->text = arena_.copy(text);
  node->u_prefix = u_prefix_;
  return node;
}

void StringReader::flush_text(Pieces& pieces) {
  if (pieces.text.empty()) return;
  pieces.values.push_back(text_constant(pieces.text));
  pieces.text.clear();
}

ast::Expr* StringReader::joined(Pieces& pieces) {
  flush_text(pieces);
  JoinedStr* node = arena_.make<JoinedStr>();
  node->at = at_;
  node->values = arena_.copy(pieces.values);
  if (pieces.height + 1 > kMaxHeight) {
    too_deep_ = true;
    return nullptr;
  }
  node->height = static_cast<uint16_t>(pieces.height + 1);
  return node;
}

// --- escapes ---

void StringReader::warn_escape(const Literal& literal, uint32_t at, std::string_view sequence) {
  SyntaxError warning;
  warning.type = version_ >= Version::V3_12 ? SyntaxError::Type::SyntaxWarning
                                            : SyntaxError::Type::DeprecationWarning;
  warning.message = invalid_escape_text(version_, sequence);
  warning.line = literal.token.line;
  for (uint32_t i = literal.token.start; i < at; ++i) warning.line += text_[i] == '\n';
  warnings_.push_back(std::move(warning));
}

// `position` counts as CPython's decoder does, which gets every character beyond ASCII as ten.
bool StringReader::decode(const Literal& literal, uint32_t begin, uint32_t end, std::string& out) {
  std::string_view part = text_.substr(begin, end - begin);
  if (literal.raw || part.find('\\') == std::string_view::npos) {
    out += part;
    return true;
  }
  size_t position = 0;
  for (uint32_t at = begin; at < end;) {
    unsigned char c = static_cast<unsigned char>(text_[at]);
    if (c == '\\') {
      if (!decode_escape(literal, at, end, position, out)) return false;
      continue;
    }
    if (c < 0x80) {
      ++position;
    } else if (c >= 0xC0) {
      position += 10;
    }
    out.push_back(static_cast<char>(c));
    ++at;
  }
  return true;
}

bool StringReader::decode_escape(const Literal& literal, uint32_t& at, uint32_t end,
                                 size_t& position, std::string& out) {
  uint32_t start = at;
  ++at;
  if (at >= end) {
    // Only before a field of an f-string.
    out.push_back('\\');
    return true;
  }
  char c = text_[at++];
  auto one = [&](char value) {
    out.push_back(value);
    position += 2;
    return true;
  };
  switch (c) {
    case '\n': position += 2; return true;
    case '\\':
    case '\'':
    case '"': return one(c);
    case 'a': return one('\a');
    case 'b': return one('\b');
    case 'f': return one('\f');
    case 'n': return one('\n');
    case 'r': return one('\r');
    case 't': return one('\t');
    case 'v': return one('\v');
    case 'x': return decode_hex(at, end, 2, position, "truncated \\xXX escape", out);
    case 'u': return decode_hex(at, end, 4, position, "truncated \\uXXXX escape", out);
    case 'U': return decode_hex(at, end, 8, position, "truncated \\UXXXXXXXX escape", out);
    case 'N': return decode_name(at, end, position, out);
    default: break;
  }
  if (is_octal(c)) {
    uint32_t value = static_cast<uint32_t>(c - '0');
    for (int i = 0; i < 2 && at < end && is_octal(text_[at]); ++i) {
      value = value * 8 + static_cast<uint32_t>(text_[at++] - '0');
    }
    if (value > 0xFF) {
      warn_escape(literal, start, text_.substr(start, at - start));
    }
    append_utf8(out, value);
    position += at - start;
    return true;
  }
  // No escape: the backslash stays.
  out.push_back('\\');
  if (static_cast<unsigned char>(c) >= 0x80) {
    position += 6;
    --at;
    return true;
  }
  position += 1;
  --at;
  warn_escape(literal, start, text_.substr(start, 2));
  return true;
}

bool StringReader::decode_hex(uint32_t& at, uint32_t end, int digits, size_t& position,
                              std::string_view what, std::string& out) {
  uint32_t value = 0;
  int found = 0;
  for (; found < digits && at < end && hex_value(text_[at]) >= 0; ++found, ++at) {
    value = value * 16 + static_cast<uint32_t>(hex_value(text_[at]));
  }
  std::string_view problem = found < digits     ? what
                             : value > 0x10FFFF ? std::string_view("illegal Unicode character")
                                                : std::string_view();
  if (!problem.empty()) {
    return fail("(unicode error) 'unicodeescape' codec can't decode bytes in position " +
                std::to_string(position) + "-" +
                std::to_string(position + 1 + static_cast<size_t>(found)) + ": " +
                std::string(problem));
  }
  append_utf8(out, value);
  position += 2 + static_cast<size_t>(digits);
  return true;
}

bool StringReader::decode_name(uint32_t& at, uint32_t end, size_t& position, std::string& out) {
  size_t close =
      at < end && text_[at] == '{' ? text_.substr(0, end).find('}', at) : std::string_view::npos;
  if (close == std::string_view::npos || close == at + 1) {
    size_t last = position + 1;
    if (at < end && text_[at] == '{') last = position + (close == at + 1 ? 2 : end - at + 1);
    return fail("(unicode error) 'unicodeescape' codec can't decode bytes in position " +
                std::to_string(position) + "-" + std::to_string(last) +
                ": malformed \\N character escape");
  }
  std::string name(text_.substr(at + 1, close - at - 1));
  position += close + 1 - at + 2;
  at = static_cast<uint32_t>(close) + 1;
  if (uint32_t code = character_named(name)) {
    append_utf8(out, code);
    return true;
  }
  return fail("the character name \\N{" + name + "} is not supported here: write \\uXXXX instead");
}

bool StringReader::decode_bytes(const Literal& literal, std::string& out) {
  for (uint32_t at = literal.begin; at < literal.end; ++at) {
    if (static_cast<unsigned char>(text_[at]) >= 0x80) {
      return fail("bytes can only contain ASCII literal characters", StringFailure::Place::Literal);
    }
  }
  if (literal.raw) {
    out += text_.substr(literal.begin, literal.end - literal.begin);
    return true;
  }
  for (uint32_t at = literal.begin; at < literal.end;) {
    char c = text_[at++];
    if (c != '\\') {
      out.push_back(c);
      continue;
    }
    uint32_t start = at - 1;
    c = text_[at++];
    switch (c) {
      case '\n': continue;
      case '\\':
      case '\'':
      case '"': out.push_back(c); continue;
      case 'a': out.push_back('\a'); continue;
      case 'b': out.push_back('\b'); continue;
      case 'f': out.push_back('\f'); continue;
      case 'n': out.push_back('\n'); continue;
      case 'r': out.push_back('\r'); continue;
      case 't': out.push_back('\t'); continue;
      case 'v': out.push_back('\v'); continue;
      case 'x': {
        int high = at < literal.end ? hex_value(text_[at]) : -1;
        int low = at + 1 < literal.end ? hex_value(text_[at + 1]) : -1;
        if (high < 0 || low < 0) {
          return fail("(value error) invalid \\x escape at position " +
                      std::to_string(start - literal.begin));
        }
        out.push_back(static_cast<char>(high * 16 + low));
        at += 2;
        continue;
      }
      default: break;
    }
    if (is_octal(c)) {
      int value = c - '0';
      for (int i = 0; i < 2 && at < literal.end && is_octal(text_[at]); ++i) {
        value = value * 8 + (text_[at++] - '0');
      }
      if (value > 0xFF) {
        warn_escape(literal, start, text_.substr(start, at - start));
      }
      out.push_back(static_cast<char>(value));
      continue;
    }
    out.push_back('\\');
    --at;
    warn_escape(literal, start, text_.substr(start, 2));
  }
  return true;
}

// --- f-strings ---

// Texts and fields in turn, up to `end` or, in a format specification, to its '}'.
bool StringReader::read_formatted(const Literal& literal, uint32_t& at, uint32_t end, int level,
                                  Pieces& out) {
  for (;;) {
    bool goes_on = false;
    if (!read_text(literal, at, end, level, out.text, goes_on)) return false;
    if (goes_on) continue;
    if (at >= end || text_[at] == '}') break;
    if (!read_field(literal, at, end, level, out)) return false;
  }
  if (level != 0 && (at >= end || text_[at] != '}')) return fail("f-string: expecting '}'");
  return true;
}

// Up to a brace that means something. `goes_on` after a doubled brace, which is one character.
bool StringReader::read_text(const Literal& literal, uint32_t& at, uint32_t end, int level,
                             std::string& out, bool& goes_on) {
  uint32_t begin = at, text_end = at;
  while (at < end) {
    char c = text_[at++];
    if (!literal.raw && c == '\\' && at < end) {
      c = text_[at++];
      if (c == 'N') {
        if (at < end && text_[at++] == '{') {
          while (at < end && text_[at++] != '}') {
          }
        }
        text_end = at;
        continue;
      }
      if (c == '{') warn_escape(literal, at - 2, "\\{");
    }
    if (c == '{' || c == '}') {
      if (level == 0) {
        if (at < end && text_[at] == c) {
          text_end = at;
          ++at;
          goes_on = true;
          break;
        }
        if (c == '}') return fail("f-string: single '}' is not allowed");
      }
      --at;
      text_end = at;
      break;
    }
    text_end = at;
  }
  return decode(literal, begin, text_end, out);
}

// {expression = !conversion : specification}
bool StringReader::read_field(const Literal& literal, uint32_t& at, uint32_t end, int level,
                              Pieces& out) {
  constexpr std::string_view kExpected = "f-string: expecting '}'";
  if (level >= 2) return fail("f-string: expressions nested too deeply");
  uint32_t begin = ++at;
  if (!find_expression_end(at, end)) return false;
  if (at >= end) return fail(std::string(kExpected));
  Expr* value = read_expression(begin, at);
  if (!value) return false;
  bool shows_itself = text_[at] == '=';
  if (shows_itself) {
    ++at;
    while (at < end && is_space(text_[at])) ++at;
    if (at >= end) return fail(std::string(kExpected));
    out.text += text_.substr(begin, at - begin);
  }
  FormattedValue* field = arena_.make<FormattedValue>();
  field->at = at_;
  field->value = value;
  int height = value->height;
  if (text_[at] == '!') {
    ++at;
    if (at >= end) return fail(std::string(kExpected));
    field->conversion = text_[at++];
    if (field->conversion != 's' && field->conversion != 'r' && field->conversion != 'a') {
      return fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
    }
  }
  if (at < end && text_[at] == ':') {
    ++at;
    if (at >= end) return fail(std::string(kExpected));
    Pieces specification;
    if (!read_formatted(literal, at, end, level + 1, specification)) return false;
    // It and the text at its end have the position of this one token; the rest of its text has not.
    Position whole = at_;
    bool u_prefix = std::exchange(u_prefix_, false);
    at_ = {literal.token.line, literal.token.column, literal.token.end_line,
           literal.token.end_column};
    field->format_spec = joined(specification);
    at_ = whole;
    u_prefix_ = u_prefix;
    if (!field->format_spec) return false;
    if (field->format_spec->height > height) height = field->format_spec->height;
  }
  if (at >= end || text_[at] != '}') return fail(std::string(kExpected));
  ++at;
  if (shows_itself && !field->format_spec && field->conversion == -1) field->conversion = 'r';
  flush_text(out);
  field->height = static_cast<uint16_t>(height + 1);
  if (field->height > out.height) out.height = field->height;
  out.values.push_back(field);
  return true;
}

// From after '{' to the character that ends the expression: '}', ':', '!' or '='.
bool StringReader::find_expression_end(uint32_t& at, uint32_t end) {
  char quote = 0;
  int quotes = 0;
  std::string open;
  auto next_is = [&](uint32_t ahead, char c) { return at + ahead < end && text_[at + ahead] == c; };
  for (; at < end; ++at) {
    char c = text_[at];
    if (c == '\\') return fail("f-string expression part cannot include a backslash");
    if (quote) {
      if (c != quote) continue;
      if (quotes == 3) {
        if (!next_is(1, c) || !next_is(2, c)) continue;
        at += 2;
      }
      quote = 0;
      continue;
    }
    switch (c) {
      case '\'':
      case '"':
        quotes = next_is(1, c) && next_is(2, c) ? 3 : 1;
        at += static_cast<uint32_t>(quotes) - 1;
        quote = c;
        continue;
      case '(':
      case '[':
      case '{':
        if (open.size() >= 200) return fail("f-string: too many nested parenthesis");
        open.push_back(c);
        continue;
      case '#': return fail("f-string expression part cannot include '#'");
      default: break;
    }
    if (open.empty() && (c == '!' || c == ':' || c == '}' || c == '=' || c == '<' || c == '>')) {
      if (c != ':' && c != '}' && next_is(1, '=')) {
        ++at;
        continue;
      }
      if (c == '<' || c == '>') continue;
      return true;
    }
    if (c == ')' || c == ']' || c == '}') {
      if (open.empty()) return fail(std::string("f-string: unmatched '") + c + "'");
      char opening = open.back();
      open.pop_back();
      char expected = opening == '(' ? ')' : opening == '[' ? ']' : '}';
      if (c != expected) {
        return fail(std::string("f-string: closing parenthesis '") + c +
                    "' does not match opening parenthesis '" + opening + "'");
      }
    }
  }
  if (quote) return fail("f-string: unterminated string");
  if (!open.empty()) return fail(std::string("f-string: unmatched '") + open.back() + "'");
  return true;
}

// Fields come in order: the lines between them are counted once.
void StringReader::move_cursor(uint32_t to) {
  for (; cursor_.at < to; ++cursor_.at) {
    if (text_[cursor_.at] != '\n') continue;
    ++cursor_.line;
    cursor_.line_start = cursor_.at + 1;
  }
}

ast::Expr* StringReader::read_expression(uint32_t begin, uint32_t end) {
  std::string_view part = text_.substr(begin, end - begin);
  if (part.find_first_not_of(" \t\n\f") == std::string_view::npos) {
    char next = text_[end];
    if (next == '!' || next == ':' || next == '=') {
      fail(std::string("f-string: expression required before '") + next + "'");
    } else {
      fail("f-string: empty expression not allowed");
    }
    return nullptr;
  }
  LexRange range;
  range.version = version_;
  range.text = text_;
  range.begin = begin;
  range.end = end;
  range.enclosed = true;
  move_cursor(begin);
  range.line = cursor_.line;
  range.line_start = cursor_.line_start;
  failure_.expression = range;
  LexResult lexed = lex(range);
  Expr* value = nullptr;
  if (!lexed.failed) {
    Parser parser(version_, text_, lexed.tokens, arena_, warnings_, depth_ + 1);
    value = parser.parse_fstring_expression();
    too_deep_ = parser.fail_reason() == FailReason::TooDeep;
  }
  if (!value) fail({}, StringFailure::Place::Expression);
  for (SyntaxError& warning : lexed.warnings) warnings_.push_back(std::move(warning));
  return value;
}

}  // namespace awaitscope
