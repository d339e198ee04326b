#pragma once
// Everything that can be done from the keyboard: one table, which drives the keys, the buttons'
// labels and tooltips, and the list behind `?`.

#include <cstdint>
#include <span>
#include <string_view>

#include "imgui.h"

namespace awaitscope {

struct View;

enum class CommandId : uint8_t {
  Forward,
  Back,
  Play,
  First,
  Last,
  Into,
  PreviousLine,
  Over,
  Out,
  NextSuspension,
  NextTurn,
  Breakpoint,
  ToBreakpoint,
  Slower,
  Faster,
  More,
  ZoomIn,
  ZoomOut,
  Fit,
  VirtualTime,
  Lessons,
  Switches,
  Guess,
  NextLesson,
  PreviousLesson,
  CopySource,
  EditSource,
  Share,
  PinProgram,
  Compare,
  Theme,
  LargerText,
  SmallerText,
  Help,
};

enum class CommandGroup : uint8_t { Step, Play, Timeline, Program, Window };
std::string_view name_of(CommandGroup group);

struct Shortcut {
  ImGuiKey key = ImGuiKey_None;
  bool shift = false;
};

struct Command {
  CommandId id;
  CommandGroup group;
  std::string_view widget;  // id of the button that does the same; empty where there is none
  std::string_view label;   // on a button
  std::string_view what;    // in the list, and as a tooltip
  std::string_view keys;    // as shown
  Shortcut shortcuts[2];
  bool repeats = false;  // goes on while the key is held
};

std::span<const Command> commands();
const Command& command(CommandId id);

bool enabled(const View& view, CommandId id);
void run(View& view, CommandId id);

// Runs what the keys of this frame ask for.
void handle_keys(View& view);

}  // namespace awaitscope
