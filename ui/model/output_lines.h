#pragma once
// What a program printed, as lines, each with the steps that printed it. Pure.
// Standard output and standard error are kept apart: a piece of one ends an unfinished line of the
// other.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/recording/reading/reader.h"

namespace awaitscope {

struct OutputLine {
  std::string text;  // without the line break
  bool error = false;
  size_t step = 0;  // that printed its beginning
  struct Part {
    size_t step, end;
  };  // text up to `end` was there at `step`
  std::vector<Part> parts;

  // What of it was there at a step.
  std::string_view at(size_t step) const;
};

struct OutputLines {
  std::vector<OutputLine> lines;
  // Where each line begins, in rows, when lines are broken after so many characters: one more than
  // there are lines. See break_after.
  std::vector<uint32_t> first_row;

  void assign(const std::vector<Reader::Piece>& pieces);
  size_t count_at(size_t step) const;  // how many lines had begun
  void break_after(uint32_t columns);  // does nothing where it is so already

 private:
  uint32_t columns_ = 0;
};

}  // namespace awaitscope
