#include "ui/panels/share.h"

#include <algorithm>

#include "engine/recording/pictures/svg.h"
#include "engine/recording/traces/trace.h"
#include "ui/panels/panels.h"

namespace awaitscope {

namespace {

struct Offer {
  std::string_view id, label, what;
  bool (*possible)(const Host&);
  void (*take)(View&);
};

bool copies(const Host& host) { return bool(host.copy_link); }
bool embeds(const Host& host) { return bool(host.copy_embed); }
bool saves(const Host& host) { return bool(host.save_file); }
bool paints(const Host& host) { return bool(host.save_picture); }

void save(View& view, std::string_view name, std::string_view text) {
  view.panels.header.say(view.host.save_file(name, text));
}

std::string timeline_of(const View& view) {
  TimelinePicture picture;
  picture.theme = view.theme.theme;
  picture.in_virtual_time = view.panels.timeline.span().in_virtual_time();
  return timeline_svg(view.timeline, view.session.recording(), picture);
}

constexpr Offer kOffers[] = {
    {"share.link", "Copy link", "to this program at this step", copies,
     [](View& view) { view.host.copy_link(); }},
    {"share.embed", "Copy HTML", "one line to embed in your article", embeds,
     [](View& view) { view.host.copy_embed(); }},
    {"share.python", "Save the program", "main.py, to run it with Python", saves,
     [](View& view) { save(view, "main.py", view.session.source()); }},
    {"share.svg", "Timeline as SVG", "timeline.svg, sharp at any size", saves,
     [](View& view) { save(view, "timeline.svg", timeline_of(view)); }},
    {"share.png", "Timeline as PNG", "timeline.png, for slides and chats", paints,
     [](View& view) { view.host.save_picture("timeline.png", timeline_of(view)); }},
    {"share.mermaid", "Sequence diagram", "diagram.mmd, for Mermaid", saves,
     [](View& view) { save(view, "diagram.mmd", trace_mermaid(view.session.recording())); }},
    {"share.json", "Trace", "trace.json: every call, line and suspension", saves,
     [](View& view) {
       save(view, "trace.json",
            trace_json(view.session.recording(), view.session.run_end(), TraceLines::Written));
     }},
    {"share.chrome", "Trace for Perfetto", "trace-chrome.json, for ui.perfetto.dev", saves,
     [](View& view) { save(view, "trace-chrome.json", trace_chrome(view.session.recording())); }},
};

}  // namespace

void ShareCard::draw(const Rect& window) {
  const Palette& c = colours();
  const Rect& header = view_.layout.header;
  int count = 0;
  for (const Offer& offer : kOffers) count += offer.possible(view_.host);
  const float row_high = std::max(ui_(50), ui_.target);
  const float width = std::min(ui_(340), window.width - 24);
  const float x =
      std::max(12.f, window.right() - width - std::max(12.f, window.width - header.right()));
  const float top = header.bottom() + 4;
  const Rect card{x, top, width,
                  std::min(float(count) * row_high + ui_(12), window.height - top - 12)};
  draw_card(card, ui_(10));

  const Rect content = ui_.begin_scroll(scroll_, card.inset(ui_(6), ui_(6)));
  float y = content.y;
  for (const Offer& offer : kOffers) {
    if (!offer.possible(view_.host)) continue;
    const Rect row{content.x, y, content.width, row_high};
    const Press press = ui_.press(offer.id, offer.label, WidgetKind::Button, row);
    if (press.hovered) paint_.fill(row, c.hover, ui_(6));
    const float left = row.x + ui_(12), wide = row.width - ui_(24);
    paint_.text_within(Type::BodyStrong, left, row.middle_y() - ui_(9), wide, c.text, offer.label);
    paint_.text_within(Type::Body, left, row.middle_y() + ui_(9), wide, c.muted, offer.what);
    if (press.clicked) {
      offer.take(view_);
      close();
    }
    y += row_high;
  }
  ui_.end_scroll(scroll_, y - content.y);
}

}  // namespace awaitscope
