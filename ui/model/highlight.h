#pragma once
// Python's source cut into lines, and these into runs of one colour. Pure.

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/syntax/version.h"

namespace awaitscope {

enum class Ink : uint8_t {
  Plain,
  Keyword,
  Await,
  String,
  Number,
  Comment,
  Definition,
  Builtin,
  Self,
  Decorator,
  Operator,
  Error,
};

struct InkRun {
  uint32_t start, end;  // bytes of the source; no run crosses a line break
  Ink ink;
};

struct SourceLine {
  uint32_t start, end;       // bytes, without the line break
  uint32_t first_run, runs;  // what is in no run is blank
};

struct HighlightedSource {
  std::vector<SourceLine> lines;  // at least one
  std::vector<InkRun> runs;
  uint32_t longest = 0;  // bytes of the longest line
};

HighlightedSource highlight(std::string_view source, Version version);

}  // namespace awaitscope
