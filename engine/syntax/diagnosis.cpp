#include "engine/syntax/diagnosis.h"

#include <algorithm>

namespace awaitscope {

using rules::Expression;
using rules::Kind;

namespace {

// CPython stops at 6,000 nested rules; a rule has about three frames here.
constexpr size_t kMaxFrames = 20000;
// Where many alternatives fail late the work could grow out of proportion: then the first pass's
// result must do.
constexpr size_t kMaxSteps = 20'000'000;

// What stands before the wrong statement was read without an error. But CPython's second pass takes
// a line like `match(x)` for a match statement without its colon, and `print * 2` for a print
// statement, right as they are: then it matters what came before.
bool misleads(std::string_view text, const std::vector<LexToken>& tokens, size_t at) {
  const LexToken& token = tokens[at];
  if (token.type != Tok::Name || token.end - token.start > 5) return false;
  std::string_view name = text.substr(token.start, token.end - token.start);
  if (name == "print" || name == "exec") {
    Tok next = tokens[at + 1].type;
    return next == Tok::Star || next == Tok::Minus || next == Tok::Plus || next == Tok::LeftBracket;
  }
  if (name != "match") return false;
  if (at == 0) return true;
  Tok before = tokens[at - 1].type;
  return before == Tok::Newline || before == Tok::Indent || before == Tok::Dedent;
}

}  // namespace

SyntaxError diagnose(std::string_view text, const LexResult& lexed, size_t statement,
                     size_t failed_at, FailReason reason) {
  Diagnosis diagnosis(text, lexed, nullptr, nullptr);
  if (reason == FailReason::TooDeep) return diagnosis.too_deep(failed_at);
  // What was read as the end of an `if` before it cannot stay that.
  if (lexed.version >= Version::V3_14 && lexed.tokens[statement].type == Tok::Elif) statement = 0;
  for (size_t i = 0; i < statement; ++i) {
    if (misleads(text, lexed.tokens, i)) statement = 0;
  }
  return diagnosis.run(statement, failed_at);
}

SyntaxError invalid_syntax(std::string_view text, const LexResult& lexed, size_t token) {
  return Diagnosis(text, lexed, nullptr, nullptr).invalid_syntax(token);
}

Diagnosis::Diagnosis(std::string_view text, const LexResult& lexed, const LexRange* enclosed,
                     const LexToken* field_token)
    : text_(text),
      lexed_(lexed),
      enclosed_(enclosed),
      field_token_(field_token),
      grammar_(rules::grammar(lexed.version)) {}

SyntaxError Diagnosis::too_deep(size_t failed_at) {
  filled_ = failed_at + 1;
  raise_here(SyntaxError::Type::SyntaxError, "too many levels of nesting");
  return std::move(error_);
}

SyntaxError Diagnosis::run(size_t statement, size_t failed_at) {
  base_ = statement;
  size_t furthest = failed_at;
  for (bool second : {false, true}) {
    second_pass_ = second;
    memory_.clear();
    Outcome outcome = Outcome::Matched;
    size_t from = statement;
    if (enclosed_) {
      outcome = apply(grammar_.fstring, from);
    } else {
      while (outcome == Outcome::Matched && lexed_.tokens[from].type != Tok::EndMarker) {
        outcome = apply(grammar_.statement, from);
        from = mark_;
      }
    }
    if (outcome == Outcome::Raised) {
      override_by_tokenizer();
      return std::move(error_);
    }
    if (!second && outcome == Outcome::Failed && filled_ > 0) furthest = filled_ - 1;
  }
  const LexToken& last = lexed_.tokens[furthest];
  if (last.type == Tok::Indent || last.type == Tok::Dedent) {
    raise_here(SyntaxError::Type::IndentationError,
               last.type == Tok::Indent ? "unexpected indent" : "unexpected unindent");
    return std::move(error_);
  }
  return invalid_syntax(furthest);
}

SyntaxError Diagnosis::invalid_syntax(size_t token) {
  const LexToken& at = lexed_.tokens[token];
  // Since 3.12 of a `<>` where no comparison can stand, the first half is pointed at.
  bool half = at.type == Tok::LessGreater && lexed_.version >= Version::V3_12;
  raise(SyntaxError::Type::SyntaxError, "invalid syntax",
        {at.line, at.column, at.end_line, at.end_column - (half ? 1 : 0)});
  override_by_tokenizer();
  return std::move(error_);
}

const LexToken* Diagnosis::look() {
  const LexToken& token = lexed_.tokens[std::min(mark_, lexed_.tokens.size() - 1)];
  if (mark_ >= filled_) {
    filled_ = mark_ + 1;
    if (token.type == Tok::Error) {
      raise_lex_error();
      return nullptr;
    }
  }
  return &token;
}

// --- the machine ---

Diagnosis::Outcome Diagnosis::apply(uint16_t rule, size_t from) {
  mark_ = from;
  raised_ = false;
  stack_.clear();
  enter(grammar_.rules[rule]);
  bool returning = false;
  while (!stack_.empty() && !raised_) {
    if (stack_.size() > kMaxFrames || ++steps_ > kMaxSteps) return Outcome::Failed;
    size_t depth = stack_.size();
    resume(stack_.back(), returning);
    returning = stack_.size() < depth;
  }
  if (raised_) return Outcome::Raised;
  return matched_ ? Outcome::Matched : Outcome::Failed;
}

void Diagnosis::enter(uint16_t expression) {
  Frame frame;
  frame.expression = expression;
  frame.mark = static_cast<uint32_t>(mark_);
  frame.outer_second_pass = second_pass_;
  stack_.push_back(frame);
}

void Diagnosis::finish(bool matched) {
  const Frame& frame = stack_.back();
  const Expression& expression = grammar_.expressions[frame.expression];
  if (!matched) mark_ = frame.mark;
  second_pass_ = frame.outer_second_pass;
  if (expression.kind == Kind::Choice && expression.remembered) {
    size_t at = (frame.mark - base_) * static_cast<size_t>(grammar_.remembered) + expression.target;
    if (at >= memory_.size()) {
      memory_.resize((frame.mark - base_ + 64) * 2 * static_cast<size_t>(grammar_.remembered));
    }
    memory_[at] = matched ? static_cast<int32_t>(mark_ - base_) + 1 : -1;
  }
  matched_ = matched;
  stack_.pop_back();
}

bool Diagnosis::begin(uint16_t index) {
  const Expression& expression = grammar_.expressions[index];
  switch (expression.kind) {
    case Kind::Rule: {
      uint16_t choice = grammar_.rules[expression.target];
      const Expression& rule = grammar_.expressions[choice];
      if (rule.remembered) {
        size_t at = (mark_ - base_) * static_cast<size_t>(grammar_.remembered) + rule.target;
        int32_t known = at < memory_.size() ? memory_[at] : 0;
        if (known != 0) {
          matched_ = known > 0;
          if (matched_) mark_ = base_ + static_cast<size_t>(known) - 1;
          return true;
        }
      }
      enter(choice);
      if (expression.target == grammar_.plain_expression) second_pass_ = false;
      return false;
    }
    case Kind::Cut: matched_ = true; return true;
    case Kind::Strings: return read_strings();
    case Kind::FormattedText: return read_formatted_text(expression.token);
    case Kind::Token:
    case Kind::Word:
    case Kind::SoftWord:
    case Kind::Forced: break;
    default: enter(index); return false;
  }
  const LexToken* token = look();
  if (!token) return false;
  std::string_view word = text_.substr(token->start, token->end - token->start);
  switch (expression.kind) {
    case Kind::Word: matched_ = token->type == Tok::Name && word == expression.text; break;
    case Kind::SoftWord: matched_ = token->type == Tok::Name && begins_soft_keyword(word); break;
    case Kind::Forced:
      matched_ = token->type == expression.token;
      if (!matched_) {
        raise(SyntaxError::Type::SyntaxError,
              expression.token == Tok::Colon ? "expected ':'" : "expected '('",
              {token->line, token->column, token->end_line, token->end_column});
        return false;
      }
      break;
    default: matched_ = token->type == expression.token;
  }
  if (matched_) ++mark_;
  return true;
}

bool Diagnosis::read_strings() {
  size_t first = mark_;
  const LexToken* token = look();
  bool only_one = lexed_.version >= Version::V3_12;
  for (; token && token->type == Tok::String; token = look()) {
    ++mark_;
    if (only_one) break;
  }
  if (!token) return false;
  matched_ = mark_ > first;
  if (!matched_) return true;
  StringReader reader(lexed_.version, text_, arena_, ignored_warnings_, 0);
  if (!reader.read({lexed_.tokens.data() + first, mark_ - first}) && !reader.too_deep()) {
    raise_string_failure(reader.failure());
    return false;
  }
  return true;
}

bool Diagnosis::begins_soft_keyword(std::string_view word) const {
  // Up to 3.11 what a soft keyword begins with is taken for one: `c` and `ma` as well.
  bool whole = lexed_.version >= Version::V3_12;
  auto begins = [&](std::string_view keyword) {
    return word == (whole ? keyword : keyword.substr(0, word.size()));
  };
  return begins("match") || begins("case") || begins("_") ||
         (lexed_.version >= Version::V3_12 && begins("type")) ||
         (lexed_.version >= Version::V3_15 && begins("lazy"));
}

bool Diagnosis::read_formatted_text(Tok type) {
  const LexToken* token = look();
  if (!token) return false;
  matched_ = token->type == type;
  if (!matched_) return true;
  ++mark_;
  StringReader reader(lexed_.version, text_, arena_, ignored_warnings_, 0);
  std::string text;
  if (!reader.read_part(*token, text)) {
    raise_string_failure(reader.failure());
    return false;
  }
  return true;
}

void Diagnosis::begin_child(Frame& frame, uint16_t expression) {
  frame.child_mark = static_cast<uint32_t>(mark_);
  begin(expression);
}

// One step of the frame on top: `returning` where the expression that it began has just finished.
// Whatever finishes at once is dealt with here, without a frame of its own.
void Diagnosis::resume(Frame& top, bool returning) {
  const Expression& expression = grammar_.expressions[top.expression];
  size_t depth = stack_.size();
  size_t index = depth - 1;
  for (;;) {
    Frame& frame = stack_[index];
    bool more = false;  // there is a child to begin
    uint16_t child = 0;
    switch (expression.kind) {
      case Kind::Choice: {
        if (returning && matched_) return finish(true);
        bool stop = returning && stop_;
        stop_ = false;
        if (stop) return finish(false);
        while (frame.item < expression.parts.size()) {
          child = expression.parts[frame.item++];
          more = second_pass_ || !grammar_.expressions[child].second_pass;
          if (more) break;
        }
        if (!more) return finish(false);
        mark_ = frame.mark;
        break;
      }
      case Kind::Sequence: {
        if (returning) {
          if (!matched_) {
            stop_ = frame.cut;
            return finish(false);
          }
          const Expression& part = grammar_.expressions[expression.parts[frame.item - 1u]];
          if (part.kind == Kind::Cut) frame.cut = true;
          if (part.capture) (part.capture == 1 ? frame.a : frame.b) = {frame.child_mark, mark_};
        }
        if (frame.item < expression.parts.size()) {
          child = expression.parts[frame.item++];
          more = true;
          break;
        }
        if (expression.report == rules::Report::None) return finish(true);
        Verdict verdict = report(expression, frame);
        if (verdict == Verdict::Raised) return;
        // An alternative that looked like a mistake and is none ends the search of its rule.
        stop_ = verdict == Verdict::Refused;
        return finish(verdict == Verdict::Accepted);
      }
      case Kind::Optional:
        if (returning) return finish(true);
        child = expression.parts[0];
        break;
      case Kind::Any:
      case Kind::Some:
        if (returning && !matched_) return finish(frame.any || expression.kind == Kind::Any);
        frame.any = frame.any || returning;
        child = expression.parts[0];
        break;
      case Kind::List:
        if (returning) {
          if (!matched_) {
            // The separator belongs to what follows the list.
            if (frame.any) mark_ = frame.b.begin;
            return finish(frame.any);
          }
          frame.any = true;
          const LexToken* token = look();
          if (!token) return;
          if (token->type != expression.token) return finish(true);
          frame.b.begin = mark_++;
        }
        child = expression.parts[0];
        break;
      case Kind::Follows:
      case Kind::FollowsNot:
        if (returning) {
          bool matched = matched_ == (expression.kind == Kind::Follows);
          mark_ = frame.mark;
          return finish(matched);
        }
        child = expression.parts[0];
        break;
      default: return finish(false);
    }
    begin_child(frame, child);
    if (raised_ || stack_.size() > depth) return;
    returning = true;
  }
}

}  // namespace awaitscope
