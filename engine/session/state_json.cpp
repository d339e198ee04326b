// The page's window.awaitscope.state(). Outputs are what was printed up to the step looked at;
// exit is that of the whole run: a number, "idle", "budget" or "limit". What `words` has is what
// the interface calls the same.

#include "engine/compat/float_text.h"
#include "engine/recording/reading/handle_words.h"
#include "engine/recording/reading/json.h"
#include "engine/recording/traces/trace.h"
#include "engine/session/session.h"
#include "engine/session/stops.h"

namespace awaitscope {

namespace {

std::string_view state_name(TaskState state) {
  switch (state) {
    case TaskState::Ready: return "ready";
    case TaskState::Running: return "running";
    case TaskState::Waiting: return "waiting";
    case TaskState::Done: return "done";
    case TaskState::Failed: return "failed";
    case TaskState::Cancelled: return "cancelled";
  }
  return "";
}

void write_chain(JsonWriter& json, const std::vector<FrameView>& chain) {
  json.begin_array();
  for (const FrameView& frame : chain) {
    json.begin_object();
    json.key("function").text(frame.function);
    json.key("line").integer(frame.line);
    json.key("running").boolean(frame.running);
    json.key("locals").begin_object();
    for (const Variable& variable : frame.locals) json.key(variable.name).text(variable.value);
    json.end_object().end_object();
  }
  json.end_array();
}

std::string_view task_name(const Moment& moment, uint32_t number) {
  for (const TaskView& task : moment.tasks) {
    if (task.task == number) return task.name;
  }
  return "";
}

void write_primitive(JsonWriter& json, const Moment& moment, const PrimitiveView& primitive) {
  json.begin_object();
  json.key("kind").text(primitive.kind);
  json.key("label").text(primitive.label);
  json.key("value").text(primitive.value);
  json.key("holder").text(task_name(moment, primitive.holder));
  json.key("lines").begin_array();
  for (const PrimitiveView::Line& line : primitive.lines) {
    json.begin_object();
    json.key("role").text(line.role);
    json.key("total").integer(int64_t(line.total));
    json.key("tasks").begin_array();
    for (uint32_t task : line.tasks) json.text(task_name(moment, task));
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

void write_lesson(JsonWriter& json, const Session& session) {
  json.key("lesson").text(session.lesson());
  json.key("about");
  const Lesson* lesson = session.shown_lesson();
  if (!lesson) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("title").text(lesson->title);
  json.key("chapter").text(lesson->chapter);
  json.key("text").text(lesson->text);
  json.key("question").text(lesson->question);
  json.key("answer").text(lesson->answer);
  Stops stops;
  stops.find(session);
  const size_t stop = stops.at(session.step());
  json.key("stops").integer(int64_t(stops.count()));
  json.key("passed").integer(int64_t(stops.passed(session.step())));
  json.key("stop").text(stop == Stops::kNone ? std::string_view()
                                             : std::string_view(lesson->stops[stop].note));
  json.end_object();
}

void write_program(JsonWriter& json, const Session& session) {
  json.key("python").text(names_of(session.python()).minor);
  json.key("edited").boolean(session.edited());
  json.key("toggles").begin_object();
  for (size_t i = 0; i < kToggleCount; ++i) {
    json.key(toggle_table()[i].id).text(session.toggles().choice(i).id);
  }
  json.end_object();
  json.key("source").text(session.source());
}

void write_place(JsonWriter& json, const Session& session) {
  const Moment& moment = session.moment();
  json.key("step").integer(int64_t(session.step()));
  json.key("steps").integer(int64_t(session.steps()));
  json.key("line").integer(moment.at.line);
  json.key("function").text(moment.function);
  json.key("turn").integer(moment.turn);
  json.key("time").number(round_to_6_digits(moment.time));
}

void write_explanation(JsonWriter& json, const Explanation& explanation) {
  json.key("explanation").text(explanation.text);
  json.key("link").text(explanation.link);
  json.key("instead").text(explanation.instead);
}

// What the last switch has changed; null otherwise.
void write_switched(JsonWriter& json, const SwitchChange* change) {
  json.key("switched");
  if (!change) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("text").text(change->text);
  json.key("lines").begin_array();
  for (const int line : change->lines) json.integer(line);
  json.end_array();
  json.key("step");
  if (change->step)
    json.integer(int64_t(*change->step));
  else
    json.null();
  json.end_object();
}

void write_output(JsonWriter& json, const Session& session) {
  std::string out, err;
  for (const Reader::Piece& piece : session.reader().output(session.step())) {
    (piece.error ? err : out) += piece.text;
  }
  json.key("stdout").text(out);
  json.key("stderr").text(without_carets(err));
}

void write_loop(JsonWriter& json, const Moment& moment, const Recording& recording) {
  json.key("ready").begin_array();
  for (const HandleView& handle : moment.ready) json.text(handle.label);
  json.end_array();
  json.key("words").begin_object();
  const uint32_t running = moment.running_handle;
  json.key("running").text(
      running == 0 ? "" : brief_of_handle(recording.text(recording.handles()[running].label)));
  json.key("ready").begin_array();
  for (const HandleView& handle : moment.ready) json.text(brief_of_handle(handle.label));
  json.end_array().end_object();
  json.key("timers").begin_array();
  for (const HandleView& timer : moment.timers) {
    json.begin_object();
    json.key("label").text(timer.label);
    json.key("words").text(brief_of_handle(timer.label));
    json.key("time").number(round_to_6_digits(timer.deadline));
    json.end_object();
  }
  json.end_array();
}

void write_tasks(JsonWriter& json, const Moment& moment) {
  json.key("tasks").begin_array();
  for (const TaskView& task : moment.tasks) {
    json.begin_object();
    json.key("name").text(task.name);
    json.key("coroutine").text(task.coroutine);
    json.key("state").text(state_name(task.state));
    json.key("words").text(words_of_task(task));
    json.key("waits_for").text(task.waits_for);
    json.key("result").text(task.result);
    json.key("chain");
    write_chain(json, task.chain);
    json.end_object();
  }
  json.end_array();
}

void write_threads(JsonWriter& json, const Moment& moment) {
  static constexpr std::string_view kStates[] = {"ready", "running", "waiting"};
  json.key("threads").begin_array();
  for (const ThreadView& thread : moment.threads) {
    json.begin_object();
    json.key("name").text(thread.name);
    json.key("state").text(kStates[size_t(thread.state)]);
    json.key("waits_for").text(thread.waits_for);
    json.key("chain");
    write_chain(json, thread.stack);
    json.end_object();
  }
  json.end_array();
}

void write_injections(JsonWriter& json, const Session& session) {
  const Recording& recording = session.recording();
  json.key("injections").begin_array();
  for (const Injection& injection : session.injections()) {
    json.begin_object();
    json.key("step").integer(int64_t(session.reader().step_of(injection.event)));
    json.key("task").text(recording.text(recording.tasks()[injection.task].name));
    json.key("exception").text(injection.exception);
    json.end_object();
  }
  json.end_array();
}

void write_error(JsonWriter& json, const Session& session) {
  json.key("error");
  if (session.message().empty()) {
    json.null();
    return;
  }
  json.begin_object();
  if (const SyntaxError* error = session.error()) {
    json.key("type").text(name_of(error->type));
    json.key("message").text(error->message);
    json.key("line").integer(error->line);
    json.key("column").integer(error->offset);
    json.key("end_line").integer(error->end_line);
    json.key("end_column").integer(error->end_offset);
  } else {
    json.key("type").text(word_of(session.run_state()));
    json.key("message").text(session.message());
  }
  json.end_object();
}

}  // namespace

std::string state_json(const Session& session) {
  const Moment& moment = session.moment();
  std::string to;
  JsonWriter json(to);
  json.begin_object();
  write_lesson(json, session);
  write_program(json, session);
  write_place(json, session);
  write_explanation(json, session.explanation());
  write_switched(json, session.switched());
  write_output(json, session);
  json.key("exit");
  write_end(json, session.run_end());
  json.key("stack");
  write_chain(json, moment.stack);
  write_loop(json, moment, session.recording());
  write_tasks(json, moment);
  write_threads(json, moment);
  json.key("primitives").begin_array();
  for (const PrimitiveView& primitive : moment.primitives) write_primitive(json, moment, primitive);
  json.end_array();
  write_injections(json, session);
  write_error(json, session);
  json.end_object();
  return to;
}

}  // namespace awaitscope
