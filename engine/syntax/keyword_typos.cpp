#include "engine/syntax/keyword_typos.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/syntax/lexer.h"
#include "engine/syntax/source.h"
#include "engine/unicode/nearest_name.h"

namespace awaitscope {
namespace {

constexpr size_t kMaxSize = 1024, kMaxMatches = 3;
constexpr int kMaxNames = 10;
constexpr double kCutoff = 0.5;

// Sorted, as in keyword.py.
const std::vector<std::string_view> kKeywords = {
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};

// How many characters are in the longest common part and, in turn, in those beside it: what
// difflib's SequenceMatcher counts of two short words.
size_t matching(std::string_view a, std::string_view b) {
  size_t best = 0, best_a = 0, best_b = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    for (size_t j = 0; j < b.size(); ++j) {
      size_t size = 0;
      while (i + size < a.size() && j + size < b.size() && a[i + size] == b[j + size]) ++size;
      if (size > best) best = size, best_a = i, best_b = j;
    }
  }
  if (best == 0) return 0;
  return best + matching(a.substr(0, best_a), b.substr(0, best_b)) +
         matching(a.substr(best_a + best), b.substr(best_b + best));
}

std::vector<std::string_view> matches(std::string_view name) {
  std::vector<std::string_view> out;
  if (std::string_view nearest = nearest_name(name, kKeywords); !nearest.empty()) {
    out.push_back(nearest);
  }
  std::vector<std::pair<double, std::string_view>> close;
  // (A longer name is near to none of them.)
  if (name.size() <= 32) {
    for (std::string_view keyword : kKeywords) {
      double ratio = 2.0 * double(matching(keyword, name)) / double(keyword.size() + name.size());
      if (ratio >= kCutoff) close.push_back({ratio, keyword});
    }
  }
  std::sort(close.begin(), close.end(), [](const auto& x, const auto& y) { return y < x; });
  for (size_t i = 0; i < close.size() && i < kMaxMatches; ++i) out.push_back(close[i].second);
  if (out.size() > kMaxMatches) out.resize(kMaxMatches);
  return out;
}

// Lines `first` to `last` without the blanks that all of them begin with.
std::vector<std::string> dedented(std::string_view text, int first, int last) {
  std::vector<std::string> lines;
  int count = int(std::count(text.begin(), text.end(), '\n'));
  for (int line = first; line <= last && line <= count; ++line) {
    std::string_view whole = line_of(text, line);
    bool blank = whole.find_first_not_of(" \t") == std::string_view::npos;
    lines.emplace_back(blank ? std::string_view() : whole);
  }
  const std::string* margin = nullptr;
  size_t common = 0;
  for (const std::string& line : lines) {
    if (line.empty()) continue;
    size_t blanks = line.find_first_not_of(" \t");
    if (!margin) {
      margin = &line;
      common = blanks;
      continue;
    }
    common = std::min(common, blanks);
    for (size_t i = 0; i < common; ++i) {
      if (line[i] != (*margin)[i]) common = i;
    }
  }
  for (std::string& line : lines) line.erase(0, std::min(common, line.size()));
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    if (&line != &lines.front()) text += "\n";
    text += line;
  }
  return text;
}

}  // namespace

std::optional<SyntaxError> misspelled_keyword(const SyntaxError& error, std::string_view source,
                                              Version version, bool in_file) {
  if (error.message != "invalid syntax" &&
      error.message.find("Perhaps you forgot a comma") == std::string::npos) {
    return {};
  }
  Arena arena;
  Source prepared = prepare_source(source, arena);
  if (prepared.error) return {};
  int first = std::max(error.statement_line, 1);
  std::vector<std::string> lines = dedented(prepared.text, first, error.line);
  std::string code = joined(lines);
  if (code.size() > kMaxSize) return {};
  if (version >= Version::V3_15 && could_become_right(code, version)) return {};
  std::vector<Token> comments;
  std::string ended = code + "\n";
  int names_left = kMaxNames;
  for (const LexToken& token : lex_tolerantly(ended, version, comments).tokens) {
    if (token.type != Tok::Name) continue;
    if (in_file && token.line + first - 1 != error.line) continue;
    if (names_left-- == 0) break;
    std::string_view name = std::string_view(ended).substr(token.start, token.end - token.start);
    for (std::string_view keyword : matches(name)) {
      std::string other = code;
      other.replace(token.start, token.end - token.start, keyword);
      if (!could_become_right(other, version)) continue;
      SyntaxError found = error;
      found.text = lines[size_t(token.line) - 1];
      found.offset = token.column + 1;
      found.end_offset = token.end_column + 1;
      found.line = token.line;
      found.end_line = token.end_line;
      found.message = "invalid syntax. Did you mean '" + std::string(keyword) + "'?";
      return found;
    }
  }
  return {};
}

}  // namespace awaitscope
