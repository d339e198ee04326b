// The tokens of any text, right or wrong, for colouring it.

#include <algorithm>

#include "engine/syntax/lexer.h"
#include "engine/syntax/syntax.h"

namespace awaitscope {
namespace {

TokenKind kind_of(Tok type) {
  switch (type) {
    case Tok::EndMarker: return TokenKind::EndMarker;
    case Tok::Newline: return TokenKind::Newline;
    case Tok::Indent: return TokenKind::Indent;
    case Tok::Dedent: return TokenKind::Dedent;
    case Tok::Name: return TokenKind::Name;
    case Tok::Number: return TokenKind::Number;
    case Tok::String: return TokenKind::String;
    case Tok::FStringStart:
    case Tok::FStringMiddle:
    case Tok::FStringEnd:
    case Tok::TStringStart:
    case Tok::TStringMiddle:
    case Tok::TStringEnd: return TokenKind::FString;
    case Tok::Error:
    case Tok::Unknown: return TokenKind::Error;
    default: return is_keyword(type) ? TokenKind::Keyword : TokenKind::Operator;
  }
}

bool is_formatted(std::string_view literal) {
  for (char c : literal) {
    if (c == '"' || c == '\'') return false;
    if ((c | 0x20) == 'f') return true;
  }
  return false;
}

// `match`, `case` and `_` at the begin of a line whose last token is a colon, as a statement has
// it; `_` as the whole of a case.
// `type` before a name, `lazy` before an import, once the version has them.
void mark_soft_keywords(std::string_view text, Version version, std::vector<Token>& tokens) {
  auto word = [&](size_t i) {
    return text.substr(tokens[i].start, tokens[i].end - tokens[i].start);
  };
  auto is_layout = [](TokenKind kind) {
    return kind == TokenKind::Newline || kind == TokenKind::Indent || kind == TokenKind::Dedent ||
           kind == TokenKind::Comment;
  };
  for (size_t line = 0; line < tokens.size();) {
    size_t end = line;
    while (end < tokens.size() && tokens[end].kind != TokenKind::Newline) ++end;
    size_t first = line, last = end;
    while (first < end && is_layout(tokens[first].kind)) ++first;
    while (last > first && is_layout(tokens[last - 1].kind)) --last;
    if (last - first > 1 && tokens[first].kind == TokenKind::Name) {
      Token next = tokens[first + 1];
      bool alias =
          version >= Version::V3_12 && word(first) == "type" && next.kind == TokenKind::Name;
      bool lazy = version >= Version::V3_15 && word(first) == "lazy" &&
                  next.kind == TokenKind::Keyword &&
                  (word(first + 1) == "import" || word(first + 1) == "from");
      if (alias || lazy) tokens[first].kind = TokenKind::SoftKeyword;
    }
    bool statement = last - first > 2 && tokens[first].kind == TokenKind::Name &&
                     tokens[first + 1].kind != TokenKind::Error;
    if (statement) {
      Token next = tokens[first + 1];
      std::string_view after = word(first + 1);
      // A name is followed by an operator where it is a value or a target.
      bool opens = next.kind != TokenKind::Operator || after == "(" || after == "[" ||
                   after == "{" || after == "-" || after == "*" || after == "~";
      bool keyword_after = next.kind == TokenKind::Keyword &&
                           (after == "in" || after == "is" || after == "and" || after == "or" ||
                            after == "if" || after == "else" || after == "for");
      bool match = word(first) == "match" && word(last - 1) == ":";
      bool has_colon = false;
      for (size_t i = first; i < last; ++i) has_colon = has_colon || word(i) == ":";
      bool one_case = word(first) == "case" && has_colon;
      if (opens && !keyword_after && (match || one_case)) {
        tokens[first].kind = TokenKind::SoftKeyword;
        if (one_case && after == "_" && next.kind == TokenKind::Name) {
          tokens[first + 1].kind = TokenKind::SoftKeyword;
        }
      }
    }
    line = end + 1;
  }
}

}  // namespace

std::vector<Token> tokens_for_highlighting(std::string_view source, Version version) {
  // The lexer wants one kind of line end and one at the end of the text; `removed` tells where
  // characters of the source were left out, so that places can be counted back.
  uint32_t mark = source.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  source.remove_prefix(mark);
  std::string text;
  text.reserve(source.size() + 1);
  std::vector<uint32_t> removed;
  for (size_t i = 0; i < source.size(); ++i) {
    char c = source[i];
    if (c == '\r') {
      if (i + 1 < source.size() && source[i + 1] == '\n') {
        removed.push_back(static_cast<uint32_t>(text.size()));
        continue;
      }
      c = '\n';
    }
    text.push_back(c);
  }
  if (text.empty() || text.back() != '\n') text.push_back('\n');

  std::vector<Token> comments;
  LexResult lexed = lex_tolerantly(text, version, comments);
  std::vector<Token> tokens;
  tokens.reserve(lexed.tokens.size() + comments.size());
  size_t next_comment = 0;
  for (const LexToken& token : lexed.tokens) {
    while (next_comment < comments.size() && comments[next_comment].start <= token.start) {
      tokens.push_back(comments[next_comment++]);
    }
    Token out{kind_of(token.type), token.start, token.end};
    if (out.kind == TokenKind::FString && out.start == out.end) continue;
    // A line end after a comment begins where the comment ends.
    if (out.kind == TokenKind::Newline) out.start = out.end;
    if (out.kind == TokenKind::String &&
        is_formatted(std::string_view(text).substr(out.start, out.end - out.start))) {
      out.kind = TokenKind::FString;
    }
    tokens.push_back(out);
  }
  mark_soft_keywords(text, version, tokens);

  size_t skipped = 0;
  auto in_source = [&](uint32_t at) {
    while (skipped < removed.size() && removed[skipped] < at) ++skipped;
    while (skipped > 0 && removed[skipped - 1] >= at) --skipped;
    return std::min(static_cast<uint32_t>(at + skipped), static_cast<uint32_t>(source.size())) +
           mark;
  };
  for (Token& token : tokens) {
    token.start = in_source(token.start);
    token.end = in_source(token.end);
  }
  return tokens;
}

}  // namespace awaitscope
