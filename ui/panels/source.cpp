// The source: the Python that runs, with the place where it is, the places where tasks wait, and
// what the running function's variables are.
#include <algorithm>
#include <cmath>

#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

namespace {

ImU32 colour_of(const Palette& c, Ink ink) {
  switch (ink) {
    case Ink::Plain: return c.text;
    case Ink::Keyword: return c.keyword;
    case Ink::Await: return c.await_keyword;
    case Ink::String: return c.string;
    case Ink::Number: return c.number;
    case Ink::Comment: return c.comment;
    case Ink::Definition: return c.definition;
    case Ink::Builtin: return c.builtin;
    case Ink::Self: return mix(c.text, c.builtin, 0.5f);
    case Ink::Decorator: return c.decorator;
    case Ink::Operator: return c.muted;
    case Ink::Error: return c.error;
  }
  return c.text;
}

// A frame that waits at a line: one of a task's chain of awaits.
struct Waiting {
  int line;
  uint32_t task;
  bool innermost;  // or it waits for the next one of its chain
  bool current;    // of the task that is running
};

constexpr int kMostWaiting = 64;

int waiting_frames(const Moment& moment, Waiting* out) {
  int count = 0;
  for (const TaskView& task : moment.tasks) {
    for (size_t i = 0; i < task.chain.size() && count < kMostWaiting; ++i) {
      const FrameView& frame = task.chain[i];
      const bool last = i + 1 == task.chain.size();
      if (frame.line == 0 || (frame.frame == moment.frame && last)) continue;
      out[count++] = {frame.line, task.task, last, task.task == moment.task};
    }
  }
  return count;
}

// The line a local variable is written at first in its function: there its value is shown.
int line_of_variable(const Code& code, std::string_view name) {
  int slot = -1;
  for (size_t i = 0; i < code.locals.size(); ++i) {
    if (code.locals[i].name == name) slot = int(i);
  }
  if (slot < 0) return 0;
  const int parameters = code.arg_count + code.kwonly_arg_count +
                         ((code.flags & Code::kVarArgs) != 0) +
                         ((code.flags & Code::kVarKeywords) != 0);
  if (slot < parameters) return code.first_line;
  for (size_t i = 0; i < code.instructions.size() && i < code.positions.size(); ++i) {
    const Opcode opcode = code.instructions[i].opcode();
    if ((opcode == Opcode::STORE_FAST || opcode == Opcode::STORE_DEREF) &&
        int(code.instructions[i].operand()) == slot) {
      return code.positions[i].line;
    }
  }
  return 0;
}

const FrameView* frame_of(const Moment& moment) {
  for (const TaskView& task : moment.tasks) {
    for (const FrameView& frame : task.chain) {
      if (frame.frame == moment.frame) return &frame;
    }
  }
  for (const FrameView& frame : moment.stack) {
    if (frame.frame == moment.frame) return &frame;
  }
  return nullptr;
}

// "h = <Hello #1>  n = 3": what is to be shown at the end of a line.
void variables_at(const Code& code, const FrameView& frame, int line, Line& out) {
  if (code.qualname == "<module>" ||
      code.name != code.qualname.substr(code.qualname.rfind('.') + 1))
    return;
  for (const Variable& variable : frame.locals) {
    if (line_of_variable(code, variable.name) != line) continue;
    if (!out.empty()) out.add("   ");
    out.add(variable.name).add(" = ").add(std::string_view(variable.value).substr(0, 60));
  }
}

}  // namespace

// Without colour: orange would be a task's.
void draw_heat(Controls& ui, float right, float y, float height, float heat) {
  const float wide = ui(1) + ui(3) * heat;
  const Palette& c = *ui.colours;
  ui.paint.fill({right - wide, y, wide, height}, mix(c.panel, c.text, 0.38f + 0.5f * heat));
}

void draw_source(View& view, const Rect& area) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const Session& session = view.session;
  const Moment& moment = session.moment();
  const std::string_view source = session.source();
  const HighlightedSource& text = view.highlighted;

  Rect lines = draw_panel_title(view, area, "main.py", TitleLine::Controls);
  {
    const float high = std::max(ui(34), ui.target), middle = area.y + high / 2;
    const float x = area.x + view.layout.pad + text_width(Type::BodyStrong, "main.py") + ui(10);
    const float right = draw_source_controls(view, {area.x, area.y, area.width, high});
    const std::string_view words =
        session.edited() ? "your own code" : "written by the switches, run as it stands";
    if (x + text_width(Type::Caption, words) < right) {
      paint.text(Type::Caption, x, middle + 1, c.faint, words);
    }
  }

  const float row = ui(ui.target > ui(30) && view.layout.kind != LayoutKind::Landscape ? 22 : 19);
  const float character = text_width(Type::Code, "0");
  char digits[16];
  const int digit_count =
      std::snprintf(digits, sizeof digits, "%d", std::max(10, int(text.lines.size())));
  const float gutter = ui(18) + float(digit_count) * character + ui(14);
  const SyntaxError* error = session.error();
  const float error_height = error ? ui(30) : 0;
  const ImU32 here = ui.task(moment.task);

  Waiting waiting[kMostWaiting];
  const int waiting_count = waiting_frames(moment, waiting);
  const FrameView* frame = frame_of(moment);
  const Code* code = frame ? &session.recording().code_of(frame->frame) : nullptr;

  // Long lines can be scrolled sideways.
  const float text_wide = gutter + float(text.longest + 2) * character;
  const ImGuiIO& io = ImGui::GetIO();
  if (ui.pointer_over(lines)) {
    view.source_x -= io.MouseWheelH * 40 + (io.KeyShift ? io.MouseWheel * 40 : 0);
  }
  if (ui.touch() && io.MouseDown[0] &&
      lines.contains({io.MouseClickedPos[0].x, io.MouseClickedPos[0].y}) &&
      std::abs(io.MousePos.x - io.MouseClickedPos[0].x) > 8 && !view.source_scroll.dragged) {
    view.source_x -= io.MouseDelta.x;
  }
  view.source_x = std::clamp(view.source_x, 0.f, std::max(0.f, text_wide - lines.width));

  const Rect content = ui.begin_scroll(view.source_scroll, lines);
  const int count = int(text.lines.size());
  auto top_of = [&](int line) {  // from the content's top; lines count from 1
    return ui(2) + float(line - 1) * row + (error && line > error->line ? error_height : 0);
  };
  if (view.seen_step != session.step()) {
    int line = error ? error->line : moment.at.line;
    // While the loop runs, where the last of them waits that are waiting.
    for (int i = 0; i < waiting_count && !error && moment.at.line == 0; ++i) {
      if (waiting[i].innermost) line = waiting[i].line;
    }
    if (line > 0)
      ui.reveal(view.source_scroll, top_of(line), row, std::min(row * 3, lines.height / 4));
  }
  const int first = std::clamp(int((lines.y - content.y - error_height) / row), 1, count);
  const float text_x = lines.x + gutter - view.source_x;
  const Rect text_area{lines.x + gutter - ui(4), lines.y, lines.width - gutter + ui(4),
                       lines.height};

  // In the gutter, first of all, so that these are one group: how often a line runs, breakpoints.
  for (int n = first; n <= count; ++n) {
    const Rect strip{lines.x, content.y + top_of(n), lines.width, row};
    if (strip.y > lines.bottom()) break;
    const uint32_t runs = view.line_runs[size_t(n)];
    const Rect numbers{strip.x, strip.y, gutter - ui(6), row};
    const bool breaks = std::binary_search(view.breakpoints.begin(), view.breakpoints.end(), n);
    if (runs > 0 || breaks) {
      const Line break_id("source.break.", Line().add_plain(uint64_t(n)).view());
      const Press mark = ui.press(break_id, Line("Breakpoint at line ", n), WidgetKind::Switch,
                                  numbers, {!error, breaks ? "true" : "false"});
      if (mark.clicked) view.toggle_breakpoint(n);
      if (mark.hovered) {
        ui.tip(numbers,
               Line("Runs ", runs, runs == 1 ? " time. " : " times. ",
                    breaks ? "Press to take the breakpoint away." : "Press for a breakpoint."));
      }
      if (runs > 0) {
        const float heat =
            std::log1p(float(runs)) / std::log1p(float(std::max(view.most_runs, 30u)));
        draw_heat(ui, numbers.right(), strip.y + 1, row - 2, heat);
      }
      if (breaks || mark.hovered) {
        paint.fill({numbers.x + ui(10), strip.y + 2, numbers.width - ui(18), row - 4},
                   with_alpha(c.error, breaks ? 0.45f : 0.2f), ui(4));
        if (breaks)
          paint.outline({numbers.x + ui(10), strip.y + 2, numbers.width - ui(18), row - 4}, c.error,
                        ui(4));
      }
    }
  }

  for (int n = first; n <= count; ++n) {
    const float top = content.y + top_of(n);
    if (top > lines.bottom()) break;
    const Rect strip{lines.x, top, lines.width, row};
    const float middle = strip.middle_y();
    const SourceLine& line = text.lines[size_t(n - 1)];
    const bool current = moment.at.line == n && !error;
    const bool wrong = error && error->line == n;

    const Line id("source.line.", Line().add_plain(uint64_t(n)).view());
    const Line label("Line ", n);
    Rect code_strip = strip;
    code_strip.cut_left(gutter - ui(6));
    const Press press =
        ui.press(id, label, WidgetKind::Place, code_strip, {!error, current ? "true" : "false"});
    if (press.clicked) {
      const size_t to = session.reader().next_at_line(session.step(), n);
      if (to != session.step())
        view.seek(to);
      else
        ui.tip_now(strip, "This line does not run again.");
    }

    if (wrong) paint.fill(strip, c.error_soft);
    if (current) {
      paint.fill(strip, with_alpha(here, 0.11f));
      paint.fill({strip.x, strip.y, ui(3), row}, here);
    } else if (press.hovered) {
      paint.fill(strip, with_alpha(c.hover, 0.5f));
    }

    // In the gutter: who waits here.
    const bool breaks = std::binary_search(view.breakpoints.begin(), view.breakpoints.end(), n);
    ImU32 number_ink = current || breaks ? c.text : c.faint;
    int here_count = 0, here_index = 0;
    for (int i = 0; i < waiting_count; ++i) here_count += waiting[i].line == n;
    for (int i = 0; i < waiting_count; ++i) {
      if (waiting[i].line != n) continue;
      const ImU32 colour = ui.task(waiting[i].task);
      if (!current) {
        if (!breaks) number_ink = here_count > 1 ? c.muted : colour;
        const float part = (row - 2) / float(here_count);  // each has its share of the height
        const Rect mark{strip.x, strip.y + 1 + part * float(here_index++),
                        ui(waiting[i].innermost ? 8 : 3), part};
        if (waiting[i].innermost && !waiting[i].current) {
          paint.fill(mark, with_alpha(colour, 0.22f));
          paint.hatch(mark, colour, ui(4));
        } else {
          paint.fill({mark.x, mark.y, ui(3), mark.height}, with_alpha(colour, 0.5f));
        }
      }
    }
    std::snprintf(digits, sizeof digits, "%*d", digit_count, n);
    paint.text(Type::Code, lines.x + ui(14), middle, number_ink, digits);

    paint.push_clip(text_area);
    if (current && moment.at.end_line >= n) {
      const int from = std::clamp(moment.at.column, 0, int(line.end - line.start));
      const int to = moment.at.end_line > n
                         ? int(line.end - line.start)
                         : std::clamp(moment.at.end_column, from, int(line.end - line.start));
      const float x0 = text_x + text_width(Type::Code, source.substr(line.start, size_t(from)));
      const float wide =
          text_width(Type::Code, source.substr(line.start + size_t(from), size_t(to - from)));
      if (wide > 0) {
        const Rect range{x0 - 2, strip.y + 1, wide + 4, row - 2};
        paint.fill(range, with_alpha(here, 0.14f), ui(3));
        paint.fill({range.x, range.bottom() - ui(2), range.width, ui(2)}, here, 1);
      }
    }
    float end_x = text_x + text_width(Type::Code, source.substr(line.start, line.end - line.start));
    for (uint32_t r = 0; r < line.runs; ++r) {
      const InkRun& run = text.runs[line.first_run + r];
      const float x =
          text_x + text_width(Type::Code, source.substr(line.start, run.start - line.start));
      const bool strong = run.ink == Ink::Await || run.ink == Ink::Definition;
      paint.text(strong ? Type::CodeStrong : Type::Code, x, middle, colour_of(c, run.ink),
                 source.substr(run.start, run.end - run.start));
    }

    // At the right: the tasks that wait here.
    float right = strip.right() - ui(14);
    for (int i = 0; i < waiting_count; ++i) {
      const Waiting& w = waiting[i];
      if (w.line != n || !w.innermost || w.current) continue;
      std::string_view name;
      for (const TaskView& task : moment.tasks) {
        if (task.task == w.task) name = task.name;
      }
      const Line words(name, " waits");
      const float wide = text_width(Type::Caption, words) + ui(12);
      right -= wide;
      if (right < end_x + ui(12)) break;
      const Rect tag{right, strip.y + 2, wide, row - 4};
      paint.fill(tag, mix(c.panel, ui.task(w.task), 0.14f), ui(4));
      paint.text(Type::Caption, tag.x + ui(6), middle, ui.task(w.task), words);
      right -= ui(4);
    }
    // After the text: what the running function's variables are.
    if (code && code->first_line <= n) {
      Line variables;
      variables_at(*code, *frame, n, variables);
      if (!variables.empty()) {
        paint.text_within(Type::CodeSmall, end_x + ui(28), middle, right - end_x - ui(36), here,
                          variables);
      }
    }
    paint.pop_clip();

    if (wrong) {
      const Rect note{lines.x, strip.bottom(), lines.width, error_height};
      paint.fill(note, c.error_soft);
      const int column = std::max(0, error->offset - 1);
      const float caret = text_x + float(column) * character;
      const float wide = std::max(1.f, float(error->end_offset - error->offset)) * character;
      if (error->offset > 0) {
        paint.fill({caret, strip.bottom() - ui(2),
                    error->end_line == error->line ? wide : character, ui(2)},
                   c.error);
      }
      paint.icon(Icon::Warning, {lines.x + gutter - ui(14), note.middle_y()}, ui(14), c.error);
      paint.text_within(Type::Body, lines.x + gutter, note.middle_y(), note.width - gutter - ui(12),
                        c.error, error->message);
    }
  }
  ui.end_scroll(view.source_scroll,
                top_of(count) + row + ui(10) + (error && error->line == count ? error_height : 0));
}

}  // namespace awaitscope
