#pragma once
// What one switch has changed: the program before it, and its run, beside those after it. Whatever
// is said here is a fact of the two recordings.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lesson/toggles.h"
#include "engine/recording/reading/reader.h"

namespace awaitscope {

// How a program failed: its exception, as the last line of the traceback has it, and the step at
// which it was raised.
struct Failure {
  std::string exception;  // "ValueError: no"
  size_t step = 0;
  int line = 0;
};
std::optional<Failure> failure_of(const Reader& reader, const Recording& recording);

// What is kept of a program and its run, for what a switch has changed to be said.
struct BeforeSwitch {
  std::string source;
  Toggles toggles;
  std::optional<Failure> failure;
  std::set<int> lines_run;  // other than in the body of a class
};
BeforeSwitch before_switch(const std::string& source, const Toggles& toggles, const Reader& reader,
                           const Recording& recording);

struct SwitchChange {
  size_t toggle = 0;           // its place in toggle_table()
  std::string text;            // in words, with names between backticks
  std::vector<int> lines;      // of the program: those that it did not have before, ascending
  std::optional<size_t> step;  // that shows what is said
  bool replaced = false;  // all of it: the program is another than somebody's own
};
// Nothing where more than one switch differs, or none.
std::optional<SwitchChange> change_of(const BeforeSwitch& before, const std::string& source,
                                      const Toggles& toggles, const Reader& reader,
                                      const Recording& recording);
SwitchChange change_by_replacing();

}  // namespace awaitscope
