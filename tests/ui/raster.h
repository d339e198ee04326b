#pragma once
// What a back end would show of ImGui's draw lists, as pixels, and what each letter is drawn on.

#include <cstdint>
#include <vector>

#include "imgui.h"

namespace awaitscope::testing {

struct Glyph {
  ImVec2 at;          // its middle, in points
  ImU32 ink, ground;  // as it is seen: over what was drawn before it
};

struct Picture {
  int width = 0, height = 0;  // pixels
  std::vector<ImU32> pixels;
  std::vector<Glyph> glyphs;

  ImU32 at(int x, int y) const { return pixels[size_t(y) * size_t(width) + size_t(x)]; }
};

// The frame that was rendered last, in the current context.
Picture rasterise(float pixels_per_point);

float luminance(ImU32 colour);               // as WCAG has it, 0 to 1; alpha apart
float contrast(ImU32 one, ImU32 other);      // WCAG's, 1 to 21
ImU32 over(ImU32 colour, ImU32 background);  // what is seen

// How far colours look apart, by their distance in Oklab times 100: about 2 can just be told.
float difference(ImU32 one, ImU32 other);

enum class Sight { Usual, Protanopia, Deuteranopia, Tritanopia };
ImU32 seen_with(Sight sight, ImU32 colour);  // after Machado, Oliveira and Fernandes, 2009

}  // namespace awaitscope::testing
