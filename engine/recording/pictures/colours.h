#pragma once
// Colours: the one place that says which, for the interface and for pictures.
//
// The chrome is nearly without colour, so that colour can mean something: each task has one, and
// wherever it is seen (source, timeline, loop) it is that task. Task colours are told apart with
// the common colour-blindnesses, and no state is told by colour alone.

#include <cstdint>

namespace awaitscope {

using Colour = uint32_t;  // red, green, blue and alpha, a byte each, red the lowest

enum class Theme : uint8_t { Dark, Light, HighContrast };

struct Palette {
  Colour window, panel, raised, hover, line, line_strong;  // surfaces, from far to near, and rules
  Colour text, muted, faint;                               // ink
  Colour accent, accent_soft, on_accent;                   // what can be done, and is chosen
  Colour error, error_soft, warning, good;
  Colour keyword, await_keyword, string, number, comment, definition, builtin, decorator;  // source
  Colour shadow;
};

inline constexpr int kTaskColours = 7;

const Palette& palette_of(Theme theme);
// Of a task (from 1); 0, outside any task, is neutral.
Colour task_colour(Theme theme, uint32_t task);
Colour with_alpha(Colour colour, float alpha);    // times its own
Colour mix(Colour from, Colour to, float share);  // share 0: from, 1: to

// A bar of the timeline, in its task's colour. Its states are also told apart by hatching, and by
// the shape of its end.
struct BarInk {
  Colour running, rest;  // fills: while it runs; else
  Colour handle;         // of a callback
  Colour hatch;          // on rest: suspended
  Colour folded;         // many that are too narrow to be told apart
  Colour edge;
};
BarInk bar_ink(Theme theme, Colour colour);

}  // namespace awaitscope
