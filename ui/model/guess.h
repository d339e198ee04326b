#pragma once
// "What prints next?": the choices put to somebody who guesses, before the step that says. Pure.

#include <cstddef>
#include <string_view>
#include <vector>

#include "ui/model/output_lines.h"

namespace awaitscope {

struct Guess {
  bool on = false;
  int asked = 0, right = 0;
  bool was_right = false;  // the last one
  // The choices at this many lines printed, for the recording of this version.
  size_t printed = SIZE_MAX;
  uint64_t version = 0;
  std::vector<std::string_view> choices;  // empty text: nothing more is printed
  size_t answer = 0;                      // into choices
  size_t next = 0;                        // the line that is next; how many there are where none is

  static constexpr size_t kMostLines = 3;  // and "nothing more"
  // Brings the choices up to date. They are in an order that tells nothing.
  void ask(const OutputLines& output, size_t lines_printed, uint64_t of_version);
};

}  // namespace awaitscope
