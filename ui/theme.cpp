#include "ui/theme.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "ui/fonts/fonts.h"

namespace awaitscope {

namespace {

constexpr ImU32 rgb(uint32_t hex, uint32_t alpha = 255) {
  return IM_COL32(hex >> 16 & 255, hex >> 8 & 255, hex & 255, alpha);
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
constexpr ImU32 kDarkTasks[kTaskColours] = {
    rgb(0x5cb8f2), rgb(0xf2a33a), rgb(0x35c493), rgb(0xe99ad0),
    rgb(0xe6da62), rgb(0xf07f56), rgb(0x7f9cf5),
};
constexpr ImU32 kLightTasks[kTaskColours] = {
    rgb(0x0768a4), rgb(0x9f4c00), rgb(0x027151), rgb(0xa2417a),
    rgb(0x646611), rgb(0xac3c36), rgb(0x3f53bf),
};

struct Face {
  std::span<const unsigned char> (*data)();
  std::span<const unsigned char> (*more)();
  float size;         // of the em, in points
  float line;         // ascent plus descent, in ems: what stb_truetype calls the height
  bool whole_pixels;  // each character as wide as a whole number of pixels
  bool every_glyph;   // or only what words and numbers need
};

constexpr float kInterLine = 1.2102f, kMonoLine = 1.32f;

constexpr Face kFaces[] = {
    {fonts::inter_regular, fonts::inter_regular_more, 11, kInterLine, false, false},
    {fonts::inter_regular, fonts::inter_regular_more, 13, kInterLine, false, true},
    {fonts::inter_semibold, fonts::inter_semibold_more, 13, kInterLine, false, false},
    {fonts::inter_regular, fonts::inter_regular_more, 15, kInterLine, false, false},
    {fonts::inter_semibold, fonts::inter_semibold_more, 15, kInterLine, false, false},
    {fonts::jetbrains_mono_regular, fonts::jetbrains_mono_regular_more, 13, kMonoLine, true, true},
    {fonts::jetbrains_mono_bold, fonts::jetbrains_mono_bold_more, 13, kMonoLine, true, false},
    {fonts::jetbrains_mono_regular, fonts::jetbrains_mono_regular_more, 11, kMonoLine, true, false},
};
static_assert(std::size(kFaces) == size_t(Type::Count));

std::array<ImFont*, size_t(Type::Count)> loaded{};
float loaded_text_scale = 1;
ForeignText foreign;
bool foreign_can_be_drawn = false;
bool more_glyphs_loaded = false;
bool more_glyphs = false;  // something has been drawn that is not in the first files

constexpr ImWchar kWords[] = {
    0x0020, 0x007e, 0x00a0, 0x00ff, 0x2010, 0x2026, 0x2039, 0x203a, 0x2190, 0x2199,
    0x25b6, 0x25b6, 0x25cf, 0x25cf, 0x26a0, 0x26a0, 0x2713, 0x2717, 0,
};
constexpr ImWchar kEvery[] = {
    0x0020, 0x007e, 0x00a0, 0x017f, 0x0370, 0x045f, 0x2010, 0x23ff, 0x2500, 0x27ff, 0,
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

ImU32 task_colour(Theme theme, uint32_t task) {
  if (task == 0) return palette_of(theme).muted;
  const uint32_t i = (task - 1) % kTaskColours;
  return theme == Theme::Light ? kLightTasks[i] : kDarkTasks[i];
}

BarInk bar_ink(Theme theme, ImU32 colour) {
  const ImU32 panel = palette_of(theme).panel;
  const bool light = theme == Theme::Light;
  return {.running = mix(panel, colour, light ? 0.34f : 0.42f),
          .rest = mix(panel, colour, 0.10f),
          .handle = mix(panel, colour, 0.26f),
          .hatch = mix(panel, colour, light ? 0.9f : 0.68f),
          .folded = mix(panel, colour, 0.55f),
          .edge = mix(panel, colour, light ? 0.9f : 0.68f)};
}

ImU32 with_alpha(ImU32 colour, float alpha) {
  const float a = float(colour >> IM_COL32_A_SHIFT & 255) * std::clamp(alpha, 0.f, 1.f);
  return (colour & ~IM_COL32_A_MASK) | uint32_t(a + 0.5f) << IM_COL32_A_SHIFT;
}

ImU32 mix(ImU32 from, ImU32 to, float share) {
  ImU32 result = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const float a = float(from >> shift & 255), b = float(to >> shift & 255);
    result |= uint32_t(a + (b - a) * share + 0.5f) << shift;
  }
  return result;
}

ImFont* font_of(Type type) { return loaded[size_t(type)]; }

float size_of(Type type) { return kFaces[size_t(type)].size * loaded_text_scale; }

const ImFontGlyph* next_glyph(Type type, std::string_view& text) {
  ImFont* font = font_of(type);
  char32_t c = 0;
  size_t length = character_at(text, c);
  auto has = [](void* of, char32_t character) {
    return character <= IM_UNICODE_CODEPOINT_MAX &&
           static_cast<ImFont*>(of)->FindGlyphNoFallback(ImWchar(character)) != nullptr;
  };
  const bool is_private = c >= 0xe000 && c <= 0xf8ff;  // where glyphs of runs are
  if (!is_private && has(font, c)) {
    text.remove_prefix(std::min(length, text.size()));
    return font->FindGlyphNoFallback(ImWchar(c));
  }
  bool ours = is_private || c == kNoCharacter;
  for (const ImWchar* range = kEvery; range[0] && !ours; range += 2) {
    ours = c >= range[0] && c <= range[1];
    more_glyphs |= ours;
  }
  const ImFontGlyph* glyph = nullptr;
  if (!ours && foreign_can_be_drawn) {
    const size_t run = ForeignText::run_at(text, has, font);
    glyph = foreign.glyph(size_t(type), *font, text.substr(0, run));
    if (glyph) length = run;
  }
  text.remove_prefix(std::min(length, text.size()));
  return glyph ? glyph : font->FallbackGlyph;
}

bool fonts_lack_glyphs() {
  return (more_glyphs && !more_glyphs_loaded) || (foreign_can_be_drawn && foreign.lacks());
}

void let_runs_be_drawn(bool can) { foreign_can_be_drawn = can; }

void load_fonts(float pixels_per_point, float text_scale, const DrawRun& draw) {
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts->Clear();
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
  io.Fonts->TexGlyphPadding = 1;
  loaded_text_scale = text_scale;
  for (size_t i = 0; i < std::size(kFaces); ++i) {
    const Face& face = kFaces[i];
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    // One pixel more than nothing is seen between two places of a letter; at 2x there is no need.
    config.OversampleH = face.whole_pixels || pixels_per_point >= 1.75f ? 1 : 2;
    config.OversampleV = 1;
    config.PixelSnapH = face.whole_pixels;
    config.GlyphRanges = face.every_glyph ? kEvery : kWords;
    const float em = face.size * text_scale * pixels_per_point;
    // AddFont copies the configuration; the data is only read.
    const auto add = [&](std::span<const unsigned char> file) {
      return io.Fonts->AddFontFromMemoryTTF(const_cast<unsigned char*>(file.data()),
                                            int(file.size()), em * face.line, &config);
    };
    loaded[i] = add(face.data());
    config.MergeMode = true;
    if (more_glyphs) add(face.more());
  }
  more_glyphs_loaded = more_glyphs;
  std::vector<ForeignText::Face> faces;
  for (size_t i = 0; i < std::size(kFaces); ++i) {
    faces.push_back(
        {loaded[i], kFaces[i].size * text_scale * pixels_per_point, kFaces[i].whole_pixels});
  }
  foreign.before_build(*io.Fonts, faces, draw);
  io.FontDefault = loaded[size_t(Type::Body)];
  io.FontGlobalScale = 1 / pixels_per_point;
  io.Fonts->Build();
  foreign.after_build(*io.Fonts, faces);
}

void apply_theme(const ThemeChoice& choice) {
  const Palette& p = palette_of(choice.theme);
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowPadding = {0, 0};
  style.FramePadding = {0, 0};
  style.ItemSpacing = {0, 0};
  style.WindowBorderSize = 0;
  style.PopupBorderSize = 0;
  style.ChildBorderSize = 0;
  style.WindowRounding = 0;
  style.WindowMinSize = {1, 1};
  style.AntiAliasedLinesUseTex = true;
  style.MouseCursorScale = 1;
  style.Colors[ImGuiCol_WindowBg] = ImGui::ColorConvertU32ToFloat4(p.window);
  style.Colors[ImGuiCol_PopupBg] = ImGui::ColorConvertU32ToFloat4(p.panel);
  style.Colors[ImGuiCol_Text] = ImGui::ColorConvertU32ToFloat4(p.text);
  style.Colors[ImGuiCol_Border] = ImGui::ColorConvertU32ToFloat4(p.line);
  style.Colors[ImGuiCol_ModalWindowDimBg] = ImGui::ColorConvertU32ToFloat4(p.shadow);
}

}  // namespace awaitscope
