#pragma once
// One SDL2 window with an OpenGL 3 (or OpenGL ES 3, WebGL 2) context that shows ImGui's frames:
// what the desktop program and the page have in common. There is at most one; it owns the ImGui
// context.
//
// Sizes: ImGui counts in points. On the page a point is a CSS pixel; on a desktop it is a pixel of
// the window system, or `scale` of them where asked for. Glyphs are drawn for the pixels that there
// really are, so the font atlas is made again when their density changes.

#include <SDL.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace awaitscope {

struct Pixels {
  int width = 0, height = 0;
  std::vector<uint8_t> rgb;  // rows from the top, three bytes each
};

class SdlWindow {
 public:
  SdlWindow() = default;
  ~SdlWindow();
  SdlWindow(const SdlWindow&) = delete;
  SdlWindow& operator=(const SdlWindow&) = delete;

  struct Options {
    const char* title = "";
    int width = 1280, height = 800;  // points
    float scale = 1;                 // pixels of the window system for each point
    bool hidden = false;
  };
  // Returns nothing, or why there is no window, in words.
  std::string open(Options options);

  // Called before every frame: fills ImGui's font atlas for this density of pixels if it has to be
  // filled anew, and says whether it was.
  std::function<bool(float pixels_per_point)> prepare_fonts;

  void process(const SDL_Event& event);
  void begin_frame();  // after this ImGui's widgets can be called
  // Draws, and shows it unless the window is hidden; a frame that is the same as the last one is
  // left to stand, since that costs nothing.
  void end_frame();
  void forget_frame();  // what was shown may be gone: the next frame is drawn in any case

  Pixels read() const;  // what end_frame() drew

  // The graphics driver has dropped everything, and a new context is there: make it all again.
  void restore();

 private:
  void fit_display();

  Options options_;
  SDL_Window* window_ = nullptr;
  SDL_GLContext context_ = nullptr;
  bool imgui_ready_ = false;
  bool mouse_inside_ = false;
  uint64_t shown_ = 0;               // fingerprint of the frame that is shown; 0: none
  float mouse_x_ = 0, mouse_y_ = 0;  // points
};

}  // namespace awaitscope
