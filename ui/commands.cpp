#include "ui/commands.h"

#include <algorithm>

#include "ui/view.h"

namespace awaitscope {

namespace {

using G = CommandGroup;
using C = CommandId;

constexpr Command kCommands[] = {
    {C::Forward,
     G::Step,
     "transport.forward",
     "Forward",
     "One step forward",
     "→",
     {{ImGuiKey_RightArrow}},
     true},
    {C::Back,
     G::Step,
     "transport.back",
     "Back",
     "One step back",
     "←",
     {{ImGuiKey_LeftArrow}},
     true},
    {C::First, G::Step, "transport.first", "First", "To the first step", "Home", {{ImGuiKey_Home}}},
    {C::Last, G::Step, "transport.last", "Last", "To the last step", "End", {{ImGuiKey_End}}},
    {C::Into,
     G::Step,
     "transport.into",
     "Into",
     "To the next line, into whatever is called",
     "↓ or I",
     {{ImGuiKey_DownArrow}, {ImGuiKey_I}},
     true},
    {C::PreviousLine,
     G::Step,
     "",
     "Previous line",
     "To the line before",
     "↑",
     {{ImGuiKey_UpArrow}},
     true},
    {C::Over,
     G::Step,
     "transport.over",
     "Over",
     "To the next line of this function, past whatever it calls",
     "O",
     {{ImGuiKey_O}},
     true},
    {C::Out,
     G::Step,
     "transport.out",
     "Out",
     "To where this function returns, suspends or fails",
     "U",
     {{ImGuiKey_U}},
     true},
    {C::NextSuspension,
     G::Step,
     "transport.suspension",
     "Suspend",
     "To the next place where something suspends",
     "S",
     {{ImGuiKey_S}},
     true},
    {C::NextTurn,
     G::Step,
     "transport.turn",
     "Turn",
     "To the loop's next turn",
     "T",
     {{ImGuiKey_T}, {ImGuiKey_PageDown}},
     true},
    {C::Breakpoint,
     G::Step,
     "",
     "Breakpoint",
     "Stop at the current line, whenever it runs",
     "B",
     {{ImGuiKey_B}}},
    {C::ToBreakpoint,
     G::Step,
     "transport.breakpoint",
     "Go on",
     "To the next breakpoint, or the end",
     "G",
     {{ImGuiKey_G}},
     true},
    {C::Play, G::Play, "transport.play", "Play", "Play or pause", "Space", {{ImGuiKey_Space}}},
    {C::Slower, G::Play, "", "Slower", "Play slower", "[", {{ImGuiKey_LeftBracket}}},
    {C::Faster, G::Play, "", "Faster", "Play faster", "]", {{ImGuiKey_RightBracket}}},
    {C::More,
     G::Play,
     "status.more",
     "Run further",
     "Run a paused program further",
     "M",
     {{ImGuiKey_M}}},
    {C::ZoomIn,
     G::Timeline,
     "timeline.in",
     "Zoom in",
     "Zoom in at the current step",
     "+",
     {{ImGuiKey_Equal}, {ImGuiKey_KeypadAdd}},
     true},
    {C::ZoomOut,
     G::Timeline,
     "timeline.out",
     "Zoom out",
     "Zoom out",
     "-",
     {{ImGuiKey_Minus}, {ImGuiKey_KeypadSubtract}},
     true},
    {C::Fit,
     G::Timeline,
     "timeline.fit",
     "Fit",
     "Show the whole run",
     "0",
     {{ImGuiKey_0}, {ImGuiKey_Keypad0}}},
    {C::VirtualTime,
     G::Timeline,
     "timeline.time",
     "Virtual time",
     "Give virtual time its width; or the order of calls alone",
     "V",
     {{ImGuiKey_V}}},
    {C::Lessons, G::Program, "lesson", "Lessons", "Choose a lesson", "L", {{ImGuiKey_L}}},
    {C::Switches,
     G::Program,
     "window.switches",
     "Switches",
     "Show or hide the switches that write the program",
     "W",
     {{ImGuiKey_W}}},
    {C::Guess,
     G::Program,
     "output.predict",
     "Guess",
     "Guess what prints next, before you see it",
     "Q",
     {{ImGuiKey_Q}}},
    {C::NextLesson, G::Program, "", "Next lesson", "The next lesson", "N", {{ImGuiKey_N}}},
    {C::PreviousLesson,
     G::Program,
     "",
     "Previous lesson",
     "The lesson before",
     "P",
     {{ImGuiKey_P}}},
    {C::CopySource, G::Program, "source.copy", "Copy", "Copy the program", "C", {{ImGuiKey_C}}},
    {C::EditSource, G::Program, "source.edit", "Edit", "Edit the program", "E", {{ImGuiKey_E}}},
    {C::Share,
     G::Program,
     "window.share",
     "Share",
     "A link to what you see, the program, its trace, a picture",
     "X",
     {{ImGuiKey_X}}},
    {C::PinProgram,
     G::Program,
     "source.pin",
     "Pin",
     "Pin this program, to compare another with it",
     "K",
     {{ImGuiKey_K}}},
    {C::Compare,
     G::Program,
     "source.compare",
     "Compare",
     "Compare with the pinned program, side by side",
     "J",
     {{ImGuiKey_J}}},
    {C::Theme,
     G::Window,
     "window.theme",
     "Theme",
     "Dark, light or high contrast",
     "D",
     {{ImGuiKey_D}}},
    {C::LargerText,
     G::Window,
     "",
     "Larger text",
     "Larger text",
     "Shift +",
     {{ImGuiKey_Equal, true}}},
    {C::SmallerText,
     G::Window,
     "",
     "Smaller text",
     "Smaller text",
     "Shift -",
     {{ImGuiKey_Minus, true}}},
    {C::Help,
     G::Window,
     "window.help",
     "Help",
     "Show or hide this list",
     "?",
     {{ImGuiKey_Slash, true}, {ImGuiKey_F1}}},
};

void show_lesson(View& view, int direction) {
  const auto all = lessons();
  int at = direction > 0 ? -1 : int(all.size());
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].id == view.session.lesson()) at = int(i);
  }
  at = std::clamp(at + direction, 0, int(all.size()) - 1);
  view.playing = false;
  view.session.load_lesson(all[size_t(at)].id);
  view.session.seek(0);
}

void zoom(View& view, double factor) {
  const float x = std::clamp(view.span.x_of(double(view.session.step()) + 0.5), view.span.left,
                             view.span.left + view.span.width);
  const TimelineView to = zoomed(view.span, x, factor, uint32_t(view.session.steps()));
  view.span_to_from = to.from;
  view.span_to_per_point = to.per_point;
  view.span_fits = false;
}

bool pressed(const Command& command) {
  const ImGuiIO& io = ImGui::GetIO();
  for (const Shortcut& shortcut : command.shortcuts) {
    if (shortcut.key == ImGuiKey_None || shortcut.shift != io.KeyShift) continue;
    if (ImGui::IsKeyPressed(shortcut.key, command.repeats)) return true;
  }
  return false;
}

}  // namespace

std::string_view name_of(CommandGroup group) {
  switch (group) {
    case G::Step: return "Step through the run";
    case G::Play: return "Play";
    case G::Timeline: return "Timeline";
    case G::Program: return "Program";
    case G::Window: return "Window";
  }
  return "";
}

std::span<const Command> commands() { return kCommands; }

const Command& command(CommandId id) {
  for (const Command& command : kCommands) {
    if (command.id == id) return command;
  }
  return kCommands[0];
}

bool enabled(const View& view, CommandId id) {
  // A program that cannot run has no steps worth going to.
  const size_t step = view.session.step();
  const size_t last = view.session.error() ? step : view.session.steps() - 1;
  switch (id) {
    case C::First:
    case C::Back:
    case C::PreviousLine: return step > 0;
    case C::Forward:
    case C::Last:
    case C::Into:
    case C::Over:
    case C::Out:
    case C::NextSuspension:
    case C::NextTurn: return step < last;
    case C::Breakpoint: return view.session.moment().at.line > 0;
    case C::ToBreakpoint: return step < last && !view.breakpoints.empty();
    case C::Guess: return !view.output.lines.empty() && !view.session.error();
    case C::Switches: return view.layout.kind == LayoutKind::Wide && !view.embedded;
    case C::Play: return last > 0 && !view.session.error();
    case C::Slower: return view.speed > 0;
    case C::Faster: return view.speed + 1 < kSpeedCount;
    case C::More: return view.session.run_state() == RunState::Paused;
    case C::VirtualTime: return !view.timeline.jumps().empty();
    case C::CopySource: return bool(view.host.copy_text);
    case C::EditSource: return bool(view.host.edit_source);
    case C::Share: return view.host.copy_link || view.host.save_file || view.host.save_picture;
    case C::Compare: return view.comparing.pinned != nullptr;
    case C::LargerText: return view.theme.text_scale < 2;
    case C::SmallerText: return view.theme.text_scale > 0.8f;
    default: return true;
  }
}

void run(View& view, CommandId id) {
  if (!enabled(view, id)) return;
  Session& session = view.session;
  const size_t step = session.step();
  switch (id) {
    case C::First: view.seek(0); break;
    case C::Back: view.seek(step - 1); break;
    case C::Forward: view.seek(step + 1); break;
    case C::Last: view.seek(session.steps() - 1); break;
    case C::Into: view.seek(session.reader().next_line(step)); break;
    case C::PreviousLine: view.seek(session.reader().previous_line(step)); break;
    case C::Over: view.seek(session.reader().over(step)); break;
    case C::Out: view.seek(session.reader().out(step)); break;
    case C::NextSuspension: view.seek(session.reader().next_suspension(step)); break;
    case C::NextTurn: view.seek(session.reader().next_turn(step)); break;
    case C::Breakpoint: view.toggle_breakpoint(session.moment().at.line); break;
    case C::ToBreakpoint: view.seek(view.next_breakpoint(step)); break;
    case C::Guess:
      view.guess.on = !view.guess.on;
      view.guess.asked = view.guess.right = 0;
      view.tab = Tab::Output;
      break;
    case C::Switches:
      view.switches = view.shows_switches() ? Switches::Hidden : Switches::Shown;
      break;
    case C::Play: view.play(!view.playing); break;
    case C::Slower: --view.speed; break;
    case C::Faster: ++view.speed; break;
    case C::More: session.more(); break;
    case C::ZoomIn: zoom(view, 1.6); break;
    case C::ZoomOut: zoom(view, 1 / 1.6); break;
    case C::Fit: {
      const TimelineView to = fitted(view.span, uint32_t(session.steps()));
      view.span_to_from = to.from;
      view.span_to_per_point = to.per_point;
      view.span_fits = true;
      break;
    }
    case C::VirtualTime:
      view.time_share_to = view.time_share_to > 0 ? 0 : TimelineScale::kVirtualTime;
      break;
    case C::Lessons:
      view.overlay = view.overlay == Overlay::Lessons ? Overlay::None : Overlay::Lessons;
      break;
    case C::NextLesson: show_lesson(view, 1); break;
    case C::PreviousLesson: show_lesson(view, -1); break;
    case C::CopySource:
      view.host.copy_text(session.source());
      view.copied_at = view.controls.clock();
      view.controls.keep_awake(1.6f);
      break;
    case C::EditSource: view.host.edit_source(); break;
    case C::Share:
      view.overlay = view.overlay == Overlay::Share ? Overlay::None : Overlay::Share;
      view.overlay_scroll = {};
      break;
    case C::PinProgram:
      if (view.comparing.pinned_is_shown(session))
        view.comparing.unpin();
      else
        view.comparing.pin(session);
      break;
    case C::Compare:
      view.overlay = view.overlay == Overlay::Compare ? Overlay::None : Overlay::Compare;
      view.comparing.reveal = true;
      break;
    case C::Theme:
      view.theme.theme = Theme((int(view.theme.theme) + 1) % 3);
      if (view.host.theme_changed) view.host.theme_changed(view.theme);
      break;
    case C::LargerText:
    case C::SmallerText:
      view.theme.text_scale =
          std::clamp(view.theme.text_scale + (id == C::LargerText ? 0.1f : -0.1f), 0.8f, 2.f);
      if (view.host.theme_changed) view.host.theme_changed(view.theme);
      break;
    case C::Help:
      view.overlay = view.overlay == Overlay::Help ? Overlay::None : Overlay::Help;
      view.overlay_scroll = {};
      break;
  }
  view.controls.keep_awake();
}

void handle_keys(View& view) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyCtrl || io.KeyAlt || io.KeySuper) return;  // the browser's and the system's
  Controls& controls = view.controls;
  // Where somebody types, the letters are theirs.
  const bool typing = io.WantTextInput && !ImGui::IsKeyPressed(ImGuiKey_Escape);
  if (typing && !ImGui::IsKeyPressed(ImGuiKey_Tab)) return;
  if (ImGui::IsKeyPressed(ImGuiKey_Tab)) {
    controls.move_focus(io.KeyShift ? -1 : 1, false);
    controls.keep_awake();
    return;
  }
  if (ImGui::IsKeyPressed(ImGuiKey_Escape)) {
    if (view.overlay != Overlay::None)
      view.overlay = Overlay::None;
    else
      controls.focus("");
    controls.keep_awake();
    return;
  }
  if (!controls.focused().empty()) {
    if (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
        ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false) ||
        ImGui::IsKeyPressed(ImGuiKey_Space, false)) {
      controls.activate(controls.focused());
      controls.keep_awake();
      return;
    }
    const bool up = ImGui::IsKeyPressed(ImGuiKey_UpArrow),
               down = ImGui::IsKeyPressed(ImGuiKey_DownArrow);
    if (up || down) {
      controls.move_focus(up ? -1 : 1, true);
      controls.keep_awake();
      return;
    }
  }
  // "?" is on another key on many keyboards: the character counts, wherever it comes from.
  bool question = false;
  for (const ImWchar c : io.InputQueueCharacters) question |= c == '?';
  for (const Command& command : kCommands) {
    const bool help = command.id == C::Help;
    const bool opens =
        help || command.id == C::Lessons || command.id == C::Share || command.id == C::Compare;
    if (view.overlay != Overlay::None && !opens) continue;
    if (pressed(command) || (help && question)) {
      run(view, command.id);
      return;
    }
  }
}

}  // namespace awaitscope
