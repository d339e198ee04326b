// What is seen is found by geometry.h; this file draws it. Nothing is allocated in a frame like the
// last: pieces and widgets use their memory again.
#include "ui/timeline/lanes.h"

#include <algorithm>

namespace awaitscope {

namespace {

constexpr int kMostBarWidgets = 240;

class LaneDrawing {
 public:
  LaneDrawing(LaneScene& scene, const TimelineLane& lane)
      : scene_(scene),
        span_(scene.span),
        ui_(scene.view.controls),
        paint_(ui_.paint),
        c_(*ui_.colours),
        lane_(lane),
        lanes_(scene.lanes),
        recording_(scene.view.session.recording()),
        steps_(scene.view.timeline.steps()),
        row_(ui_(scene.rows.row)),
        high_(ui_(scene.rows.bar)),
        named_(scene.rows.named()) {}

  void draw(float top, bool folded) {
    if (lane_.has_phases() && !scene_.view.hidden.queue) phases(top + ui_(named_ ? 4 : 1));
    const float rows_top = top + ui_(scene_.rows.inset(lane_));
    const size_t rows = folded ? std::min<size_t>(1, lane_.rows.size()) : lane_.rows.size();
    for (size_t r = 0; r < rows; ++r) {
      const float y = rows_top + float(r) * row_;
      if (y <= lanes_.bottom() && y + row_ >= lanes_.y) row(uint32_t(r), y);
    }
  }

 private:
  ImU32 colour_of(const TimelineBar& bar) const {
    if (bar.kind == BarKind::Handle) return ui_.task(recording_.handles()[bar.subject].task);
    return ui_.task(lane_.task);
  }

  void row(uint32_t index, float y) {
    std::vector<Piece>& pieces = scene_.memory.bars;
    const TimelineRow& row = lane_.rows[index];
    fold(row.bars, span_, steps_, pieces);
    for (const Piece& piece : pieces) {
      const TimelineBar& bar = row.bars[piece.first];
      const Rect box{piece.x0, y, piece.x1 - piece.x0, high_};
      if (piece.count > 1) {
        // Many narrow ones: a block, told apart from a bar by its lower height.
        paint_.list()->AddRectFilled({box.x, box.y + high_ * 0.2f},
                                     {box.right(), box.y + high_ * 0.8f},
                                     bar_ink(ui_.theme, colour_of(bar)).folded);
      } else {
        one_bar(index, bar, box);
      }
      place(index, box, piece, bar);
    }
  }

  // What of a bar's name is written, and where.
  struct Name {
    std::string_view text;
    float x, room;
    bool shown;
    float end;  // hatching and rules begin there, so that it can be read
  };

  Name name_on(const TimelineBar& bar, const Rect& face, bool handed, Line& buffer) const {
    Name name;
    name.text = name_of(recording_, bar, buffer);
    const float left = ui_(handed ? 11 : 5);  // an arrow comes down before the name
    name.x = face.x + left;
    name.room = face.width - left - ui_(4);
    float wide = text_width(Type::CodeSmall, name.text);
    if (wide > name.room && bar.kind == BarKind::Handle && recording_.handles()[bar.subject].task) {
      // "Task-1 step": whose it is says most.
      name.text = name.text.substr(0, name.text.find(' '));
      wide = text_width(Type::CodeSmall, name.text);
    }
    // A name cut down to a letter or two says nothing.
    name.shown =
        named_ && (wide <= name.room || (name.room >= ui_(30) && bar.kind == BarKind::Frame));
    name.end = name.shown ? face.x + left + std::min(wide, name.room) + ui_(3) : face.x;
    return name;
  }

  void one_bar(uint32_t index, const TimelineBar& bar, const Rect& box) {
    const TimelineRow& row = lane_.rows[index];
    Rect face = box;
    if (box.width >= 3) face.width -= 1;  // so that neighbours are two
    const bool handed =
        row_ - high_ >= ui_(5) && index > 0 && bar.kind == BarKind::Frame && box.width >= ui_(20);
    Line buffer;
    const Name name = name_on(bar, face, handed, buffer);
    body(row, bar, face, name.end, box.width > 8 ? ui_(3) : 0);
    if (box.right() < lanes_.right() + 1) end_mark(bar, face);
    if (name.shown) {
      paint_.text_within(Type::CodeSmall, name.x, face.middle_y(), name.room,
                         bar.kind == BarKind::Idle ? c_.muted : c_.text, name.text);
    }
    if (handed) hand_overs(row, bar, box);
  }

  void body(const TimelineRow& row, const TimelineBar& bar, const Rect& face, float name_end,
            float rounding) {
    const BarInk ink = bar_ink(ui_.theme, colour_of(bar));
    if (bar.kind == BarKind::Idle) return paint_.outline(face, c_.line_strong, rounding);
    if (bar.kind == BarKind::Handle)
      paint_.fill(face, ink.handle, rounding);
    else if (bar.stretch_count <= 1)
      paint_.fill(face, ink.running, rounding);
    else
      stretches(row, bar, face, name_end, ink, rounding);
    if (face.width > 4) paint_.outline(face, ink.edge, rounding);
  }

  // Where an exception has left it.
  void end_mark(const TimelineBar& bar, const Rect& face) {
    if (bar.ended != BarEnd::Raised && bar.ended != BarEnd::Cancelled) return;
    const float size = std::min(ui_(4), face.width), rounding = size > 3 ? ui_(2) : 0;
    const Rect end{face.right() - size, face.y, size, face.height};
    // A gap before it, so that it is seen beside a fill that is as bright.
    if (size > 3) paint_.fill({end.x - ui_(1), face.y, size + ui_(1), face.height}, c_.panel);
    if (bar.ended == BarEnd::Raised)
      paint_.fill(end, c_.error, rounding);
    else
      paint_.outline(end, c_.warning, rounding);
  }

  void stretches(const TimelineRow& row, const TimelineBar& bar, const Rect& face, float name_end,
                 const BarInk& ink, float rounding) {
    std::vector<Piece>& pieces = scene_.memory.stretches;
    fold(row, bar, span_, steps_, pieces);
    paint_.fill(face, ink.rest, rounding);
    for (const Piece& piece : pieces) {
      Rect part{piece.x0, face.y, piece.x1 - piece.x0, high_};
      if (part.right() > face.right()) part.width = face.right() - part.x;
      const Stretch state = row.stretches[piece.first].state;
      if (piece.count == 1 && state != Stretch::Running && part.x < name_end) {
        part.width -= name_end - part.x;
        part.x = name_end;
      }
      if (part.width <= 0) continue;
      if (piece.count > 1) {
        paint_.fill(part, ink.handle);
        continue;
      }
      switch (state) {
        case Stretch::Running: paint_.fill(part, ink.running, part.width > 8 ? rounding : 0); break;
        case Stretch::Suspended: paint_.hatch(part, ink.hatch, ui_(6)); break;
        case Stretch::InLoop:
          if (part.width > 8) paint_.horizontal(part.x, part.middle_y(), part.width, ink.hatch);
          break;
      }
    }
  }

  // From the frame above down into this one, and back up: with a call or await and its value or
  // exception (filled), and each time that it suspends and goes on (open).
  void hand_overs(const TimelineRow& row, const TimelineBar& bar, const Rect& box) {
    const float way = ui_(4);
    if (!bar.continued) arrow(span_.x_of(double(bar.begin)) + way, box.y, true, true, c_.text);
    if (bar.ended == BarEnd::Returned || bar.ended == BarEnd::Raised ||
        bar.ended == BarEnd::Cancelled) {
      arrow(span_.x_of(double(bar.end)) - way - 1, box.y, false, true,
            bar.ended == BarEnd::Returned ? c_.text
            : bar.ended == BarEnd::Raised ? c_.error
                                          : c_.warning);
    }
    if (bar.stretch_count <= 1) return;
    for (const Piece& piece : scene_.memory.stretches) {  // found when they were drawn
      if (piece.count > 1 || row.stretches[piece.first].state != Stretch::Suspended) continue;
      if (piece.x1 - piece.x0 < ui_(12)) continue;
      arrow(piece.x0 - ui_(1), box.y, false, false, c_.text);
      const bool goes_on = piece.first + 1 < bar.first_stretch + bar.stretch_count;
      if (goes_on) arrow(piece.x1 + ui_(2), box.y, true, false, c_.text);
    }
  }

  void arrow(float x, float row_top, bool down, bool filled, ImU32 ink) {
    if (x < lanes_.x || x > lanes_.right()) return;
    const float reach = row_ - high_, head = ui_(3.5f);
    const float above = row_top - reach - ui_(3), below = row_top + ui_(3);
    const float tip = down ? below : above, base = down ? tip - head * 1.3f : tip + head * 1.3f;
    const ImU32 colour = with_alpha(ink, filled ? 0.95f : 0.7f);
    paint_.line({x, down ? above : below}, {x, base}, colour, 1.25f);
    const ImVec2 a{x - head, base}, b{x + head, base}, c{x, tip};
    if (filled) {
      paint_.list()->AddTriangleFilled(a, b, c, colour);
    } else {
      paint_.list()->AddTriangleFilled(a, b, c, c_.panel);
      paint_.list()->AddTriangle(a, b, c, colour, 1.25f);
    }
  }

  // Lists the bar as a place to press, and remembers it where the pointer is on it.
  void place(uint32_t index, const Rect& box, const Piece& piece, const TimelineBar& bar) {
    const uint32_t lane = uint32_t(&lane_ - scene_.view.timeline.lanes().data());
    const BarPlace here{lane, index, piece.first};
    LanePointer& pointer = scene_.pointer;
    Line buffer;
    if (piece.count == 1 && box.width >= ui_(10) && scene_.bar_widgets < kMostBarWidgets) {
      ++scene_.bar_widgets;
      Line id(bar.kind == BarKind::Frame    ? "timeline.bar."
              : bar.kind == BarKind::Handle ? "timeline.handle."
                                            : "timeline.idle.");
      id.add_plain(bar.subject);
      if (bar.continued) id.add(".").add_plain(bar.begin);
      const Press press =
          ui_.press(id, name_of(recording_, bar, buffer), WidgetKind::Place, box, {true, {}, true});
      if (press.clicked) scene_.pressed = here;
    }
    if (!pointer.over || !box.contains(pointer.at)) return;
    pointer.bar = here;
    pointer.count = piece.count;
    pointer.box = box;
    if (piece.count == 1 && box.width > 6)
      paint_.outline({box.x, box.y, box.width - 1, box.height}, c_.text, ui_(3));
  }

  // A thin line over the frames of a task or thread: solid where it runs, dashed where it is in the
  // queue.
  void phases(float y) {
    std::vector<Piece>& pieces = scene_.memory.phases;
    const ImU32 colour = ui_.task(lane_.task);
    fold(lane_.phases, span_, steps_, pieces);
    for (const Piece& piece : pieces) {
      const float width = piece.x1 - piece.x0;
      if (piece.count > 1) {
        paint_.fill({piece.x0, y, width, ui_(2)}, with_alpha(colour, 0.6f));
        continue;
      }
      switch (lane_.phases[piece.first].phase) {
        case TaskPhase::Running: paint_.fill({piece.x0, y - 1, width, ui_(3)}, colour, 1); break;
        case TaskPhase::Ready: paint_.dashed(piece.x0, y, width, colour); break;
        case TaskPhase::Waiting:
          paint_.horizontal(piece.x0, y, width, with_alpha(colour, 0.28f));
          break;
        case TaskPhase::Done:
          paint_.icon(Icon::Check, {piece.x0 + ui_(5), y + ui_(1)}, ui_(11), colour);
          break;
        case TaskPhase::Failed:
          paint_.icon(Icon::Cross, {piece.x0 + ui_(5), y + ui_(1)}, ui_(11), c_.error);
          break;
        case TaskPhase::Cancelled:
          paint_.ring({piece.x0 + ui_(5), y + ui_(1)}, ui_(3.5f), c_.warning);
          paint_.line({piece.x0 + ui_(2.5f), y + ui_(3.5f)}, {piece.x0 + ui_(7.5f), y - ui_(1.5f)},
                      c_.warning, 1.5f);
          break;
      }
    }
  }

  LaneScene& scene_;
  const TimelineView& span_;
  Controls& ui_;
  Painter& paint_;
  const Palette& c_;
  const TimelineLane& lane_;
  Rect lanes_;
  const Recording& recording_;
  uint32_t steps_;
  float row_, high_;
  bool named_;
};

}  // namespace

void draw_lane(LaneScene& scene, const TimelineLane& lane, bool folded, float y) {
  LaneDrawing(scene, lane).draw(y, folded);
}

const TimelineRow& row_at(const TimelineModel& model, const BarPlace& place) {
  return model.lanes()[place.lane].rows[place.row];
}

const TimelineBar& bar_at(const TimelineModel& model, const BarPlace& place) {
  return row_at(model, place).bars[place.bar];
}

std::string_view name_of(const Recording& recording, const TimelineBar& bar, Line& buffer) {
  if (bar.kind != BarKind::Idle) return name_of(recording, bar);
  const Recording::Jump& jump = recording.jumps()[bar.subject];
  return buffer.add("idle ").add_seconds(jump.to - jump.from).view();
}

}  // namespace awaitscope
