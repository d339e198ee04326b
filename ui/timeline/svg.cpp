#include "ui/timeline/svg.h"

#include <algorithm>
#include <cstdio>

#include "engine/recording/reading/handle_words.h"

namespace awaitscope {

namespace {

constexpr float kNames = 120, kWidth = 1080, kRow = 22, kBar = 17, kCharacter = 6.6f;

class Picture {
 public:
  Picture(const TimelineModel& model, const Recording& recording, const TimelineScale& scale,
          Theme theme)
      : model_(model), recording_(recording), theme_(theme), c_(palette_of(theme)) {
    view_ = TimelineView{0, 1, kNames, kWidth, scale};
    view_.per_point = std::max(1.0, double(model.steps())) / double(kWidth);
  }

  std::string draw() {
    float y = 30;
    std::string body;
    std::swap(body, to_);
    for (const TimelineLane& lane : model_.lanes()) y = draw_lane(lane, y);
    std::swap(body, to_);
    const float width = kNames + kWidth + 12;
    add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", width, "\" height=\"", y + 8,
        "\" viewBox=\"0 0 ", width, " ", y + 8,
        "\" font-family=\"Inter, system-ui, sans-serif\" font-size=\"12\">\n");
    // What is suspended is hatched, each task in its colour.
    add("<defs>");
    for (uint32_t i = 0; i <= kTaskColours; ++i) {
      add("<pattern id=\"s", i,
          "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
          "patternTransform=\"rotate(45)\"><path d=\"M0 0v6\" stroke=\"");
      colour(task_colour(theme_, i));
      add("\" stroke-width=\"2\" opacity=\".6\"/></pattern>");
    }
    add("</defs>\n");
    rect({0, 0, width, y + 8}, c_.panel);
    each_mark(model_.turns(), view_, 60, [&](const TurnMark& mark, float x) {
      add("<path d=\"M", x, " 8V", y, "\" stroke=\"");
      colour(c_.line_strong);
      add("\"/>");
      text(x + 4, 18, c_.faint, "turn " + std::to_string(mark.turn));
    });
    to_ += body;
    add("</svg>\n");
    return std::move(to_);
  }

 private:
  void add() {}
  template <class... Rest>
  void add(std::string_view words, const Rest&... rest) {
    to_.append(words);
    add(rest...);
  }
  template <class... Rest>
  void add(float number, const Rest&... rest) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.6g", double(number));
    to_ += digits;
    add(rest...);
  }

  void colour(ImU32 colour) {
    char hex[8];
    std::snprintf(hex, sizeof hex, "#%02x%02x%02x", unsigned(colour & 255),
                  unsigned(colour >> 8 & 255), unsigned(colour >> 16 & 255));
    to_ += hex;
  }

  void rect(const Rect& r, ImU32 fill, std::string_view more = {}) {
    add("<rect x=\"", r.x, "\" y=\"", r.y, "\" width=\"", std::max(0.5f, r.width), "\" height=\"",
        r.height, "\" fill=\"");
    colour(fill);
    add("\"", more, "/>\n");
  }

  void hollow(const Rect& r, ImU32 stroke) {
    add("<rect x=\"", r.x, "\" y=\"", r.y, "\" width=\"", r.width, "\" height=\"", r.height,
        "\" rx=\"2\" fill=\"none\" stroke=\"");
    colour(stroke);
    add("\"/>\n");
  }

  void text(float x, float y, ImU32 ink, std::string_view words, bool code = false) {
    add("<text x=\"", x, "\" y=\"", y, "\" fill=\"");
    colour(ink);
    add(code ? "\" font-family=\"monospace\" font-size=\"11\">" : "\">");
    for (const char c : words) {
      if (c == '<')
        to_ += "&lt;";
      else if (c == '&')
        to_ += "&amp;";
      else
        to_ += c;
    }
    add("</text>\n");
  }

  float draw_lane(const TimelineLane& lane, float y) {
    const bool task = lane.kind == LaneKind::Task;
    const ImU32 own = task_colour(theme_, lane.task);
    if (task) rect({8, y + 4, 8, 8}, own, " rx=\"2\"");
    text(task ? 22 : 8, y + 12, task ? c_.text : c_.muted,
         task                            ? recording_.text(recording_.tasks()[lane.task].name)
         : lane.kind == LaneKind::Thread ? recording_.text(recording_.threads()[lane.thread].name)
         : lane.kind == LaneKind::Loop   ? std::string_view("Event loop")
                                         : std::string_view("Program"));
    for (const TimelineRow& row : lane.rows) {
      fold(row.bars, view_, model_.steps(), pieces_);
      for (const Piece& piece : pieces_) bar(lane, row, piece, y);
      y += kRow;
    }
    return y + (lane.rows.empty() ? kRow : 0) + 8;
  }

  void bar(const TimelineLane& lane, const TimelineRow& row, const Piece& piece, float y) {
    const TimelineBar& bar = row.bars[piece.first];
    const uint32_t task =
        bar.kind == BarKind::Handle ? recording_.handles()[bar.subject].task : lane.task;
    const ImU32 own = task_colour(theme_, task);
    const BarInk ink = bar_ink(theme_, own);
    const Rect box{piece.x0, y, piece.x1 - piece.x0, kBar};
    if (piece.count > 1) return rect(box.inset(0, kBar * 0.2f), ink.folded);
    if (bar.kind == BarKind::Idle) {
      return hollow(box, c_.line_strong);
    }
    rect(box,
         bar.kind == BarKind::Handle ? ink.handle
         : bar.stretch_count > 1     ? ink.rest
                                     : ink.running,
         " rx=\"3\"");
    if (bar.stretch_count > 1) {
      fold(row, bar, view_, model_.steps(), stretches_);
      for (const Piece& part : stretches_) {
        const Rect at{part.x0, y, part.x1 - part.x0, kBar};
        const Stretch state = row.stretches[part.first].state;
        if (part.count > 1 || state == Stretch::Running) {
          rect(at, ink.running);
        } else if (state == Stretch::Suspended) {
          const uint32_t pattern = task == 0 ? 0 : (task - 1) % kTaskColours + 1;
          add("<rect x=\"", at.x, "\" y=\"", y, "\" width=\"", at.width, "\" height=\"", kBar,
              "\" fill=\"url(#s", pattern, ")\"/>\n");
        }
      }
    }
    if (bar.ended == BarEnd::Raised || bar.ended == BarEnd::Cancelled)
      rect({box.right() - 5, y, 5, kBar}, c_.panel);
    if (bar.ended == BarEnd::Raised)
      rect({box.right() - 4, y, 4, kBar}, c_.error);
    else if (bar.ended == BarEnd::Cancelled)
      hollow({box.right() - 4, y, 4, kBar}, c_.warning);
    std::string_view name =
        bar.kind == BarKind::Handle
            ? brief_of_handle(recording_.text(recording_.handles()[bar.subject].label))
            : std::string_view(recording_.code_of(bar.subject).qualname);
    if (const size_t room = size_t(std::max(0.f, box.width - 8) / kCharacter); name.size() <= room)
      text(box.x + 4, y + 12, c_.text, name, true);
  }

  const TimelineModel& model_;
  const Recording& recording_;
  Theme theme_;
  const Palette& c_;
  TimelineView view_;
  std::string to_;
  std::vector<Piece> pieces_, stretches_;
};

}  // namespace

std::string timeline_svg(const TimelineModel& model, const Recording& recording,
                         const TimelineScale& scale, Theme theme) {
  return Picture(model, recording, scale, theme).draw();
}

}  // namespace awaitscope
