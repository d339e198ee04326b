#pragma once
// Type and spacing, and with colours.h the one place that says how things look. Sizes are points;
// the grid is 4.

#include <cstdint>
#include <string_view>

#include "engine/recording/pictures/colours.h"
#include "imgui.h"
#include "ui/foreign_text.h"

namespace awaitscope {

static_assert(IM_COL32(1, 2, 3, 4) == 0x04030201, "a Colour is what ImGui takes");

struct ThemeChoice {
  Theme theme = Theme::Dark;
  float text_scale = 1;  // 0.8 to 2: multiplies all type and what must fit it
  bool operator==(const ThemeChoice&) const = default;
};

// Type: Inter for words, JetBrains Mono for what is Python.
enum class Type : uint8_t {
  Caption,     // 11, labels of sections and ticks
  Body,        // 13
  BodyStrong,  // 13 semibold
  Reading,     // 16, the explanation
  Title,       // 15 semibold
  Code,        // 13 mono
  CodeStrong,  // 13 mono bold
  CodeSmall,   // 11 mono
  Count,
};

// The fonts of the current atlas, by Type. Null before load_fonts.
ImFont* font_of(Type type);
float size_of(Type type);  // points, with the text scale

// The glyph of what a text begins with, or the one that stands for what there is none of; advances
// `text` past it. What is no UTF-8 is U+FFFD.
const ImFontGlyph* next_glyph(Type type, std::string_view& text);
// Whether next_glyph was asked for one that load_fonts would bring now.
bool fonts_lack_glyphs();

// Whether somebody draws what our fonts have no glyphs for: then they are asked for.
void let_runs_be_drawn(bool can);

// Sees to it that ImGui's atlas holds the fonts, sharp at this many pixels a point. An atlas that
// several contexts share is built for the first that asks. draw: who draws what our fonts have no
// glyphs for; nobody, where it is empty.
void load_fonts(float pixels_per_point, float text_scale, const DrawRun& draw = {});

// ImGui's own style (scrollbars, popups, the little that is left of it) in our colours.
void apply_theme(const ThemeChoice& choice);

}  // namespace awaitscope
