// What can be taken along: a link to what is shown, the HTML for an article, and files.
#include <algorithm>

#include "engine/recording/traces/trace.h"
#include "ui/panels/panels.h"
#include "ui/timeline/svg.h"
#include "ui/view.h"

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
  view.say(view.host.save_file(name, text));
}

std::string timeline_of(const View& view) {
  const TimelineScale scale =
      scale_for(view.timeline.jumps(), uint32_t(view.session.steps()), view.time_share);
  return timeline_svg(view.timeline, view.session.recording(), scale, view.theme.theme);
}

constexpr Offer kOffers[] = {
    {"share.link", "Copy link", "to what you see, at this step", copies,
     [](View& view) { view.host.copy_link(); }},
    {"share.embed", "Copy HTML", "one line, for an article of yours", embeds,
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

void draw_share(View& view) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const Rect window = view.layout.window;
  int count = 0;
  for (const Offer& offer : kOffers) count += offer.possible(view.host);
  const float row_high = std::max(ui(50), ui.target);
  const float width = std::min(ui(340), window.width - 24);
  const float x = std::max(
      12.f, window.right() - width - std::max(12.f, window.width - view.layout.header.right()));
  const float top = view.layout.header.bottom() + 4;
  const Rect card{x, top, width,
                  std::min(float(count) * row_high + ui(12), window.height - top - 12)};
  draw_card(view, card, ui(10));

  const Rect content = ui.begin_scroll(view.overlay_scroll, card.inset(ui(6), ui(6)));
  float y = content.y;
  for (const Offer& offer : kOffers) {
    if (!offer.possible(view.host)) continue;
    const Rect row{content.x, y, content.width, row_high};
    const Press press = ui.press(offer.id, offer.label, WidgetKind::Button, row);
    if (press.hovered) paint.fill(row, c.hover, ui(6));
    paint.text_within(Type::BodyStrong, row.x + ui(12), row.middle_y() - ui(9), row.width - ui(24),
                      c.text, offer.label);
    paint.text_within(Type::Body, row.x + ui(12), row.middle_y() + ui(9), row.width - ui(24),
                      c.muted, offer.what);
    if (press.clicked) {
      offer.take(view);
      view.overlay = Overlay::None;
    }
    y += row_high;
  }
  ui.end_scroll(view.overlay_scroll, y - content.y);
}

}  // namespace awaitscope
