#pragma once
// Text in scripts that our own fonts have no glyphs for: CJK, Arabic, Hebrew, Devanagari, emoji ...
//
// Who can draw it is the host, with the fonts of the system. It is drawn run by run: one character
// where that stands alone, a word where letters join or run from right to left. A run becomes one
// glyph of the atlas; the next frame but one has it, and until then there is the glyph that stands
// for what there is none of, as there is where no host draws.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"

namespace awaitscope {

// What a run looks like: white on nothing, or in its own colours. All in pixels.
struct RunImage {
  int width = 0, height = 0;
  int above = 0;  // rows above the baseline
  float advance = 0;
  bool coloured = false;
  std::vector<uint32_t>
      pixels;  // red in the lowest byte, then green, blue, alpha; rows from the top
};
// size: the em, in pixels; code: in letters of one width. An empty image: it cannot be drawn.
using DrawRun = std::function<RunImage(std::string_view text, float size, bool code)>;

// The character that a text (of a byte at least) begins with, and how many bytes it has. What is no
// UTF-8 is kNoCharacter.
inline constexpr char32_t kNoCharacter = 0xfffd;
size_t character_at(std::string_view text, char32_t& c);

class ForeignText {
 public:
  // How many bytes at the begin of a text, whose first character no font of ours has, are one run.
  // has(c): is c a character that one of ours has?
  static size_t run_at(std::string_view text, bool (*has)(void*, char32_t), void* font);

  // The glyph of a run, or nullptr where it is not there (yet). face: which of the loaded fonts.
  const ImFontGlyph* glyph(size_t face, const ImFont& font, std::string_view run);
  bool lacks() const { return lacks_; }  // a glyph was asked for that load would bring

  struct Face {
    ImFont* font;
    float size;  // the em, in pixels
    bool code;
  };
  // Around ImFontAtlas::Build(): what was asked for since the last time, and what was drawn then.
  void before_build(ImFontAtlas& atlas, const std::vector<Face>& faces, const DrawRun& draw);
  void after_build(ImFontAtlas& atlas, const std::vector<Face>& faces);

 private:
  struct Run {
    bool used = true;    // since the last build
    float size = 0;      // that it has been drawn for
    ImWchar letter = 0;  // of the private use area; 0: not drawn
    int rectangle = -1;  // of the atlas
    RunImage image;
  };

  std::vector<std::map<std::string, Run, std::less<>>> runs_;  // of each face, by their text
  bool lacks_ = false;
};

}  // namespace awaitscope
