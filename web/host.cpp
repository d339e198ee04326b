// The page's side of the program: one canvas, one session, one interface. JavaScript (page/) opens
// it, says what the address asks for, and then calls the functions at the end of this file; nothing
// else is exported.
//
// Frames are drawn on demand. SDL's handlers put inputs into its queue, whose watcher asks the
// browser for an animation frame; a page that nobody touches draws nothing, and a hidden one gets
// no frames at all.

#include <SDL.h>
#include <emscripten.h>
#include <emscripten/html5.h>

#include <cmath>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "engine/recording/reading/json.h"
#include "engine/session/injections.h"
#include "engine/session/lesson_check.h"
#include "engine/session/session.h"
#include "imgui.h"
#include "ui/interface.h"
#include "ui/sdl/frame_pacer.h"
#include "ui/sdl/sdl_window.h"

namespace awaitscope {

namespace {

// Text for the system's clipboard. SDL keeps its own copy; the browser's needs a user's action,
// which is what brought us here.
EM_JS(void, page_copy, (const char* text), { Module["onCopy"](UTF8ToString(text)); });

EM_JS(void, page_open, (const char* address), { Module["onLink"](UTF8ToString(address)); });
EM_JS(void, page_open_whole, (), { Module["onOpenWhole"](); });
EM_JS(void, page_edit, (), { Module["onEdit"](); });
EM_JS(void, page_edit_lesson, (const char* markdown),
      { Module["onEditLesson"](UTF8ToString(markdown)); });
EM_JS(void, page_copy_link, (bool embed), { Module["onCopyLink"](embed); });
EM_JS(void, page_save, (const char* name, const char* text, size_t bytes),
      { Module["onSave"](UTF8ToString(name), HEAPU8.slice(text, text + bytes)); });
EM_JS(void, page_save_picture, (const char* name, const char* svg),
      { Module["onSavePicture"](UTF8ToString(name), UTF8ToString(svg)); });
EM_JS(void, page_progress, (const char* lessons), { Module["onProgress"](UTF8ToString(lessons)); });
EM_JS(void, page_arranged, (const char* text), { Module["onArranged"](UTF8ToString(text)); });
// Draws a run of text (see ui/foreign_text.h): calls awaitscope_take_run with what it looks like.
EM_JS(void, page_draw_run, (const char* text, float size, bool code),
      { Module["onDrawRun"](UTF8ToString(text), size, code); });
EM_JS(void, page_theme_changed, (int theme, float text_scale),
      { Module["onTheme"](theme, text_scale); });

// The program's memory, for the page to read and write bytes: another array whenever it has grown.
EM_JS(void, page_offer_memory, (), {
  Module["bytes"] = function() { return HEAPU8; };
});

// What the page shows has changed: its address may have to.
EM_JS(void, page_changed, (), { Module["onChange"](); });

// A frame has been drawn; idle: nothing more is to be seen, but for a tooltip or a text cursor that
// blinks.
EM_JS(void, page_drawn, (bool idle), { Module["onDraw"](idle); });

// What was shown last, to tell the page only of changes.
struct Shown {
  uint64_t version = 0;
  size_t step = SIZE_MAX;
  size_t toggles = 0;
  std::string place;

  friend bool operator==(const Shown&, const Shown&) = default;
};

// ImGui reads the clipboard while Ctrl+V goes down. The browser hands over the text only in a paste
// event, so the page keeps that key from SDL, and it is pressed here once the text has arrived.
enum class Paste { None, Press, Release };

RunImage drawn_run;  // by the page, while it is asked for

class Page {
 public:
  std::string open() {
    if (std::string problem = window_.open({}); !problem.empty()) return problem;
    ImGuiIO& io = ImGui::GetIO();
    io.ConfigMacOSXBehaviors =
        EM_ASM_INT({ return navigator.platform.match("Mac|iPhone|iPad") ? 1 : 0; }) != 0;
    io.SetClipboardTextFn = [](void*, const char* text) {
      SDL_SetClipboardText(text);
      page_copy(text);
    };
    window_.prepare_fonts = [this](float density) { return interface_.prepare_fonts(density); };
    interface_.host() = {
        .open_link = [](std::string_view link) { page_open(std::string(link).c_str()); },
        .copy_text = [](std::string_view text) { page_copy(std::string(text).c_str()); },
        .edit_source = [] { page_edit(); },
        .edit_lesson =
            [](std::string_view markdown) { page_edit_lesson(std::string(markdown).c_str()); },
        .theme_changed =
            [](const ThemeChoice& choice) {
              page_theme_changed(static_cast<int>(choice.theme), choice.text_scale);
            },
        .arrangement_changed =
            [](std::string_view text) { page_arranged(std::string(text).c_str()); },
        .progress_changed =
            [](std::string_view lessons) { page_progress(std::string(lessons).c_str()); },
        .save_file =
            [](std::string_view name, std::string_view text) {
              page_save(std::string(name).c_str(), text.data(), text.size());
              return std::string();  // the browser says it
            },
        .save_picture =
            [](std::string_view name, std::string_view svg) {
              page_save_picture(std::string(name).c_str(), std::string(svg).c_str());
            },
        .brings_text_field = true,
        .draw_run =
            [](std::string_view text, float size, bool code) {
              drawn_run = {};
              page_draw_run(std::string(text).c_str(), size, code);
              return std::move(drawn_run);
            },
        .copy_link = [] { page_copy_link(false); },
        .copy_embed = [] { page_copy_link(true); },
        .open_whole = [] { page_open_whole(); },
    };
    SDL_AddEventWatch(
        [](void* self, SDL_Event* event) {
          // Not for the mark that SDL_PollEvent itself puts into the queue.
          if (event->type != SDL_POLLSENTINEL) static_cast<Page*>(self)->request_frame();
          return 0;
        },
        this);
    return {};
  }

  Session& session() { return session_; }
  Interface& interface() { return interface_; }

  // Something other than an input changed what is to be seen.
  void redraw() {
    interface_.invalidate();
    pacer_.poke(now());
    request_frame();
  }

  // What the canvas showed may be gone.
  void redraw_all() {
    window_.forget_frame();
    redraw();
  }

  void paste(const char* text) {
    SDL_SetClipboardText(text);
    paste_ = Paste::Press;
    redraw();
  }

  // All that has happened is to be seen, and nothing moves.
  bool idle() const { return idle_ && !frame_requested_; }

  void lose_context() { context_lost_ = true; }
  void restore_context() {
    context_lost_ = false;
    window_.restore();
    redraw();
  }

 private:
  static double now() { return emscripten_get_now() / 1000; }

  void request_frame() {
    if (frame_requested_ || context_lost_) return;
    frame_requested_ = true;
    emscripten_request_animation_frame(
        [](double, void* self) {
          static_cast<Page*>(self)->frame();
          return EM_FALSE;
        },
        this);
  }

  void request_frame_in(double seconds) {
    if (timer_set_) return;
    timer_set_ = true;
    emscripten_set_timeout(
        [](void* self) {
          static_cast<Page*>(self)->timer_set_ = false;
          static_cast<Page*>(self)->request_frame();
        },
        seconds * 1000, this);
  }

  void frame() {
    frame_requested_ = false;
    if (context_lost_) return;
    SDL_Event event;
    while (SDL_PollEvent(&event)) {
      window_.process(event);
      pacer_.poke(now());
    }
    press_paste();
    window_.begin_frame();
    interface_.draw();
    window_.end_frame();
    pacer_.drawn();
    tell_page();

    bool moving = interface_.wants_frame() || paste_ != Paste::None;
    double wait = pacer_.wait(now(), moving, ImGui::GetIO().WantTextInput);
    if (wait == 0) {
      request_frame();
    } else if (wait != FramePacer::kNever) {
      request_frame_in(wait);
    }
    idle_ = pacer_.at_rest(moving);
    page_drawn(idle_);
  }

  void press_paste() {
    if (paste_ == Paste::None) return;
    ImGuiIO& io = ImGui::GetIO();
    bool down = paste_ == Paste::Press;
    io.AddKeyEvent(io.ConfigMacOSXBehaviors ? ImGuiMod_Super : ImGuiMod_Ctrl, down);
    io.AddKeyEvent(ImGuiKey_V, down);
    paste_ = down ? Paste::Release : Paste::None;
  }

  void tell_page() {
    Shown shown = {session_.version(), session_.step(), session_.toggles().number(),
                   interface_.place()};
    if (shown == shown_) return;
    shown_ = std::move(shown);
    page_changed();
  }

  SdlWindow window_;
  Session session_;
  Interface interface_{session_};
  FramePacer pacer_;
  Shown shown_;
  Paste paste_ = Paste::None;
  bool frame_requested_ = false;
  bool idle_ = false;
  bool timer_set_ = false;
  bool context_lost_ = false;
};

Page* page = nullptr;  // from awaitscope_open() on, for as long as the tab lives

// Keeps a result alive until the next call, for JavaScript to copy.
const char* hand_over(std::string text) {
  static std::string kept;
  kept = std::move(text);
  return kept.c_str();
}

// What the address has to say to bring somebody here, but for the step, a program of their own, and
// which lesson it is that is not built in.
std::string address(const Session& session) {
  const Lesson* left = session.left_lesson();
  if (session.by_switches()) {
    if (!left || !left->toggles) return address_of(session.toggles());
    return "lesson=" + left->id + "&" + address_of(session.toggles(), Defaults::written);
  }
  const Lesson* lesson = session.edited() ? left : session.shown_lesson();
  if (!lesson) return "";
  return "lesson=" + (session.built_in(*lesson) ? lesson->id : std::string());
}

// What is wrong with a lesson's file: {"shown": false, "wrong": [{"line": 3, "column": 1,
// "message": "..."}]}. It is shown all the same where it can be read.
std::string report_json(bool shown, const std::vector<LessonError>& wrong) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().key("shown").boolean(shown).key("wrong").begin_array();
  for (const LessonError& each : wrong) {
    json.begin_object();
    json.key("line").integer(each.place.line);
    json.key("column").integer(each.place.column);
    json.key("message").text(each.message);
    json.end_object();
  }
  json.end_array().end_object();
  return text;
}

// {"panel": "#121418", ...}: the theme's colours, for what the page shows beside the canvas.
std::string palette_json(const Palette& palette) {
  const struct {
    const char* name;
    ImU32 colour;
  } colours[] = {
      {"window", palette.window},
      {"panel", palette.panel},
      {"raised", palette.raised},
      {"hover", palette.hover},
      {"line", palette.line_strong},
      {"text", palette.text},
      {"muted", palette.muted},
      {"faint", palette.faint},
      {"accent", palette.accent},
      {"on-accent", palette.on_accent},
      {"accent-soft", palette.accent_soft},
      {"error", palette.error},
      {"keyword", palette.keyword},
      {"await", palette.await_keyword},
      {"string", palette.string},
      {"number", palette.number},
      {"comment", palette.comment},
      {"definition", palette.definition},
      {"builtin", palette.builtin},
      {"decorator", palette.decorator},
  };
  std::string json;
  for (const auto& [name, colour] : colours) {
    char text[64];
    const ImVec4 c = ImGui::ColorConvertU32ToFloat4(colour);
    std::snprintf(text, sizeof text, "%c\"%s\":\"#%02x%02x%02x%02x\"", json.empty() ? '{' : ',',
                  name, int(c.x * 255 + 0.5f), int(c.y * 255 + 0.5f), int(c.z * 255 + 0.5f),
                  int(c.w * 255 + 0.5f));
    json += text;
  }
  return json + "}";
}

}  // namespace

}  // namespace awaitscope

using namespace awaitscope;

extern "C" {

// The linker's: where the data of engine/compat/deferred_data.h begins and ends.
extern const char __start_deferred_data[], __stop_deferred_data[];
EMSCRIPTEN_KEEPALIVE const char* awaitscope_deferred_data_begin() { return __start_deferred_data; }
EMSCRIPTEN_KEEPALIVE const char* awaitscope_deferred_data_end() { return __stop_deferred_data; }

// An empty string, or why there is no window. To be called once, before everything else.
EMSCRIPTEN_KEEPALIVE const char* awaitscope_open() {
  page_offer_memory();
  page = new Page;
  return hand_over(page->open());
}

EMSCRIPTEN_KEEPALIVE const char* awaitscope_state() {
  return hand_over(state_json(page->session()));
}

EMSCRIPTEN_KEEPALIVE const char* awaitscope_widgets() {
  return hand_over(page->interface().widgets_json());
}

EMSCRIPTEN_KEEPALIVE const char* awaitscope_address() {
  return hand_over(address(page->session()));
}

EMSCRIPTEN_KEEPALIVE const char* awaitscope_lesson_id() {
  return hand_over(std::string(page->session().lesson()));
}

EMSCRIPTEN_KEEPALIVE const char* awaitscope_palette() {
  return hand_over(palette_json(palette_of(page->interface().theme().theme)));
}

EMSCRIPTEN_KEEPALIVE const char* awaitscope_heard() { return page->interface().heard().c_str(); }

EMSCRIPTEN_KEEPALIVE bool awaitscope_covered() { return page->interface().covered(); }
EMSCRIPTEN_KEEPALIVE void awaitscope_uncover() {
  page->interface().uncover();
  page->redraw();
}

// "x y width height" of the program's text in CSS pixels, or nothing where it is not to be seen.
EMSCRIPTEN_KEEPALIVE const char* awaitscope_source_area() {
  const Rect area = page->interface().source_area();
  if (area.empty()) return "";
  std::string text;
  for (float side : {area.x, area.y, area.width, area.height})
    text += std::to_string(int(std::nearbyint(side))) + " ";
  text.pop_back();
  return hand_over(text);
}

// Of the program's text, in CSS pixels.
EMSCRIPTEN_KEEPALIVE float awaitscope_code_size() { return size_of(Type::Code); }

EMSCRIPTEN_KEEPALIVE const char* awaitscope_place() { return hand_over(page->interface().place()); }

EMSCRIPTEN_KEEPALIVE void awaitscope_set_place(const char* place) {
  page->interface().set_place(place);
  page->redraw();
}

// The keyboard's focus within the canvas: an id out of widgets(), or nothing.
EMSCRIPTEN_KEEPALIVE const char* awaitscope_focused() {
  return hand_over(std::string(page->interface().focused()));
}

EMSCRIPTEN_KEEPALIVE void awaitscope_focus(const char* id) {
  page->interface().focus(id);
  page->redraw();
}

// [the line to type in that is there now], as one of awaitscope_widgets(), or nothing.
EMSCRIPTEN_KEEPALIVE const char* awaitscope_field() {
  const Widget* field = page->interface().field();
  return field ? hand_over(to_json({*field})) : "";
}

EMSCRIPTEN_KEEPALIVE void awaitscope_enter(const char* id, const char* text) {
  page->interface().enter(id, text);
  page->redraw();
}

EMSCRIPTEN_KEEPALIVE bool awaitscope_at_edge(int direction) {
  return page->interface().at_edge(direction);
}

EMSCRIPTEN_KEEPALIVE void awaitscope_redraw() { page->redraw_all(); }

EMSCRIPTEN_KEEPALIVE unsigned awaitscope_version() { return unsigned(page->session().version()); }

EMSCRIPTEN_KEEPALIVE size_t awaitscope_step() { return page->session().step(); }

EMSCRIPTEN_KEEPALIVE bool awaitscope_edited() { return page->session().edited(); }

// Its bytes, which may hold a NUL, are where awaitscope_source() says.
EMSCRIPTEN_KEEPALIVE size_t awaitscope_source_bytes() { return page->session().source().size(); }

EMSCRIPTEN_KEEPALIVE const char* awaitscope_source() { return page->session().source().c_str(); }

// What was done to tasks from outside, as engine/injections.h writes it.
EMSCRIPTEN_KEEPALIVE const char* awaitscope_injections() {
  return hand_over(injections_text(page->session()));
}

EMSCRIPTEN_KEEPALIVE bool awaitscope_set_injections(const char* text) {
  const bool all = set_injections(page->session(), text);
  page->redraw();
  return all;
}

EMSCRIPTEN_KEEPALIVE bool awaitscope_set(const char* toggle, const char* choice) {
  bool known = page->session().set(toggle, choice);
  page->redraw();
  return known;
}

// "3.14": the Python of the program, and whether there is such a one to choose.
EMSCRIPTEN_KEEPALIVE const char* awaitscope_python() {
  return hand_over(std::string(names_of(page->session().python()).minor));
}

EMSCRIPTEN_KEEPALIVE bool awaitscope_set_python(const char* minor) {
  const std::optional<Version> version = version_named(minor);
  if (version) page->session().set_python(*version);
  page->redraw();
  return version.has_value();
}

// What somebody sees whose address says nothing at all.
EMSCRIPTEN_KEEPALIVE void awaitscope_begin() {
  page->session().set_python(kDefaultVersion);
  page->session().set(first_toggles());
  page->redraw();
}

EMSCRIPTEN_KEEPALIVE bool awaitscope_at_beginning() {
  const Session& session = page->session();
  return session.by_switches() && !session.left_lesson() && session.toggles() == first_toggles() &&
         session.python() == kDefaultVersion;
}

// All toggles as they are where an address says nothing of them.
EMSCRIPTEN_KEEPALIVE void awaitscope_reset() {
  page->session().set(Toggles());
  page->redraw();
}

EMSCRIPTEN_KEEPALIVE bool awaitscope_lesson(const char* id) {
  bool known = page->session().load_lesson(id);
  page->redraw();
  return known;
}

EMSCRIPTEN_KEEPALIVE bool awaitscope_lesson_is_here(const char* id) { return lesson_is_here(id); }

// A lesson that is not built in, by its file's text and name: shows it, and says what is wrong with
// it. key: see Session::key_of().
EMSCRIPTEN_KEEPALIVE const char* awaitscope_lesson_text(const char* markdown, const char* name,
                                                        const char* key) {
  Session& session = page->session();
  const std::optional<LessonError> unreadable = session.load_lesson_text(markdown, name, key);
  page->redraw();
  if (unreadable) return hand_over(report_json(false, {*unreadable}));
  const LessonReport report = check_lesson(*session.shown_lesson(), session.python());
  return hand_over(report_json(true, report.wrong));
}

// The file of the lesson that is shown or was left.
EMSCRIPTEN_KEEPALIVE const char* awaitscope_lesson_markdown() {
  return hand_over(std::string(page->session().lesson_markdown()));
}

EMSCRIPTEN_KEEPALIVE void awaitscope_load(const char* source, size_t bytes) {
  page->session().load(std::string_view(source, bytes));
  page->redraw();
}

EMSCRIPTEN_KEEPALIVE void awaitscope_seek(size_t step) {
  page->session().seek(step);
  page->redraw();
}

EMSCRIPTEN_KEEPALIVE bool awaitscope_more() {
  bool went_on = page->session().run_further();
  page->redraw();
  return went_on;
}

// Does what a click on the widget would do; whether there is such a widget, and enabled.
EMSCRIPTEN_KEEPALIVE bool awaitscope_activate(const char* id) {
  bool known = page->interface().activate(id);
  page->redraw();
  return known;
}

// theme: its place in ui/theme.h.
EMSCRIPTEN_KEEPALIVE void awaitscope_theme(int theme, float text_scale) {
  page->interface().set_theme({static_cast<Theme>(theme), text_scale});
  page->redraw();
}

EMSCRIPTEN_KEEPALIVE void awaitscope_reduced_motion(bool reduced) {
  page->interface().set_reduced_motion(reduced);
  page->redraw();
}

EMSCRIPTEN_KEEPALIVE void awaitscope_pinch(float x, float y, float factor) {
  page->interface().pinch(x, y, factor);
  page->redraw();
}

// See Interface::arrangement().
EMSCRIPTEN_KEEPALIVE const char* awaitscope_arrangement() {
  return hand_over(page->interface().arrangement());
}

EMSCRIPTEN_KEEPALIVE void awaitscope_arrange(const char* text) {
  page->interface().set_arrangement(text);
  page->redraw();
}

EMSCRIPTEN_KEEPALIVE void awaitscope_progress(const char* lessons) {
  page->interface().set_progress(lessons);
  page->redraw();
}

EMSCRIPTEN_KEEPALIVE void awaitscope_embed(bool embedded) {
  page->interface().set_embedded(embedded);
  page->redraw();
}

// What page_draw_run is asked for: makes room for its pixels.
EMSCRIPTEN_KEEPALIVE uint32_t* awaitscope_take_run(int width, int height, int above, float advance,
                                                   bool coloured) {
  drawn_run = {width, height, above, advance, coloured, {}};
  drawn_run.pixels.resize(size_t(width) * size_t(height));
  return drawn_run.pixels.data();
}

// Of a frame in an article; see ui/interface.h.
EMSCRIPTEN_KEEPALIVE bool awaitscope_show(const char* parts) {
  const bool known = page->interface().set_parts(parts);
  page->redraw();
  return known;
}

EMSCRIPTEN_KEEPALIVE float awaitscope_wanted_height() { return page->interface().wanted_height(); }

EMSCRIPTEN_KEEPALIVE bool awaitscope_scrolls(float x, float y, float dx, float dy) {
  return page->interface().scrolls(x, y, dx, dy);
}

EMSCRIPTEN_KEEPALIVE bool awaitscope_zooms(float x, float y) {
  return page->interface().zooms(x, y);
}

EMSCRIPTEN_KEEPALIVE void awaitscope_play(bool on) {
  page->interface().set_playing(on);
  page->redraw();
}

EMSCRIPTEN_KEEPALIVE bool awaitscope_idle() { return page->idle(); }

EMSCRIPTEN_KEEPALIVE void awaitscope_paste(const char* text) { page->paste(text); }

EMSCRIPTEN_KEEPALIVE void awaitscope_context_lost() { page->lose_context(); }

EMSCRIPTEN_KEEPALIVE void awaitscope_context_restored() { page->restore_context(); }

}  // extern "C"
