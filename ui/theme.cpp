#include "ui/theme.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "ui/fonts/fonts.h"

namespace awaitscope {

namespace {

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
struct {
  const ImFontAtlas* atlas = nullptr;
  float pixels_per_point = 0;
  bool has_runs = false;
} built;  // what the fonts were drawn into, and how
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

namespace {

void build_fonts(ImFontAtlas& atlas, float pixels_per_point, float text_scale,
                 const DrawRun& draw) {
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  atlas.TexGlyphPadding = 1;
  built = {&atlas, pixels_per_point, bool(draw)};
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
      return atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(file.data()), int(file.size()),
                                        em * face.line, &config);
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
  foreign.before_build(atlas, faces, draw);
  atlas.Build();
  foreign.after_build(atlas, faces);
}

}  // namespace

void load_fonts(float pixels_per_point, float text_scale, const DrawRun& draw) {
  ImGuiIO& io = ImGui::GetIO();
  const bool has_them = io.Fonts->IsBuilt() && built.atlas == io.Fonts &&
                        built.pixels_per_point == pixels_per_point &&
                        loaded_text_scale == text_scale && !built.has_runs && !draw &&
                        !fonts_lack_glyphs();
  if (!has_them) build_fonts(*io.Fonts, pixels_per_point, text_scale, draw);
  io.FontDefault = loaded[size_t(Type::Body)];
  io.FontGlobalScale = 1 / pixels_per_point;
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
