// What a Diagnosis says: where an error is, in CPython's way of counting, and in its words.

#include <algorithm>

#include "engine/syntax/diagnosis.h"
#include "engine/syntax/source.h"

namespace awaitscope {

using namespace ast;
using rules::Report;

namespace {

// The word for a kind of expression in "cannot assign to ...".
const char* name_of(const Expr* node) {
  switch (node->kind) {
    case ExprKind::Attribute: return "attribute";
    case ExprKind::Subscript: return "subscript";
    case ExprKind::Starred: return "starred";
    case ExprKind::Name: return "name";
    case ExprKind::List: return "list";
    case ExprKind::Tuple: return "tuple";
    case ExprKind::Lambda: return "lambda";
    case ExprKind::Call: return "function call";
    case ExprKind::BoolOp:
    case ExprKind::BinOp:
    case ExprKind::UnaryOp: return "expression";
    case ExprKind::GeneratorExp: return "generator expression";
    case ExprKind::Yield:
    case ExprKind::YieldFrom: return "yield expression";
    case ExprKind::Await: return "await expression";
    case ExprKind::ListComp: return "list comprehension";
    case ExprKind::SetComp: return "set comprehension";
    case ExprKind::DictComp: return "dict comprehension";
    case ExprKind::Dict: return "dict literal";
    case ExprKind::Set: return "set display";
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue: return "f-string expression";
    case ExprKind::TemplateStr:
    case ExprKind::Interpolation: return "t-string expression";
    case ExprKind::Compare: return "comparison";
    case ExprKind::IfExp: return "conditional expression";
    case ExprKind::NamedExpr: return "named expression";
    case ExprKind::Slice: return "slice";
    case ExprKind::Constant: break;
  }
  switch (node->as<Constant>()->value) {
    case ConstantKind::None: return "None";
    case ConstantKind::True: return "True";
    case ConstantKind::False: return "False";
    case ConstantKind::Ellipsis: return "ellipsis";
    default: return "literal";
  }
}

// The first part of a target that cannot be one; null where there is none.
const Expr* invalid_target(const Expr* node, Report kind) {
  switch (node->kind) {
    case ExprKind::List:
    case ExprKind::Tuple: {
      List<Expr> elements =
          node->kind == ExprKind::List ? node->as<ListExpr>()->elts : node->as<Tuple>()->elts;
      for (const Expr* element : elements) {
        if (const Expr* found = invalid_target(element, kind)) return found;
      }
      return nullptr;
    }
    case ExprKind::Starred:
      if (kind == Report::CannotDelete) return node;
      return invalid_target(node->as<Starred>()->value, kind);
    case ExprKind::Compare:
      // `for a in b` reads as a comparison where what a loop has is looked for.
      if (kind != Report::CannotAssignInFor) return node;
      if (node->as<Compare>()->ops[0] != CmpOp::In) return nullptr;
      return invalid_target(node->as<Compare>()->left, kind);
    case ExprKind::Name:
    case ExprKind::Subscript:
    case ExprKind::Attribute: return nullptr;
    default: return node;
  }
}

std::string filled_in(std::string_view message, std::string_view word) {
  std::string out;
  for (size_t at = 0; at < message.size(); ++at) {
    if (message[at] == '\\') continue;
    if (message[at] == '%') {
      ++at;
      out += word;
    } else {
      out.push_back(message[at]);
    }
  }
  return out;
}

Position range(const Position& first, const Position& last) {
  return {first.line, first.column, last.end_line, last.end_column};
}

// How many characters the first `bytes` bytes of a line are, as CPython counts them: not beyond
// the line's end and the place after it.
int characters(std::string_view line, int bytes, size_t beyond = 1) {
  if (bytes <= 0) return bytes;
  size_t limit = std::min(static_cast<size_t>(bytes), line.size() + beyond);
  int count = 0;
  for (size_t at = 0; at < limit; ++at) {
    if (at >= line.size() || (static_cast<unsigned char>(line[at]) & 0xC0) != 0x80) ++count;
  }
  return count;
}

}  // namespace

// --- places ---

std::string_view Diagnosis::text_of(Span span) const {
  if (span.begin >= span.end) return {};
  uint32_t begin = lexed_.tokens[span.begin].start;
  return text_.substr(begin, lexed_.tokens[span.end - 1].end - begin);
}

std::vector<LexToken> Diagnosis::tokens_of(Span span, Tok end) const {
  std::vector<LexToken> tokens(lexed_.tokens.begin() + static_cast<ptrdiff_t>(span.begin),
                               lexed_.tokens.begin() + static_cast<ptrdiff_t>(span.end));
  LexToken last = tokens.empty() ? LexToken() : tokens.back();
  last.type = end;
  last.start = last.end;
  tokens.push_back(last);
  return tokens;
}

ast::Expr* Diagnosis::tree_of(Span span) {
  if (span.begin >= span.end) return nullptr;
  std::vector<LexToken> tokens = tokens_of(span, Tok::EndMarker);
  Parser parser(lexed_.version, text_, tokens, arena_, ignored_warnings_);
  return parser.parse_fragment();
}

ast::Position Diagnosis::position_of(Span span) {
  if (span.end - span.begin > 1) {
    if (Expr* tree = tree_of(span)) return tree->at;
  }
  const LexToken &first = lexed_.tokens[span.begin], &last = lexed_.tokens[span.end - 1];
  return {first.line, first.column, last.end_line, last.end_column};
}

// Of the line that the tokenizer is in after this token, which has no place of its own.
size_t Diagnosis::line_start(const LexToken& token) const {
  size_t at = token.start;
  if (at >= text_.size() && at > 0) --at;
  if (at == 0) return 0;
  size_t end = text_.rfind('\n', at - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

// Whether the line that begins at `begin` is joined to the one before it, by a backslash or by a
// string that goes over both, as the tokens up to number `last` say.
bool Diagnosis::is_joined(size_t begin, size_t last) const {
  while (last > 0 && lexed_.tokens[last].start >= begin) --last;
  const LexToken& before = lexed_.tokens[last];
  if (before.start >= begin) return false;
  if (before.end > begin) {
    return before.type == Tok::String || before.type == Tok::FStringMiddle ||
           before.type == Tok::TStringMiddle;
  }
  if (lexed_.version >= Version::V3_12) return false;
  if (before.type == Tok::Newline || begin < 2 || text_[begin - 2] != '\\') return false;
  return text_.substr(before.end, begin - 2 - before.end).find('#') == std::string_view::npos;
}

std::string Diagnosis::plain_line(int line) const {
  if (!enclosed_) return std::string(line_of(text_, line));
  std::string copy = "(";
  copy += text_.substr(enclosed_->begin, enclosed_->end - enclosed_->begin);
  copy += ")";
  return std::string(line_of(copy, line - enclosed_->line + 1));
}

// The line that is shown with an error. Where the tokenizer has not gone beyond it, CPython shows
// what it has before it: all the lines that are joined to it.
std::string Diagnosis::line_text(int line) const {
  if (enclosed_ || filled_ == 0) return plain_line(line);
  const LexToken& last = lexed_.tokens[filled_ - 1];
  if (last.end_line > line) return plain_line(line);
  LexToken place = last;
  place.start = last.end;
  size_t begin = line_start(place);
  size_t end = std::min(text_.find('\n', begin), text_.size());
  while (begin > 0 && is_joined(begin, filled_ - 1)) {
    begin = begin < 2 ? 0 : text_.rfind('\n', begin - 2) + 1;
  }
  return std::string(text_.substr(begin, end - begin));
}

// --- raising ---

// Offsets are CPython's, in bytes from 1, and become characters here.
void Diagnosis::set_error(SyntaxError::Type type, std::string message, int line, int offset,
                          int end_line, int end_offset) {
  raised_ = true;
  error_ = SyntaxError();
  error_.type = type;
  error_.line = line;
  error_.end_line = end_line;
  error_.text = line_text(line);
  if (!enclosed_) {
    error_.message = std::move(message);
    // Since 3.12 the line's end counts too, where the tokenizer has the line before it.
    bool counts_end = lexed_.version >= Version::V3_12 && filled_ > 0 &&
                      lexed_.tokens[filled_ - 1].end_line <= line;
    error_.offset = characters(error_.text, offset, counts_end ? 2 : 1);
    error_.end_offset = characters(error_.text, end_offset, counts_end ? 2 : 1);
    return;
  }
  // CPython reads an expression of an f-string as a text of its own, in parentheses.
  int brace = static_cast<int>(enclosed_->begin - 1) - static_cast<int>(enclosed_->line_start);
  int start = brace;
  size_t first = text_.find_first_not_of(" \t\f", enclosed_->begin);
  if (text_[first] == '\n') {
    start = field_token_->line == enclosed_->line ? field_token_->column : 0;
  }
  error_.message = "f-string: " + message;
  error_.offset = offset - (line == enclosed_->line ? brace : start);
  error_.end_offset = end_offset - (end_line == enclosed_->line ? brace : start);
}

Diagnosis::Verdict Diagnosis::raise(SyntaxError::Type type, std::string message, Position at) {
  set_error(type, std::move(message), at.line, at.column + 1, at.end_line, at.end_column + 1);
  return Verdict::Raised;
}

Diagnosis::Verdict Diagnosis::raise_here(SyntaxError::Type type, std::string message) {
  const LexToken& token = lexed_.tokens[filled_ - 1];
  if (token.column < 0) {
    int column = static_cast<int>(token.start - line_start(token));
    set_error(type, std::move(message), token.line, column, token.end_line, -1);
    return Verdict::Raised;
  }
  return raise(type, std::move(message),
               {token.line, token.column, token.end_line, token.end_column});
}

// To where the tokenizer stands.
void Diagnosis::raise_from(Span span, std::string message) {
  Position at = position_of(span);
  const LexToken& last = lexed_.tokens[filled_ - 1];
  bool narrow = last.type == Tok::Newline && lexed_.version < Version::V3_12;
  int end = last.end_column + (narrow ? 1 : 0);
  set_error(SyntaxError::Type::SyntaxError, std::move(message), at.line, at.column + 1,
            last.end_line, end);
}

void Diagnosis::raise_unclosed() {
  const OpenBracket& open = lexed_.open.back();
  set_error(SyntaxError::Type::SyntaxError, std::string("'") + open.bracket + "' was never closed",
            open.line, open.column + 1, open.line, 0);
}

void Diagnosis::raise_lex_error() {
  const LexError& error = lexed_.error;
  if (error.message.empty()) return raise_unclosed();
  if (!error.by_tokenizer) {
    return set_error(error.type, error.message, error.line, error.column + 1, error.line,
                     error.end_column + 1);
  }
  raised_ = true;
  error_ = SyntaxError();
  error_.type = error.type;
  error_.message = error.message;
  error_.line = error_.end_line = error.line;
  error_.text = plain_line(error.line);
  int before = 0;
  if (enclosed_ && error.line == enclosed_->line) {
    before = static_cast<int>(enclosed_->begin - 1) - static_cast<int>(enclosed_->line_start);
  }
  error_.offset = characters(error_.text, error.column + 1 - before);
  error_.end_offset = characters(error_.text, error.end_column + 1 - before);
}

void Diagnosis::raise_string_failure(const StringFailure& failure) {
  const LexToken& token = failure.token;
  switch (failure.place) {
    case StringFailure::Place::NextToken:
      raise_here(SyntaxError::Type::SyntaxError, failure.message);
      return;
    case StringFailure::Place::Literal:
      raise(SyntaxError::Type::SyntaxError, failure.message,
            {token.line, token.column, token.end_line, token.end_column});
      return;
    case StringFailure::Place::Expression: break;
  }
  LexResult lexed = lex(failure.expression);
  Diagnosis inner(text_, lexed, &failure.expression, &token);
  error_ = inner.run(0, 0);
  raised_ = true;
}

// CPython reads the rest of the text before it reports an error: where the tokenizer finds one
// there, or a bracket from before this line is never closed, that is what it says.
void Diagnosis::override_by_tokenizer() {
  if (!lexed_.failed || filled_ >= lexed_.tokens.size()) return;
  if (lexed_.error.by_tokenizer && !lexed_.error.message.empty()) {
    raise_lex_error();
  } else if (!lexed_.open.empty() && filled_ > 0 &&
             lexed_.tokens[filled_ - 1].line > lexed_.open.back().line) {
    raise_unclosed();
  }
}

Diagnosis::Verdict Diagnosis::raise_target(const Span& span, Report kind) {
  const Expr* tree = tree_of(span);
  const Expr* found = tree ? invalid_target(tree, kind) : nullptr;
  if (!found) return Verdict::Refused;
  std::string message = kind == Report::CannotDelete ? "cannot delete " : "cannot assign to ";
  return raise(SyntaxError::Type::SyntaxError, message + name_of(found), found->at);
}

// Of the literals that stand side by side, not of those in their fields.
bool Diagnosis::mixes_bytes(Span literals) const {
  int depth = 0;
  bool bytes = false, texts = false;
  for (size_t i = literals.begin; i < literals.end; ++i) {
    const LexToken& token = lexed_.tokens[i];
    if (token.type == Tok::FStringStart && depth++ == 0) texts = true;
    if (token.type == Tok::FStringEnd) --depth;
    if (depth || token.type != Tok::String) continue;
    std::string_view prefix = text_.substr(token.start, token.end - token.start);
    prefix = prefix.substr(0, prefix.find_first_of("'\""));
    (prefix.find_first_of("bB") == std::string_view::npos ? texts : bytes) = true;
  }
  return bytes && texts;
}

Diagnosis::Verdict Diagnosis::report(const rules::Expression& rule, const Frame& frame) {
  constexpr SyntaxError::Type kError = SyntaxError::Type::SyntaxError;
  std::string_view word = text_of(frame.a);
  std::string message = filled_in(rule.text, word);
  bool is_legacy = frame.a.end == frame.a.begin + 1 && (word == "print" || word == "exec");
  auto last_part = [](const Comprehension* loop) {
    return loop->ifs.empty() ? loop->iter : loop->ifs.back();
  };
  auto last_loop = [&]() -> const Comprehension* {
    std::vector<LexToken> tokens = tokens_of(frame.b, Tok::EndMarker);
    Parser parser(lexed_.version, text_, tokens, arena_, ignored_warnings_);
    List<Comprehension> loops;
    return parser.parse_comprehensions(loops) && !loops.empty() ? loops.back() : nullptr;
  };
  auto arguments = [&](Parser::CallArguments& out) {
    std::vector<LexToken> tokens = tokens_of(frame.a, Tok::RightParen);
    Parser parser(lexed_.version, text_, tokens, arena_, ignored_warnings_);
    return parser.parse_arguments(out);
  };
  switch (rule.report) {
    case Report::None: return Verdict::Accepted;
    case Report::At: return raise(kError, std::move(message), position_of(frame.a));
    case Report::Range:
      return raise(kError, std::move(message), range(position_of(frame.a), position_of(frame.b)));
    case Report::RangeOfItems: {
      Span items = frame.b;
      if (lexed_.tokens[items.end - 1].type == Tok::Comma) --items.end;
      return raise(kError, std::move(message), range(position_of(frame.a), position_of(items)));
    }
    case Report::Here: return raise_here(kError, std::move(message));
    case Report::From: raise_from(frame.a, std::move(message)); return Verdict::Raised;
    case Report::Indent: {
      std::string line;
      if (frame.a.end > frame.a.begin) line = std::to_string(lexed_.tokens[frame.a.begin].line);
      return raise_here(SyntaxError::Type::IndentationError, filled_in(rule.text, line));
    }
    case Report::CannotAssign:
    case Report::CannotAssignInFor:
    case Report::CannotDelete: return raise_target(frame.a, rule.report);
    case Report::Named: {
      const Expr* tree = tree_of(frame.a);
      if (!tree) return Verdict::Refused;
      return raise(kError, filled_in(rule.text, name_of(tree)), tree->at);
    }
    case Report::Legacy:
      if (!is_legacy) return Verdict::Refused;
      return raise(kError, std::move(message), range(position_of(frame.a), position_of(frame.b)));
    case Report::ForgottenComma:
      if (is_legacy || lexed_.tokens[mark_ - 1].level == 0) return Verdict::Refused;
      return raise(kError, std::move(message), range(position_of(frame.a), position_of(frame.b)));
    case Report::ParenthesisedGenerator: {
      const Comprehension* loop = last_loop();
      if (!loop) return Verdict::Refused;
      return raise(kError, std::move(message), range(position_of(frame.a), last_part(loop)->at));
    }
    case Report::GeneratorArgument: {
      const Comprehension* loop = last_loop();
      Parser::CallArguments all;
      if (!loop || !arguments(all) || all.positional.size() <= 1) return Verdict::Refused;
      return raise(kError, std::move(message),
                   range(all.positional.back()->at, last_part(loop)->at));
    }
    case Report::GeneratorTarget: {
      const Comprehension* loop = last_loop();
      if (!loop) return Verdict::Refused;
      return raise(kError, std::move(message), range(position_of(frame.a), loop->target->at));
    }
    case Report::ArgumentOrder: {
      Parser::CallArguments all;
      if (!arguments(all)) return Verdict::Refused;
      for (const Keyword* keyword : all.keywords) {
        if (keyword->arg.empty()) return raise_here(kError, message + " unpacking");
      }
      return raise_here(kError, std::move(message));
    }
    case Report::AfterKey: {
      Position at = position_of(frame.a);
      set_error(kError, std::move(message), at.line, at.end_column, at.end_line, 0);
      return Verdict::Raised;
    }
    case Report::NamedRange: {
      const Expr* tree = tree_of(frame.a);
      if (!tree) return Verdict::Refused;
      return raise(kError, filled_in(rule.text, name_of(tree)),
                   range(tree->at, position_of(frame.b)));
    }
    case Report::Next: {
      const LexToken* token = look();
      if (!token) return Verdict::Raised;
      return raise(kError, std::move(message),
                   {token->line, token->column, token->end_line, token->end_column});
    }
    case Report::Bound: {
      const Expr* tree = tree_of(frame.b);
      bool several = tree && tree->kind == ExprKind::Tuple;
      raise_from(frame.a, filled_in(rule.text, several ? "constraints" : "bound"));
      return Verdict::Raised;
    }
    case Report::Unmixed: {
      if (!mixes_bytes(frame.a)) return Verdict::Accepted;
      return raise_here(kError, std::move(message));
    }
    case Report::Conversion: {
      const LexToken &mark = lexed_.tokens[frame.a.begin], &name = lexed_.tokens[frame.b.begin];
      Position at = position_of(frame.b);
      std::string_view conversion = text_of(frame.b);
      if (mark.end != name.start) {
        return raise(kError, message + "conversion type must come right after the exclamation mark",
                     range(position_of(frame.a), at));
      }
      if (conversion == "s" || conversion == "r" || conversion == "a") return Verdict::Accepted;
      return raise(kError,
                   message + "invalid conversion character '" + std::string(conversion) +
                       "': expected 's', 'r', or 'a'",
                   at);
    }
    case Report::RealNumber:
    case Report::ImaginaryNumber: {
      bool imaginary = (word.back() | 0x20) == 'j' && word.substr(0, 2) != "0x";
      if (imaginary == (rule.report == Report::ImaginaryNumber)) return Verdict::Accepted;
      return raise(kError, std::move(message), position_of(frame.a));
    }
  }
  return Verdict::Refused;
}

}  // namespace awaitscope
