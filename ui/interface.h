#pragma once
// The whole interface: a function of a Session. It knows Dear ImGui, and neither SDL nor OpenGL nor
// the browser. A host makes an ImGui context and a back end, and then, in this order:
//
//   Interface interface(session);
//   interface.host() = {...};                  // what only a host can do; each may be left empty
//   loop:
//     feed input to ImGui (keys, text, mouse, wheel, touch as mouse source TouchScreen), then, if
//     there was any, or the window changed, or interface.wants_frame():
//       if (interface.prepare_fonts(pixels_per_point)) rebuild the back end's font texture;
//       ImGui::NewFrame(); interface.draw(); ImGui::Render(); ...
//
// io.DisplaySize is in points (CSS pixels), io.DisplayFramebufferScale says how many pixels a point
// has. draw() fills the window; keyboard, wheel and touch are handled inside, from ImGui's input.
// The session may be changed between frames by the host too (address, script): call invalidate().

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/session/session.h"
#include "ui/model/geometry.h"
#include "ui/model/widgets.h"
#include "ui/theme.h"

namespace awaitscope {

// What the interface asks of its host. A control whose function is missing is not shown.
struct Host {
  std::function<void(std::string_view address)> open_link;
  std::function<void(std::string_view text)> copy_text;
  std::function<void()> edit_source;  // open the editor for the session's source
  // Open the editor for a lesson; empty: for a new one.
  std::function<void(std::string_view markdown)> edit_lesson;
  std::function<void(const ThemeChoice&)> theme_changed;      // to be remembered
  std::function<void(std::string_view)> arrangement_changed;  // to be remembered
  std::function<void(std::string_view)> progress_changed;     // likewise: the lessons done
  // Gives what is to be said of it, where the host itself says nothing: "Saved as main.py".
  std::function<std::string(std::string_view name, std::string_view text)> save_file;
  // Saves an SVG as a PNG, which takes somebody who can draw one.
  std::function<void(std::string_view name, std::string_view svg)> save_picture;
  // Lays a text field of its own over ours, field(), and says by enter() what was typed there.
  bool brings_text_field = false;
  // Draws text in scripts that our fonts have no glyphs for.
  DrawRun draw_run;
  std::function<void()> copy_link;   // of what is shown
  std::function<void()> copy_embed;  // the HTML that shows it in an article
  std::function<void()>
      open_whole;  // shows in a window of its own what a frame in an article shows
};

class Interface {
 public:
  explicit Interface(Session& session);  // which must outlive it
  ~Interface();
  Interface(const Interface&) = delete;
  Interface& operator=(const Interface&) = delete;

  Host& host();

  // Builds ImGui's font atlas for this many pixels a point (and the theme's text scale), if it is
  // not built for that yet; true: it was, and the back end must make its texture anew.
  // To be called outside of a frame.
  bool prepare_fonts(float pixels_per_point);

  void draw();  // between ImGui::NewFrame() and ImGui::Render()

  // Something is moving (playing, gliding), or the last frame left something to settle: draw again
  // without waiting for input.
  bool wants_frame() const;
  void invalidate();  // the session, the theme or the window changed behind the interface's back

  const std::vector<Widget>& widgets() const;  // of the last frame
  std::string widgets_json() const;
  // Does what a click on the widget would do, at the next draw(). False: no such enabled widget.
  bool activate(std::string_view id);
  // The line to type in that is there now, and what was typed and entered there; nothing: it is
  // left. nullptr: there is none.
  const Widget* field() const;
  void enter(std::string_view id, std::string_view text);
  // Puts the keyboard focus on a widget ("" takes it away); focused() says which has it.
  void focus(std::string_view id);
  std::string_view focused() const;
  // Whether Tab (1) or Shift+Tab (-1) has no control to go to any more: where the interface is a
  // part of something larger, the focus leaves it there.
  bool at_edge(int direction) const;

  // What of the recording is looked at, as a short text for an address: the chosen tab, unless the
  // whole run is shown the timeline's first and last step, and "time" where virtual time has its
  // width. "timeline,12.5,80,time"
  std::string place() const;
  void set_place(std::string_view place);  // what cannot be read is left as it is
  Rect source_area() const;  // where the program's text is; empty where it has no place
  // What the lesson, or what lies over the panels, says in the last frame: for whoever hears it. A
  // line for each piece of text.
  const std::string& heard() const;
  bool covered() const;  // something lies over all the panels
  void uncover();        // nothing does any more

  ThemeChoice theme() const;
  void set_theme(const ThemeChoice& choice);
  // How much is shown, and where: "depth=protocol&timeline=0.42".
  std::string arrangement() const;
  void set_arrangement(std::string_view text);
  void set_progress(std::string_view lessons);  // as progress_changed had it
  void set_embedded(bool embedded);             // leave out what an article does not need
  bool set_parts(std::string_view words);       // of those, show these: see read_parts()
  // How high an article's frame of this width would like to be.
  float wanted_height() const;
  // Whether the panel at a point can be scrolled this way: to the right or down where it is more
  // than 0. Where not, a wheel and a finger are the article's.
  bool scrolls(float x, float y, float dx, float dy) const;
  bool zooms(float x, float y) const;  // a pinch there is the timeline's
  void set_reduced_motion(bool reduced);
  void pinch(float x, float y, float factor);  // a pinch about a point; factor > 1 enlarges

  bool playing() const;
  void set_playing(bool playing);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace awaitscope
