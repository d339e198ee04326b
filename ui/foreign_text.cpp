#include "ui/foreign_text.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "imgui_internal.h"

namespace awaitscope {

namespace {

constexpr size_t kMostRuns = 512;                               // of a face in the atlas at a time
constexpr size_t kLongestRun = 96;                              // bytes
constexpr ImWchar kFirstLetter = 0xe000, kLastLetter = 0xf8ff;  // Unicode's private use area
constexpr char32_t kJoiner = 0x200d;

struct Range {
  char32_t first, last;
};

// Scripts whose letters join, change their shape or run from right to left: a word is one run.
constexpr Range kJoining[] = {{0x0590, 0x109f}, {0x1780, 0x18af},   {0x1900, 0x1cff},
                              {0x2c80, 0x2cff}, {0xa800, 0xabff},   {0xfb1d, 0xfdff},
                              {0xfe70, 0xfeff}, {0x10800, 0x11fff}, {0x1e800, 0x1efff}};
// What belongs to the character before it.
constexpr Range kAttached[] = {{0x0300, 0x036f}, {0x1ab0, 0x1aff},   {0x1dc0, 0x1dff},
                               {0x20d0, 0x20ff}, {0x3099, 0x309a},   {0xfe00, 0xfe0f},
                               {0xfe20, 0xfe2f}, {0x1f3fb, 0x1f3ff}, {0xe0020, 0xe007f},
                               {0x11a8, 0x11ff}, {0x1160, 0x11a7}};
constexpr Range kFlag{0x1f1e6, 0x1f1ff};  // two letters of a country

template <size_t count>
bool is_in(const Range (&ranges)[count], char32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [c](const Range& each) { return c >= each.first && c <= each.last; });
}
bool is_flag(char32_t c) { return c >= kFlag.first && c <= kFlag.last; }

}  // namespace

size_t character_at(std::string_view text, char32_t& c) {
  const auto byte = [&](size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  c = byte(0);
  if (c < 0x80) return 1;
  const size_t length = c >= 0xf0 && c < 0xf5 ? 4 : c >= 0xe0 ? 3 : c >= 0xc2 ? 2 : 0;
  char32_t value = c & (0x7fu >> length);
  for (size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) {
      c = kNoCharacter;
      return i;
    }
    value = value << 6 | (byte(i) & 0x3f);
  }
  c = length == 0 || c >= 0xf5 ? kNoCharacter : value;
  return std::max<size_t>(1, length);
}

size_t ForeignText::run_at(std::string_view text, bool (*has)(void*, char32_t), void* font) {
  char32_t first = 0;
  size_t end = character_at(text, first);
  const bool word = is_in(kJoining, first);
  char32_t before = first;
  bool flag = is_flag(first);
  while (end < text.size() && end < kLongestRun) {
    char32_t c = 0;
    const size_t length = character_at(text.substr(end), c);
    const bool attached = is_in(kAttached, c) || c == kJoiner || before == kJoiner;
    const bool joins = word && (is_in(kJoining, c) || c == 0x200c);
    if (!attached && !joins && !(flag && is_flag(c))) break;
    if (!attached && has(font, c)) break;
    flag = false;
    before = c;
    end += length;
  }
  return std::min(end, text.size());
}

const ImFontGlyph* ForeignText::glyph(size_t face, const ImFont& font, std::string_view text) {
  if (runs_.size() <= face) runs_.resize(face + 1);
  const auto run = runs_[face].find(text);
  if (run == runs_[face].end()) {
    lacks_ = true;
    runs_[face].emplace(text, Run());
    return nullptr;
  }
  run->second.used = true;
  return run->second.letter ? font.FindGlyphNoFallback(run->second.letter) : nullptr;
}

void ForeignText::before_build(ImFontAtlas& atlas, const std::vector<Face>& faces,
                               const DrawRun& draw) {
  lacks_ = false;
  if (!draw) runs_.clear();  // who can draw is asked for them again
  ImWchar letter = kFirstLetter;
  for (size_t i = 0; i < runs_.size(); ++i) {
    auto& runs = runs_[i];
    const Face& face = faces[i];
    if (runs.size() > kMostRuns)
      std::erase_if(runs, [](const auto& each) { return !each.second.used; });
    size_t count = 0;
    for (auto& [text, run] : runs) {
      run.used = false;
      run.letter = 0;
      if (++count > kMostRuns) continue;
      if (run.size != face.size) run.image = draw(text, face.size, face.code);
      run.size = face.size;
      if (run.image.pixels.empty() || letter > kLastLetter) continue;
      run.letter = letter++;
      run.rectangle = atlas.AddCustomRectFontGlyph(face.font, run.letter, run.image.width,
                                                   run.image.height, run.image.advance, {0, 0});
    }
  }
}

void ForeignText::after_build(ImFontAtlas& atlas, const std::vector<Face>& faces) {
  unsigned char* bytes = nullptr;
  int width = 0, height = 0;
  for (size_t i = 0; i < runs_.size(); ++i) {
    ImFont& font = *faces[i].font;
    for (auto& [text, run] : runs_[i]) {
      if (!run.letter) continue;
      if (!bytes) atlas.GetTexDataAsRGBA32(&bytes, &width, &height);
      const RunImage& image = run.image;
      const ImFontAtlasCustomRect* at = atlas.GetCustomRectByIndex(run.rectangle);
      for (int y = 0; y < image.height; ++y) {
        std::memcpy(bytes + (size_t(at->Y + y) * size_t(width) + at->X) * 4,
                    image.pixels.data() + size_t(y) * size_t(image.width), size_t(image.width) * 4);
      }
      // On the baseline, which is known only now.
      auto* glyph = const_cast<ImFontGlyph*>(font.FindGlyphNoFallback(run.letter));
      glyph->Y0 = std::round(font.Ascent) - float(image.above);
      glyph->Y1 = glyph->Y0 + float(image.height);
      glyph->Colored = image.coloured;
    }
  }
}

}  // namespace awaitscope
