#pragma once
// The event loop as the machine it is: what runs, what is next, what waits for its time.

#include <cstdint>
#include <vector>

#include "ui/view.h"

namespace awaitscope {

// Callbacks on their way to where they belong now: from the queue to where they run.
class HandleTokens {
 public:
  void begin_frame();
  void end_frame();  // forgets those that were not drawn in it
  void forget() { tokens_.clear(); }

  // Where a callback is drawn that belongs there: `share` of the way from where it was, if that was
  // in sight. True in `moves`: it has not arrived.
  Point move(uint32_t handle, Point to, float share, bool& moves);

 private:
  struct Token {
    uint32_t handle;
    Point at;
    bool drawn;
  };
  std::vector<Token> tokens_;
};

// Gives how high it is.
float draw_loop_machine(View& view, HandleTokens& tokens, const Rect& content);

}  // namespace awaitscope
