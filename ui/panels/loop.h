#pragma once
// The event loop: what runs, what is next, what waits for its time; and each task from its
// coroutine down to the future it waits for. Before the first step the lesson is here.

#include <cstdint>
#include <vector>

#include "ui/model/following.h"
#include "ui/panels/loop_machine.h"
#include "ui/panels/loop_tasks.h"
#include "ui/panels/panel.h"

namespace awaitscope {

class LoopPanel : public Panel {
 public:
  using Panel::Panel;
  void draw(const Rect& area) override;

 private:
  void cancel(uint32_t task);
  void answer(const LoopTasks::Asking& asking);
  void draw_time(const Rect& area);
  void draw_lesson(const Rect& area);
  bool all_fit(float height) const;
  bool is_open(uint32_t task, bool all) const;

  Scroll scroll_;
  float height_ = 0;  // of the last frame
  Following following_;
  uint32_t last_ = 0;             // the task that ran last: the one of which more is told
  std::vector<uint32_t> turned_;  // those that somebody has opened or closed
  uint32_t newly_turned_ = 0;     // since they were drawn last
  HandleTokens tokens_;
};

}  // namespace awaitscope
