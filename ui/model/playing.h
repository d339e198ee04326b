#pragma once
// Going through the run by itself, from one step that is shown to the next, up to the next
// breakpoint or the end. Each step stays for as long as it takes to read what is said of it.

#include <string_view>

#include "engine/session/session.h"
#include "ui/model/arrangement.h"
#include "ui/model/breakpoints.h"

namespace awaitscope {

class Playing {
 public:
  Playing(Session& session, const Breakpoints& breakpoints, const Arrangement& arrangement)
      : session_(session), breakpoints_(breakpoints), arrangement_(arrangement) {}

  bool on() const { return on_; }
  void start();  // from the beginning where it is at its end
  void stop() { on_ = false; }
  void toggle() { on_ ? stop() : start(); }
  void advance(float seconds);  // what is gone through in this time

  bool can_be_slower() const { return speed_ > 0; }
  bool can_be_faster() const;
  void slower() { --speed_; }
  void faster() { ++speed_; }
  void next_speed();               // and round again
  std::string_view speed() const;  // "2×"

 private:
  float pause() const;  // seconds that the step which is looked at stays

  Session& session_;
  const Breakpoints& breakpoints_;
  const Arrangement& arrangement_;
  bool on_ = false;
  int speed_ = 1;
  float until_next_step_ = 0;  // seconds
};

}  // namespace awaitscope
