#include "engine/recording/pictures/colours.h"

#include <algorithm>

namespace awaitscope {

namespace {

constexpr Colour rgb(uint32_t hex, uint32_t alpha = 255) {
  return (hex >> 16 & 255) | (hex & 0xff00) | (hex & 255) << 16 | alpha << 24;
}

constexpr Palette kDark = {
    .window = rgb(0x0c0d10),
    .panel = rgb(0x121418),
    .raised = rgb(0x1d2026),
    .hover = rgb(0x262a32),
    .line = rgb(0x22252c),
    .line_strong = rgb(0x383d47),
    .text = rgb(0xe9ebee),
    .muted = rgb(0xa3aab4),
    .faint = rgb(0x8b929e),
    .accent = rgb(0xa898ff),
    .accent_soft = rgb(0xa898ff, 40),
    .on_accent = rgb(0x14101f),
    .error = rgb(0xff7a72),
    .error_soft = rgb(0xff5c55, 34),
    .warning = rgb(0xf0b45a),
    .good = rgb(0x58c99a),
    .keyword = rgb(0xb0a6e8),
    .await_keyword = rgb(0xc9bcff),
    .string = rgb(0xa5cda0),
    .number = rgb(0xe3bd8d),
    .comment = rgb(0x8b929e),
    .definition = rgb(0xffffff),
    .builtin = rgb(0x9cc4d9),
    .decorator = rgb(0xd3a9c3),
    .shadow = rgb(0x000000, 120),
};

constexpr Palette kLight = {
    .window = rgb(0xefeeeb),
    .panel = rgb(0xfcfcfb),
    .raised = rgb(0xf0efec),
    .hover = rgb(0xe6e5e1),
    .line = rgb(0xe3e2de),
    .line_strong = rgb(0xc6c5c0),
    .text = rgb(0x1b1d21),
    .muted = rgb(0x4f545c),
    .faint = rgb(0x5f646d),
    .accent = rgb(0x5b43c9),
    .accent_soft = rgb(0x5b43c9, 26),
    .on_accent = rgb(0xffffff),
    .error = rgb(0xcc1f3a),
    .error_soft = rgb(0xd83a3a, 24),
    .warning = rgb(0x7a5a00),
    .good = rgb(0x08704b),
    .keyword = rgb(0x6247b3),
    .await_keyword = rgb(0x5127c4),
    .string = rgb(0x2f6627),
    .number = rgb(0x8a4b0a),
    .comment = rgb(0x5f646d),
    .definition = rgb(0x0b0c0e),
    .builtin = rgb(0x165a78),
    .decorator = rgb(0x8f3d74),
    .shadow = rgb(0x2a2620, 46),
};

constexpr Palette kHighContrast = {
    .window = rgb(0x000000),
    .panel = rgb(0x000000),
    .raised = rgb(0x1c1c1c),
    .hover = rgb(0x303030),
    .line = rgb(0x6e6e6e),
    .line_strong = rgb(0xb4b4b4),
    .text = rgb(0xffffff),
    .muted = rgb(0xe0e0e0),
    .faint = rgb(0xc0c0c0),
    .accent = rgb(0xffe14d),
    .accent_soft = rgb(0xffe14d, 56),
    .on_accent = rgb(0x000000),
    .error = rgb(0xff8f86),
    .error_soft = rgb(0xff5c55, 60),
    .warning = rgb(0xffc866),
    .good = rgb(0x7df0bd),
    .keyword = rgb(0xd8ceff),
    .await_keyword = rgb(0xffe14d),
    .string = rgb(0xb8f0b0),
    .number = rgb(0xffd6a0),
    .comment = rgb(0xc0c0c0),
    .definition = rgb(0xffffff),
    .builtin = rgb(0xb6e6ff),
    .decorator = rgb(0xffc6ea),
    .shadow = rgb(0x000000, 200),
};

// Sky, orange, green, pink, yellow, vermilion, blue: after Okabe and Ito's set, moved to equal
// weight on each background, and apart with every sight: tests/ui/contrast_test.cpp measures that.
constexpr Colour kDarkTasks[kTaskColours] = {
    rgb(0x5cb8f2), rgb(0xf2a33a), rgb(0x35c493), rgb(0xe99ad0),
    rgb(0xe6da62), rgb(0xf07f56), rgb(0x7f9cf5),
};
constexpr Colour kLightTasks[kTaskColours] = {
    rgb(0x0768a4), rgb(0x9f4c00), rgb(0x027151), rgb(0xa2417a),
    rgb(0x646611), rgb(0xac3c36), rgb(0x3f53bf),
};

}  // namespace

const Palette& palette_of(Theme theme) {
  switch (theme) {
    case Theme::Dark: return kDark;
    case Theme::Light: return kLight;
    case Theme::HighContrast: return kHighContrast;
  }
  return kDark;
}

Colour task_colour(Theme theme, uint32_t task) {
  if (task == 0) return palette_of(theme).muted;
  const uint32_t i = (task - 1) % kTaskColours;
  return theme == Theme::Light ? kLightTasks[i] : kDarkTasks[i];
}

BarInk bar_ink(Theme theme, Colour colour) {
  const Colour panel = palette_of(theme).panel;
  const bool light = theme == Theme::Light;
  return {.running = mix(panel, colour, light ? 0.34f : 0.42f),
          .rest = mix(panel, colour, 0.10f),
          .handle = mix(panel, colour, 0.26f),
          .hatch = mix(panel, colour, light ? 0.9f : 0.68f),
          .folded = mix(panel, colour, 0.55f),
          .edge = mix(panel, colour, light ? 0.9f : 0.68f)};
}

Colour with_alpha(Colour colour, float alpha) {
  const float a = float(colour >> 24) * std::clamp(alpha, 0.f, 1.f);
  return (colour & 0xffffff) | uint32_t(a + 0.5f) << 24;
}

Colour mix(Colour from, Colour to, float share) {
  Colour result = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const float a = float(from >> shift & 255), b = float(to >> shift & 255);
    result |= uint32_t(a + (b - a) * share + 0.5f) << shift;
  }
  return result;
}

}  // namespace awaitscope
