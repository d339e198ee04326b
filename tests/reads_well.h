#pragma once
// Whether a text for people reads well, as far as a program can tell: sentences of at most twenty
// words, and none of the words that stand for a plainer one. What is in backticks or quoted counts
// as one word, whatever it is.

#include <cctype>
#include <string>
#include <string_view>

namespace awaitscope::testing {

constexpr int kMostWords = 20;

// "" where it does, else what is wrong.
inline std::string what_reads_badly(std::string_view text) {
  std::string plain;
  char quote = 0;
  for (char c : text) {
    if (quote) {
      if (c == quote) quote = 0;
    } else if (c == '`' || c == '"') {
      quote = c;
      plain += 'X';
    } else {
      plain += c;
    }
  }
  int words = 0;
  bool inside = false;
  std::string lower = " ";
  for (size_t i = 0; i < plain.size(); ++i) {
    const char c = plain[i];
    const bool ends =
        (c == '.' || c == '!' || c == '?') && (i + 1 == plain.size() || plain[i + 1] == ' ');
    if (std::isspace(static_cast<unsigned char>(c))) {
      inside = false;
    } else if (!inside) {
      inside = true;
      if (++words > kMostWords) return "more than twenty words";
    }
    if (ends) words = 0;
    const bool letter = std::isalpha(static_cast<unsigned char>(c)) || c == '\'' || c == '-';
    lower += letter ? char(std::tolower(static_cast<unsigned char>(c))) : ' ';
  }
  lower += ' ';
  for (std::string_view word : {"goes on",          "go on",
                                "going on",         "runs on",
                                "is over",          "are over",
                                "stands",           "stand",
                                "worked out",       "whoever",
                                "what it gives",    "meanwhile",
                                "went well",        "nobody",
                                "somebody",         "makes a coroutine",
                                "make a coroutine", "made a coroutine",
                                "makes a task",     "make a task",
                                "for ever",         "is made",
                                "are made",         "flip"}) {
    if (lower.find(" " + std::string(word) + " ") != std::string::npos) return std::string(word);
  }
  return "";
}

}  // namespace awaitscope::testing
