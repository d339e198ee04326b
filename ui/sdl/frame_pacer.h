#pragma once
// When to draw the next frame: at once while something moves, a few more times after an input has
// settled (ImGui needs them for hovering and for tooltips that wait), and then not at all, so that
// an idle window costs nothing. Times are seconds on any clock that does not go back.

namespace awaitscope {

class FramePacer {
 public:
  static constexpr double kNever = -1;

  // Something changed: an input, a new size, a new program.
  void poke(double now) {
    last_input_ = now;
    frames_due_ = kFramesAtOnce;
  }

  void drawn() {
    if (frames_due_ > 0) --frames_due_;
  }

  // All that the inputs have led to is to be seen, but perhaps a tooltip that waits.
  bool at_rest(bool moving) const { return !moving && frames_due_ == 0; }

  // Seconds to wait before the next frame: 0 for at once, kNever where nothing will change by
  // itself. A blinking text cursor counts as something that changes slowly.
  double wait(double now, bool moving, bool text_cursor) const {
    if (!at_rest(moving)) return 0;
    if (now - last_input_ < kSettles) return kSlowFrame;
    return text_cursor ? kBlink : kNever;
  }

 private:
  static constexpr int kFramesAtOnce = 3;
  static constexpr double kSettles = 0.8;    // longer than ImGui waits before it shows a tooltip
  static constexpr double kSlowFrame = 0.1;  // seconds between frames until then
  static constexpr double kBlink = 0.4;

  double last_input_ = -kSettles;
  int frames_due_ = kFramesAtOnce;
};

}  // namespace awaitscope
