#pragma once
// The first error of a compilation, and its warnings. The passes go on after an error only as far
// as costs nothing: whoever visits a node asks failed() first.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/ast.h"
#include "engine/syntax/syntax.h"

namespace awaitscope {

class CompileErrors {
 public:
  explicit CompileErrors(std::string_view source) : source_(source) {}

  bool failed() const { return error_.has_value(); }
  void report(std::string message, const ast::Position& at);  // the first one counts
  void warn(std::string message, const ast::Position& at);

  std::optional<SyntaxError> take_error() { return std::move(error_); }
  std::vector<SyntaxError> take_warnings() { return std::move(warnings_); }

 private:
  SyntaxError located(std::string message, const ast::Position& at) const;

  std::string_view source_;
  std::optional<SyntaxError> error_;
  std::vector<SyntaxError> warnings_;
};

// How deep the passes go into each other, since the machine's own stack is small: a little deeper
// than the parser does. Chains that only look deep (a + b + c..., elif) do not count.
inline constexpr int kMaxNesting = 1100;
inline constexpr const char* kTooDeep = "too deeply nested to be compiled";

// How much is compiled: `finally` within `finally` doubles its body each time.
inline constexpr size_t kMaxInstructions = 500'000;
inline constexpr const char* kTooLarge =
    "too large to be compiled (the limit is 500,000 instructions; finally within finally doubles "
    "them)";

}  // namespace awaitscope
