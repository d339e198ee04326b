#pragma once
// Two programs side by side: their lines, and the order of calls in their runs, with what they have
// in common in the same rows.
//
// Of a run the calls are compared: where the program's own frames start, suspend, go on, return or
// raise, and what is printed. Two calls are the same where kind, function and what there is to say
// (the line that awaits, the result, the exception, the text) are; line numbers and times may
// differ, since a setting moves them. Two lines are the same where only their indentation differs.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/recording/reading/reader.h"

namespace awaitscope {

struct Call {
  EventKind kind = EventKind::Begin;  // Throw counts as Resume; End is how the run ended
  size_t step = 0;
  int line = 0;        // 0 where it has none
  uint32_t depth = 0;  // of calls, for indentation
  double time = 0;
  std::string function;  // empty: output, or the end
  std::string detail;

  std::string_view word() const { return word_of(kind); }
};

// What is kept of a program and its run to be compared with others.
struct CallOrder {
  static constexpr size_t kMostCalls = 20'000;
  std::string source;
  std::vector<std::string_view> lines;  // of the source, without indentation and line break
  std::vector<Call> calls;              // the first kMostCalls of them, and how the run ended

  CallOrder() = default;
  // end: how the run ended, as it is to be said: "exit 0", "idle".
  CallOrder(std::string_view program, const Reader& reader, const Recording& recording,
            std::string_view end);
  CallOrder(const CallOrder&) = delete;  // lines lead into source
  CallOrder& operator=(const CallOrder&) = delete;
};

struct ComparedRow {
  static constexpr size_t kNone = SIZE_MAX;
  size_t left = kNone, right = kNone;  // indices; kNone where that side has nothing
  bool same = false;
};

struct Comparison {
  std::vector<ComparedRow> lines, calls;
  size_t first_difference() const;  // row of calls; their number where all are the same
};

// The same rows with what only one side has in rows of its own, the left's before the right's: for
// one column.
std::vector<ComparedRow> below_one_another(const std::vector<ComparedRow>& rows);

Comparison compare(const CallOrder& left, const CallOrder& right);

// Rows for two lists of keys with as few differences as can be found: all of them where they are
// not too many, else those of one stretch after the other.
std::vector<ComparedRow> align(const std::vector<uint32_t>& left,
                               const std::vector<uint32_t>& right);

}  // namespace awaitscope
