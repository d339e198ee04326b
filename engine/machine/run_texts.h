#pragma once
// What the text of tracebacks and warnings depends on in one run.

#include <set>
#include <string>
#include <vector>

#include "engine/objects/value.h"

namespace awaitscope {

struct PreparedText {
  Ref exception;
  std::string text;
};

struct RunTexts {
  std::string source;
  std::vector<size_t> lines;             // where each begins
  std::set<std::string> warned;          // "category:line:text" of what has been shown
  std::vector<PreparedText> exceptions;  // see prepare_exception_text
};

}  // namespace awaitscope
