#pragma once
// Everything that can be done from the keyboard, a row each: the keys, the buttons with their
// labels and tooltips, and the list behind `?` come from one table.

#include <cstdint>
#include <span>
#include <string_view>

#include "imgui.h"
#include "ui/controls.h"
#include "ui/view.h"

namespace awaitscope {

// In the order of the table.
enum class CommandId : uint8_t {
  Forward,
  Back,
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
  Play,
  Slower,
  Faster,
  More,
  ZoomIn,
  ZoomOut,
  Fit,
  VirtualTime,
  Depth,
  Lessons,
  Switches,
  Python,
  Predict,
  NextStop,
  PreviousStop,
  NextLesson,
  PreviousLesson,
  BackToLesson,
  CopySource,
  EditSource,
  Share,
  OpenWhole,
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
  std::string_view widget = {};  // id of the button that does the same; empty where there is none
  Icon icon = Icon::None;        // on it
  std::string_view label;        // and its words
  std::string_view what;         // in the list, and as a tooltip
  std::string_view keys;         // as shown
  Shortcut shortcuts[2] = {};
  char typed = 0;                          // a character that does it too, on whatever key that is
  bool repeats = false;                    // goes on while the key is held
  bool (*offered)(const View&) = nullptr;  // the host can do it; nullptr: it needs none
  bool (*enabled)(const View&) = nullptr;  // where it is offered; nullptr: always
  bool (*on)(const View&) = nullptr;       // of what is switched on and off
  Overlay opens = Overlay::None;           // shows it, or takes it away; else
  void (*run)(View&) = nullptr;            // does something
};

std::span<const Command> commands();
const Command& command(CommandId id);

bool offered(const View& view, const Command& command);
bool enabled(const View& view, CommandId id);
void run(View& view, CommandId id);  // where it is enabled

// The built-in lesson before (-1) or after (1) the one that is shown or was left; where that is
// none of them, the last or the first. Null at the end.
const LessonInfo* lesson_beside(const View& view, int direction);

// The button for a command, as it is now.
Button button_of(const View& view, CommandId id);

// Runs what the keys of this frame ask for.
void handle_keys(View& view);

}  // namespace awaitscope
