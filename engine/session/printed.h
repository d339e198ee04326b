#pragma once
// What a run has printed on standard output, as lines.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/recording/reading/reader.h"

namespace awaitscope {

struct PrintedLine {
  std::string text;    // without the line break
  size_t step = 0;     // that printed the last of it
  size_t begin = 0;    // that printed the first of it
  bool ended = false;  // with a line break
};

std::vector<PrintedLine> printed_lines(const Reader& reader);

}  // namespace awaitscope
