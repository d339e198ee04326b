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
constexpr int kEnd = -1;

struct Keyword {
  std::string_view word;
  Tok type;
};

constexpr Keyword kKeywords[] = {
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
  }
  bool close_bracket(char bracket);

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
  // A string's prefix: b, r, u, f, br, rb, fr, rf in any case.
  bool b = false, u = false, r = false, f = false;
  for (;;) {
    int c = peek() | 0x20;
    if (c == 'b' && !(b || u || f)) {
      b = true;
    } else if (c == 'u' && !(b || u || r || f)) {
      u = true;
    } else if (c == 'r' && !(r || u)) {
      r = true;
    } else if (c == 'f' && !(f || b || u)) {
      f = true;
    } else {
      break;
    }
    ++at_;
    if (peek() == '"' || peek() == '\'') return read_string(start);
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
  while (closing < quotes) {
    int c = peek();
    if (c == kEnd || (quotes == 1 && c == '\n')) {
      std::string message =
          quotes == 3 ? "unterminated triple-quoted string literal" : "unterminated string literal";
      message += " (detected at line " + std::to_string(line_) + ")";
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
  if (mode_ == LexMode::Tolerant) {
    if (!brackets_.empty()) brackets_.pop_back();
    return true;
  }
  ++at_;
  size_t outermost = enclosed_ ? 1 : 0;
  if (brackets_.size() <= outermost) {
    fail(std::string("unmatched '") + bracket + "'");
    return false;
  }
  Bracket open = brackets_.back();
  brackets_.pop_back();
  char expected = open.open == '(' ? ')' : open.open == '[' ? ']' : '}';
  if (bracket != expected) {
    std::string message = std::string("closing parenthesis '") + bracket +
                          "' does not match opening parenthesis '" + open.open + "'";
    if (open.line != line_) message += " on line " + std::to_string(open.line);
    fail(std::move(message));
    return false;
  }
  --at_;
  return true;
}

bool Lexer::read_operator(int c) {
  uint32_t start = at_;
  char bracket = static_cast<char>(c);
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
  add(mode_ == LexMode::Tolerant ? Tok::Error : Tok::Unknown, start, at_);
  return true;
}

}  // namespace

Tok keyword_or_name(std::string_view word) {
  if (word.size() < 2 || word.size() > 8) return Tok::Name;
  for (const Keyword& keyword : kKeywords) {
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
