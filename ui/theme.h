#pragma once
// Colours, type and spacing: the one place that says how things look.
//
// The chrome is nearly without colour, so that colour can mean something: each task has one, and
// wherever it is seen (source, timeline, loop) it is that task. Task colours are told apart with
// the common colour-blindnesses, and no state is told by colour alone. Sizes are points; the grid
// is 4.

#include <cstdint>
#include <string_view>

#include "imgui.h"
#include "ui/foreign_text.h"

namespace awaitscope {

enum class Theme : uint8_t { Dark, Light, HighContrast };

struct ThemeChoice {
  Theme theme = Theme::Dark;
  float text_scale = 1;  // 0.8 to 2: multiplies all type and what must fit it
  bool operator==(const ThemeChoice&) const = default;
};

struct Palette {
  ImU32 window, panel, raised, hover, line, line_strong;  // surfaces, from far to near, and rules
  ImU32 text, muted, faint;                               // ink
  ImU32 accent, accent_soft, on_accent;                   // what can be done, and is chosen
  ImU32 error, error_soft, warning, good;
  ImU32 keyword, await_keyword, string, number, comment, definition, builtin, decorator;  // source
  ImU32 shadow;
};

inline constexpr int kTaskColours = 7;

const Palette& palette_of(Theme theme);
// Of a task (from 1); 0, outside any task, is neutral.
ImU32 task_colour(Theme theme, uint32_t task);
ImU32 with_alpha(ImU32 colour, float alpha);   // times its own
ImU32 mix(ImU32 from, ImU32 to, float share);  // share 0: from, 1: to

// A bar of the timeline, in its task's colour. Its states are also told apart by hatching, and by
// the shape of its end.
struct BarInk {
  ImU32 running, rest;  // fills: while it runs; else
  ImU32 handle;         // of a callback
  ImU32 hatch;          // on rest: suspended
  ImU32 folded;         // many that are too narrow to be told apart
  ImU32 edge;
};
BarInk bar_ink(Theme theme, ImU32 colour);

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

// Clears and builds ImGui's atlas, sharp at this many pixels a point. draw: who draws what our
// fonts have no glyphs for; nobody, where it is empty.
void load_fonts(float pixels_per_point, float text_scale, const DrawRun& draw = {});

// ImGui's own style (scrollbars, popups, the little that is left of it) in our colours.
void apply_theme(const ThemeChoice& choice);

}  // namespace awaitscope
