#include "engine/syntax/lexer.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "engine/unicode/identifiers.h"

namespace awaitscope {
namespace {

constexpr int kTabSize = 8;
constexpr int kMaxIndents = 100;
constexpr int kMaxBrackets = 200;
constexpr size_t kMaxFormatted = 149;  // f-strings within each other
constexpr int kMaxFieldNesting = 3;    // fields within format specifications
constexpr int kEnd = -1;

struct KeywordToken {
  std::string_view word;
  Tok type;
};

constexpr KeywordToken kKeywordTokens[] = {
    {"False", Tok::False},
    {"None", Tok::None},
    {"True", Tok::True},
    {"and", Tok::And},
    {"as", Tok::As},
    {"assert", Tok::Assert},
    {"async", Tok::Async},
    {"await", Tok::Await},
    {"break", Tok::Break},
    {"class", Tok::Class},
    {"continue", Tok::Continue},
    {"def", Tok::Def},
    {"del", Tok::Del},
    {"elif", Tok::Elif},
    {"else", Tok::Else},
    {"except", Tok::Except},
    {"finally", Tok::Finally},
    {"for", Tok::For},
    {"from", Tok::From},
    {"global", Tok::Global},
    {"if", Tok::If},
    {"import", Tok::Import},
    {"in", Tok::In},
    {"is", Tok::Is},
    {"lambda", Tok::Lambda},
    {"nonlocal", Tok::Nonlocal},
    {"not", Tok::Not},
    {"or", Tok::Or},
    {"pass", Tok::Pass},
    {"raise", Tok::Raise},
    {"return", Tok::Return},
    {"try", Tok::Try},
    {"while", Tok::While},
    {"with", Tok::With},
    {"yield", Tok::Yield},
};

struct Spelling {
  std::string_view text;
  Tok type;
};

// The longest first: the first that fits is the token.
constexpr Spelling kOperators[] = {
    {"...", Tok::Ellipsis},
    {"**=", Tok::DoubleStarEqual},
    {"//=", Tok::DoubleSlashEqual},
    {"<<=", Tok::LeftShiftEqual},
    {">>=", Tok::RightShiftEqual},
    {"->", Tok::Arrow},
    {":=", Tok::ColonEqual},
    {"//", Tok::DoubleSlash},
    {"**", Tok::DoubleStar},
    {"<<", Tok::LeftShift},
    {">>", Tok::RightShift},
    {"<=", Tok::LessEqual},
    {">=", Tok::GreaterEqual},
    {"==", Tok::EqualEqual},
    {"!=", Tok::NotEqual},
    {"<>", Tok::LessGreater},
    {"+=", Tok::PlusEqual},
    {"-=", Tok::MinusEqual},
    {"*=", Tok::StarEqual},
    {"/=", Tok::SlashEqual},
    {"%=", Tok::PercentEqual},
    {"@=", Tok::AtEqual},
    {"&=", Tok::AmpersandEqual},
    {"|=", Tok::BarEqual},
    {"^=", Tok::CaretEqual},
    {":", Tok::Colon},
    {",", Tok::Comma},
    {";", Tok::Semicolon},
    {".", Tok::Dot},
    {"@", Tok::At},
    {"=", Tok::Equal},
    {"+", Tok::Plus},
    {"-", Tok::Minus},
    {"*", Tok::Star},
    {"/", Tok::Slash},
    {"%", Tok::Percent},
    {"&", Tok::Ampersand},
    {"|", Tok::Bar},
    {"^", Tok::Caret},
    {"~", Tok::Tilde},
    {"<", Tok::Less},
    {">", Tok::Greater},
};

bool is_digit(int c) { return c >= '0' && c <= '9'; }
bool is_hex_digit(int c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_name_start(int c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
}
bool is_name_part(int c) { return is_name_start(c) || is_digit(c); }

class Lexer {
 public:
  Lexer(const LexRange& range, LexMode mode, std::vector<Token>* comments)
      : version_(range.version),
        text_(range.text),
        at_(range.begin),
        end_(range.end),
        line_(range.line),
        line_start_(range.line_start),
        joined_start_(range.begin),
        enclosed_(range.enclosed),
        mode_(mode),
        comments_(comments) {}

  LexResult run() {
    result_.version = version_;
    result_.tokens.reserve((end_ - at_) / 4 + 8);
    if (enclosed_) {
      open_bracket('(', at_ - 1);
      add(Tok::LeftParen, at_ - 1, at_);
      at_line_begin_ = false;
    }
    while (next()) {
    }
    if (result_.failed) {
      // The Error token stands for the place the parser must not pass.
      LexToken token;
      token.type = Tok::Error;
      token.start = token.end = at_;
      token.line = token.end_line = result_.error.line;
      token.column = token.end_column = -1;
      result_.tokens.push_back(token);
    }
    for (const Bracket& bracket : brackets_) {
      result_.open.push_back({bracket.open, bracket.line, bracket.column});
    }
    return std::move(result_);
  }

 private:
  struct Bracket {
    char open;
    int line, column;
  };

  int peek(uint32_t ahead = 0) const {
    return at_ + ahead < end_ ? static_cast<unsigned char>(text_[at_ + ahead]) : kEnd;
  }
  bool looking_at(std::string_view word) const {
    return end_ - at_ >= word.size() && text_.compare(at_, word.size(), word) == 0;
  }
  int column(uint32_t offset) const {
    return static_cast<int>(offset) - static_cast<int>(line_start_);
  }
  // The text's last line end begins no line.
  void begin_line(uint32_t start) {
    if (start >= end_ && !enclosed_) return;
    ++line_;
    line_start_ = start;
  }

  void add(Tok type, uint32_t start, uint32_t end) {
    LexToken token;
    token.type = type;
    token.level = static_cast<uint16_t>(brackets_.size());
    token.start = start;
    token.end = end;
    token.line = token.end_line = line_;
    token.column = column(start);
    token.end_column = column(end);
    result_.tokens.push_back(token);
  }
  void add_unplaced(Tok type) {
    add(type, at_, at_);
    result_.tokens.back().column = result_.tokens.back().end_column = -1;
  }

  // --- errors: each returns false, "there is no next token" ---

  bool fail_at(SyntaxError::Type type, std::string message, int line, int column, int end_column) {
    if (mode_ == LexMode::Tolerant) {
      add_error_token();
      return true;
    }
    result_.failed = true;
    result_.error = {type, std::move(message), line, column, end_column, true};
    return false;
  }
  // Said by the parser when it comes here.
  bool fail_later(SyntaxError::Type type, std::string message, int column, int end_column) {
    if (!fail_at(type, std::move(message), line_, column, end_column)) {
      result_.error.by_tokenizer = false;
      return false;
    }
    return true;
  }
  // CPython points at the last character that it has read.
  bool fail(std::string message) {
    int last = column(at_);
    return fail_at(SyntaxError::Type::SyntaxError, std::move(message), line_, last - 1, last - 1);
  }
  void add_error_token() {
    uint32_t start = std::min(token_start_, end_);
    uint32_t end = std::max(at_, start);
    while (end < end_ && is_name_part(static_cast<unsigned char>(text_[end]))) ++end;
    if (end == start && end < end_ && text_[end] != '\n') ++end;
    at_ = end;
    if (end > start) add(Tok::Error, start, end);
  }

  // --- one token ---

  bool next() {
    for (;;) {
      bool blank_line = false;
      if (in_formatted_text()) return read_formatted_text();
      if (at_line_begin_) {
        at_line_begin_ = false;
        token_start_ = at_;
        if (!read_indentation(blank_line)) return false;
      }
      for (;;) {
        while (peek() == ' ' || peek() == '\t' || peek() == '\f') ++at_;
        token_start_ = at_;
        if (peek() == '#') skip_comment();
        if (peek() != '\\') break;
        if (!read_line_continuation()) return false;
      }
      int c = peek();
      if (c == kEnd) return finish();
      if (c == '\n') {
        bool counts = !blank_line && brackets_.empty();
        if (counts) add(Tok::Newline, token_start_, at_);
        // Since 3.12 a line's end has a width.
        if (counts && version_ >= Version::V3_12) ++result_.tokens.back().end_column;
        ++at_;
        begin_line(at_);
        joined_start_ = at_;
        at_line_begin_ = brackets_.empty();
        if (counts) return true;
        continue;
      }
      if (is_name_start(c)) return read_name();
      if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return read_number();
      if (c == '"' || c == '\'') return read_string(token_start_);
      return read_operator(c);
    }
  }

  void skip_comment() {
    uint32_t start = at_;
    const void* found = std::memchr(text_.data() + at_, '\n', end_ - at_);
    at_ = found ? static_cast<uint32_t>(static_cast<const char*>(found) - text_.data()) : end_;
    if (comments_) comments_->push_back({TokenKind::Comment, start, at_});
  }

  bool finish() {
    if (enclosed_) {
      add(Tok::RightParen, end_, end_ + 1);
      result_.tokens.back().level = 0;
      ++at_;
      add(Tok::EndMarker, end_ + 1, end_ + 1);
      brackets_.clear();
      return false;
    }
    if (!brackets_.empty() && mode_ == LexMode::Strict) {
      result_.failed = true;
      result_.error.line = line_;
      result_.error.column = column(at_);
      return false;
    }
    while (indents_.size() > 1) {
      indents_.pop_back();
      add_unplaced(Tok::Dedent);
    }
    add_unplaced(Tok::EndMarker);
    return false;
  }

  // --- indentation ---

  struct Indent {
    int width;      // where a tab goes to the next multiple of eight
    int alternate;  // where a tab counts one: both must agree
  };

  bool tab_error() {
    if (mode_ == LexMode::Tolerant) return true;
    return fail_later(SyntaxError::Type::TabError,
                      "inconsistent use of tabs and spaces in indentation", 0, -1);
  }

  bool read_indentation(bool& blank_line);

  bool read_line_continuation() {
    ++at_;
    int c = peek();
    if (c != '\n') {
      if (mode_ == LexMode::Tolerant) {
        add(Tok::Error, at_ - 1, at_);
        token_start_ = at_;
        return true;
      }
      if (c != kEnd) ++at_;
      // CPython counts this column from where the joined lines began.
      return fail_later(SyntaxError::Type::SyntaxError,
                        "unexpected character after line continuation character",
                        static_cast<int>(at_ - joined_start_) - 1, -1);
    }
    ++at_;
    if (at_ >= end_) {
      if (!brackets_.empty() && mode_ == LexMode::Strict) return finish();
      return fail_later(SyntaxError::Type::SyntaxError, "unexpected EOF while parsing",
                        column(at_) - 1, -2);
    }
    begin_line(at_);
    return true;
  }

  // --- names, numbers, strings, operators ---

  bool read_name();
  bool invalid_character(uint32_t code_point);

  bool read_number();
  bool read_fraction();
  bool read_exponent_and_suffix();
  bool read_digits();
  bool read_based_number(int base, std::string_view kind);
  bool end_number(std::string_view kind, int first);
  bool number_error(std::string_view kind) {
    return fail("invalid " + std::string(kind) + " literal");
  }
  bool add_number() {
    add(Tok::Number, token_start_, at_);
    return true;
  }

  bool read_string(uint32_t start);
  bool read_operator(int c);
  void open_bracket(char bracket, uint32_t offset) {
    brackets_.push_back({bracket, line_, column(offset)});
    if (!formatted_.empty()) ++formatted_.back().depth;
  }
  bool close_bracket(char bracket);

  // --- f-strings as tokens (since 3.12) ---

  // One that is being read: its fields are read as everything else is, its texts are not.
  struct Formatted {
    char quote;
    int quotes;
    bool raw, is_template;
    uint32_t start;
    int line;
    uint32_t line_start;
    bool in_text = true;
    bool in_specification = false;
    int depth = 0;         // brackets that are open in it
    int field_depth = -1;  // how many were when the innermost of its fields began; -1: in none
  };
  bool in_formatted_text() const { return !formatted_.empty() && formatted_.back().in_text; }
  std::string formatted_error(std::string_view message) const {
    return std::string(formatted_.back().is_template ? "t-string: " : "f-string: ") +
           std::string(message);
  }
  bool begin_formatted(uint32_t start, bool raw, bool is_template);
  bool read_formatted_text();
  bool begin_field();
  bool end_formatted_text(uint32_t end, uint32_t next);
  bool unterminated_formatted();
  // Where one ends within a field, the field's bracket stays open: CPython's parser sees to it.
  void leave_formatted() {
    size_t open = std::min(brackets_.size(), size_t(formatted_.back().depth));
    if (mode_ == LexMode::Tolerant) brackets_.resize(brackets_.size() - open);
    formatted_.pop_back();
  }

  Version version_;
  std::string_view text_;
  uint32_t at_, end_;
  int line_;
  uint32_t line_start_;
  uint32_t joined_start_;
  bool enclosed_;
  LexMode mode_;
  std::vector<Token>* comments_;

  uint32_t token_start_ = 0;
  bool at_line_begin_ = true;
  std::vector<Indent> indents_ = {{0, 0}};
  std::vector<Bracket> brackets_;
  std::vector<Formatted> formatted_;  // the innermost last
  int text_line_ = 0;                 // where the text that is being read began
  uint32_t text_line_start_ = 0;
  LexResult result_;
};

bool Lexer::read_indentation(bool& blank_line) {
  int width = 0, alternate = 0, continued = 0;
  for (;;) {
    int c = peek();
    if (c == ' ') {
      ++width, ++alternate;
    } else if (c == '\t') {
      width = (width / kTabSize + 1) * kTabSize;
      ++alternate;
    } else if (c == '\f') {
      width = alternate = 0;
    } else if (c == '\\') {
      // The indentation of a joined line is that of its first part.
      if (continued == 0) continued = width;
      if (!read_line_continuation()) return false;
      continue;
    } else {
      break;
    }
    ++at_;
  }
  if (peek() == '#' || peek() == '\n') {
    blank_line = true;
    return true;
  }
  if (continued) width = alternate = continued;
  if (width == indents_.back().width) {
    return alternate == indents_.back().alternate || tab_error();
  }
  if (width > indents_.back().width) {
    if (static_cast<int>(indents_.size()) >= kMaxIndents && mode_ == LexMode::Strict) {
      return fail_later(SyntaxError::Type::IndentationError, "too many levels of indentation", 0,
                        -1);
    }
    if (alternate <= indents_.back().alternate && !tab_error()) return false;
    indents_.push_back({width, alternate});
    add_unplaced(Tok::Indent);
    return true;
  }
  size_t before = result_.tokens.size();
  while (indents_.size() > 1 && width < indents_.back().width) {
    indents_.pop_back();
    add_unplaced(Tok::Dedent);
  }
  if (width != indents_.back().width) {
    if (mode_ == LexMode::Tolerant) {
      indents_.push_back({width, alternate});
      return true;
    }
    // The error comes instead of the dedents, and CPython then looks at the end of the line.
    result_.tokens.resize(before);
    uint32_t line_end = at_;
    while (line_end < end_ && text_[line_end] != '\n') ++line_end;
    return fail_later(SyntaxError::Type::IndentationError,
                      "unindent does not match any outer indentation level", column(line_end), -2);
  }
  if (alternate == indents_.back().alternate || tab_error()) return true;
  result_.tokens.resize(before);
  return false;
}

bool Lexer::read_name() {
  bool ascii = true;
  uint32_t start = at_;
  // A string's prefix: b, r, u, f, br, rb, fr, rf in any case, and since 3.14 t, tr and rt.
  bool b = false, u = false, r = false, f = false, t = false;
  bool any_order = version_ >= Version::V3_14;  // then it is said which do not go together
  for (;;) {
    int c = peek() | 0x20;
    if (c == 'b' && !b && (any_order || !(u || f))) {
      b = true;
    } else if (c == 'u' && !u && (any_order || !(b || r || f))) {
      u = true;
    } else if (c == 'r' && !r && (any_order || !u)) {
      r = true;
    } else if (c == 'f' && !f && (any_order || !(b || u))) {
      f = true;
    } else if (c == 't' && any_order && !t) {
      t = true;
    } else {
      break;
    }
    ++at_;
    if (peek() != '"' && peek() != '\'') continue;
    if (any_order) {
      struct Pair {
        bool both;
        const char* names;
      };
      for (Pair pair : {Pair{u && b, "'u' and 'b'"},
                        {u && r, "'u' and 'r'"},
                        {u && f, "'u' and 'f'"},
                        {u && t, "'u' and 't'"},
                        {b && f, "'b' and 'f'"},
                        {b && t, "'b' and 't'"},
                        {f && t, "'f' and 't'"}}) {
        if (!pair.both) continue;
        return fail_at(SyntaxError::Type::SyntaxError,
                       std::string(pair.names) + " prefixes are incompatible", line_, column(start),
                       column(at_));
      }
    }
    if ((f || t) && version_ >= Version::V3_12) return begin_formatted(start, r, t);
    return read_string(start);
  }
  while (is_name_part(peek())) {
    if (peek() >= 128) ascii = false;
    ++at_;
  }
  if (!ascii) {
    uint32_t end = at_;
    size_t position = start;
    bool first = true;
    while (position < end) {
      uint32_t code_point = decode_utf8(text_, position);
      if (!(first ? is_identifier_start(code_point) : is_identifier_part(code_point))) {
        at_ = static_cast<uint32_t>(position);
        return invalid_character(code_point);
      }
      first = false;
    }
  }
  add(ascii ? keyword_or_name(text_.substr(start, at_ - start)) : Tok::Name, start, at_);
  return true;
}

bool Lexer::invalid_character(uint32_t code_point) {
  char number[16];
  std::snprintf(number, sizeof number, "U+%04X", static_cast<unsigned>(code_point));
  if (!is_printable(code_point)) {
    return fail(std::string("invalid non-printable character ") + number);
  }
  std::string message = "invalid character '";
  append_utf8(message, code_point);
  return fail(message + "' (" + number + ")");
}

// What may follow a number: a keyword that can stand there, with a warning; no name.
bool Lexer::end_number(std::string_view kind, int c) {
  bool keyword = false;
  switch (c) {
    case 'a': keyword = looking_at("and"); break;
    case 'e': keyword = looking_at("else"); break;
    case 'f': keyword = looking_at("for"); break;
    case 'i': keyword = peek(1) == 'f' || peek(1) == 'n' || peek(1) == 's'; break;
    case 'o': keyword = looking_at("or"); break;
    case 'n': keyword = looking_at("not"); break;
    default: break;
  }
  if (keyword) {
    SyntaxError warning;
    warning.type = SyntaxError::Type::SyntaxWarning;
    warning.message = "invalid " + std::string(kind) + " literal";
    warning.line = line_;
    result_.warnings.push_back(std::move(warning));
    return true;
  }
  return c >= 128 || !is_name_part(c) || (number_error(kind), false);
}

// Digits with single underscores between them.
bool Lexer::read_digits() {
  for (;;) {
    while (is_digit(peek())) ++at_;
    if (peek() != '_') return true;
    ++at_;
    if (!is_digit(peek())) return number_error("decimal"), false;
  }
}

bool Lexer::read_based_number(int base, std::string_view kind) {
  auto fits = [base](int c) { return base == 16 ? is_hex_digit(c) : c >= '0' && c < '0' + base; };
  at_ += 2;
  do {
    if (peek() == '_') ++at_;
    if (!fits(peek())) {
      if (is_digit(peek())) {
        char digit = static_cast<char>(peek());
        ++at_;
        return fail(std::string("invalid digit '") + digit + "' in " + std::string(kind) +
                    " literal");
      }
      return number_error(kind);
    }
    while (fits(peek())) ++at_;
  } while (peek() == '_');
  if (is_digit(peek())) {
    char digit = static_cast<char>(peek());
    ++at_;
    return fail(std::string("invalid digit '") + digit + "' in " + std::string(kind) + " literal");
  }
  if (!end_number(kind, peek())) return !result_.failed;
  return add_number();
}

bool Lexer::read_number() {
  if (peek() == '.') return read_fraction();
  if (peek() == '0') {
    int kind = peek(1) | 0x20;
    if (kind == 'x') return read_based_number(16, "hexadecimal");
    if (kind == 'o') return read_based_number(8, "octal");
    if (kind == 'b') return read_based_number(2, "binary");
    bool nonzero = false;
    ++at_;
    for (;;) {
      if (peek() == '_') {
        ++at_;
        if (!is_digit(peek())) return number_error("decimal");
      }
      if (peek() != '0') break;
      ++at_;
    }
    uint32_t zeros_end = at_ + 1;
    if (is_digit(peek())) {
      nonzero = true;
      if (!read_digits()) return !result_.failed;
    }
    int c = peek() | 0x20;
    if (peek() == '.') return read_fraction();
    if (c == 'e' || c == 'j') return read_exponent_and_suffix();
    if (nonzero) {
      return fail_at(SyntaxError::Type::SyntaxError,
                     "leading zeros in decimal integer literals are not permitted; use an 0o "
                     "prefix for octal integers",
                     line_, column(token_start_), column(zeros_end) - 1);
    }
    if (!end_number("decimal", peek())) return !result_.failed;
    return add_number();
  }
  if (!read_digits()) return !result_.failed;
  if (peek() == '.') return read_fraction();
  return read_exponent_and_suffix();
}

bool Lexer::read_fraction() {
  ++at_;
  if (is_digit(peek()) && !read_digits()) return !result_.failed;
  return read_exponent_and_suffix();
}

bool Lexer::read_exponent_and_suffix() {
  if ((peek() | 0x20) == 'e' && peek() != kEnd) {
    uint32_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
    if (is_digit(peek(1 + sign))) {
      at_ += 1 + sign;
      if (!read_digits()) return !result_.failed;
    } else if (sign) {
      at_ += 2;
      return number_error("decimal");
    } else {
      if (!end_number("decimal", peek())) return !result_.failed;
      return add_number();
    }
  }
  if ((peek() | 0x20) == 'j' && peek() != kEnd) {
    ++at_;
    if (!end_number("imaginary", peek())) return !result_.failed;
    return add_number();
  }
  if (!end_number("decimal", peek())) return !result_.failed;
  return add_number();
}

bool Lexer::read_string(uint32_t start) {
  int first_line = line_;
  uint32_t first_line_start = line_start_;
  char quote = static_cast<char>(peek());
  int quotes = 1;
  ++at_;
  if (peek() == quote) {
    if (peek(1) == quote) {
      quotes = 3;
      at_ += 2;
    } else {
      ++at_;
      add(Tok::String, start, at_);
      return true;
    }
  }
  int closing = 0;
  bool quote_escaped = false;
  while (closing < quotes) {
    int c = peek();
    if (c == kEnd || (quotes == 1 && c == '\n')) {
      std::string message =
          quotes == 3 ? "unterminated triple-quoted string literal" : "unterminated string literal";
      message += " (detected at line " + std::to_string(line_) + ")";
      if (quotes == 1 && quote_escaped && version_ >= Version::V3_14) {
        message += "; perhaps you escaped the end quote?";
      }
      // What looked like a string's begin is the end of the f-string around it.
      if (!formatted_.empty() && formatted_.back().quote == quote &&
          formatted_.back().quotes == quotes) {
        if (mode_ == LexMode::Tolerant) leave_formatted();
      }
      if (mode_ == LexMode::Strict && !formatted_.empty() && formatted_.back().quote == quote &&
          formatted_.back().quotes == quotes) {
        message = formatted_error("expecting '}'");
        int opened = brackets_.empty() ? first_line : brackets_.back().line;
        if (version_ >= Version::V3_15 && opened != first_line) {
          message += " to close '{' on line " + std::to_string(opened);
        }
      }
      if (mode_ == LexMode::Tolerant) {
        add(Tok::Error, start, at_);
        result_.tokens.back().line = first_line;
        return true;
      }
      line_start_ = first_line_start;
      int place = column(start);
      return fail_at(SyntaxError::Type::SyntaxError, std::move(message), first_line, place, place);
    }
    if (c == quote) {
      ++closing;
      ++at_;
      continue;
    }
    closing = 0;
    ++at_;
    if (c == '\n') {
      begin_line(at_);
    } else if (c == '\\' && peek() != kEnd) {
      if (peek() == '\n') begin_line(at_ + 1);
      quote_escaped = quote_escaped || peek() == quote;
      ++at_;
    }
  }
  add(Tok::String, start, at_);
  LexToken& token = result_.tokens.back();
  token.line = first_line;
  token.column = static_cast<int>(start) - static_cast<int>(first_line_start);
  return true;
}

bool Lexer::close_bracket(char bracket) {
  Formatted* formatted = formatted_.empty() ? nullptr : &formatted_.back();
  auto leave_field = [&] {
    --formatted->depth;
    if (bracket != '}' || formatted->depth != formatted->field_depth) return;
    --formatted->field_depth;
    formatted->in_text = true;
    formatted->in_specification = formatted->field_depth >= 0;
  };
  if (mode_ == LexMode::Tolerant) {
    if (formatted && formatted->depth == 0) {
      formatted->in_text = true;
      return true;
    }
    if (!brackets_.empty()) brackets_.pop_back();
    if (formatted) leave_field();
    return true;
  }
  ++at_;
  if (formatted && formatted->depth == 0 && bracket == '}') {
    fail(formatted_error("single '}' is not allowed"));
    return false;
  }
  size_t outermost = enclosed_ ? 1 : 0;
  if (brackets_.size() <= outermost) {
    fail(std::string("unmatched '") + bracket + "'");
    return false;
  }
  Bracket open = brackets_.back();
  brackets_.pop_back();
  char expected = open.open == '(' ? ')' : open.open == '[' ? ']' : '}';
  if (bracket != expected) {
    if (formatted && open.open == '{' && formatted->depth - 1 == formatted->field_depth) {
      fail(formatted_error(std::string("unmatched '") + bracket + "'"));
      return false;
    }
    std::string message = std::string("closing parenthesis '") + bracket +
                          "' does not match opening parenthesis '" + open.open + "'";
    if (open.line != line_) message += " on line " + std::to_string(open.line);
    fail(std::move(message));
    return false;
  }
  --at_;
  if (formatted) leave_field();
  return true;
}

bool Lexer::read_operator(int c) {
  uint32_t start = at_;
  char bracket = static_cast<char>(c);
  // Outside of all brackets of a field a colon begins its format specification.
  if (c == ':' && !formatted_.empty() && formatted_.back().field_depth >= 0 &&
      formatted_.back().depth - 1 == formatted_.back().field_depth) {
    formatted_.back().in_text = formatted_.back().in_specification = true;
    ++at_;
    add(Tok::Colon, start, at_);
    return true;
  }
  switch (c) {
    case '(':
    case '[':
    case '{':
      if (static_cast<int>(brackets_.size()) >= kMaxBrackets && mode_ == LexMode::Strict) {
        ++at_;
        return fail("too many nested parentheses");
      }
      open_bracket(bracket, at_);
      ++at_;
      add(c == '(' ? Tok::LeftParen : c == '[' ? Tok::LeftBracket : Tok::LeftBrace, start, at_);
      return true;
    case ')':
    case ']':
    case '}':
      if (!close_bracket(bracket)) return false;
      ++at_;
      add(c == ')' ? Tok::RightParen : c == ']' ? Tok::RightBracket : Tok::RightBrace, start, at_);
      return true;
    default: break;
  }
  for (const Spelling& spelling : kOperators) {
    if (looking_at(spelling.text)) {
      at_ += static_cast<uint32_t>(spelling.text.size());
      add(spelling.type, start, at_);
      return true;
    }
  }
  ++at_;
  if (!is_printable(static_cast<uint32_t>(c))) return invalid_character(static_cast<uint32_t>(c));
  bool conversion = c == '!' && !formatted_.empty();
  if (mode_ == LexMode::Tolerant && !conversion) {
    add(Tok::Error, start, at_);
  } else {
    add(c == '!' ? Tok::Exclamation : Tok::Unknown, start, at_);
  }
  return true;
}

// At the quotes of an f-string or a t-string, whose prefix begins at `start`.
bool Lexer::begin_formatted(uint32_t start, bool raw, bool is_template) {
  if (formatted_.size() >= kMaxFormatted) {
    ++at_;
    return fail("too many nested f-strings");
  }
  Formatted formatted;
  formatted.quote = static_cast<char>(peek());
  formatted.quotes = peek(1) == peek() && peek(2) == peek() ? 3 : 1;
  formatted.raw = raw;
  formatted.is_template = is_template;
  formatted.start = start;
  formatted.line = line_;
  formatted.line_start = line_start_;
  at_ += static_cast<uint32_t>(formatted.quotes);
  add(is_template ? Tok::TStringStart : Tok::FStringStart, start, at_);
  formatted_.push_back(formatted);
  return true;
}

bool Lexer::begin_field() {
  Formatted& formatted = formatted_.back();
  if (formatted.field_depth + 1 >= kMaxFieldNesting && mode_ == LexMode::Strict) {
    return fail(formatted_error("expressions nested too deeply"));
  }
  ++formatted.field_depth;
  formatted.in_text = formatted.in_specification = false;
  return true;
}

// Adds the text up to `end`; what follows begins at `next`.
bool Lexer::end_formatted_text(uint32_t end, uint32_t next) {
  int end_line = line_, end_column = column(next);
  at_ = next;
  add(formatted_.back().is_template ? Tok::TStringMiddle : Tok::FStringMiddle, token_start_, end);
  LexToken& token = result_.tokens.back();
  token.raw = formatted_.back().raw;
  token.line = text_line_;
  token.column = static_cast<int>(token_start_) - static_cast<int>(text_line_start_);
  token.end_line = end_line;
  token.end_column = end_column;
  return true;
}

bool Lexer::unterminated_formatted() {
  Formatted formatted = formatted_.back();
  if (mode_ == LexMode::Tolerant) {
    leave_formatted();
    if (at_ > token_start_) add(Tok::Error, token_start_, at_);
    return true;
  }
  std::string message = formatted.quotes == 3 ? "unterminated triple-quoted " : "unterminated ";
  message += formatted.is_template ? "t-string" : "f-string";
  message += " literal (detected at line " + std::to_string(line_) + ")";
  line_start_ = formatted.line_start;
  int place = column(formatted.start);
  return fail_at(SyntaxError::Type::SyntaxError, std::move(message), formatted.line, place, place);
}

// The next token of an f-string's text: its end, a field's begin, or what stands before them.
bool Lexer::read_formatted_text() {
  Formatted& formatted = formatted_.back();
  token_start_ = at_;
  text_line_ = line_;
  text_line_start_ = line_start_;
  bool in_specification = formatted.in_specification;
  if (peek() == '{' && (peek(1) != '{' || in_specification)) {
    return begin_field() && read_operator('{');
  }
  auto at_quotes = [&] {
    for (int i = 0; i < formatted.quotes; ++i) {
      if (peek(static_cast<uint32_t>(i)) != formatted.quote) return false;
    }
    return true;
  };
  if (at_quotes()) {
    at_ += static_cast<uint32_t>(formatted.quotes);
    Tok type = formatted.is_template ? Tok::TStringEnd : Tok::FStringEnd;
    leave_formatted();
    add(type, token_start_, at_);
    return true;
  }
  bool named_character = false;
  for (;;) {
    int c = peek();
    if (c == kEnd || (c == '\n' && formatted.quotes == 1)) {
      if (in_specification && c == '\n' && mode_ == LexMode::Strict) {
        if (version_ >= Version::V3_14) {
          ++at_;
          return fail(formatted_error(
              "newlines are not allowed in format specifiers for single quoted f-strings"));
        }
        formatted.in_text = formatted.in_specification = false;
        return end_formatted_text(at_, at_);
      }
      return unterminated_formatted();
    }
    if (at_quotes()) return end_formatted_text(at_, at_);
    if (c == '{') {
      if (peek(1) == '{' && !in_specification) return end_formatted_text(at_ + 1, at_ + 2);
      uint32_t end = at_;
      return end_formatted_text(end, end);
    }
    if (c == '}') {
      if (named_character) {
        named_character = false;
        ++at_;
        return end_formatted_text(at_, at_);
      }
      if (peek(1) == '}' && !in_specification && formatted.depth == 0) {
        return end_formatted_text(at_ + 1, at_ + 2);
      }
      formatted.in_text = formatted.in_specification = false;
      return end_formatted_text(at_, at_);
    }
    ++at_;
    if (c == '\n') begin_line(at_);
    if (c != '\\') continue;
    int escaped = peek();
    if (escaped == '{' || escaped == '}') {
      if (formatted.raw) continue;
      SyntaxError warning;
      warning.type = SyntaxError::Type::SyntaxWarning;
      warning.message = invalid_escape_text(version_, text_.substr(at_ - 1, 2));
      warning.line = line_;
      result_.warnings.push_back(std::move(warning));
      continue;
    }
    if (escaped == kEnd) continue;
    ++at_;
    if (escaped == '\n') begin_line(at_);
    if (escaped == 'N' && !formatted.raw && peek() == '{') {
      named_character = true;
      ++at_;
    }
  }
}

}  // namespace

std::string invalid_escape_text(Version version, std::string_view sequence) {
  std::string text(sequence);
  std::string kind = sequence.size() > 2 ? "octal escape sequence" : "escape sequence";
  if (version < Version::V3_14) return "invalid " + kind + " '" + text + "'";
  return "\"" + text + "\" is an invalid " + kind +
         ". Such sequences will not work in the future. Did you mean \"\\" + text +
         "\"? A raw string is also an option.";
}

Tok keyword_or_name(std::string_view word) {
  if (word.size() < 2 || word.size() > 8) return Tok::Name;
  for (const KeywordToken& keyword : kKeywordTokens) {
    if (keyword.word[0] == word[0] && keyword.word == word) return keyword.type;
  }
  return Tok::Name;
}

LexResult lex(const LexRange& range) { return Lexer(range, LexMode::Strict, nullptr).run(); }

LexResult lex_tolerantly(std::string_view text, Version version, std::vector<Token>& comments) {
  LexRange range;
  range.version = version;
  range.text = text;
  range.end = static_cast<uint32_t>(text.size());
  return Lexer(range, LexMode::Tolerant, &comments).run();
}

}  // namespace awaitscope
