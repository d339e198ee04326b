#include "ui/commands.h"

#include <algorithm>
#include <iterator>

#include "ui/panels/panels.h"

namespace awaitscope {

namespace {

using G = CommandGroup;
using C = CommandId;

// --- when ---

size_t step_of(const View& view) { return view.session.step(); }

// A program that cannot run has no steps worth going to.
bool has_next(const View& view) {
  return !view.session.error() && step_of(view) + 1 < view.session.steps();
}
bool has_previous(const View& view) { return step_of(view) > 0; }

// --- what ---

void seek(View& view, size_t (Reader::*to)(size_t) const) {
  view.seek((view.session.reader().*to)(step_of(view)));
}

void show_lesson(View& view, int direction) {
  if (const LessonInfo* lesson = lesson_beside(view, direction)) view.show_lesson(lesson->id);
}

void tell_of_theme(View& view) {
  if (view.host.theme_changed) view.host.theme_changed(view.theme);
}

void enlarge_text(View& view, float by) {
  view.theme.text_scale = std::clamp(view.theme.text_scale + by, 0.8f, 2.f);
  tell_of_theme(view);
}

constexpr Command kCommands[] = {
    {.id = C::Forward,
     .group = G::Step,
     .widget = "transport.forward",
     .icon = Icon::Forward,
     .label = "Forward",
     .what = "One step forward",
     .keys = "→",
     .shortcuts = {{ImGuiKey_RightArrow}},
     .repeats = true,
     .enabled = has_next,
     .run = [](View& v) { v.seek(v.next_step()); }},
    {.id = C::Back,
     .group = G::Step,
     .widget = "transport.back",
     .icon = Icon::Back,
     .label = "Back",
     .what = "One step back",
     .keys = "←",
     .shortcuts = {{ImGuiKey_LeftArrow}},
     .repeats = true,
     .enabled = has_previous,
     .run = [](View& v) { v.seek(v.previous_step()); }},
    {.id = C::First,
     .group = G::Step,
     .widget = "transport.first",
     .icon = Icon::First,
     .label = "First",
     .what = "To the first step",
     .keys = "Home",
     .shortcuts = {{ImGuiKey_Home}},
     .enabled = has_previous,
     .run = [](View& v) { v.seek(0); }},
    {.id = C::Last,
     .group = G::Step,
     .widget = "transport.last",
     .icon = Icon::Last,
     .label = "Last",
     .what = "To the last step",
     .keys = "End",
     .shortcuts = {{ImGuiKey_End}},
     .enabled = has_next,
     .run = [](View& v) { v.seek(v.session.steps() - 1); }},
    {.id = C::Into,
     .group = G::Step,
     .widget = "transport.into",
     .icon = Icon::Into,
     .label = "Into",
     .what = "To the next line, into calls",
     .keys = "↓ or I",
     .shortcuts = {{ImGuiKey_DownArrow}, {ImGuiKey_I}},
     .repeats = true,
     .enabled = has_next,
     .run = [](View& v) { seek(v, &Reader::next_line); }},
    {.id = C::PreviousLine,
     .group = G::Step,
     .label = "Previous line",
     .what = "To the previous line",
     .keys = "↑",
     .shortcuts = {{ImGuiKey_UpArrow}},
     .repeats = true,
     .enabled = has_previous,
     .run = [](View& v) { seek(v, &Reader::previous_line); }},
    {.id = C::Over,
     .group = G::Step,
     .widget = "transport.over",
     .icon = Icon::Over,
     .label = "Over",
     .what = "To the next line of this function, past calls",
     .keys = "O",
     .shortcuts = {{ImGuiKey_O}},
     .repeats = true,
     .enabled = has_next,
     .run = [](View& v) { seek(v, &Reader::over); }},
    {.id = C::Out,
     .group = G::Step,
     .widget = "transport.out",
     .icon = Icon::Out,
     .label = "Out",
     .what = "To where this function returns, suspends or raises",
     .keys = "U",
     .shortcuts = {{ImGuiKey_U}},
     .repeats = true,
     .enabled = has_next,
     .run = [](View& v) { seek(v, &Reader::out); }},
    {.id = C::NextSuspension,
     .group = G::Step,
     .widget = "transport.suspension",
     .icon = Icon::Suspension,
     .label = "Suspend",
     .what = "To the next suspension",
     .keys = "S",
     .shortcuts = {{ImGuiKey_S}},
     .repeats = true,
     .enabled = has_next,
     .run = [](View& v) { seek(v, &Reader::next_suspension); }},
    {.id = C::NextTurn,
     .group = G::Step,
     .widget = "transport.turn",
     .icon = Icon::Turn,
     .label = "Turn",
     .what = "To the event loop's next turn",
     .keys = "T",
     .shortcuts = {{ImGuiKey_T}, {ImGuiKey_PageDown}},
     .repeats = true,
     .enabled = has_next,
     .run = [](View& v) { seek(v, &Reader::next_turn); }},
    {.id = C::Breakpoint,
     .group = G::Step,
     .label = "Breakpoint",
     .what = "Stop at the current line each time it runs",
     .keys = "B",
     .shortcuts = {{ImGuiKey_B}},
     .enabled = [](const View& v) { return v.session.moment().at.line > 0; },
     .run = [](View& v) { v.breakpoints.toggle(v.session.moment().at.line); }},
    {.id = C::ToBreakpoint,
     .group = G::Step,
     .widget = "transport.breakpoint",
     .icon = Icon::Breakpoint,
     .label = "Continue",
     .what = "To the next breakpoint, or the end",
     .keys = "G",
     .shortcuts = {{ImGuiKey_G}},
     .repeats = true,
     .enabled = [](const View& v) { return v.breakpoints.any() && has_next(v); },
     .run = [](View& v) { v.seek(v.breakpoints.next(v.session, step_of(v))); }},
    {.id = C::Play,
     .group = G::Play,
     .widget = "transport.play",
     .icon = Icon::Play,
     .label = "Play",
     .what = "Play or pause",
     .keys = "Space",
     .shortcuts = {{ImGuiKey_Space}},
     .enabled = [](const View& v) { return v.session.steps() > 1 && !v.session.error(); },
     .run = [](View& v) { v.playing.toggle(); }},
    {.id = C::Slower,
     .group = G::Play,
     .label = "Slower",
     .what = "Play slower",
     .keys = "[",
     .shortcuts = {{ImGuiKey_LeftBracket}},
     .enabled = [](const View& v) { return v.playing.can_be_slower(); },
     .run = [](View& v) { v.playing.slower(); }},
    {.id = C::Faster,
     .group = G::Play,
     .label = "Faster",
     .what = "Play faster",
     .keys = "]",
     .shortcuts = {{ImGuiKey_RightBracket}},
     .enabled = [](const View& v) { return v.playing.can_be_faster(); },
     .run = [](View& v) { v.playing.faster(); }},
    {.id = C::More,
     .group = G::Play,
     .widget = "status.more",
     .label = "Run further",
     .what = "Continue a paused program",
     .keys = "M",
     .shortcuts = {{ImGuiKey_M}},
     .enabled = [](const View& v) { return v.session.run_state() == RunState::Paused; },
     .run = [](View& v) { v.session.run_further(); }},
    {.id = C::ZoomIn,
     .group = G::Timeline,
     .widget = "timeline.in",
     .label = "Zoom in",
     .what = "Zoom in at the current step",
     .keys = "+",
     .shortcuts = {{ImGuiKey_Equal}, {ImGuiKey_KeypadAdd}},
     .repeats = true,
     .run = [](View& v) { v.panels.timeline.zoom(1.6); }},
    {.id = C::ZoomOut,
     .group = G::Timeline,
     .widget = "timeline.out",
     .label = "Zoom out",
     .what = "Zoom out",
     .keys = "-",
     .shortcuts = {{ImGuiKey_Minus}, {ImGuiKey_KeypadSubtract}},
     .repeats = true,
     .run = [](View& v) { v.panels.timeline.zoom(1 / 1.6); }},
    {.id = C::Fit,
     .group = G::Timeline,
     .widget = "timeline.fit",
     .label = "Fit",
     .what = "Show the whole run",
     .keys = "0",
     .shortcuts = {{ImGuiKey_0}, {ImGuiKey_Keypad0}},
     .run = [](View& v) { v.panels.timeline.show_whole(); }},
    {.id = C::VirtualTime,
     .group = G::Timeline,
     .widget = "timeline.time",
     .label = "Virtual time",
     .what = "Scale by virtual time, or by steps",
     .keys = "V",
     .shortcuts = {{ImGuiKey_V}},
     .enabled = [](const View& v) { return !v.timeline.jumps().empty(); },
     .on = [](const View& v) { return v.panels.timeline.span().in_virtual_time(); },
     .run = [](View& v) { v.panels.timeline.toggle_virtual_time(); }},
    {.id = C::Depth,
     .group = G::Step,
     .label = "How much is shown",
     .what = "Stop at your program's steps, also at what await does, or at every step",
     .keys = "H",
     .shortcuts = {{ImGuiKey_H}},
     .run =
         [](View& v) {
           Arrangement next = v.arrangement;
           next.depth = Depth((size_t(next.depth) + 1) % std::size(kDepthNames));
           v.arrange(next);
         }},
    {.id = C::Lessons,
     .group = G::Program,
     .widget = "lesson",
     .label = "Lessons",
     .what = "Choose a lesson",
     .keys = "L",
     .shortcuts = {{ImGuiKey_L}},
     .opens = Overlay::Lessons},
    {.id = C::Switches,
     .group = G::Program,
     .widget = "window.switches",
     .label = "Switches",
     .what = "Show or hide the switches that write the program",
     .keys = "W",
     .shortcuts = {{ImGuiKey_W}},
     .enabled = [](const View& v) { return v.layout.kind == LayoutKind::Wide && !v.embedded; },
     .on = [](const View& v) { return v.shows_switches(); },
     .run = [](View& v) { v.switches = v.shows_switches() ? Switches::Hidden : Switches::Shown; }},
    {.id = C::Python,
     .group = G::Program,
     .widget = "python",
     .label = "Python",
     .what = "Choose the version of Python and see what changes",
     .keys = "Y",
     .shortcuts = {{ImGuiKey_Y}},
     .opens = Overlay::Versions},
    {.id = C::Predict,
     .group = G::Program,
     .widget = "output.predict",
     .label = "Predict",
     .what = "Predict what happens next, before you see it",
     .keys = "Q",
     .shortcuts = {{ImGuiKey_Q}},
     .enabled = [](const View& v) { return !v.session.error(); },
     .on = [](const View& v) { return v.panels.output.quiz().predicting(); },
     .run = [](View& v) { v.panels.output.quiz().toggle(); }},
    {.id = C::NextStop,
     .group = G::Program,
     .widget = "path.next",
     .label = "Next",
     .what = "To the lesson's next stop",
     .keys = "Shift N",
     .shortcuts = {{ImGuiKey_N, true}},
     .enabled =
         [](const View& v) { return v.stops.count() > 0 && (has_next(v) || v.looks_ahead()); },
     .run = [](View& v) { v.seek(v.stops.after(v.lesson_step())); }},
    {.id = C::PreviousStop,
     .group = G::Program,
     .widget = "path.back",
     .label = "Back",
     .what = "To the lesson's previous stop",
     .keys = "Shift P",
     .shortcuts = {{ImGuiKey_P, true}},
     .enabled = [](const View& v) { return v.stops.count() > 0 && has_previous(v); },
     .run =
         [](View& v) { v.seek(v.looks_ahead() ? v.lesson_step() : v.stops.before(step_of(v))); }},
    {.id = C::NextLesson,
     .group = G::Program,
     .label = "Next lesson",
     .what = "The next lesson",
     .keys = "N",
     .shortcuts = {{ImGuiKey_N}},
     .enabled = [](const View& v) { return lesson_beside(v, 1) != nullptr; },
     .run = [](View& v) { show_lesson(v, 1); }},
    {.id = C::PreviousLesson,
     .group = G::Program,
     .label = "Previous lesson",
     .what = "The previous lesson",
     .keys = "P",
     .shortcuts = {{ImGuiKey_P}},
     .enabled = [](const View& v) { return lesson_beside(v, -1) != nullptr; },
     .run = [](View& v) { show_lesson(v, -1); }},
    {.id = C::BackToLesson,
     .group = G::Program,
     .widget = "path.return",
     .label = "Back to the lesson",
     .what = "Undo my changes to the lesson's program",
     .keys = "Shift L",
     .shortcuts = {{ImGuiKey_L, true}},
     .enabled = [](const View& v) { return v.session.left_lesson() != nullptr; },
     .run =
         [](View& v) {
           v.session.back_to_lesson();
           v.seek(0);
         }},
    {.id = C::CopySource,
     .group = G::Program,
     .widget = "source.copy",
     .icon = Icon::Copy,
     .label = "Copy",
     .what = "Copy the program",
     .keys = "C",
     .shortcuts = {{ImGuiKey_C}},
     .offered = [](const View& v) { return bool(v.host.copy_text); },
     .run = [](View& v) { v.panels.source.copy(); }},
    {.id = C::EditSource,
     .group = G::Program,
     .widget = "source.edit",
     .icon = Icon::Edit,
     .label = "Edit",
     .what = "Edit the program",
     .keys = "E",
     .shortcuts = {{ImGuiKey_E}},
     .offered = [](const View& v) { return bool(v.host.edit_source); },
     .run = [](View& v) { v.host.edit_source(); }},
    {.id = C::Share,
     .group = G::Program,
     .widget = "window.share",
     .icon = Icon::Share,
     .label = "Share",
     .what = "Share a link, the program, its trace or a picture",
     .keys = "X",
     .shortcuts = {{ImGuiKey_X}},
     .offered =
         [](const View& v) { return v.host.copy_link || v.host.save_file || v.host.save_picture; },
     .opens = Overlay::Share},
    {.id = C::OpenWhole,
     .group = G::Program,
     .widget = "window.whole",
     .icon = Icon::External,
     .label = "Open in Awaitscope",
     .what = "Open in Awaitscope, at this step",
     .keys = "Shift O",
     .shortcuts = {{ImGuiKey_O, true}},
     .offered = [](const View& v) { return v.embedded && v.host.open_whole; },
     .run = [](View& v) { v.host.open_whole(); }},
    {.id = C::PinProgram,
     .group = G::Program,
     .widget = "source.pin",
     .icon = Icon::Pin,
     .label = "Pin",
     .what = "Pin this program to compare another with it",
     .keys = "K",
     .shortcuts = {{ImGuiKey_K}},
     .on = [](const View& v) { return v.comparing.pinned_is_shown(v.session); },
     .run = [](View& v) { v.comparing.toggle_pin(v.session); }},
    {.id = C::Compare,
     .group = G::Program,
     .widget = "source.compare",
     .icon = Icon::Columns,
     .label = "Compare",
     .what = "Compare with the pinned program, side by side",
     .keys = "J",
     .shortcuts = {{ImGuiKey_J}},
     .enabled = [](const View& v) { return v.comparing.pinned != nullptr; },
     .opens = Overlay::Compare},
    {.id = C::Theme,
     .group = G::Window,
     .widget = "window.theme",
     .label = "Theme",
     .what = "Dark, light or high contrast",
     .keys = "D",
     .shortcuts = {{ImGuiKey_D}},
     .run =
         [](View& v) {
           v.theme.theme = Theme((int(v.theme.theme) + 1) % 3);
           tell_of_theme(v);
         }},
    {.id = C::LargerText,
     .group = G::Window,
     .label = "Larger text",
     .what = "Larger text",
     .keys = "Shift +",
     .shortcuts = {{ImGuiKey_Equal, true}},
     .enabled = [](const View& v) { return v.theme.text_scale < 2; },
     .run = [](View& v) { enlarge_text(v, 0.1f); }},
    {.id = C::SmallerText,
     .group = G::Window,
     .label = "Smaller text",
     .what = "Smaller text",
     .keys = "Shift -",
     .shortcuts = {{ImGuiKey_Minus, true}},
     .enabled = [](const View& v) { return v.theme.text_scale > 0.8f; },
     .run = [](View& v) { enlarge_text(v, -0.1f); }},
    {.id = C::Help,
     .group = G::Window,
     .widget = "window.help",
     .icon = Icon::Question,
     .label = "Help",
     .what = "Show or hide this list",
     .keys = "?",
     .shortcuts = {{ImGuiKey_Slash, true}, {ImGuiKey_F1}},
     .typed = '?',
     .opens = Overlay::Help},
};

// A command is found by its id.
constexpr bool in_order() {
  for (size_t i = 0; i < std::size(kCommands); ++i) {
    if (size_t(kCommands[i].id) != i) return false;
  }
  return true;
}
static_assert(in_order());

bool pressed(const Command& command) {
  const ImGuiIO& io = ImGui::GetIO();
  for (const Shortcut& shortcut : command.shortcuts) {
    if (shortcut.key == ImGuiKey_None || shortcut.shift != io.KeyShift) continue;
    if (ImGui::IsKeyPressed(shortcut.key, command.repeats)) return true;
  }
  // "?" is on another key on many keyboards: the character counts, wherever it comes from.
  return command.typed != 0 &&
         std::find(io.InputQueueCharacters.begin(), io.InputQueueCharacters.end(),
                   ImWchar(command.typed)) != io.InputQueueCharacters.end();
}

bool enter_pressed() {
  return ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
         ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false) ||
         ImGui::IsKeyPressed(ImGuiKey_Space, false);
}

// Whether they went to the keyboard's focus: Tab moves it, Enter presses what has it.
bool handle_focus_keys(View& view) {
  Controls& controls = view.controls;
  const bool up = ImGui::IsKeyPressed(ImGuiKey_UpArrow),
             down = ImGui::IsKeyPressed(ImGuiKey_DownArrow);
  if (ImGui::IsKeyPressed(ImGuiKey_Tab))
    controls.move_focus(ImGui::GetIO().KeyShift ? -1 : 1, false);
  else if (ImGui::IsKeyPressed(ImGuiKey_Escape) && view.overlay != Overlay::None)
    view.overlay = Overlay::None;
  else if (ImGui::IsKeyPressed(ImGuiKey_Escape))
    controls.focus("");
  else if (controls.focused().empty())
    return false;
  else if (enter_pressed())
    controls.activate(controls.focused());
  else if (up || down)
    controls.move_focus(up ? -1 : 1, true);
  else
    return false;
  controls.keep_awake();
  return true;
}

}  // namespace

const LessonInfo* lesson_beside(const View& view, int direction) {
  const auto all = lessons();
  const Session& session = view.session;
  const Lesson* shown = session.left_lesson() ? session.left_lesson() : session.shown_lesson();
  if (!shown || !session.built_in(*shown)) return direction > 0 ? &all.front() : &all.back();
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].id != shown->id) continue;
    const size_t to = i + size_t(direction);  // one before the first is far behind the last
    return to < all.size() ? &all[to] : nullptr;
  }
  return nullptr;
}

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

const Command& command(CommandId id) { return kCommands[size_t(id)]; }

bool offered(const View& view, const Command& command) {
  return !command.offered || command.offered(view);
}

bool enabled(const View& view, CommandId id) {
  const Command& what = command(id);
  return offered(view, what) && (!what.enabled || what.enabled(view));
}

void run(View& view, CommandId id) {
  if (!enabled(view, id)) return;
  const Command& what = command(id);
  if (what.opens != Overlay::None)
    view.overlay = view.overlay == what.opens ? Overlay::None : what.opens;
  else
    what.run(view);
  view.controls.keep_awake();
}

Button button_of(const View& view, CommandId id) {
  const Command& what = command(id);
  Button button{.id = what.widget,
                .label = what.label,
                .tip = what.what,
                .keys = what.keys,
                .icon = what.icon,
                .enabled = enabled(view, id)};
  if (what.on) {
    button.kind = WidgetKind::Switch;
    button.value = what.on(view) ? "true" : "false";
  }
  return button;
}

void handle_keys(View& view) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyCtrl || io.KeyAlt || io.KeySuper) return;  // the browser's and the system's
  // Where somebody types, the letters are theirs.
  if (io.WantTextInput && !ImGui::IsKeyPressed(ImGuiKey_Escape) &&
      !ImGui::IsKeyPressed(ImGuiKey_Tab))
    return;
  if (handle_focus_keys(view)) return;
  for (const Command& command : kCommands) {
    // Below something that lies over the panels nothing happens; what lies there can be another.
    if (view.overlay != Overlay::None && command.opens == Overlay::None) continue;
    if (pressed(command)) return run(view, command.id);
  }
}

}  // namespace awaitscope
