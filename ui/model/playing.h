#pragma once
// Going through the run by itself, step after step, up to the next breakpoint or the end.

#include <string_view>

#include "engine/session/session.h"
#include "ui/model/breakpoints.h"

namespace awaitscope {

class Playing {
 public:
  Playing(Session& session, const Breakpoints& breakpoints)
      : session_(session), breakpoints_(breakpoints) {}

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
  Session& session_;
  const Breakpoints& breakpoints_;
  bool on_ = false;
  int speed_ = 1;
  float until_next_step_ = 0;  // seconds
};

}  // namespace awaitscope
