#pragma once
// How much is shown and where, as somebody has chosen it: kept on their device from visit to visit.

#include <string>
#include <string_view>

#include "engine/recording/reading/reader.h"

namespace awaitscope {

struct Arrangement {
  Depth depth = Depth::Story;
  // Shares of the window that were dragged to; 0: as the layout has them.
  float timeline = 0;  // of the height
  float side = 0;      // of the width, for loop and output
  float output = 0;    // of the side: its height, or its width where it is beside the loop

  friend bool operator==(const Arrangement&, const Arrangement&) = default;
};

// "depth=protocol&timeline=0.42"; what is as at first is left out.
std::string text_of(const Arrangement& arrangement);
// What cannot be read is as at first.
Arrangement arrangement_from(std::string_view text);

}  // namespace awaitscope
